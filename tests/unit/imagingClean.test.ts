import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cleaning, Quad } from '../../core/capture/cleaning.ts';
import { cleanPage } from '../../main/engines/imaging/clean/cleanPage.ts';
import { encodeJpeg } from '../../main/engines/imaging/decode/decode.ts';
import { paperSize } from '../../main/engines/imaging/page/guessTrueSize.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { AS_IT_IS } from '../support/asItIs.ts';
import { photograph, randomFrom, worksheet } from '../support/syntheticPhoto.ts';
const BURNED = 0x2b;

function noise(width: number, height: number, seed: number): RgbPixels {
  const random = randomFrom(seed);
  return { data: Uint8Array.from({ length: width * height * 3 }, () => random() * 256), width, height };
}

function copy({ data, width, height }: RgbPixels): RgbPixels {
  return { data: data.slice(), width, height };
}

function pixel({ data, width }: RgbPixels, x: number, y: number): number[] {
  const i = (y * width + x) * 3;
  return [...data.subarray(i, i + 3)];
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const box = fc.record({
  x: fc.double({ min: -30, max: 150, noNaN: true }),
  y: fc.double({ min: -30, max: 190, noNaN: true }),
  width: fc.double({ min: 1, max: 70, noNaN: true }),
  height: fc.double({ min: 1, max: 70, noNaN: true }),
});
const pageCase = fc.record({
  width: fc.integer({ min: 60, max: 150 }),
  height: fc.integer({ min: 60, max: 190 }),
  seed: fc.integer(),
  straighten: fc.boolean(),
  corner: fc.array(fraction, { minLength: 8, maxLength: 8 }),
  turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
  degrees: fc.constantFrom(0, -7.3, 2.5),
  crop: fc.record({
    x: fc.double({ min: 0, max: 0.4, noNaN: true }),
    y: fc.double({ min: 0, max: 0.4, noNaN: true }),
    width: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
    height: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
  }),
  flatten: fc.option(fraction),
  lightenRules: fc.boolean(),
  showThrough: fc.boolean(),
  redactions: fc.array(box, { minLength: 1, maxLength: 3 }),
  cover: fc.constantFrom('paper' as const, 'dark' as const),
  longestSide: fc.option(fc.integer({ min: 20, max: 120 }), { nil: undefined }),
});

const isLong = process.env['STEPWALL_LONG'] !== undefined;

describe('what is under a redaction', () => {
  test('leaves no trace in a single byte of the result, whatever else is done to the page', { timeout: isLong ? 3_600_000 : 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pageCase, async ({ width, height, seed, straighten, corner, longestSide, ...rest }) => {
        const inset = (k: number): number => corner[k]! * 0.25;
        const quad: Quad = [
          { x: inset(0) * width, y: inset(1) * height },
          { x: (1 - inset(2)) * width, y: inset(3) * height },
          { x: (1 - inset(4)) * width, y: (1 - inset(5)) * height },
          { x: inset(6) * width, y: (1 - inset(7)) * height },
        ];
        const cleaning: Cleaning = { ...rest, quad: straighten ? quad : null };
        const page = noise(width, height, seed);
        const other = copy(page);
        const secret = randomFrom(seed + 1);
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const inside = cleaning.redactions.some((r) => x >= r.x && x + 1 <= r.x + r.width && y >= r.y && y + 1 <= r.y + r.height);
            if (inside) for (let c = 0; c < 3; c++) other.data[(y * width + x) * 3 + c] = secret() * 256;
          }
        }
        const one = await encodeJpeg(cleanPage(page, cleaning, { trueSize: null, longestSide }), 88);
        const two = await encodeJpeg(cleanPage(other, cleaning, { trueSize: null, longestSide }), 88);
        expect(Buffer.compare(one, two)).toBe(0);
      }),
      { numRuns: isLong ? 10_000 : 500 },
    );
  });

  test('is one flat dark colour in whole blocks of 16 px, and nothing beside them is touched', () => {
    const page = noise(100, 80, 3);
    const clean = cleanPage(copy(page), { ...AS_IT_IS, redactions: [{ x: 20, y: 18, width: 3, height: 20 }] }, { trueSize: null });
    for (let y = 0; y < 80; y++) {
      for (let x = 0; x < 100; x++) {
        const burned = x >= 16 && x < 32 && y >= 16 && y < 48;
        // The mask reaches one pixel beyond, as far as mixing pixels could.
        const beside = x >= 15 && x < 33 && y >= 15 && y < 49;
        if (burned) expect(pixel(clean, x, y)).toEqual([BURNED, BURNED, BURNED]);
        else if (!beside) expect(pixel(clean, x, y)).toEqual(pixel(page, x, y));
      }
    }
  });

  test('stays flat and dark when the paper is straightened and whitened', () => {
    const random = randomFrom(2);
    const { picture, quad } = photograph(worksheet(random), 'wood', random, { width: 600, height: 800 });
    const middle = { x: (quad[0].x + quad[2].x) / 2, y: (quad[0].y + quad[2].y) / 2 };
    const cleaning: Cleaning = { ...AS_IT_IS, quad, flatten: 1, redactions: [{ x: middle.x - 60, y: middle.y - 30, width: 120, height: 60 }] };
    const clean = cleanPage(picture, cleaning, { trueSize: { width: 210, height: 297 } });
    const levels = new Set<string>();
    for (let y = -15; y <= 15; y++)
      for (let x = -30; x <= 30; x++) levels.add(String(pixel(clean, Math.round(clean.width / 2) + x, Math.round(clean.height / 2) + y)));
    expect([...levels]).toEqual([String([BURNED, BURNED, BURNED])]);
  });
});

