import { describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { WHOLE } from '../../core/capture/trueSize.ts';
import type { Chart } from '../../core/chart/document.ts';
import { isReady, progressOf, steps } from '../../core/chart/progress.ts';
import { newChart } from '../../core/chart/scale.ts';

const page = (checked: boolean): PaperFacts['pages'][number] => ({
  id: 'p',
  width: 10,
  height: 10,
  dpi: null,
  proposal: { quad: null, confidence: 0, skewDegrees: null, turnDegrees: 0, blank: false },
  cleaning: { quad: null, turn: 0, degrees: 0, crop: WHOLE, flatten: null, lightenRules: false, showThrough: false, redactions: [], cover: 'dark' },
  decided: false,
  clean: null,
  look: 'x',
  checked,
  original: 'here',
});
const paper = (id: string, pages: readonly boolean[], text: string | null = null, textChecked = false): PaperFacts => ({
  id,
  code: id,
  pupil: null,
  pages: pages.map(page),
  text,
  textChecked,
  hand: 'plain',
  origin: 'not-asked',
  consent: 'not-asked',
  secondLook: false,
});

const empty = newChart('Why?', () => crypto.randomUUID());
const ready = [paper('a', [true]), paper('b', [true, true]), paper('c', [true])];
const lined: Chart = { ...empty, line: ['a', 'b', 'c'] };
const levelled: Chart = {
  ...lined,
  levels: ['a', 'b', 'c'].map((anchor, step) => ({ ...empty.levels[step]!, anchors: [anchor], qualifiers: [{ id: anchor, text: 'Says why', kind: 'new' }] })),
};
const laidOut: Chart = { ...levelled, strip: { orientation: 'horizontal', width: 900, height: 500, elements: [] } };

describe('how far a wall is', () => {
  test('each step is done when what it is for is there, and the next is the first that is not', () => {
    const story: [Chart, PaperFacts[], boolean, string][] = [
      [empty, [], false, 'collect'],
      [empty, [paper('a', [true]), paper('b', [true, false])], false, 'clean'],
      [empty, ready, false, 'line-up'],
      [lined, ready, false, 'levels'],
      [levelled, ready, false, 'design'],
      [laidOut, ready, false, 'print'],
      [laidOut, ready, true, 'present'],
    ];
    for (const [chart, papers, printed, next] of story) {
      const progress = progressOf(chart, papers, printed);
      expect(progress.next, next).toBe(next);
      expect(progress.done, next).toEqual(steps.slice(0, steps.indexOf(progress.next)));
    }
  });

  test('a paper that comes late takes its steps back, and what is printed stays printed', () => {
    const progress = progressOf(laidOut, [...ready, paper('d', [false])], true);
    expect(progress).toMatchObject({ next: 'clean', done: ['collect', 'levels', 'design', 'print'], papers: 4, pages: 5, checked: 3, placed: 3 });
  });

  test('counts papers that are there: one in the bin neither stands in the line nor for a level', () => {
    expect(progressOf(levelled, ready.slice(1), false)).toMatchObject({ papers: 2, placed: 2, anchored: 2, worded: 3, levels: 3 });
    expect(progressOf(levelled, [], false)).toMatchObject({ next: 'collect', done: [], placed: 0, anchored: 0 });
  });

  test('every level needs a paper and words', () => {
    const [first, ...others] = levelled.levels;
    const wordless: Chart = { ...levelled, levels: [{ ...first!, qualifiers: [] }, ...others] };
    const paperless: Chart = { ...levelled, levels: [{ ...first!, anchors: [] }, ...others] };
    for (const chart of [wordless, paperless]) expect(progressOf(chart, ready, false).done).not.toContain('levels');
  });
});

test('a paper is ready once all its pages were found nameless, or the text that stands in for them was', () => {
  expect(isReady(paper('a', [true, true]))).toBe(true);
  expect(isReady(paper('a', [true, false]))).toBe(false);
  expect(isReady(paper('a', []))).toBe(false);
  expect(isReady(paper('a', [true], 'Bees help', false))).toBe(false);
  expect(isReady(paper('a', [false], 'Bees help', true))).toBe(true);
});
