import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalsInUse } from '../../core/goals/bank.ts';
import { classStates, inBrief, pupilState, questionBeforeChoosing, queue } from '../../core/goals/evidence.ts';
import type { PupilState, Standing } from '../../core/goals/evidence.ts';
import type { Entry } from '../../core/goals/evidenceLog.ts';
import { Entry as EntrySchema, joinLogs, nextClock, standing } from '../../core/goals/evidenceLog.ts';
import { masteryOf, stickers } from '../../core/goals/mastery.ts';
import { starterBank } from '../support/starterBank.ts';

const CODES = goalsInUse(starterBank)
  .slice(0, 8)
  .map(({ code }) => code);
const PUPILS = ['fern', 'kauri', 'moss', 'rimu'];
const day = (number: number): string => new Date(Date.UTC(2025, 3, 1 + number)).toISOString().slice(0, 10);

/** What a teacher does at one of two laptops (`at`); `pick` chooses among the entries there. */
type Deed =
  | { readonly does: 'choose'; readonly at: 0 | 1; readonly pupil: string; readonly goal: string; readonly second: boolean }
  | {
      readonly does: 'talk';
      readonly at: 0 | 1;
      readonly pupil: string;
      readonly outcome: 'not-yet' | 'tried' | 'with-help' | 'by-myself';
      readonly puts: 'new' | 'right';
    }
  | { readonly does: 'overrule' | 'rest'; readonly at: 0 | 1; readonly pupil: string }
  | { readonly does: 'undo'; readonly at: 0 | 1; readonly pick: number }
  | { readonly does: 'sleep' | 'exchange' };

const at = fc.constantFrom<0 | 1>(0, 1);
const pupil = fc.constantFrom(...PUPILS);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ does: fc.constant('choose' as const), at, pupil, goal: fc.constantFrom(...CODES), second: fc.boolean() }),
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('talk' as const),
      at,
      pupil,
      outcome: fc.constantFrom('not-yet', 'tried', 'with-help', 'by-myself', 'by-myself'),
      puts: fc.constantFrom('new', 'new', 'new', 'right'),
    }),
  },
  fc.record({ does: fc.constantFrom('overrule' as const, 'rest' as const), at, pupil }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), at, pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('sleep' as const, 'exchange' as const) }) },
);

/** A class whose teachers share two laptops and exchange their logs now and then. */
class Term {
  logs: [Entry[], Entry[]] = [[], []];
  #today = 0;
  #written = 0;

  do(deed: Deed): void {
    if ('at' in deed) this.#write(deed);
    else if (deed.does === 'sleep') this.#today += 1;
    else this.logs = [joinLogs(...this.logs), joinLogs(this.logs[1], this.logs[0])];
  }

  #write(deed: Extract<Deed, { at: 0 | 1 }>): void {
    const log = this.logs[deed.at];
    if (deed.does === 'undo') {
      const target = log[deed.pick % Math.max(1, log.length)];
      if (target) this.#append(deed.at, { pupil: target.pupil, kind: 'undid', supersedes: target.id });
      return;
    }
    const state = pupilState(log, deed.pupil);
    const active = state.active.at(-1);
    if (deed.does === 'choose') {
      this.#append(deed.at, { pupil: deed.pupil, kind: 'chose', goal: deed.goal, goalVersion: 1, origin: 'bank', second: deed.second, why: '' });
    } else if (deed.does === 'talk') {
      const earlier = deed.puts === 'right' ? log.findLast((entry) => entry.kind === 'conference' && entry.pupil === deed.pupil) : undefined;
      const goal = active?.goal ?? null;
      this.#append(deed.at, {
        pupil: deed.pupil,
        kind: 'conference',
        goal,
        outcome: goal === null ? null : deed.outcome,
        context: 'writing',
        fixedTogether: false,
        praise: [],
        says: null,
        seconds: 30,
        supersedes: earlier?.id ?? null,
      });
      const now = pupilState(log, deed.pupil).active.find((one) => one.goal === goal);
      if (now && masteryOf(now.outcomes).ready)
        this.#append(deed.at, { pupil: deed.pupil, kind: 'kete', goal: now.goal, goalVersion: 1, because: 'three-times' });
    } else if (active && deed.does === 'overrule')
      this.#append(deed.at, { pupil: deed.pupil, kind: 'kete', goal: active.goal, goalVersion: 1, because: 'teacher-says' });
    else if (active) this.#append(deed.at, { pupil: deed.pupil, kind: 'rested', goal: active.goal, reason: 'paused' });
  }

  #append(laptop: 0 | 1, what: object): void {
    this.#written += 1;
    const log = this.logs[laptop];
    log.push(EntrySchema.parse({ ...what, id: `laptop-${laptop}-${this.#written}`, clock: nextClock(log), date: day(this.#today) }));
  }
}

const keteOf = (state: PupilState | undefined): string[] => state?.kete.map(({ goal }) => goal) ?? [];

describe('random terms of a class', () => {
  test('keep to one goal, never shrink a kete, count each outcome once, and join alike in any order', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 120 }), (deeds) => {
        const term = new Term();
        let ketes = [new Map<string, string[]>(), new Map<string, string[]>()];
        for (const each of deeds) {
          term.do(each);
          ketes = term.logs.map((log, laptop) => {
            const states = classStates(log);
            for (const [code, before] of ketes[laptop]!) expect(keteOf(states.get(code))).toEqual(expect.arrayContaining(before));
            for (const state of states.values()) expectSound(state, log);
            return new Map([...states].map(([code, state]) => [code, keteOf(state)]));
          });
        }
        const joined = joinLogs(...term.logs);
        expect(joinLogs(term.logs[1], term.logs[0])).toEqual(joined);
        expect(joinLogs(joined, term.logs[0])).toEqual(joined);
        expect(new Set(joined.map(({ id }) => id))).toEqual(new Set(term.logs.flat().map(({ id }) => id)));
        expect((JSON.parse(JSON.stringify(joined)) as unknown[]).map((entry) => EntrySchema.parse(entry))).toEqual(joined);
        for (const [code, state] of classStates(joined)) {
          for (const kete of ketes) expect(keteOf(state)).toEqual(expect.arrayContaining(kete.get(code) ?? []));
          expectSound(state, joined);
        }
      }),
      { numRuns: process.env['STEPWALL_LONG'] ? 3000 : 120 },
    );
  });
});