describe('what was burned, in the colour of the paper', () => {
  test.each([null, 0.5])('is one flat colour, the paper’s, whitened or not (%s)', (flatten) => {
    const paper = [238, 226, 190];
    const page: RgbPixels = { data: Uint8Array.from({ length: 200 * 260 * 3 }, (_, i) => paper[i % 3]!), width: 200, height: 260 };
    for (let y = 40; y < 52; y++) page.data.fill(40, (y * 200 + 20) * 3, (y * 200 + 120) * 3);
    const clean = cleanPage(page, { ...AS_IT_IS, flatten, cover: 'paper', redactions: [{ x: 16, y: 32, width: 112, height: 32 }] }, { trueSize: null });
    const colours = new Set(Array.from({ length: 32 * 112 }, (_, k) => String(pixel(clean, 16 + (k % 112), 32 + Math.floor(k / 112)))));
    expect(colours.size).toBe(1);
    expect([...colours]).toEqual([String(pixel(clean, 150, 200))]);
    if (flatten === null) expect([...colours]).toEqual([String(paper)]);
  });
});

describe('straightening', () => {
  test('gives the paper its own proportions and puts its corners into the corners', () => {
    const random = randomFrom(21);
    const { picture, quad } = photograph(worksheet(random), 'dark', random, { width: 900, height: 1200 });
    const clean = cleanPage(picture, { ...AS_IT_IS, quad }, { trueSize: { width: 297, height: 210 } });
    expect(clean.height / clean.width).toBeCloseTo(297 / 210, 2);
    for (const [x, y] of [
      [6, 6],
      [clean.width - 7, 6],
      [6, clean.height - 7],
      [clean.width - 7, clean.height - 7],
    ] as const) {
      expect(Math.min(...pixel(clean, x, y))).toBeGreaterThan(90);
    }
  });

  test('works out unknown proportions from the perspective', () => {
    // An A4 sheet tilted by 30 degrees about its horizontal middle, seen by a phone's lens: 1250 px for a picture of 2000 px across.
    const tilt = Math.PI / 6;
    const seen = (x: number, y: number): { x: number; y: number } => {
      const depth = 500 + y * Math.sin(tilt);
      return { x: 600 + (1250 * x) / depth, y: 800 + (1250 * y * Math.cos(tilt)) / depth };
    };
    const quad: Quad = [seen(-105, -148.5), seen(105, -148.5), seen(105, 148.5), seen(-105, 148.5)];
    const { width, height } = paperSize(quad, { width: 1200, height: 1600 }, null);
    expect(width / height).toBeCloseTo(210 / 297, 2);
  });

  test.each([
    [0, [10, 20, 30]],
    [90, [70, 80, 90]],
    [180, [100, 110, 120]],
    [270, [40, 50, 60]],
  ] as const)('turns clockwise by %i degrees', (turn, topLeft) => {
    // Corners: top left 10, top right 40, bottom left 70, bottom right 100.
    const page: RgbPixels = { data: new Uint8Array(40 * 60 * 3), width: 40, height: 60 };
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 40; x++) page.data.set(y < 30 ? (x < 20 ? [10, 20, 30] : [40, 50, 60]) : x < 20 ? [70, 80, 90] : [100, 110, 120], (y * 40 + x) * 3);
    const clean = cleanPage(page, { ...AS_IT_IS, turn }, { trueSize: null });
    expect([clean.width, clean.height]).toEqual(turn % 180 === 0 ? [40, 60] : [60, 40]);
    expect(pixel(clean, 3, 3)).toEqual(topLeft);
  });

  test('rotates clockwise and crops by fractions of the turned page', () => {
    const page: RgbPixels = { data: new Uint8Array(200 * 200 * 3).fill(255), width: 200, height: 200 };
    for (let x = 100; x < 200; x++) page.data.fill(0, (100 * 200 + x) * 3, (100 * 200 + x) * 3 + 3);
    const turned = cleanPage(copy(page), { ...AS_IT_IS, degrees: 10 }, { trueSize: null });
    const y = Math.round(100 + 80 * Math.tan((10 * Math.PI) / 180));
    expect(Math.min(...[-1, 0, 1].map((k) => pixel(turned, 180, y + k)[0]!))).toBeLessThan(120);
    const crop = cleanPage(page, { ...AS_IT_IS, crop: { x: 0.5, y: 0.25, width: 0.5, height: 0.5 } }, { trueSize: null });
    expect([crop.width, crop.height]).toEqual([100, 100]);
    expect(pixel(crop, 50, 50)).toEqual([0, 0, 0]);
  });
});

