import { beforeAll, describe, expect, test } from 'vitest';
import type { Ink } from '../../core/goals/likeness.ts';
import { ALIKE, alikePairs, inkOf, unlikeness } from '../../core/goals/likeness.ts';
import { symbolFromSvg, symbolToSvg } from '../../core/goals/symbolFile.ts';
import { pointsOf } from '../../core/goals/strokes.ts';
import { starterBank, symbolFiles } from '../support/starterBank.ts';
import { fittedInk, greyOf, inkAtLabelSize, lettersAndDigits } from '../support/symbolPictures.ts';

/**
 * The measure: each symbol is rendered at 12 mm and 300 dpi, its ink put on a grid of half millimetres and blurred by three
 * eighths of a millimetre, and two of them compared by correlation at the best shift of up to a millimetre each way
 * (`core/goals/likeness.ts`): 0 is the same picture, 1 has nothing in common, ALIKE is the border.
 */
const inks = new Map<string, Ink>();

beforeAll(async () => {
  for (const [name, svg] of symbolFiles) inks.set(name, await inkAtLabelSize(svg));
});

const drawing = (...paths: readonly string[]): string =>
  symbolToSvg({ code: 'drawn', version: 1, status: 'agreed', title: 'Drawn', recipe: 'By hand.', strokes: paths });

describe('the symbols that ship', () => {
  test('every goal has one, and each belongs to one goal only', () => {
    const used = starterBank.goals.map(({ symbol }) => symbol);
    expect(new Set(used).size).toBe(used.length);
    expect([...used].sort()).toEqual([...symbolFiles.keys()]);
  });

  test('are one to six strokes, each drawn with one pen-down, with a recipe', () => {
    for (const [name, svg] of symbolFiles) {
      const drawn = [...svg.matchAll(/<(\w+)/g)].map(([, element]) => element).filter((element) => !['svg', 'title', 'desc'].includes(element ?? ''));
      expect(new Set(drawn), name).toEqual(new Set(['path']));
      expect(drawn.length, name).toBeLessThanOrEqual(6);
      for (const [, path] of svg.matchAll(/ d="([^"]*)"/g)) expect(path?.match(/m/gi)?.length, name).toBe(1);
      expect(svg, name).toMatch(/fill="none" stroke="#000" stroke-width="3" stroke-linecap="round"/);
      expect(/<desc>([^<]+)<\/desc>/.exec(svg)?.[1]?.length, name).toBeGreaterThan(10);
    }
  });

  test('stay inside their square, and are more than a speck', async () => {
    for (const [name, svg] of symbolFiles) {
      const wide = 60;
      const grey = await greyOf(svg.replace('viewBox="0 0 48 48"', `viewBox="-6 -6 ${wide} ${wide}"`), 4 * wide);
      const inked = [...grey.entries()]
        .filter(([, value]) => value < 128)
        .map(([index]) => ({ x: (index % (4 * wide)) / 4 - 6, y: Math.floor(index / (4 * wide)) / 4 - 6 }));
      const [xs, ys] = [inked.map(({ x }) => x), inked.map(({ y }) => y)];
      expect(Math.min(...xs, ...ys), name).toBeGreaterThanOrEqual(0);
      expect(Math.max(...xs, ...ys), name).toBeLessThan(48);
      expect(Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)), name).toBeGreaterThan(30);
    }
  });

  test('no two are alike at 12 mm', () => {
    const names = [...inks.keys()];
    const pairs = names.flatMap((first, index) =>
      names.slice(index + 1).map((second) => ({ pair: `${first} and ${second}`, apart: unlikeness(inks.get(first)!, inks.get(second)!) })),
    );
    expect(pairs.filter(({ apart }) => apart < ALIKE)).toEqual([]);
    expect(pairs).toHaveLength((names.length * (names.length - 1)) / 2);
  });

  test('none is a bare letter or digit', async () => {
    // Letters drawn with the same pen lie within 0.1 of a letter of the fonts, the nearest symbol at 0.16.
    const border = 0.12;
    const letters: { name: string; ink: Ink }[] = [];
    for (const { name, svg } of lettersAndDigits()) letters.push({ name, ink: await fittedInk(svg) });
    const nearest = async (svg: string): Promise<number> => {
      const ink = await fittedInk(svg);
      return Math.min(...letters.map((letter) => unlikeness(ink, letter.ink)));
    };
    for (const [name, svg] of symbolFiles) expect(await nearest(svg), name).toBeGreaterThan(border);
    const drawn = [
      drawing('M8 44L24 4L40 44', 'M14 30L34 30'),
      drawing('M10 4L10 44', 'M38 4L38 44', 'M10 24L38 24'),
      drawing('M10 4L38 4L18 44'),
      drawing('M38 10C34 4 14 2 12 13C11 24 38 22 37 34C36 46 14 46 10 38'),
    ];
    for (const letter of drawn) expect(await nearest(letter)).toBeLessThan(border);
  });
});

