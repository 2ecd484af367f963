import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../core/ranking/rank.ts';
import type { KeptVote } from '../../core/ranking/voteLog.ts';
import { joined, latestLook, looksIn, standing } from '../../core/ranking/voteLog.ts';

// Logs of votes from several laptops come together as a union.

const LONG = process.env['STEPWALL_LONG'] === '1';
const uuid = (kind: number, n: number): string => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const papers = Array.from({ length: 6 }, (_, n) => uuid(1, n));
const devices = Array.from({ length: 5 }, (_, n) => uuid(2, n));

/** What five laptops may hold of the same votes: each has some of them, and may know of some that they were taken back, or why. */
const laptops = fc
  .array(
    fc.record({
      judge: fc.constantFrom('Ana', 'Ben', 'Cy'),
      pair: fc.subarray(papers, { minLength: 2, maxLength: 2 }),
      answer: fc.constantFrom('left', 'right', 'tie', 'unreadable'),
      clock: fc.nat(30),
      device: fc.constantFrom(...devices),
      told: fc.array(fc.record({ isThere: fc.boolean(), takenBack: fc.boolean(), reason: fc.constantFrom(null, 'It says why', 'It is longer') }), {
        minLength: 5,
        maxLength: 5,
      }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((votes) =>
    devices.map((_, laptop) =>
      votes.flatMap(({ pair: [left = '', right = ''], told, ...vote }, n): KeptVote[] => {
        const { isThere, takenBack, reason } = told[laptop]!;
        return isThere ? [{ ...vote, id: uuid(3, n), left, right, takenBack, reason }] : [];
      }),
    ),
  );
const inSomeOrder = laptops.chain((logs) => fc.tuple(fc.constant(logs), fc.array(fc.nat(logs.length - 1), { maxLength: 12 }), fc.infiniteStream(fc.nat(1000))));

test('logs come to the same in any order and however often each comes; nothing is lost, nor what was told later', () => {
  fc.assert(
    fc.property(inSomeOrder, ([logs, again, chance]) => {
      const once = joined(...logs);
      const shuffled = [...logs, ...again.map((index) => logs[index]!)]
        .map((log) => ({ log: log.toReversed(), at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ log }) => log);
      expect(joined(...shuffled)).toEqual(once);
      expect(shuffled.reduce<KeptVote[]>((known, log) => joined(known, log), [])).toEqual(once);
      expect(rank(papers, standing(joined(...shuffled)), 3)).toEqual(rank(papers, standing(once), 3));

      const all = logs.flat();
      expect(new Set(once.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
      expect(all.filter(({ takenBack, id }) => takenBack && standing(once).some((one) => one.id === id))).toEqual([]);
      expect(all.filter(({ reason, id }) => reason !== null && once.some((one) => one.id === id && one.reason === null))).toEqual([]);
    }),
    { numRuns: LONG ? 10_000 : 300 },
  );
});

test('the latest look is all votes of one moment; when it is taken back the one before it is', () => {
  const vote = (n: number, clock: number, takenBack = false): KeptVote => ({
    id: uuid(3, n),
    device: devices[0]!,
    judge: `Judge ${n}`,
    clock,
    left: papers[0]!,
    right: papers[1]!,
    answer: 'left',
    reason: null,
    takenBack,
  });
  const log = [vote(1, 1), vote(2, 1), vote(3, 2), vote(4, 2)];
  expect(latestLook(log).map(({ id }) => id)).toEqual([uuid(3, 3), uuid(3, 4)]);
  expect(looksIn(log)).toBe(2);
  const back = joined(log, [vote(3, 2, true), vote(4, 2, true)]);
  expect(latestLook(back).map(({ id }) => id)).toEqual([uuid(3, 1), uuid(3, 2)]);
  expect(looksIn(back)).toBe(1);
  expect(latestLook([])).toEqual([]);
});