describe('whitening', () => {
  test.each([
    ['a soft edge', 100],
    ['a sharp edge', 25],
  ])('makes paper white under a shadow with %s, keeps pencil dark and colours coloured', (_, edge) => {
    const width = 640;
    const height = 480;
    const random = randomFrom(9);
    const page: RgbPixels = { data: new Uint8Array(width * height * 3), width, height };
    const inPencil = (x: number, y: number): boolean => y % 60 < 3 && x % 200 > 40 && x < 420;
    const inRed = (x: number, y: number): boolean => y % 60 < 3 && x > 460 && x < 600;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const light = (1 - 0.42 / (1 + Math.exp((250 - x) / (edge / 4)))) * (1 - (0.25 * y) / height);
        const colour = inPencil(x, y) ? [140, 140, 144] : inRed(x, y) ? [205, 60, 60] : [246, 240, 214];
        colour.forEach((value, c) => (page.data[(y * width + x) * 3 + c] = value * light + (random() + random() - 1) * 4));
      }
    }
    let paper = 0;
    let white = 0;
    let pencil = 0;
    let kept = 0;
    const clean = cleanPage(page, { ...AS_IT_IS, flatten: 0.5 }, { trueSize: null });
    for (let y = 8; y < height - 8; y++) {
      for (let x = 8; x < width - 8; x++) {
        const [red, green, blue] = pixel(clean, x, y) as [number, number, number];
        if (inPencil(x, y)) {
          pencil++;
          if (green < 205) kept++;
        } else if (inRed(x, y)) expect(red - blue).toBeGreaterThan(60);
        else {
          paper++;
          if (Math.min(red, green, blue) >= 245) white++;
        }
      }
    }
    expect(white / paper).toBeGreaterThan(0.99);
    expect(kept / pencil).toBeGreaterThan(0.97);
  });

  test('keeps more of the faintest pencil the lower its strength', () => {
    const page = worksheet(randomFrom(1), { rules: false });
    for (let i = 0; i < page.data.length; i++) if (page.data[i]! < 200) page.data[i] = 205;
    const darkness = (strength: number): number =>
      cleanPage(copy(page), { ...AS_IT_IS, flatten: strength }, { trueSize: null }).data.reduce((sum, value) => sum + 255 - value, 0);
    expect(darkness(0)).toBeGreaterThan(darkness(0.5));
    expect(darkness(0.5)).toBeGreaterThan(darkness(1));
  });

  test('gives the same bytes for the same input', async () => {
    const clean = async (): Promise<Uint8Array> => encodeJpeg(cleanPage(noise(120, 90, 4), { ...AS_IT_IS, flatten: 0.3, degrees: 3 }, { trueSize: null }), 88);
    expect(Buffer.compare(await clean(), await clean())).toBe(0);
  });
});
