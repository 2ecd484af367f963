import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Checked } from '../../core/contract/contract.ts';
import { tableToCsv } from '../../core/goals/csvTable.ts';
import { inBrief, questionBeforeChoosing } from '../../core/goals/evidence.ts';
import { Entry, standing } from '../../core/goals/evidenceLog.ts';
import type { Goal } from '../../core/goals/goal.ts';
import type { SuggestedGoal } from '../../core/goals/placement.ts';
import type { Told } from '../../core/goals/pupilGoals.ts';
import { storyOf, type InStory } from '../../core/goals/story.ts';
import { suggestGoals } from '../../core/goals/suggest.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { canonicalText } from '../../core/kernel/versions.ts';
import { goalWords } from '../../core/words/goals.ts';
import { requirePupil } from '../class/classList.ts';
import { allCodes, insertPupil, listPupils } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import { goalBank } from './goalBank.ts';
import { addEntry, findEntry, findGoal, isBankEmpty, keepStanding, nextEntryClock, readEntries } from './goalRows.ts';
import { nextFor } from './placements.ts';
import { asSuggested, standingOf, writerOf } from './writers.ts';

/** @throws Refusal `conflict` where the pupil has a goal and nobody confirmed a second */
export function chooseGoal(library: Library, { confirmed, goal, ...choice }: Checked<'goals.choose'>): Told {
  const state = standingOf(library, requirePupil(library, choice.pupil).id);
  const { version, status } = requireGoal(library, goal);
  if (status === 'retired' && !state.kete.some((kept) => kept.goal === goal)) throw new Refusal('bad-request', goalWords.choose.retired);
  const question = questionBeforeChoosing(state, goal, choice.second);
  const isConfirmed = confirmed && choice.second && state.active.length === 1 && state.active[0]?.goal !== goal;
  if (question !== null && !isConfirmed) throw new Refusal('conflict', { message: question });
  return tell(library, { kind: 'chose', ...choice, goal, goalVersion: version });
}

/** Half a minute beside a pupil. */
export function confer(library: Library, conference: Checked<'goals.confer'>): Told {
  requirePupil(library, conference.pupil);
  if (conference.goal !== null) requireGoal(library, conference.goal);
  if (conference.supersedes !== null) requireEntry(library, conference.supersedes, conference.pupil);
  return tell(library, { kind: 'conference', ...conference });
}

export function master(library: Library, { goal, ...mastery }: Checked<'goals.master'>): Told {
  requirePupil(library, mastery.pupil);
  return tell(library, { kind: 'kete', ...mastery, goal, goalVersion: requireGoal(library, goal).version });
}

export function rest(library: Library, rested: Checked<'goals.rest'>): Told {
  requirePupil(library, rested.pupil);
  return tell(library, { kind: 'rested', ...rested });
}

/** @throws Refusal `bad-request` for what is in a kete: it stays, unless it got there by mistake (`unmaster`) */
export function takeBack(library: Library, { pupil, date, entry }: Checked<'goals.takeBack'>): Told {
  if (requireEntry(library, entry, pupil).kind === 'kete') throw new Refusal('bad-request', goalWords.log.inKete);
  return tell(library, { kind: 'undid', pupil, date, supersedes: entry });
}

/** The mastery was a mistake. @throws Refusal `bad-request` for an entry that tells of no mastery */
export function unmaster(library: Library, { pupil, date, entry }: Checked<'goals.unmaster'>): Told {
  if (requireEntry(library, entry, pupil).kind !== 'kete') throw new Refusal('bad-request', goalWords.log.noMastery);
  return tell(library, { kind: 'mistook', pupil, date, supersedes: entry });
}

export const story = (library: Library, pupil: string): InStory[] => storyOf(readEntries(library.db, requirePupil(library, pupil).id));

/** Fitting next goals; what the next level of the pupil's newest chart asks goes before the rest. */
export function suggest(library: Library, pupil: string, date: string): SuggestedGoal[] {
  return suggestGoals({ ...writerOf(library, pupil, date), next: nextFor(library, pupil) }).map(asSuggested);
}

