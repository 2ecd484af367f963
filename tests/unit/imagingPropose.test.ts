import { describe, expect, test } from 'vitest';
import type { Quad } from '../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../core/capture/outline.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { proposePage } from '../../main/engines/imaging/page/proposePage.ts';
import { intersectionOverUnion } from '../support/quads.ts';
import { photograph, randomFrom, worksheet, type Desk } from '../support/syntheticPhoto.ts';

const DESKS: Desk[] = ['dark', 'wood', 'white', 'blue', 'cluttered'];

function plain(width: number, height: number, level: number): RgbPixels {
  const random = randomFrom(5);
  return { data: Uint8Array.from({ length: width * height * 3 }, () => level + Math.round((random() - 0.5) * 8)), width, height };
}

describe('the outline of a photographed sheet', () => {
  test.each(DESKS.flatMap((desk) => [1, 2, 3].map((seed) => [desk, seed] as const)))('is found on a %s desk (photo %i)', async (desk, seed) => {
    const random = randomFrom(seed * 101 + desk.length);
    const { picture, quad } = photograph(worksheet(random), desk, random);
    const proposal = await proposePage(picture);
    expect(proposal.quad).not.toBeNull();
    expect(intersectionOverUnion(proposal.quad!, quad)).toBeGreaterThan(0.985);
    expect(proposal.confidence).toBeGreaterThan(0.8);
    expect(proposal.blank).toBe(false);
  });

  test('is not guessed where the paper fills the frame', async () => {
    const proposal = await proposePage(worksheet(randomFrom(4)));
    expect(proposal.quad).toBeNull();
    expect(proposal.confidence).toBe(0);
  });

  test('goes as far as the picture where that cuts the sheet, and is not sure', async () => {
    const random = randomFrom(8);
    const { picture, quad } = photograph(worksheet(random), 'dark', random);
    const cut = Math.round(quad[0].x + 120);
    const seen = cropped(picture, cut, 0);
    const proposal = await proposePage(seen);
    const left = quad.map(({ x, y }) => ({ x: Math.max(0, x - cut), y })) as Quad;
    expect(intersectionOverUnion(proposal.quad!, left)).toBeGreaterThan(0.95);
    expect(proposal.confidence).toBeLessThan(SURE_OUTLINE);
  });

  test('is not guessed on an empty desk', async () => {
    expect((await proposePage(plain(900, 1200, 90))).quad).toBeNull();
  });
});

describe('the lean of rules and writing', () => {
  test.each([-6.2, -1, -0.3, 0, 0.55, 2.37, 4.8])('of %f degrees is told on ruled and on plain paper', async (skew) => {
    for (const rules of [true, false]) {
      const told = (await proposePage(worksheet(randomFrom(3), { skew, rules }))).skewDegrees;
      expect(told).not.toBeNull();
      expect(Math.abs(told! - skew)).toBeLessThanOrEqual(0.15);
    }
  });

  test('is not told of a page without any', async () => {
    expect((await proposePage(worksheet(randomFrom(3), { rules: false, lines: 0 }))).skewDegrees).toBeNull();
  });
});

describe('a blank page', () => {
  test.each([
    ['plain', { rules: false, lines: 0 }, true],
    ['ruled', { rules: true, lines: 0 }, true],
    ['ruled, lying askew', { rules: true, lines: 0, skew: 1.5 }, true],
    ['with one line on it', { rules: false, lines: 1 }, false],
    ['ruled, with one line on it', { rules: true, lines: 1 }, false],
  ])('%s', async (_, options, blank) => {
    expect((await proposePage(worksheet(randomFrom(6), options))).blank).toBe(blank);
  });

  test('is told in a photo with shadow and noise', async () => {
    for (const desk of DESKS) {
      const random = randomFrom(12);
      expect((await proposePage(photograph(worksheet(random, { rules: false, lines: 0 }), desk, random).picture)).blank).toBe(true);
    }
  });
});

function cropped(picture: RgbPixels, left: number, top: number): RgbPixels {
  const width = picture.width - left;
  const height = picture.height - top;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * picture.width + left) * 3;
    data.set(picture.data.subarray(from, from + width * 3), y * width * 3);
  }
  return { data, width, height };
}
