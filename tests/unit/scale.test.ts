import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenAnchors } from '../../core/chart/anchors.ts';
import { Chart, type ScaleKind } from '../../core/chart/document.ts';
import { labelsFor, newChart } from '../../core/chart/scale.ts';

const kinds: ScaleKind[] = ['numbers', 'letters', 'words', 'stars'];

describe('a scale`s labels', () => {
  test.each(kinds)('%s: as many as there are levels, each its own, short enough for a badge', (kind) => {
    for (let count = 2; count <= 10; count += 1) {
      const labels = labelsFor(kind, count);
      expect(labels).toHaveLength(count);
      expect(new Set(labels).size).toBe(count);
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(12);
    }
  });

  test('read from the lowest level up', () => {
    expect(labelsFor('numbers', 5)).toEqual(['0', '1', '2', '3', '4']);
    expect(labelsFor('letters', 3)).toEqual(['A', 'B', 'C']);
    expect(labelsFor('stars', 6)).toEqual(['★', '★★', '★★★', '★★★★', '★★★★★', '6★']);
    expect(labelsFor('words', 3)).toEqual(['Starting', 'Growing', 'Flying']);
    expect(labelsFor('words', 6).at(-1)).toBe('Step 6');
  });

  test('a new chart has the levels 0 to 4, no words and nothing on it', () => {
    let id = 0;
    const chart = newChart('Why do bees matter?', () => `L${id++}`);
    expect(Chart.parse(chart)).toEqual(chart);
    expect(chart).toMatchObject({ title: 'Why do bees matter?', scale: 'numbers', line: [], strip: null });
    expect(chart.levels.map((level) => [level.id, level.label, level.name, level.anchors, level.qualifiers])).toEqual(
      ['0', '1', '2', '3', '4'].map((label) => [`L${label}`, label, '', [], []]),
    );
  });
});

describe('anchors spread evenly', () => {
  const withAnchors = (anchors: readonly (string | null)[]): Chart => {
    let id = 0;
    const chart = newChart('Why?', () => `L${id++}`);
    return { ...chart, levels: anchors.map((anchor, step) => ({ ...chart.levels[0]!, id: `L${step}`, anchors: anchor === null ? [] : [anchor] })) };
  };
  const none = [null, null, null, null, null];
  const line = (count: number): string[] => Array.from({ length: count }, (_, place) => `s${place}`);

  test('the ends of the line stand for the ends of the scale, the others lie between in equal steps', () => {
    expect(evenAnchors(withAnchors(none), line(9)).map(({ anchor }) => anchor)).toEqual(['s0', 's2', 's4', 's6', 's8']);
    expect(evenAnchors(withAnchors(none), line(5)).map(({ level, anchor }) => `${level} ${anchor}`)).toEqual(['L0 s0', 'L1 s1', 'L2 s2', 'L3 s3', 'L4 s4']);
  });

  test('what a team chose stays, and is not given to another level', () => {
    expect(evenAnchors(withAnchors([null, 's4', null]), line(9))).toEqual([
      { level: 'L0', anchor: 's0' },
      { level: 'L2', anchor: 's8' },
    ]);
    expect(evenAnchors(withAnchors(['s0', 's1']), line(9))).toEqual([]);
  });

  test('with fewer papers than levels each paper is used once and some levels stay without; an empty line gives nothing', () => {
    const few = evenAnchors(withAnchors(none), line(3)).map(({ anchor }) => anchor);
    expect(few.toSorted()).toEqual(['s0', 's1', 's2']);
    expect(evenAnchors(withAnchors(none), [])).toEqual([]);
  });

  test('never gives a paper twice, one off the line, or one to a level that has its own', () => {
    const place = fc.option(fc.constantFrom(...line(12)), { nil: null });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 10 }), fc.nat(12), (anchors, count) => {
        const chart = withAnchors(anchors);
        const given = evenAnchors(chart, line(count));
        const free = chart.levels.filter((level) => level.anchors.length === 0).map(({ id }) => id);
        const used = given.map(({ anchor }) => anchor);
        expect(new Set(used).size).toBe(used.length);
        for (const { level, anchor } of given) {
          expect(free).toContain(level);
          expect(line(count)).toContain(anchor);
          expect(anchors).not.toContain(anchor);
        }
        const untaken = line(count).filter((paper) => !anchors.includes(paper)).length;
        expect(given).toHaveLength(Math.min(free.length, untaken));
      }),
    );
  });
});
