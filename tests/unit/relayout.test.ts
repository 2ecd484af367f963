import { describe, expect, test } from 'vitest';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { apply, type Command } from '../../core/chart/commands.ts';
import type { Chart, Element } from '../../core/chart/document.ts';
import { isOutOfDate, layOutAgain } from '../../core/chart/relayout.ts';
import { moved } from '../../core/chart/reshape.ts';
import { newChart } from '../../core/chart/scale.ts';
import { wallFonts } from '../support/wallFonts.ts';

const shown = (paper: string, pages: readonly string[]): Paper => ({
  paper,
  code: paper,
  text: null,
  pages: pages.map((page) => ({ page, media: `media of ${page}`, width: 1000, height: 500, widthMm: 200, heightMm: 100 })),
});
const papers = new Map(['low', 'middle', 'high', 'spare'].map((paper) => [paper, shown(paper, [`${paper} page`])]));
const context = { fonts: wallFonts, papers };

let given = 0;
const worded: Chart = (['low', 'middle', 'high'] as const).reduce(
  (chart, anchor, step) =>
    after(
      chart,
      { name: 'set-anchors', level: `L${step}`, anchors: [anchor] },
      { name: 'name-level', level: `L${step}`, label: String(step), title: `Level ${step}` },
      { name: 'add-qualifier', level: `L${step}`, qualifier: { id: `q${step}`, text: `Says what comes at ${step}`, kind: 'new' } },
    ),
  after(
    newChart('Why do bees matter?', () => `L${given++}`),
    { name: 'set-scale', scale: 'numbers', levels: ['L0', 'L1', 'L2'] },
  ),
);
const laidOut = again(worded, 'horizontal');

function after(chart: Chart, ...commands: Command[]): Chart {
  return commands.reduce(apply, chart);
}

function again(chart: Chart, orientation?: 'horizontal' | 'vertical', known = context): Chart {
  return after(chart, { name: 'lay-out', strip: layOutAgain(chart, known, orientation) });
}

const find = (chart: Chart, id: string): Element | undefined => chart.strip!.elements.find((element) => element.id === id);
const get = (chart: Chart, id: string): Element => {
  const element = find(chart, id);
  if (element === undefined) throw new Error(`There is no ${id}.`);
  return element;
};
const mine: Element = { id: 'mine', kind: 'dock', text: 'Put yours here', x: 300, y: 40, width: 60, height: 30 };
const moreWords: Command[] = [
  { name: 'retitle', title: 'What do bees do for us all, every day of the year?' },
  { name: 'name-level', level: 'L1', label: 'B', title: 'More reasons' },
  { name: 'change-qualifier', qualifier: { id: 'q1', text: 'Gives a second reason, and says what follows from it', kind: 'new' } },
];

