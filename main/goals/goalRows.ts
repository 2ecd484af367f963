import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inBrief, type PupilState } from '../../core/goals/evidence.ts';
import { Entry } from '../../core/goals/evidenceLog.ts';
import { type Bank, Goal, GoalSymbol, SentenceCard, SkillSet } from '../../core/goals/goal.ts';
import { PupilGoals } from '../../core/goals/pupilGoals.ts';
import { goalWords } from '../../core/words/goals.ts';
import { canonicalText } from '../../core/kernel/versions.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

const kinds = { skillSets: 'skillSet', goals: 'goal', symbols: 'symbol', cards: 'card' } as const;

const rowsOf = <T extends z.ZodType>(db: Db, kind: string, shape: T): z.output<T>[] =>
  readable(z.object({ document: json(shape) }), db.prepare('select document from bank_item where kind = ?').all(kind)).map(({ document }) => document);

/** The newest version of one goal; null where the bank has none of this code. */
export function findGoal(db: Db, code: string): Goal | null {
  const row = db.prepare("select document from bank_item where kind = 'goal' and code = ? order by version desc, id limit 1").get(code);
  return row === undefined ? null : whole(GoalRow, row).document;
}

const GoalRow = z.object({ document: json(Goal) });

/** Every version of everything; empty where no bank was ever put in. */
export function readBank(db: Db): Bank {
  return {
    skillSets: rowsOf(db, kinds.skillSets, SkillSet),
    goals: rowsOf(db, kinds.goals, Goal),
    symbols: rowsOf(db, kinds.symbols, GoalSymbol),
    cards: rowsOf(db, kinds.cards, SentenceCard),
  };
}

/** Adds what is not there yet. @returns how many items that were */
export function addToBank(db: Db, bank: Bank): number {
  const add = db.prepare('insert or ignore into bank_item (id, kind, code, version, document, made_at) values (?, ?, ?, ?, ?, ?)');
  return Object.entries(kinds)
    .flatMap(([list, kind]) => bank[list as keyof Bank].map((item) => ({ kind, item, text: canonicalText(item) })))
    .reduce(
      (added, { kind, item, text }) =>
        added + add.run(createHash('sha256').update(`${kind}\n${text}`).digest('hex'), kind, item.code, item.version, text, now()).changes,
      0,
    );
}

export function isBankEmpty(db: Db): boolean {
  return db.prepare('select 1 from bank_item limit 1').get() === undefined;
}

const EntryRow = z.object({ document: json(Entry) });

/** The log of one pupil, or of everyone. */
export function readEntries(db: Db, pupil: string | null = null): Entry[] {
  const rows =
    pupil === null
      ? db.prepare('select document from goal_entry order by clock, id').all()
      : db.prepare('select document from goal_entry where pupil = ? order by clock, id').all(pupil);
  return readable(EntryRow, rows).map(({ document }) => document);
}

/** @returns false where the entry is there already */
export function addEntry(db: Db, entry: Entry): boolean {
  return (
    db
      .prepare('insert or ignore into goal_entry (id, pupil, clock, date, document, made_at) values (?, ?, ?, ?, ?, ?)')
      .run(entry.id, entry.pupil, entry.clock, entry.date, canonicalText(entry), now()).changes === 1
  );
}

export function findEntry(db: Db, id: string): Entry | null {
  const row = db.prepare('select document from goal_entry where id = ?').get(id);
  return row === undefined ? null : whole(EntryRow, row).document;
}

/** One more than any entry there is. */
export function nextEntryClock(db: Db): number {
  return z.object({ clock: z.int() }).parse(db.prepare('select coalesce(max(clock) + 1, 0) as clock from goal_entry').get()).clock;
}

const StandingRow = z.object({ document: json(PupilGoals) });

export const goalChecks: readonly RowCheck[] = [
  ...Object.entries({ skillSet: SkillSet, goal: Goal, symbol: GoalSymbol, card: SentenceCard }).map(([kind, shape]): RowCheck => ({
    table: 'bank_item',
    columns: 'code, document',
    where: `kind = '${kind}'`,
    shape: z.object({ document: json(shape) }),
    name: ({ code }) => goalWords.unreadable.item(code),
  })),
  { table: 'goal_entry', columns: 'date, document', shape: EntryRow, name: ({ date }) => goalWords.unreadable.entry(date) },
  { table: 'standing', columns: 'pupil, document', shape: StandingRow, name: ({ pupil }) => goalWords.unreadable.standing(pupil) },
];

/** Where pupils stand, as it was written down with their last entry. */
export function readStandings(db: Db): Map<string, PupilGoals> {
  const rows = readable(StandingRow, db.prepare('select document from standing').all());
  return new Map(rows.map(({ document }) => [document.pupil, document]));
}

/** Pupils about whom more is noted than was looked at when it was last written down where they stand. */
export function pupilsToCatchUp(db: Db): string[] {
  return z
    .array(z.object({ pupil: z.string() }))
    .parse(
      db
        .prepare(
          'select pupil from goal_entry group by pupil having count(*) <> coalesce((select entries from standing where standing.pupil = goal_entry.pupil), 0)',
        )
        .all(),
    )
    .map(({ pupil }) => pupil);
}

/**
 * Writes down where a pupil stands now: one goal, or a second that was confirmed. The kete grows, and loses what the log calls a mistake; the
 * database lets nothing else go.
 */
export function keepStanding(db: Db, state: PupilState): void {
  const { pupil, active, kete } = state;
  db.prepare('insert or replace into standing (pupil, entries, document) select ?, count(*), ? from goal_entry where pupil = ?').run(
    pupil,
    JSON.stringify(inBrief(state)),
    pupil,
  );
  db.prepare('delete from active_goal where pupil = ?').run(pupil);
  const work = db.prepare('insert into active_goal (pupil, place, goal, goal_version, since, confirmed) values (?, ?, ?, ?, ?, ?)');
  active.forEach(({ goal, goalVersion, since }, index) => work.run(pupil, index + 1, goal, goalVersion, since, index));
  const keep = db.prepare('insert or ignore into kete (pupil, goal, goal_version, date) values (?, ?, ?, ?)');
  kete.forEach(({ goal, goalVersion, date }) => keep.run(pupil, goal, goalVersion, date));
  const known = z.array(z.object({ goal: z.string() })).parse(db.prepare('select goal from kete where pupil = ?').all(pupil));
  const takeOut = db.prepare('delete from kete where pupil = ? and goal = ?');
  for (const { goal } of known) if (!kete.some((kept) => kept.goal === goal)) takeOut.run(pupil, goal);
}