/** One active goal, or a second that was asked for; nothing in two places; outcomes exactly those that nobody took back. */
function expectSound(state: PupilState, log: readonly Entry[]): void {
  const active = state.active.map(({ goal }) => goal);
  const confirmed = standing(log).some((entry) => entry.kind === 'chose' && entry.pupil === state.pupil && entry.second);
  expect(active.length).toBeLessThanOrEqual(confirmed ? 2 : 1);
  expect(new Set(active).size).toBe(active.length);
  expect(state.resting.filter((goal) => active.includes(goal))).toEqual([]);
  expect(new Set(keteOf(state)).size).toBe(state.kete.length);
  for (const { goal, lookingAfter } of state.active) expect(lookingAfter).toBe(keteOf(state).includes(goal));
  const told = standing(log).filter((entry) => entry.kind === 'conference' && entry.pupil === state.pupil && entry.outcome !== null);
  expect(state.outcomes.map(({ id }) => id)).toEqual(told.map(({ id }) => id));
  const takenBack = log.flatMap((entry) => (entry.kind === 'undid' ? [entry.supersedes] : []));
  for (const entry of log)
    if (
      entry.kind === 'conference' &&
      entry.pupil === state.pupil &&
      entry.outcome !== null &&
      !takenBack.includes(entry.id) &&
      !log.some((other) => other.kind === 'conference' && other.supersedes === entry.id)
    )
      expect(state.outcomes.map(({ id }) => id)).toContain(entry.id);
}

/** A log of one pupil, written line by line; the clock and the ids count up. */
function logOf(...lines: readonly (object & { date?: string })[]): Entry[] {
  return lines.map((line, index) => EntrySchema.parse({ pupil: 'fern', id: `e${index}`, clock: index, date: day(index), ...line }));
}
const chose = (goal: string, more: object = {}): object => ({ kind: 'chose', goal, goalVersion: 1, origin: 'bank', second: false, why: '', ...more });
const talk = (goal: string, outcome: string, more: object = {}): object => ({
  kind: 'conference',
  goal,
  outcome,
  context: 'writing',
  fixedTogether: false,
  praise: ['content'],
  says: null,
  seconds: 30,
  supersedes: null,
  ...more,
});
const kete = (goal: string, more: object = {}): object => ({ kind: 'kete', goal, goalVersion: 1, because: 'three-times', ...more });
const undo = (supersedes: string): object => ({ kind: 'undid', supersedes });