describe('laying out again', () => {
  test('changes nothing where nothing changed', () => {
    expect(again(laidOut)).toEqual(laidOut);
    expect(again(laidOut, 'horizontal')).toEqual(laidOut);
  });

  test('brings new words, levels and papers to what nobody touched', () => {
    const chart = again(after(laidOut, ...moreWords, { name: 'set-anchors', level: 'L2', anchors: ['spare', 'high'] }));
    expect(get(chart, 'title')).toMatchObject({ text: 'What do bees do for us all, every day of the year?' });
    expect(get(chart, 'level:L1:name')).toMatchObject({ text: 'More reasons' });
    expect(get(chart, 'level:L1:badge')).toMatchObject({ label: 'B' });
    expect(find(chart, 'level:L2:sample:spare:spare page')).toBeDefined();
    expect(find(again(after(chart, { name: 'set-scale', scale: 'numbers', levels: ['L0', 'L1'] })), 'level:L2:panel')).toBeUndefined();
  });

  test('what a person moved or restyled stays where it is and as it looks, and learns the new words', () => {
    const title = { ...moved(get(laidOut, 'title'), 70, 5), colour: '#aa0000', size: 30 } as Element;
    const badge = moved(get(laidOut, 'level:L1:badge'), 3, 4);
    const picture = { ...moved(get(laidOut, 'level:L0:sample:low:low page'), -6, 9), crop: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } } as Element;
    const chart = again(after(laidOut, { name: 'change-elements', elements: [title, badge, picture] }, ...moreWords));
    expect(get(chart, 'title')).toEqual({ ...title, text: 'What do bees do for us all, every day of the year?' });
    expect(get(chart, 'level:L1:badge')).toEqual({ ...badge, label: 'B' });
    expect(get(chart, 'level:L0:sample:low:low page')).toEqual(picture);
  });

  test('what a person added stays as it is, on top', () => {
    const chart = again(after(laidOut, { name: 'add-elements', elements: [mine] }, ...moreWords));
    expect(chart.strip!.elements.at(-1)).toEqual(mine);
    expect(chart.strip!.elements.filter(({ id }) => id === 'mine')).toHaveLength(1);
  });

  test('what a person took away stays away, also the second time', () => {
    const chart = again(again(after(laidOut, { name: 'remove-elements', ids: ['subtitle', 'level:L1:dock'] }, ...moreWords)));
    expect([find(chart, 'subtitle'), find(chart, 'level:L1:dock')]).toEqual([undefined, undefined]);
    expect(find(chart, 'level:L2:dock')).toBeDefined();
  });

  test('turning the strip lays everything anew; additions wait in the corner', () => {
    const chart = again(
      after(laidOut, { name: 'add-elements', elements: [mine] }, { name: 'change-elements', elements: [moved(get(laidOut, 'title'), 70, 5)] }),
      'vertical',
    );
    expect(chart.strip!.orientation).toBe('vertical');
    expect(get(chart, 'mine')).toEqual({ ...mine, x: 12, y: 12 });
    expect(chart.strip!.elements.filter(({ id }) => id !== 'mine')).toEqual(again(worded, 'vertical').strip!.elements);
    expect(again(worded).strip!.orientation).toBe('horizontal');
  });
});

describe('a strip is out of date', () => {
  test('never before it was laid out, nor right after, nor because a person moved, added or took away', () => {
    expect(isOutOfDate(worded, context)).toBe(false);
    expect(isOutOfDate(laidOut, context)).toBe(false);
    const byHand = after(
      laidOut,
      { name: 'change-elements', elements: [moved(get(laidOut, 'title'), 70, 5)] },
      { name: 'add-elements', elements: [mine] },
      { name: 'remove-elements', ids: ['subtitle'] },
    );
    expect(isOutOfDate(byHand, context)).toBe(false);
  });

  test.each<[string, Command]>([
    ['the title changed', { name: 'retitle', title: 'Bees!' }],
    ['a level got another name', { name: 'name-level', level: 'L0', label: '0', title: 'Beginning' }],
    ['a level got another label', { name: 'name-level', level: 'L0', label: 'X', title: 'Level 0' }],
    ['a qualifier was reworded', { name: 'change-qualifier', qualifier: { id: 'q0', text: 'Other words', kind: 'new' } }],
    ['a qualifier was added', { name: 'add-qualifier', level: 'L0', qualifier: { id: 'q9', text: 'More', kind: 'kept' } }],
    ['a qualifier went', { name: 'remove-qualifier', qualifier: 'q2' }],
    ['another paper stands for a level', { name: 'set-anchors', level: 'L0', anchors: ['spare'] }],
    ['a level was added', { name: 'set-scale', scale: 'numbers', levels: ['L0', 'L1', 'L2', 'L3'] }],
  ])('when %s, until it is laid out again', (_, command) => {
    const chart = after(laidOut, command);
    expect(isOutOfDate(chart, context)).toBe(true);
    expect(isOutOfDate(again(chart), context)).toBe(false);
  });

  test('when a paper got another page or its words, until it is laid out again', () => {
    for (const low of [shown('low', ['low page', 'its back']), { ...shown('low', ['low page']), text: 'bees are good' }]) {
      const known = { ...context, papers: new Map([...papers, ['low', low]]) };
      expect(isOutOfDate(laidOut, known)).toBe(true);
      expect(isOutOfDate(again(laidOut, undefined, known), known)).toBe(false);
    }
  });

  test('not when words were changed on the strip itself: they are the chart`s words then', () => {
    const chart = after(
      laidOut,
      { name: 'reword', id: 'qualifier:q0', text: 'Said anew', height: 20 },
      { name: 'reword', id: 'title', text: 'Bees!', height: 30 },
    );
    expect(isOutOfDate(chart, context)).toBe(false);
  });
});
