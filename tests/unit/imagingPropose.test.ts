import { describe, expect, test } from 'vitest';
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
  test.each(DESKS.flatMap((desk) => [1, 2, 3].map((seed) => [desk, seed] as const)))('is found on a %s desk (photo %i)', (desk, seed) => {
    const random = randomFrom(seed * 101 + desk.length);
    const { picture, quad } = photograph(worksheet(random), desk, random);
    const proposal = proposePage(picture);
    expect(proposal.quad).not.toBeNull();
    expect(intersectionOverUnion(proposal.quad!, quad)).toBeGreaterThan(0.985);
    expect(proposal.confidence).toBeGreaterThan(0.8);
    expect(proposal.blank).toBe(false);
  });

  test('is not guessed where the paper fills the frame', () => {
    const proposal = proposePage(worksheet(randomFrom(4)));
    expect(proposal.quad).toBeNull();
    expect(proposal.confidence).toBe(0);
  });

  test('is not guessed where a corner is out of the frame', () => {
    const random = randomFrom(8);
    const { picture, quad } = photograph(worksheet(random), 'dark', random);
    const cut = Math.round(quad[0].x + 120);
    expect(proposePage(cropped(picture, cut, 0)).quad).toBeNull();
  });

  test('is not guessed on an empty desk', () => {
    expect(proposePage(plain(900, 1200, 90)).quad).toBeNull();
  });
});

describe('the lean of rules and writing', () => {
  test.each([-6.2, -1, -0.3, 0, 0.55, 2.37, 4.8])('of %f degrees is told on ruled and on plain paper', (skew) => {
    for (const rules of [true, false]) {
      const told = proposePage(worksheet(randomFrom(3), { skew, rules })).skewDegrees;
      expect(told).not.toBeNull();
      expect(Math.abs(told! - skew)).toBeLessThanOrEqual(0.15);
    }
  });

  test('is not told of a page without any', () => {
    expect(proposePage(worksheet(randomFrom(3), { rules: false, lines: 0 })).skewDegrees).toBeNull();
  });
});

describe('a blank page', () => {
  test.each([
    ['plain', { rules: false, lines: 0 }, true],
    ['ruled', { rules: true, lines: 0 }, true],
    ['ruled, lying askew', { rules: true, lines: 0, skew: 1.5 }, true],
    ['with one line on it', { rules: false, lines: 1 }, false],
    ['ruled, with one line on it', { rules: true, lines: 1 }, false],
  ])('%s', (_, options, blank) => {
    expect(proposePage(worksheet(randomFrom(6), options)).blank).toBe(blank);
  });

  test('is told in a photo with shadow and noise', () => {
    for (const desk of DESKS) {
      const random = randomFrom(12);
      expect(proposePage(photograph(worksheet(random, { rules: false, lines: 0 }), desk, random).picture).blank).toBe(true);
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
