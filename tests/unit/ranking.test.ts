import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextLook, rank } from '../../core/ranking/rank.ts';
import { fitStrengths } from '../../core/ranking/strengths.ts';
import { votesThatCount, type Vote } from '../../core/ranking/votes.ts';

// Votes on pairs of papers become an order, anchors, and how sure that is.

const papers = ['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'oak', 'rowan'];
const judges = ['ana', 'ben', 'cy'];

const vote = fc.record(
  {
    judge: fc.constantFrom(...judges),
    left: fc.constantFrom(...papers),
    right: fc.constantFrom(...papers),
    answer: fc.constantFrom('left', 'right', 'tie', 'unreadable'),
    clock: fc.nat(20),
  },
  { requiredKeys: ['judge', 'left', 'right', 'answer'] },
);
const votes = fc.array(
  vote.filter(({ left, right }) => left !== right),
  { maxLength: 60 },
) as fc.Arbitrary<Vote[]>;

/** All judges see the papers in the order of the list. */
function allAgree(looks: readonly (readonly [string, string])[], who: readonly string[] = judges): Vote[] {
  return looks.flatMap(([left, right]) =>
    who.map((judge): Vote => ({ judge, left, right, answer: papers.indexOf(left) > papers.indexOf(right) ? 'left' : 'right' })),
  );
}

const allPairs = papers.flatMap((left, index) => papers.slice(index + 1).map((right) => [left, right] as const));

describe('an order from votes', () => {
  test('is the same for the same votes in any order, whichever paper lay left, and however often a file comes', () => {
    fc.assert(
      fc.property(
        votes.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const turned = shuffled.map((one): Vote => {
            const answer = one.answer === 'left' ? 'right' : one.answer === 'right' ? 'left' : one.answer;
            return { ...one, left: one.right, right: one.left, answer };
          });
          expect(rank(papers, shuffled, 4)).toEqual(rank(papers, rows, 4));
          expect(rank(papers, turned, 4)).toEqual(rank(papers, rows, 4));
          const withClocks = rows.filter(({ clock }) => clock !== undefined);
          expect(rank(papers, [...withClocks, ...shuffled], 4)).toEqual(rank(papers, rows, 4));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is theirs where all agree, with ends and levels', () => {
    const ranked = rank(papers, allAgree(allPairs), 4);
    expect(ranked.order).toEqual(papers);
    expect(ranked.anchors.map(({ level }) => level)).toEqual([0, 1, 2, 3]);
    expect(ranked.anchors[0]?.paper).toBe('ash');
    expect(ranked.anchors[3]?.paper).toBe('rowan');
    expect(ranked.pairs.map(({ certainty }) => certainty)).toEqual(['clear', 'clear', 'clear']);
    expect(ranked.advice).toEqual({ levels: 4, why: 'All 4 levels are told apart.' });
  });

  test('of one teacher alone is never called clear, and says why', () => {
    const ranked = rank(papers, allAgree([...allPairs, ...allPairs, ...allPairs], ['ana']), 4);
    expect(ranked.order).toEqual(papers);
    expect(ranked.pairs.map(({ certainty }) => certainty)).not.toContain('clear');
    expect(ranked.advice.why).toContain('One teacher alone');
  });

  test('a later vote of the same teacher on the same pair takes the place of the earlier one, by its clock', () => {
    const rows: Vote[] = [
      { judge: 'ana', left: 'oak', right: 'elm', answer: 'left', clock: 3 },
      { judge: 'ana', left: 'elm', right: 'oak', answer: 'left', clock: 9 },
      { judge: 'ana', left: 'oak', right: 'elm', answer: 'tie', clock: 5 },
      { judge: 'ben', left: 'oak', right: 'elm', answer: 'left', clock: 1 },
    ];
    expect(votesThatCount(rows)).toHaveLength(2);
    expect(votesThatCount(rows)).toContainEqual({ judge: 'ana', left: 'elm', right: 'oak', answer: 'left', clock: 9 });
  });

  test('a paper that nobody could judge stands for no level; a tie is half a win', () => {
    const rows = allAgree(allPairs.filter(([left, right]) => left !== 'rowan' && right !== 'rowan'));
    const unreadable = judges.map((judge): Vote => ({ judge, left: 'rowan', right: 'ash', answer: 'unreadable' }));
    expect(rank(papers, [...rows, ...unreadable], 5).anchors.map(({ paper }) => paper)).not.toContain('rowan');
    const tied = rank(['elm', 'oak'], [{ judge: 'ana', left: 'elm', right: 'oak', answer: 'tie' }], 2);
    expect(tied.strength['elm']).toBeCloseTo(tied.strength['oak']!, 6);
    expect(tied.pairs[0]?.probability).toBeCloseTo(0.5, 6);
  });

  test('neighbours about whom judges disagree are contested, and fewer levels are advised', () => {
    const split = [1, 2, 3].flatMap((): Vote[] => [
      { judge: 'ana', left: 'elm', right: 'fir', answer: 'left' },
      { judge: 'ben', left: 'elm', right: 'fir', answer: 'right' },
      { judge: 'cy', left: 'elm', right: 'fir', answer: 'tie' },
    ]);
    const ranked = rank(['ash', 'elm', 'fir', 'rowan'], [...allAgree([['ash', 'elm'], ['ash', 'fir'], ['elm', 'rowan'], ['fir', 'rowan']].flatMap((look) => [look, look, look]) as [string, string][]), ...split], 4); // prettier-ignore
    expect(ranked.pairs[1]).toMatchObject({ certainty: 'contested' });
    expect(ranked.advice.levels).toBeLessThan(4);
    expect(ranked.advice.why).toContain('honestly');
  });

  test('where a paper is missing between two levels, the advice says where', () => {
    const looks = allPairs.filter(([left, right]) => left !== 'elm' && right !== 'elm');
    const near = rank(papers, allAgree(looks), 3);
    expect(near.advice.why).not.toContain('missing');
    const few = ['ash', 'birch', 'rowan'];
    const far = [1, 2, 3, 4].flatMap(() =>
      judges.flatMap((judge): Vote[] => [
        { judge, left: 'ash', right: 'birch', answer: judge === 'cy' ? 'left' : 'right' },
        { judge, left: 'birch', right: 'rowan', answer: 'right' },
        { judge, left: 'ash', right: 'rowan', answer: 'right' },
      ]),
    );
    expect(rank(few, far, 3).advice.why).toContain('Between level 1 and level 2 a paper is missing');
  });

  test('strengths stay finite, and bounds hold, whatever was voted', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 2, max: 10 }), (rows, levels) => {
        const ranked = rank(papers, rows, levels);
        expect([...ranked.order].sort()).toEqual([...papers].sort());
        expect(ranked.anchors).toHaveLength(Math.min(levels, papers.length));
        expect(new Set(ranked.anchors.map(({ paper }) => paper)).size).toBe(ranked.anchors.length);
        for (const { probability } of ranked.pairs) expect(probability).toBeGreaterThanOrEqual(0);
        for (const { probability } of ranked.pairs) expect(probability).toBeLessThanOrEqual(1);
        for (const strength of Object.values(ranked.strength)) expect(Math.abs(strength)).toBeLessThan(30);
        const places = ranked.anchors.map(({ paper }) => ranked.order.indexOf(paper));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  test('the fit is the top: no small step to any side is more likely', () => {
    fc.assert(
      fc.property(votes, (rows) => {
        const count = papers.length;
        const wins = new Float64Array(count * count);
        for (const { left, right, answer } of rows) if (answer === 'left') wins[papers.indexOf(left) * count + papers.indexOf(right)]! += 1;
        const { strength, priorSd } = fitStrengths(count, wins);
        const likely = (at: Float64Array): number => {
          let sum = 0;
          for (let one = 0; one < count; one++) {
            sum -= at[one]! ** 2 / (2 * priorSd ** 2);
            for (let other = 0; other < count; other++) sum -= wins[one * count + other]! * Math.log1p(Math.exp(at[other]! - at[one]!));
          }
          return sum;
        };
        const top = likely(strength);
        for (let paper = 0; paper < count; paper++)
          for (const by of [-0.01, 0.01]) expect(likely(strength.map((value, at) => (at === paper ? value + by : value)))).toBeLessThanOrEqual(top + 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the next look', () => {
  test('comes until every paper was seen and the order is sure; then there is none', () => {
    for (const team of [judges, ['ana']]) {
      const rows: Vote[] = [];
      let looks = 0;
      for (let look = nextLook(papers, rows, 3, team.length); look !== null; look = nextLook(papers, rows, 3, team.length)) {
        expect(look.one).not.toBe(look.other);
        rows.push(...allAgree([[look.one, look.other]], team));
        if (++looks > 200) throw new Error('It never ends.');
      }
      const seen = new Set(rows.flatMap(({ left, right }) => [left, right]));
      expect(seen.size).toBe(papers.length);
      const anchors = rank(papers, rows, 3).anchors.map(({ paper }) => papers.indexOf(paper));
      expect(anchors).toEqual([...anchors].sort((a, b) => a - b));
    }
  });
});
