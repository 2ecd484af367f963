import { describe, expect, test } from 'vitest';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import { cleanPage } from '../../main/engines/imaging/clean/cleanPage.ts';
import { flatten } from '../../main/engines/imaging/clean/flatten.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { proposePage } from '../../main/engines/imaging/page/proposePage.ts';

type Colour = readonly [number, number, number];

const ASKEW: Cleaning = {
  quad: null,
  turn: 0,
  degrees: 6,
  crop: { x: 0, y: 0, width: 1, height: 1 },
  flatten: 0.5,
  lightenRules: false,
  showThrough: false,
  redactions: [],
  cover: 'dark',
};

/** Paper of one colour, with what is painted over it by `at`. */
function page(width: number, height: number, paper: Colour, at: (x: number, y: number) => Colour | null): RgbPixels {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set(at(i % width, Math.floor(i / width)) ?? paper, i * 3);
  return { data, width, height };
}

const colourAt = ({ data, width }: RgbPixels, x: number, y: number): number[] => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];

describe('straightening and whitening', () => {
  test('fill what the picture never showed with paper, not with what is written at its border', () => {
    const strokes = page(800, 1000, [225, 222, 214], (x, y) => (y < 14 && x % 40 < 12 ? [40, 40, 60] : null));
    const { data, width } = cleanPage(strokes, ASKEW, { trueSize: null });
    // The upper right corner lies beyond the picture once it is turned.
    const corner = Array.from({ length: 20 * 60 }, (_, k) => data[(Math.floor(k / 60) * width + width - 70 + (k % 60)) * 3]!);
    expect(Math.min(...corner)).toBeGreaterThan(235);
  });

  test('keep the hue of a coloured area', () => {
    const area = page(900, 1200, [232, 230, 226], (x, y) => (x > 250 && x < 650 && y > 300 && y < 800 ? [102, 26, 184] : null));
    const [red, green, blue] = colourAt(flatten(area, 0.5), 450, 550) as [number, number, number];
    expect(blue).toBeGreaterThan(red * 1.4);
    expect(red).toBeGreaterThan(green * 1.4);
    expect(red).toBeLessThan(170);
  });

  test('leave a strip of desk at the edge the colour of a desk', () => {
    const strip = page(900, 1200, [226, 222, 214], (x) => (x > 840 ? [150, 110, 72] : null));
    const [red, green, blue] = colourAt(flatten(strip, 0.5), 880, 600) as [number, number, number];
    expect(red).toBeLessThan(190);
    expect(green / red).toBeGreaterThan(0.5);
    expect(blue).toBeLessThan(green);
  });

  test.each([
    ['red', [200, 45, 50]],
    ['blue', [45, 90, 180]],
    ['yellow', [245, 215, 70]],
  ] as const)('keep %s card in its colour, with its writing', (_, card) => {
    const ink: Colour = [20, 20, 25];
    const written = page(900, 1200, card, (x, y) => (y % 60 < 5 && x > 100 && x < 700 ? ink : null));
    const white = flatten(written, 0.5);
    const [paper, stroke] = [colourAt(white, 800, 610), colourAt(white, 400, 602)];
    const strongest = Array.from<number>(card).indexOf(Math.max(...card));
    expect(paper.indexOf(Math.max(...paper))).toBe(strongest);
    expect(Math.max(...paper) - Math.min(...paper)).toBeGreaterThan(100);
    expect(paper[strongest]! - stroke[strongest]!).toBeGreaterThan(100);
  });

  test('keep light writing on a dark page, which is not blank', async () => {
    const chalk = page(900, 1200, [28, 30, 36], (x, y) => (y % 60 < 5 && x > 100 && x < 700 && x % 90 < 60 ? [230, 230, 220] : null));
    const kept = flatten(chalk, 0.5);
    expect(colourAt(kept, 110, 602)[0]! - colourAt(kept, 800, 630)[0]!).toBeGreaterThan(150);
    expect((await proposePage(chalk)).blank).toBe(false);
  });

  test('streaks of a scanner alone are a blank page', async () => {
    const streaks = page(900, 1200, [240, 240, 238], (x) => (x === 300 || x === 301 || x === 640 ? [150, 150, 150] : null));
    expect((await proposePage(streaks)).blank).toBe(true);
  });
});
