import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrawnPage } from '../../core/drawing/drawnPage.ts';
import type { Mark } from '../../core/drawing/mark.ts';
import type { GoalHandoutWish } from '../../core/handouts/goalHandoutWish.ts';
import { goalHandouts } from '../../core/handouts/goalHandouts.ts';
import { LABEL_SHEETS, labelSheetNames, type LabelSheetName } from '../../core/handouts/labels.ts';
import { nUp } from '../../core/handouts/nUp.ts';
import { symbolMarks } from '../../core/handouts/symbolMarks.ts';
import { contains, type Rect } from '../../core/kernel/rect.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import { bankGoals, classOfWriters } from '../support/classOfWriters.ts';
import { starterBank } from '../support/starterBank.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';
import { words } from '../../renderer/words/en/words.ts';

const date = '2026-03-03';
const everybody = { pupils: null, names: true };
const sheetSizes = ['A4', 'Letter'] as const;
const twentyEight = Array.from({ length: 28 }, (_, index) => (index % 9 === 4 ? null : `Name${index} Family-${index}`));

/** One wish of every kind and paper. */
const wishes: readonly GoalHandoutWish[] = [
  ...labelSheetNames.map((sheet): GoalHandoutWish => ({ what: 'labels', sheet, from: 1, date, ...everybody })),
  ...sheetSizes.flatMap((sheetSize): GoalHandoutWish[] => [
    { what: 'strips', sheetSize, date, ...everybody },
    { what: 'draw-list', sheetSize, date, ...everybody },
    ...([1, 2, 3, 4] as const).map((perSheet): GoalHandoutWish => ({ what: 'sticker-charts', sheetSize, pupils: null, book: 'a5', perSheet, boxes: 10 })),
    { what: 'kete', sheetSize, pupils: null },
    { what: 'legend', sheetSize, skillSets: null, years: null },
    { what: 'sentence-card', sheetSize, card: starterBank.cards[2]!.code },
    { what: 'conference-list', sheetSize, date, ...everybody },
    { what: 'observation', sheetSize, date, goal: bankGoals[3]!.code },
  ]),
];
const print = (wish: GoalHandoutWish, group = classOfWriters(twentyEight)): readonly DrawnPage[] => goalHandouts(fonts, wish, starterBank, group);
const wordsOf = (pages: readonly DrawnPage[]): string => pages.flatMap(({ marks }) => marks.map((mark) => (mark.kind === 'text' ? mark.text : ''))).join('\n');
const textsOf = ({ marks }: DrawnPage) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const inkOf = (mark: { x: number; baseline: number; size: number; width: number }): Rect => ({
  x: mark.x,
  y: mark.baseline - mark.size * 0.75,
  width: mark.width,
  height: mark.size,
});

/** The box round everything that a pen draws. */
function boundsOf(marks: readonly Mark[]): Rect {
  const points = marks.flatMap((mark) => {
    if (mark.kind !== 'path') return [];
    const pen = mark.stroke === null ? 0 : mark.strokeWidth / 2;
    return mark.lines.flat().flatMap(({ x, y }) => [
      { x: x - pen, y: y - pen },
      { x: x + pen, y: y + pen },
    ]);
  });
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  return { x: left, y: top, width: Math.max(...points.map(({ x }) => x)) - left, height: Math.max(...points.map(({ y }) => y)) - top };
}

