import { expect, test } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { toSettle } from '../../core/chart/toSettle.ts';
import { paint, typedHeight } from '../../core/chart/paint.ts';
import { newChart } from '../../core/chart/scale.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const paper = (id: string, facts: Partial<PaperFacts> = {}): PaperFacts => ({
  id,
  code: id,
  pupil: null,
  pages: [],
  text: null,
  textChecked: false,
  hand: 'plain',
  origin: 'not-asked',
  consent: 'not-asked',
  secondLook: false,
  ...facts,
});

function chartWith(...anchors: string[]) {
  let count = 0;
  const chart = newChart('Bees', () => `level-${(count += 1)}`);
  return { ...chart, levels: chart.levels.map((level, index) => ({ ...level, anchors: anchors.slice(index, index + 1) })) };
}

test('a hand that classmates may know is asked about until someone noted a yes, it is from elsewhere, or it is retyped', () => {
  const seen = { secondLook: true };
  const papers = [
    paper('unasked', seen),
    paper('ours', { ...seen, origin: 'this-class', consent: 'no' }),
    paper('agreed', { ...seen, origin: 'this-class', consent: 'yes' }),
    paper('elsewhere', { ...seen, origin: 'elsewhere' }),
    paper('retyped', { ...seen, text: 'bees help' }),
    paper('not on the chart'),
  ];
  const open = toSettle(chartWith('unasked', 'ours', 'agreed', 'elsewhere', 'retyped'), papers);
  expect(open.map(({ paper, hand, look }) => [paper.id, hand, look])).toEqual([
    ['unasked', true, false],
    ['ours', true, false],
  ]);
});

test('every paper on the chart wants a second pair of eyes, a retyped one too', () => {
  const papers = [
    paper('a', { origin: 'elsewhere' }),
    paper('b', { text: 'bees', origin: 'elsewhere' }),
    paper('c', { origin: 'elsewhere', secondLook: true }),
  ];
  expect(toSettle(chartWith('a', 'b', 'c'), papers).map(({ paper, hand, look }) => [paper.id, hand, look])).toEqual([
    ['a', false, true],
    ['b', false, true],
  ]);
});

test('retyped words can stand in a hand that is nobody’s, every letter of them', () => {
  const words = { paper: 'a', code: 'fern', text: 'Bees mater becos ngā pī help. ¿Ça?', pages: [] };
  const element = { id: 'e', kind: 'typed', paper: 'a', x: 0, y: 0, width: 120, height: 60, size: 8 } as const;
  const faces = (standIn: boolean) =>
    paint(element, { fonts, papers: new Map([['a', { ...words, standIn }]]) }).flatMap((mark) => (mark.kind === 'text' ? [[mark.face, mark.text]] : []));
  expect(new Set(faces(false).map(([face]) => face))).toEqual(new Set(['andika']));
  expect(faces(true).map(([face]) => face)).toContain('hand');
  expect(
    faces(true)
      .map(([, text]) => text)
      .join('')
      .replaceAll(' ', ''),
  ).toBe(words.text.replaceAll(' ', ''));
  expect(typedHeight(fonts, { ...words, standIn: true }, 8, 120)).toBeGreaterThan(0);
});