describe('the measure', () => {
  test('calls nearly every symbol like itself when another hand draws it', () => {
    const found = starterBank.symbols.map((symbol, index) => unlikeness(inkOf(symbol), inkOf({ strokes: symbol.strokes.map((path) => redrawn(path, index)) })));
    expect(found.filter((apart) => apart < ALIKE).length / found.length).toBeGreaterThan(0.95);
  });

  test('sees the same in a drawing as in its picture', () => {
    for (const symbol of starterBank.symbols) expect(unlikeness(inkOf(symbol), inks.get(symbol.code)!), symbol.code).toBeLessThan(0.05);
  });

  test('names two that were drawn nearly the same, and only those', () => {
    const [bell, anchor] = ['bell', 'anchor'].map((code) => starterBank.symbols.find((symbol) => symbol.code === code)!);
    const twin = { ...bell!, code: 'bell-again', strokes: bell!.strokes.map((path) => redrawn(path, 3)) };
    expect(alikePairs([bell!, anchor!, twin]).map(({ codes }) => codes)).toEqual([['bell', 'bell-again']]);
  });
});

describe('a symbol as a file', () => {
  test('comes back as it was', () => {
    for (const symbol of starterBank.symbols) expect(symbolFromSvg(symbolToSvg(symbol), symbol.code)).toEqual(symbol);
  });

  test.each([
    ['a picture', '<svg viewBox="0 0 48 48"><title>A</title><desc>B</desc><image href="x.png"/></svg>'],
    ['a program', '<svg viewBox="0 0 48 48"><title>A</title><desc>B</desc><script>1</script><path d="M1 1L2 2"/></svg>'],
    ['seven strokes', drawing(...Array.from({ length: 7 }, () => 'M5 5L9 9'))],
    ['two pen-downs in one', drawing('M5 5L9 9M20 20L30 30')],
    ['a line out of the square', drawing('M5 5L60 9')],
    ['no stroke at all', drawing()],
    ['no drawing', 'hello'],
  ])('refuses %s in plain words', (_, svg) => {
    expect(() => symbolFromSvg(svg, 'mine')).toThrow(/symbol/);
  });
});

/** The stroke as another hand would draw it: moved, stretched, turned and wobbling a little, in a way that `seed` chooses. */
function redrawn(path: string, seed: number): string {
  const sway = (step: number): number => Math.sin(seed * 12.9898 + step * 78.233);
  const [turn, across, down, right, low] = [0.06 * sway(1), 1 + 0.06 * sway(2), 1 + 0.06 * sway(3), 1.5 * sway(4), 1.5 * sway(5)];
  const points = pointsOf(path).map(({ x, y }) => {
    const [fromX, fromY] = [(x - 24) * across, (y - 24) * down];
    return `${24 + fromX * Math.cos(turn) - fromY * Math.sin(turn) + right + 0.6 * Math.sin(y / 9 + seed)} ${24 + fromX * Math.sin(turn) + fromY * Math.cos(turn) + low + 0.6 * Math.sin(x / 9 + seed)}`;
  });
  return `M${points.join('L')}`;
}