const LogFile = z.strictObject({ format: z.literal('stepwall-goal-log'), formatVersion: z.literal(1), entries: z.array(Entry) });

/** The whole log, pupils by their codes. */
export function logAsJson({ db }: Library): Uint8Array {
  const codes = new Map(listPupils(db).map(({ id, code }) => [id, code]));
  const entries = readEntries(db).map((entry) => ({ ...entry, pupil: codes.get(entry.pupil) ?? entry.pupil }));
  return Buffer.from(`${JSON.stringify(JSON.parse(canonicalText({ format: 'stepwall-goal-log', formatVersion: 1, entries })), null, 1)}\n`);
}

/** What holds, one line each, for a spreadsheet. */
export function logAsCsv({ db }: Library): Uint8Array {
  const codes = new Map(listPupils(db).map(({ id, code }) => [id, code]));
  const lines = standing(readEntries(db)).map((entry) => {
    const talk = entry.kind === 'conference' ? entry : null;
    return [
      entry.date,
      codes.get(entry.pupil) ?? '',
      entry.kind,
      'goal' in entry ? (entry.goal ?? '') : '',
      talk?.outcome ?? '',
      talk?.context ?? '',
      talk?.fixedTogether === true ? goalWords.log.yes : '',
      talk?.praise.join(' ') ?? '',
      talk?.says ?? '',
      talk?.seconds?.toString() ?? '',
      entry.kind === 'chose' ? entry.why : entry.kind === 'kete' ? entry.because : entry.kind === 'rested' ? entry.reason : '',
    ];
  });
  return Buffer.from(tableToCsv([goalWords.log.columns, ...lines]));
}

/** Joins a log of another computer. Pupils whose code isn't known here come in with their code alone. @throws Refusal `unreadable` */
export function takeLog(library: Library, bytes: Uint8Array): number {
  const { entries } = readLog(bytes);
  const { db } = library;
  return db.transaction(() => {
    const everGiven = new Set(allCodes(db));
    for (const code of new Set(entries.map(({ pupil }) => pupil))) if (!everGiven.has(code)) insertPupil(db, randomUUID(), code);
    const ids = new Map(listPupils(db).map(({ id, code }) => [code, id]));
    // Of a pupil who has left this class nothing is taken in again.
    const ours = entries.flatMap((entry) => (ids.has(entry.pupil) ? [{ ...entry, pupil: ids.get(entry.pupil)! }] : []));
    const added = ours.filter((entry) => addEntry(db, entry)).length;
    for (const pupil of new Set(ours.map((entry) => entry.pupil))) keepStanding(db, standingOf(library, pupil));
    return added;
  })();
}

function readLog(bytes: Uint8Array): z.infer<typeof LogFile> {
  try {
    return LogFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refusal('unreadable', goalWords.log.none);
  }
}

type Untold = { [K in Entry['kind']]: Omit<Extract<Entry, { kind: K }>, 'id' | 'clock'> }[Entry['kind']];

function tell(library: Library, untold: Untold): Told {
  const { db } = library;
  const id = randomUUID();
  return db.transaction(() => {
    addEntry(db, Entry.parse({ ...untold, id, clock: nextEntryClock(db) }));
    const state = standingOf(library, untold.pupil);
    keepStanding(db, state);
    return { entry: id, state: inBrief(state) };
  })();
}

function requireGoal(library: Library, code: string): Goal {
  if (isBankEmpty(library.db)) goalBank(library);
  const goal = findGoal(library.db, code);
  if (goal === null) throw new Refusal('not-found', goalWords.bank.gone);
  return goal;
}

function requireEntry({ db }: Library, id: string, pupil: string): Entry {
  const entry = findEntry(db, id);
  if (entry === null || entry.pupil !== pupil) throw new Refusal('not-found', goalWords.log.gone);
  return entry;
}
