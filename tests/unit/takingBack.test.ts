import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pupilState } from '../../core/goals/evidence.ts';
import { Entry, joinLogs, nextClock } from '../../core/goals/evidenceLog.ts';
import { storyOf } from '../../core/goals/story.ts';

// Any slip of the hand can be put right: every entry of a pupil's log, mastery too, with a trace, in whatever order logs arrive.

const GOALS = ['HW1', 'HW2', 'SP1'];
const PUPIL = 'fern';
const day = (number: number): string => new Date(Date.UTC(2026, 1, 2 + number)).toISOString().slice(0, 10);
const talked = { context: 'writing', fixedTogether: false, praise: [], says: null, seconds: null, supersedes: null };

const deed = fc.oneof(
  fc.record({
    kind: fc.constant('chose'),
    goal: fc.constantFrom(...GOALS),
    goalVersion: fc.constant(1),
    origin: fc.constant('bank'),
    second: fc.boolean(),
    why: fc.constant(''),
  }),
  fc
    .record({ kind: fc.constant('conference'), goal: fc.constantFrom(...GOALS), outcome: fc.constantFrom('tried', 'by-myself') })
    .map((one) => ({ ...talked, ...one })),
  fc.record({ kind: fc.constant('kete'), goal: fc.constantFrom(...GOALS), goalVersion: fc.constant(1), because: fc.constant('teacher-says') }),
  fc.record({ kind: fc.constant('rested'), goal: fc.constantFrom(...GOALS), reason: fc.constant('paused') }),
);

/** Two laptops, each with a log of its own; now and then they exchange them. Some entries take back one that the writer has seen. */
const school = fc
  .array(fc.record({ at: fc.constantFrom(0, 1), deed, back: fc.option(fc.nat(), { freq: 2 }), exchange: fc.boolean() }), { maxLength: 30 })
  .map((steps) => {
    let logs: Entry[][] = [[], []];
    steps.forEach((step, index) => {
      const log = logs[step.at]!;
      const target = step.back === null ? undefined : log[step.back % Math.max(1, log.length)];
      log.push(written(log, `e${index}`, target === undefined ? step.deed : takingBack(target)));
      if (step.exchange) logs = [joinLogs(logs[0]!, logs[1]!), joinLogs(logs[1]!, logs[0]!)];
    });
    return joinLogs(logs[0]!, logs[1]!);
  });

const written = (log: readonly Entry[], id: string, what: object): Entry =>
  Entry.parse({ pupil: PUPIL, id, clock: nextClock(log), date: day(log.length), ...what });
const takingBack = ({ id, kind }: Entry): object => ({ kind: kind === 'kete' ? 'mistook' : 'undid', supersedes: id });
const keteOf = (log: readonly Entry[]): string[] => pupilState(log, PUPIL).kete.map(({ goal }) => goal);

test('every entry that holds can be taken back: then all is as if it had not been, and it is still told', () => {
  fc.assert(
    fc.property(school, fc.nat(), (log, pick) => {
      const holding = storyOf(log).filter(({ takenBack }) => takenBack === null);
      const one = holding[pick % Math.max(1, holding.length)]?.happened;
      if (one === undefined) return;
      const back = written(log, 'back', takingBack(one));
      const after = [...log, back];
      expect(pupilState(after, PUPIL)).toEqual(
        pupilState(
          log.filter(({ id }) => id !== one.id),
          PUPIL,
        ),
      );
      expect(storyOf(after).find(({ happened }) => happened.id === one.id)?.takenBack).toEqual({ by: ['back'], date: back.date });
      // And put back again.
      const again = [...after, written(after, 'again', { kind: 'undid', supersedes: 'back' })];
      expect(pupilState(again, PUPIL)).toEqual(pupilState(log, PUPIL));
      expect(storyOf(again)).toEqual(storyOf(log));
    }),
    { numRuns: 400 },
  );
});

test('whatever order entries arrive in, and however often, they tell the same', () => {
  fc.assert(
    fc.property(
      school.chain((log) => fc.record({ log: fc.constant(log), order: fc.shuffledSubarray(log, { minLength: log.length }), twice: fc.subarray(log) })),
      ({ log, order, twice }) => {
        const arrived = order.reduce<Entry[]>((there, entry) => joinLogs(there, [entry]), []);
        expect(storyOf(joinLogs(twice, arrived))).toEqual(storyOf(log));
        expect(pupilState(arrived, PUPIL)).toEqual(pupilState(log, PUPIL));
      },
    ),
    { numRuns: 300 },
  );
});

test('a kete holds what has a mastery that nobody called a mistake, and nothing else', () => {
  fc.assert(
    fc.property(school, (log) => {
      const held = storyOf(log).filter(({ happened, takenBack }) => happened.kind === 'kete' && takenBack === null);
      expect(new Set(keteOf(log))).toEqual(new Set(held.map(({ happened }) => happened.goal)));
    }),
    { numRuns: 300 },
  );
});

test('what two teachers said is mastered stays while one of them stands by it', () => {
  const kete = { kind: 'kete', goal: 'HW1', goalVersion: 1, because: 'teacher-says' };
  const home = written([], 'home', kete);
  const away = written([], 'away', kete);
  const mistook = written([home, away], 'm1', { kind: 'mistook', supersedes: 'home' });
  expect(keteOf([home, away, mistook])).toEqual(['HW1']);
  expect(keteOf([home, away, mistook, written([home, away, mistook], 'm2', { kind: 'mistook', supersedes: 'away' })])).toEqual([]);
});

test('only a mastery can be called a mistake, and only the same pupil’s', () => {
  const log = [written([], 'a', { kind: 'chose', goal: 'HW1', goalVersion: 1, origin: 'bank', second: false, why: '' })];
  log.push(written(log, 'b', { kind: 'kete', goal: 'HW2', goalVersion: 1, because: 'teacher-says' }));
  log.push(written(log, 'c', { kind: 'mistook', supersedes: 'a' }), { ...written(log, 'd', { kind: 'mistook', supersedes: 'b' }), pupil: 'moss' });
  expect(pupilState(log, PUPIL)).toMatchObject({ active: [{ goal: 'HW1' }], kete: [{ goal: 'HW2' }] });
});
