import Database from 'better-sqlite3';
import fc from 'fast-check';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CallName, Input, Output } from '../../core/contract/contract.ts';
import { tableFromCsv } from '../../core/goals/csvTable.ts';
import { classStates, inBrief, pupilState } from '../../core/goals/evidence.ts';
import { Entry, standing } from '../../core/goals/evidenceLog.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { pupilRecord } from '../support/pupilRecord.ts';
import { offer, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

const GOALS = ['SE3', 'SE4', 'SE21', 'DE22', 'PU1', 'PU2', 'PR22'];
const day = (number: number): string => new Date(Date.UTC(2026, 1, 2 + number)).toISOString().slice(0, 10);

/** What teachers do in a term; `pupil` and `pick` are taken as remainders. */
type Deed = { readonly pupil: number; readonly goal: string } & (
  | { readonly does: 'choose'; readonly second: boolean; readonly confirmed: boolean }
  | { readonly does: 'talk'; readonly outcome: 'not-yet' | 'tried' | 'with-help' | 'by-myself'; readonly right: boolean }
  | { readonly does: 'master' | 'rest' | 'sleep' | 'reword' | 'merge' | 'exchange' }
  | { readonly does: 'undo'; readonly pick: number }
);

const who = { pupil: fc.nat(3), goal: fc.constantFrom(...GOALS) };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('choose' as const), ...who, second: fc.boolean(), confirmed: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('talk' as const),
      ...who,
      outcome: fc.constantFrom('not-yet' as const, 'tried' as const, 'with-help' as const, 'by-myself' as const),
      right: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('master' as const, 'rest' as const, 'sleep' as const, 'reword' as const, 'merge' as const, 'exchange' as const),
      ...who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), ...who, pick: fc.nat() }) },
);

/** A school that works in one library, and hands its log to a second one now and then. */
class Term {
  readonly place: Place = tempPlace();
  readonly home: OpenedApp;
  readonly away: OpenedApp;
  readonly #told: { pupil: string; entry: string }[] = [];
  pupils: string[] = [];
  #today = 0;

  constructor() {
    this.home = openTestApp(this.place, imaging);
    this.away = openTestApp(this.place, imaging, { folder: join(this.place.root, 'away') });
  }

  async begin(): Promise<void> {
    const { pupils } = await this.home.api.call('class.add', { names: ['', '', '', ''] });
    this.pupils = pupils.map(({ id }) => id);
  }

  async do(one: Deed): Promise<void> {
    const pupil = this.pupils[one.pupil % this.pupils.length]!;
    const on = { pupil, date: day(this.#today) };
    const { goal } = one;
    if (one.does === 'sleep') this.#today += 1;
    else if (one.does === 'choose') await this.#tell('goals.choose', { ...on, goal, origin: 'bank', why: '', second: one.second, confirmed: one.confirmed });
    else if (one.does === 'talk') {
      const earlier = one.right ? this.#told.findLast((told) => told.pupil === pupil) : undefined;
      const talk = { context: 'writing' as const, fixedTogether: false, praise: [], says: null, seconds: 30, supersedes: earlier?.entry ?? null };
      await this.#tell('goals.confer', { ...on, goal, outcome: one.outcome, ...talk });
    } else if (one.does === 'master') await this.#tell('goals.master', { ...on, goal, because: 'teacher-says' });
    else if (one.does === 'rest') await this.#tell('goals.rest', { ...on, goal, reason: 'paused' });
    else if (one.does === 'undo') {
      const told = this.#told[one.pick % Math.max(1, this.#told.length)];
      if (told) await this.#tell('goals.takeBack', { pupil: told.pupil, date: on.date, entry: told.entry });
    } else if (one.does === 'reword') await this.#reword(goal);
    else if (one.does === 'merge') await this.home.api.call('goals.merge', { from: goal, into: GOALS[one.pupil]! }).catch(foreseen);
    else await this.exchange();
  }

  async #tell<N extends 'goals.choose' | 'goals.confer' | 'goals.master' | 'goals.rest' | 'goals.takeBack'>(name: N, input: Input<N>): Promise<void> {
    const told = (await this.home.api.call(name as CallName, input as never).catch(foreseen)) as Output<N> | null;
    if (told !== null) this.#told.push({ pupil: told.state.pupil, entry: told.entry });
  }

  async #reword(code: string): Promise<void> {
    const { goals } = await this.home.api.call('goals.bank', {});
    const newest = goals.filter((goal) => goal.code === code).at(-1)!;
    await this.home.api.call('goals.save', { kind: 'goal', item: { ...newest, pupilText: `${newest.pupilText.slice(0, 80)} Now.` } });
  }

  /** The log goes to the second library. */
  async exchange(): Promise<void> {
    const [file = ''] = await offer(this.away, [['log.json', await this.logOut('json')]]);
    await resultOf(this.away, await this.away.api.call('goals.logIn', { file }));
  }

  async logOut(as: 'json' | 'csv'): Promise<Buffer> {
    const { token } = await this.home.api.call('goals.logOut', { as });
    return Buffer.from(await (await this.home.ask(`/outgoing/${token}`)).arrayBuffer());
  }

  async end(): Promise<void> {
    await this.home.close();
    await this.away.close();
    this.place.remove();
  }
}