describe('label sheets', () => {
  /** As the makers publish them, mm: first label's left and top, and from one label to the next. */
  const published: Record<LabelSheetName, { left: number; top: number; across: number; down: number; count: number }> = {
    L7160: { left: 7.21, top: 15.15, across: 66.04, down: 38.1, count: 21 },
    L7159: { left: 7.21, top: 12.9, across: 66.04, down: 33.9, count: 24 },
    L7163: { left: 4.65, top: 15.15, across: 101.6, down: 38.1, count: 14 },
    '3474': { left: 0, top: 0.5, across: 70, down: 37, count: 24 },
    '5160': { left: 4.7625, top: 12.7, across: 69.85, down: 25.4, count: 30 },
    '5163': { left: 3.96875, top: 12.7, across: 106.3625, down: 50.8, count: 10 },
  };

  test.each(labelSheetNames)('%s: every label lies where its maker says, within 0.05 mm, and nothing is drawn to cut along', (name) => {
    const { left, top, across, down, count } = published[name];
    const { columns } = LABEL_SHEETS[name];
    const { pieces, cuts } = nUp(LABEL_SHEETS[name]);
    expect(cuts).toEqual([]);
    expect(pieces.length).toBe(count);
    pieces.forEach((piece, index) => {
      expect(Math.abs(piece.x - (left + (index % columns) * across))).toBeLessThan(0.05);
      expect(Math.abs(piece.y - (top + Math.floor(index / columns) * down))).toBeLessThan(0.05);
    });
  });

  test('a sheet that is begun goes on at the label asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labelSheetNames), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 40 }), (sheet, from, pupils) => {
        const { pieces } = nUp(LABEL_SHEETS[sheet]);
        const pages = print({ what: 'labels', sheet, from, date, ...everybody }, classOfWriters(twentyEight.concat(twentyEight).slice(0, pupils)));
        expect(pages.length).toBe(Math.ceil((from - 1 + pupils) / pieces.length));
        const used = pages.flatMap((page) => pieces.map((piece) => textsOf(page).some((text) => contains(piece, inkOf(text)))));
        expect(used.indexOf(true)).toBe(from - 1);
        expect(used.filter(Boolean).length).toBe(pupils);
      }),
      { numRuns: 25 },
    );
    expect(() => print({ what: 'labels', sheet: 'L7163', from: 15, date, ...everybody })).toThrow('There is no label 15 on this sheet: it has 14.');
  });

  test.each(labelSheetNames)('%s: the symbol of every goal in the bank is in its label, 12 mm or larger', (sheet) => {
    const { pieces } = nUp(LABEL_SHEETS[sheet]);
    const pages = print({ what: 'labels', sheet, from: 1, date, ...everybody }, classOfWriters(bankGoals.map(() => null)));
    const paths = pages.map(({ marks }) => marks.filter((mark) => mark.kind === 'path'));
    bankGoals.forEach((goal, index) => {
      const piece = pieces[index % pieces.length]!;
      const mine = paths[Math.floor(index / pieces.length)]!.filter((mark) => contains(piece, boundsOf([mark])));
      const strokes = newestByCode(starterBank.symbols).get(goal.symbol!)!.strokes.length;
      expect(mine.length).toBe(strokes);
      // The pen is 3 of the symbol's 48 units.
      for (const mark of mine) if (mark.stroke !== null) expect(mark.strokeWidth).toBeGreaterThanOrEqual((12 * 3) / 48 - 1e-9);
    });
  });
});

test('each of the 157 symbols stays in its square of 12 mm, every stroke of it', () => {
  expect(starterBank.symbols.length).toBe(157);
  for (const symbol of starterBank.symbols) {
    const marks = symbolMarks(symbol, 20, 30, 12);
    expect(marks.length).toBe(symbol.strokes.length);
    expect(contains({ x: 20 - 1e-6, y: 30 - 1e-6, width: 12 + 2e-6, height: 12 + 2e-6 }, boundsOf(marks))).toBe(true);
    expect(Math.max(boundsOf(marks).width, boundsOf(marks).height)).toBeGreaterThan(5);
  }
});