describe('mastery', () => {
  const outcomes = (...lines: readonly object[]) => pupilState(logOf(chose('HW1'), ...lines), 'fern').active[0]!.outcomes;

  test('asks for three times by myself on three different days', () => {
    const twiceInADay = outcomes(
      talk('HW1', 'by-myself', { date: day(1) }),
      talk('HW1', 'by-myself', { date: day(1) }),
      talk('HW1', 'with-help'),
      talk('HW1', 'by-myself'),
    );
    expect(masteryOf(twiceInADay)).toMatchObject({ times: 3, days: 2, ready: false });
    expect(masteryOf([...twiceInADay, { ...twiceInADay[0]!, id: 'x', date: day(9) }]).ready).toBe(true);
    expect(stickers(twiceInADay, 3)).toEqual([true, true, false]);
  });

  test('asks for a smaller step after five tries without success, not after four, not when help worked', () => {
    const tries = ['not-yet', 'tried', 'tried', 'not-yet', 'tried'].map((outcome) => talk('HW1', outcome));
    expect(masteryOf(outcomes(...tries)).tooBig).toBe(true);
    expect(masteryOf(outcomes(...tries.slice(1))).tooBig).toBe(false);
    expect(masteryOf(outcomes(...tries, talk('HW1', 'with-help'))).tooBig).toBe(false);
  });

  test('stays in the kete when a conference is undone, and when somebody tries to undo the kete itself', () => {
    const log = logOf(chose('HW1'), talk('HW1', 'by-myself'), kete('HW1', { because: 'teacher-says' }), undo('e1'), undo('e2'));
    expect(pupilState(log, 'fern')).toMatchObject({ active: [], outcomes: [], kete: [{ goal: 'HW1', because: 'teacher-says' }] });
  });

  test('what is looked after stays in the kete and gathers the places where it was seen', () => {
    const log = logOf(
      chose('HW1'),
      talk('HW1', 'by-myself'),
      kete('HW1'),
      chose('HW1', { origin: 'look-after' }),
      talk('HW1', 'by-myself', { context: 'inquiry' }),
      talk('HW1', 'tried', { context: 'maths' }),
    );
    const state = pupilState(log, 'fern');
    expect(state.active[0]).toMatchObject({ goal: 'HW1', lookingAfter: true });
    expect(state.kete).toMatchObject([{ goal: 'HW1', contexts: ['writing', 'inquiry'] }]);
  });
});

describe('choosing', () => {
  test('a new goal lets the old one rest; a second one needs a yes; a third is refused', () => {
    const one = pupilState(logOf(chose('HW1'), chose('HW2')), 'fern');
    expect(one.active.map(({ goal }) => goal)).toEqual(['HW2']);
    expect(one.resting).toEqual(['HW1']);
    expect(questionBeforeChoosing(one, 'HW3', false)).toBeNull();
    expect(questionBeforeChoosing(one, 'HW3', true)).toContain('all the same');
    expect(questionBeforeChoosing(one, 'HW2', false)).toContain('already');
    const two = pupilState(logOf(chose('HW1'), chose('HW2', { second: true })), 'fern');
    expect(two.active.map(({ goal }) => goal)).toEqual(['HW1', 'HW2']);
    expect(questionBeforeChoosing(two, 'HW3', true)).toContain('rest');
  });

  test('undo brings the goal before back; undoing the undo takes it away again', () => {
    const log = logOf(chose('HW1'), chose('HW2'), undo('e1'), undo('e2'));
    expect(pupilState(log.slice(0, 3), 'fern').active.map(({ goal }) => goal)).toEqual(['HW1']);
    expect(pupilState(log, 'fern').active.map(({ goal }) => goal)).toEqual(['HW2']);
  });

  test('a conference put right counts once, as it is now', () => {
    const log = logOf(chose('HW1'), talk('HW1', 'not-yet'), talk('HW1', 'by-myself', { supersedes: 'e1' }));
    expect(pupilState(log, 'fern').outcomes.map(({ outcome }) => outcome)).toEqual(['by-myself']);
    expect(pupilState(log, 'fern').seen).toHaveLength(1);
    const again = [...log, ...logOf(chose('HW1'), talk('HW1', 'tried'), talk('HW1', 'tried'), talk('HW1', 'tried', { supersedes: 'e2' }), undo('e3')).slice(3)];
    expect(pupilState(again.slice(0, 4), 'fern').outcomes.map(({ outcome }) => outcome)).toEqual(['tried']);
    expect(pupilState(again, 'fern').outcomes.map(({ outcome }) => outcome)).toEqual(['by-myself']);
  });

  test('nobody can take back what belongs to another pupil', () => {
    const log = [...logOf(chose('HW1')), EntrySchema.parse({ ...undo('e0'), pupil: 'kauri', id: 'x', clock: 5, date: day(1) })];
    expect(pupilState(log, 'fern').active).toHaveLength(1);
    expect(classStates(log).get('fern')?.active).toHaveLength(1);
  });

  test('a step only takes back what came before it', () => {
    const log = logOf(chose('HW1'), undo('e2'), chose('HW2'));
    expect(pupilState(log, 'fern').active.map(({ goal }) => goal)).toEqual(['HW2']);
  });

  test('the queue begins with those nobody has sat beside for longest', () => {
    const seen = (pupil: string, ...days: readonly number[]): Standing => inBrief({ ...pupilState([], pupil), seen: days.map(day) });
    expect(queue([seen('a', 1, 5), seen('b'), seen('c', 5), seen('d', 3)]).map(({ pupil: code }) => code)).toEqual(['b', 'd', 'c', 'a']);
  });
});
