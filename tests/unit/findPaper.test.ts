import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitChoice } from '../../build/scripts/photos/fitChoice.ts';
import type { Point, Quad } from '../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../core/capture/outline.ts';
import { lookForPaper } from '../../main/engines/imaging/page/outlineNet.ts';
import { median } from '../../main/engines/imaging/clean/filters.ts';
import { findPaper, type Found } from '../../main/engines/imaging/page/findPaper.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { intersectionOverUnion } from '../support/quads.ts';
import { randomFrom } from '../support/syntheticPhoto.ts';

type Colour = readonly [number, number, number];

interface Sheet {
  readonly middle: Point;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise. */
  readonly turn: number;
  readonly colour: Colour;
  /** px beside it on which its shadow falls. */
  readonly shadow?: number;
  /** px between dark rules across it. */
  readonly rules?: number;
}

const WHITE: Colour = [226, 225, 220];
const [WIDTH, HEIGHT] = [1200, 1600];

/** Sheets on a desk, each on top of those before, with a little noise. */
function photoOf(desk: Colour, ...sheets: readonly Sheet[]): RgbPixels {
  const random = randomFrom(11);
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0, pixel = 0; i < data.length; i += 3, pixel++) {
    const at = { x: pixel % WIDTH, y: Math.floor(pixel / WIDTH) };
    const colour = sheets.reduce((below, sheet) => colourAt(sheet, at, below), desk);
    const grain = (random() - 0.5) * 7;
    for (let c = 0; c < 3; c++) data[i + c] = colour[c]! + grain;
  }
  return { data, width: WIDTH, height: HEIGHT };
}

function colourAt({ middle, width, height, turn, colour, shadow = 0, rules = 1e6 }: Sheet, at: Point, below: Colour): Colour {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const across = (at.x - middle.x) * cos + (at.y - middle.y) * sin;
  const down = (at.y - middle.y) * cos - (at.x - middle.x) * sin;
  const outside = Math.max(Math.abs(across) - width / 2, Math.abs(down) - height / 2);
  if (outside >= shadow) return below;
  const by = outside > 0 ? 0.78 : (down + height / 2) % rules > rules - 2 ? 0.8 : 1;
  const [red, green, blue] = outside > 0 ? below : colour;
  return [red * by, green * by, blue * by];
}

function cornersOf({ middle, width, height, turn }: Sheet): Quad {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const at = (x: number, y: number): Point => ({ x: middle.x + x * cos - y * sin, y: middle.y + x * sin + y * cos });
  return [at(-width / 2, -height / 2), at(width / 2, -height / 2), at(width / 2, height / 2), at(-width / 2, height / 2)];
}

const one = async (picture: RgbPixels): Promise<Found | undefined> => findPaper(picture, picture, await lookForPaper(picture))[0];

const page: Sheet = { middle: { x: 600, y: 780 }, width: 620, height: 880, turn: 4, colour: WHITE, shadow: 6 };

describe('the sheet in a photo', () => {
  test('is found where it lies half on another sheet just as white, by the shadow of its edge', async () => {
    const picture = photoOf([96, 74, 52], { middle: { x: 300, y: 360 }, width: 760, height: 900, turn: -9, colour: WHITE, rules: 44 }, page);
    const found = await one(picture);
    expect(intersectionOverUnion(found!.quad, cornersOf(page))).toBeGreaterThan(0.98);
    expect(found!.confidence).toBeGreaterThan(0.8);
  });

  test('is found on a desk that is just as bright, by its tint', async () => {
    const picture = photoOf([238, 224, 176], { ...page, shadow: 0 });
    const found = await one(picture);
    expect(intersectionOverUnion(found!.quad, cornersOf(page))).toBeGreaterThan(0.98);
    expect(found!.confidence).toBeGreaterThan(0.8);
  });

  test('is found whichever way it lies', async () => {
    for (const turn of [-17, -6, 0, 11, 90]) {
      const sheet = { ...page, width: 560, height: 780, turn };
      const picture = photoOf([70, 84, 92], sheet);
      expect(intersectionOverUnion((await one(picture))!.quad, cornersOf(sheet)), String(turn)).toBeGreaterThan(0.985);
    }
  });

  test('is not sure where two are seen as well as each other', async () => {
    const beside = { width: 460, height: 640, turn: 2, colour: WHITE, shadow: 6 };
    const picture = photoOf([80, 70, 60], { ...beside, middle: { x: 300, y: 700 } }, { ...beside, middle: { x: 880, y: 760 } });
    expect((await one(picture))?.confidence ?? 0).toBeLessThan(0.75);
  });

  test('ends with the picture, and at no rule, where it goes on beyond, and is never sure then', async () => {
    for (const ends of [1660, 1700]) {
      const cut = { ...page, middle: { x: 600, y: ends - 500 }, height: 1000, turn: 0, rules: 46 };
      const found = await one(photoOf([110, 44, 40], cut));
      const seen = { ...cut, middle: { x: 600, y: (ends - 1000 + HEIGHT) / 2 }, height: HEIGHT - ends + 1000 };
      expect(found === undefined ? 1 : intersectionOverUnion(found.quad, cornersOf(seen)), String(ends)).toBeGreaterThan(0.97);
      expect(found?.confidence ?? 0).toBeLessThan(SURE_OUTLINE);
    }
  });

  test('is not a keyboard', async () => {
    const picture = photoOf([150, 60, 52], { ...page, width: 840, height: 320, colour: [50, 50, 53], rules: 52 });
    expect(await one(picture)).toBeUndefined();
  });
});

test('the median of a row of pixels is the one in the middle of its neighbours by size', () => {
  fc.assert(
    fc.property(fc.constantFrom(2 as const, 3 as const), fc.uint8Array({ minLength: 7, maxLength: 40 }), (radius, row) => {
      const { data } = median({ data: row, width: row.length, height: 1 }, radius);
      for (let x = radius; x < row.length - radius; x++) {
        const near = [...row.subarray(x - radius, x + radius + 1)].sort((a, b) => a - b);
        expect(data[x]).toBe(near[radius]);
      }
    }),
  );
});

test('the weights of a choice make the right ones likely, and nothing where nothing is right', () => {
  const random = randomFrom(3);
  const choices = Array.from({ length: 60 }, (_, k) => {
    const hasRight = k % 3 > 0;
    const evidence = Array.from({ length: 5 }, (_, i) => [1, (hasRight && i === 2 ? 0.9 : 0.2) + random() * 0.1, random()]);
    return { evidence, isRight: evidence.map((_, i) => hasRight && i === 2) };
  });
  const weights = fitChoice(choices);
  const score = (one: readonly number[]): number => one.reduce((sum, value, k) => sum + value * weights[k]!, 0);
  for (const { evidence, isRight } of choices) {
    evidence.forEach((one, i) => {
      if (isRight[i]!) expect(score(one)).toBeGreaterThan(1);
      else expect(score(one)).toBeLessThan(-1);
    });
  }
});