describe('every paper', () => {
  const asked = (wish: GoalHandoutWish): { width: number; height: number } =>
    wish.what === 'labels' ? LABEL_SHEETS[wish.sheet].sheetSize : wish.sheetSize === 'A4' ? { width: 210, height: 297 } : { width: 215.9, height: 279.4 };

  test.each(wishes.map((wish) => [`${wish.what} on ${'sheetSize' in wish ? wish.sheetSize : wish.sheet}`, wish] as const))(
    '%s: exactly the paper, in black and grey, with nothing outside it',
    (_, wish) => {
      const pages = print(wish);
      expect(pages.length).toBeGreaterThan(0);
      for (const { width, height, marks } of pages) {
        expect({ width, height }).toEqual({ width: asked(wish).width, height: asked(wish).height });
        expect(marks.length).toBeGreaterThan(3);
        for (const mark of marks) {
          const box = mark.kind === 'text' ? inkOf(mark) : mark.kind === 'path' ? boundsOf([mark]) : mark.box;
          expect(contains({ x: 0, y: 0, width, height }, box)).toBe(true);
          const colours = mark.kind === 'text' ? [mark.colour] : mark.kind === 'picture' ? [] : [mark.fill, mark.stroke];
          for (const colour of colours) {
            const channels = [1, 3, 5].map((at) => Number.parseInt((colour ?? '#000000').slice(at, at + 2), 16));
            expect(Math.max(...channels) - Math.min(...channels)).toBeLessThan(25);
          }
        }
      }
    },
  );

  test('keeps its words inside their piece whatever their length', () => {
    const long = fc.oneof(
      fc.string({ minLength: 1, maxLength: 160 }),
      fc.stringMatching(/^[A-Za-zāēīōū]{60,160}$/u),
      fc.constant('W'.repeat(160)),
      fc.constant('I make my very long idea even longer with because, but and so. '.repeat(2)),
    );
    const pieces = (wish: GoalHandoutWish): readonly Rect[] => {
      if (wish.what === 'labels') return nUp(LABEL_SHEETS[wish.sheet]).pieces;
      const { width, height } = asked(wish);
      return [{ x: 5, y: 5, width: width - 10, height: height - 10 }];
    };
    fc.assert(
      fc.property(fc.constantFrom(...wishes), long, long, (wish, name, words) => {
        for (const page of print(wish, classOfWriters([name, null, name], { words })))
          for (const text of textsOf(page)) expect(pieces(wish).some((piece) => contains(piece, inkOf(text)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('says codes; names only on labels, strips and lists, and only when asked to', () => {
    for (const wish of wishes) {
      const withNames = wordsOf(print(wish));
      expect(/Name\d/u.test(withNames)).toBe('names' in wish);
      if ('names' in wish) expect(wordsOf(print({ ...wish, names: false }))).not.toMatch(/Name\d/u);
    }
    expect(wordsOf(print({ what: 'kete', sheetSize: 'A4', pupils: ['p3'] }))).toContain('fern 3');
    expect(wordsOf(print({ what: 'observation', sheetSize: 'A4', date, goal: null }))).not.toMatch(/fern/u);
  });
});

describe('a class', () => {
  test('of 28 is on one page of the conference list, and each with all boxes', () => {
    for (const sheetSize of sheetSizes) {
      const pages = print({ what: 'conference-list', sheetSize, date, ...everybody });
      expect(pages.length).toBe(1);
      const boxes = pages[0]!.marks.filter((mark) => mark.kind === 'box' && mark.box.width === 4 && mark.box.height === 4);
      expect(boxes.length).toBe(28 * 10);
      for (const word of Object.values(words.confer.praise)) expect(wordsOf(pages).split('\n')).toContain(word.toLowerCase());
    }
  });

  test('without goals gets no labels but a plain reason', () => {
    const group = { ...classOfWriters(['A']), states: new Map() };
    expect(() => print({ what: 'labels', sheet: 'L7160', from: 1, date, ...everybody }, group)).toThrow('Nobody has a goal yet');
    expect(wordsOf(print({ what: 'kete', sheetSize: 'A4', pupils: null }, group))).toContain('Ready for my first skill.');
    expect(() => print({ what: 'kete', sheetSize: 'A4', pupils: null }, { ...group, pupils: [] })).toThrow('nobody in the class');
  });

  test('finds every skill of a full kete, on as many pages as it takes', () => {
    const pages = print({ what: 'kete', sheetSize: 'A4', pupils: ['p27'] });
    const words = wordsOf(pages).replaceAll('\n', ' ');
    expect(pages.length).toBe(2);
    for (const goal of bankGoals.slice(0, 27)) expect(words).toContain(goal.pupilText.split(' ').slice(0, 2).join(' '));
  });
});

describe('the legend', () => {
  const pathCount = (pages: readonly DrawnPage[]): number => pages.reduce((sum, { marks }) => sum + marks.filter(({ kind }) => kind === 'path').length, 0);
  const strokesOf = (goals: typeof bankGoals): number =>
    goals.reduce((sum, { symbol }) => sum + (newestByCode(starterBank.symbols).get(symbol ?? '')?.strokes.length ?? 0), 0);

  test('shows every symbol of the bank once, or those of the chosen sets and years', () => {
    expect(pathCount(print({ what: 'legend', sheetSize: 'A4', skillSets: null, years: null }))).toBe(strokesOf(bankGoals));
    expect(pathCount(print({ what: 'legend', sheetSize: 'A3', skillSets: null, years: null }))).toBe(strokesOf(bankGoals));
    const { skillSet } = bankGoals.find((goal) => !starterBank.skillSets.some(({ parent }) => parent === goal.skillSet))!;
    const some = bankGoals.filter((goal) => goal.skillSet === skillSet && goal.yearFrom <= 1 && goal.yearTo >= 1);
    expect(pathCount(print({ what: 'legend', sheetSize: 'A4', skillSets: [skillSet], years: [1] }))).toBe(strokesOf(some));
    expect(() => print({ what: 'legend', sheetSize: 'A4', skillSets: [skillSet], years: [13] })).toThrow('has a symbol yet');
  });
});