function foreseen(error: unknown): null {
  if (!(error instanceof Refusal) || !['conflict', 'bad-request', 'not-found'].includes(error.code)) throw error;
  return null;
}

/** The tables as another program reads them. */
function tables(file: string) {
  const db = new Database(file, { readonly: true });
  try {
    return {
      active: z
        .array(z.object({ pupil: z.string(), place: z.int(), goal: z.string(), confirmed: z.int() }))
        .parse(db.prepare('select * from active_goal order by pupil, place').all()),
      kete: z.array(z.object({ pupil: z.string(), goal: z.string() })).parse(db.prepare('select pupil, goal from kete order by pupil, rowid').all()),
      entries: z
        .array(z.object({ document: z.string() }))
        .parse(db.prepare('select document from goal_entry order by clock, id').all())
        .map(({ document }) => Entry.parse(JSON.parse(document))),
    };
  } finally {
    db.close();
  }
}

describe('random terms of a class, through the services', () => {
  test('one active goal, ketes that never shrink, every outcome once, exports equal to the database', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (deeds) => {
        const term = new Term();
        try {
          await term.begin();
          let ketes: { pupil: string; goal: string }[] = [];
          for (const one of deeds) {
            await term.do(one);
            const { active, kete, entries } = tables(join(term.place.folder, 'library.db'));
            expect(kete).toEqual(expect.arrayContaining(ketes));
            ketes = kete;
            const states = classStates(entries);
            for (const state of await term.home.api.call('goals.class', {})) {
              const told = standing(entries).flatMap((entry) =>
                entry.kind === 'conference' && entry.pupil === state.pupil && entry.outcome !== null && entry.goal !== null ? [entry.id] : [],
              );
              const story = pupilRecord(state, await term.home.api.call('goals.story', { pupil: state.pupil }));
              expect(story.outcomes.map(({ id }) => id)).toEqual(told);
              expect(story).toEqual(states.get(state.pupil) ?? expect.anything());
              expect(state).toEqual(inBrief(pupilState(entries, state.pupil)));
              const rows = active.filter(({ pupil }) => pupil === state.pupil);
              expect(rows.map(({ goal }) => goal)).toEqual(state.active.map(({ goal }) => goal));
              expect(
                kete
                  .filter(({ pupil }) => pupil === state.pupil)
                  .map(({ goal }) => goal)
                  .sort(),
              ).toEqual(state.kete.map(({ goal }) => goal).sort());
            }
            const asked = deeds.some((each) => each.does === 'choose' && each.second && each.confirmed);
            expect(active.every(({ place }) => place === 1) || asked).toBe(true);
          }
          await expectExportsToEqual(term);
        } finally {
          await term.end();
        }
      }),
      { numRuns: process.env['STEPWALL_LONG'] ? 60 : 6 },
    );
  });
});

async function expectExportsToEqual(term: Term): Promise<void> {
  const { entries } = tables(join(term.place.folder, 'library.db'));
  const { pupils } = await term.home.api.call('class.list', {});
  const codes = new Map(pupils.map(({ id, code }) => [id, code]));
  const byCode = entries.map((entry) => ({ ...entry, pupil: codes.get(entry.pupil) }));
  const out = z.object({ entries: z.array(z.unknown()) }).parse(JSON.parse((await term.logOut('json')).toString()));
  expect(out.entries).toEqual(byCode);
  const { rows } = tableFromCsv((await term.logOut('csv')).toString());
  expect(rows.length - 1).toBe(standing(entries).length);
  // One mark, or Excel takes the first column's title for another word.
  expect((await term.logOut('csv')).toString()).toMatch(/^\uFEFF[a-z]/);
  expect(rows[0]?.cells).toEqual(['date', 'pupil', 'what', 'goal', 'outcome', 'context', 'fixed together', 'praise', 'says the goal', 'seconds', 'why']);

  await term.exchange();
  const there = await term.away.api.call('class.list', {});
  const codesThere = new Map(there.pupils.map(({ id, code }) => [id, code]));
  expect(tables(join(term.place.root, 'away', 'library.db')).entries.map((entry) => ({ ...entry, pupil: codesThere.get(entry.pupil) }))).toEqual(byCode);
}

test('the database itself refuses a second goal that nobody confirmed, a changed entry, and a smaller kete', async () => {
  const term = new Term();
  try {
    await term.begin();
    await term.do({ does: 'choose', pupil: 0, goal: 'SE4', second: false, confirmed: false });
    await term.do({ does: 'master', pupil: 0, goal: 'SE3' });
    const db = new Database(join(term.place.folder, 'library.db'));
    try {
      const second = db.prepare('insert into active_goal (pupil, place, goal, goal_version, since, confirmed) values (?, ?, ?, 1, ?, 0)');
      expect(() => second.run(term.pupils[0], 1, 'PU1', day(0))).toThrow('UNIQUE');
      expect(() => second.run(term.pupils[0], 2, 'PU1', day(0))).toThrow('CHECK');
      expect(() => db.prepare('update goal_entry set clock = 9').run()).toThrow('never changed');
      expect(() => db.prepare('delete from kete').run()).toThrow('stays in it');
    } finally {
      db.close();
    }
    await term.home.api.call('class.remove', { pupil: term.pupils[0]! });
    expect(tables(join(term.place.folder, 'library.db'))).toEqual({ active: [], kete: [], entries: [] });
  } finally {
    await term.end();
  }
});
