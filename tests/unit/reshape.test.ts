import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { Element, type ElementOf } from '../../core/chart/document.ts';
import { textHeight } from '../../core/chart/paint.ts';
import { asWritten, atWidth, croppedTo, handlesOf, moved, pannedCrop, resized, scaleOf, SMALLEST, uncropped, wholePicture } from '../../core/chart/reshape.ts';
import { contains, type Rect } from '../../core/kernel/rect.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const fern: Paper = {
  paper: 'fern',
  code: 'Fern',
  text: 'We need bees becos they help flowers.',
  pages: [{ page: 'p', media: 'm', width: 1200, height: 600, widthMm: 200, heightMm: 100 }],
};
const context = { fonts, papers: new Map([[fern.paper, fern]]) };
const place = { id: 'e', x: 100, y: 50, width: 120, height: 60 };
const every: readonly Element[] = [
  { ...place, kind: 'panel', fill: '#ffffff', stroke: null, strokeWidth: 0, radius: 2, dashed: false },
  {
    ...place,
    kind: 'text',
    text: 'Adds a second true fact about bees',
    face: 'andika-bold',
    size: 12,
    leading: 1.3,
    align: 'start',
    colour: '#1f2430',
    bullet: 'new',
  },
  { ...place, kind: 'badge', label: '2', step: 2, steps: 5 },
  { ...place, kind: 'picture', paper: 'fern', page: 'p', crop: { x: 0.1, y: 0.2, width: 0.5, height: 0.5 }, frame: true },
  { ...place, kind: 'typed', paper: 'fern', size: 9 },
  { ...place, kind: 'dock', text: 'hold your page here' },
  { ...place, kind: 'arrow', head: 'top-right', colour: '#1f2430', strokeWidth: 2 },
];
const pull = fc.integer({ min: -3000, max: 3000 }).map((tenths) => tenths / 10);
const element = fc.constantFrom(...every);
const picture = every[3] as ElementOf<'picture'>;
const far = ({ x, y, width, height }: Rect, handle: { x: string | null; y: string | null }): [number, number] => [
  handle.x === 'left' ? x + width : x,
  handle.y === 'top' ? y + height : y,
];

describe('pulling a handle', () => {
  test('leaves the opposite side where it is, never makes a side too short, and gives an element that may be kept', () => {
    fc.assert(
      fc.property(element, fc.nat(), pull, pull, (before, which, dx, dy) => {
        const handles = handlesOf(before);
        const handle = handles[which % handles.length];
        if (handle === undefined) throw new Error('No handle.');
        const after = resized(before, handle, dx, dy, context);
        expect(Element.safeParse(after).success).toBe(true);
        const [x, y] = far(after, handle);
        expect(x).toBeCloseTo(far(before, handle)[0], 6);
        if (handle.y !== null) expect(y).toBeCloseTo(far(before, handle)[1], 6);
        expect(after.width).toBeGreaterThanOrEqual(SMALLEST - 1e-9);
        expect(after.height).toBeGreaterThanOrEqual(SMALLEST - 1e-9);
        expect(after.byHand).toBe(true);
      }),
    );
  });

  test('keeps the shape of pictures and badges, and gives words the height they need', () => {
    fc.assert(
      fc.property(element, fc.nat(), pull, pull, (before, which, dx, dy) => {
        const handles = handlesOf(before);
        const after = resized(before, handles[which % handles.length] ?? { x: null, y: null }, dx, dy, context);
        if (after.kind === 'picture' || after.kind === 'badge') expect(after.width / after.height).toBeCloseTo(before.width / before.height, 6);
        if (after.kind === 'text') expect(after.height).toBe(textHeight(fonts, after));
      }),
    );
  });

  test('moving there and back is no move', () => {
    fc.assert(
      fc.property(element, pull, pull, (before, dx, dy) => {
        const { x, y } = moved(moved(before, dx, dy), -dx, -dy);
        expect(x).toBeCloseTo(before.x, 9);
        expect(y).toBeCloseTo(before.y, 9);
      }),
    );
  });
});

describe('cropping', () => {
  const box = fc.record({ x: pull, y: pull, width: fc.integer({ min: 1, max: 400 }), height: fc.integer({ min: 1, max: 400 }) });
  const fractions = ({ crop }: ElementOf<'picture'>): boolean =>
    crop.x >= 0 && crop.y >= 0 && crop.width > 0 && crop.height > 0 && crop.x + crop.width <= 1 + 1e-9 && crop.y + crop.height <= 1 + 1e-9;

  test('never shows more than there is, and leaves the copy lying where it lies', () => {
    fc.assert(
      fc.property(box, (wanted) => {
        const after = croppedTo(picture, wanted);
        expect(fractions(after)).toBe(true);
        expect(contains(wholePicture(picture), after, 1e-6)).toBe(true);
        const [whole, old] = [wholePicture(after), wholePicture(picture)];
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(whole[side]).toBeCloseTo(old[side], 5);
      }),
    );
  });

  test('panning moves the copy behind its frame as far as it reaches', () => {
    fc.assert(
      fc.property(pull, pull, (dx, dy) => {
        const after = pannedCrop(picture, dx, dy);
        expect(fractions(after)).toBe(true);
        expect([after.x, after.y, after.width, after.height, after.crop.width, after.crop.height]).toEqual([
          picture.x,
          picture.y,
          picture.width,
          picture.height,
          picture.crop.width,
          picture.crop.height,
        ]);
      }),
    );
    expect(pannedCrop(picture, -24, 0).crop.x).toBeCloseTo(0.2, 9);
  });

  test('shown whole again it has the same scale', () => {
    const whole = uncropped(picture);
    expect(whole.crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(scaleOf(whole, context)).toBeCloseTo(scaleOf(picture, context) ?? 0, 9);
  });
});

describe('the size it was written at', () => {
  test('is given back to a cropped picture, and is unknown where the paper is', () => {
    const written = asWritten(picture, context);
    expect(written?.width).toBeCloseTo(100, 9);
    expect(written && scaleOf(written as ElementOf<'picture'>, context)).toBeCloseTo(1, 9);
    const unknown = { fonts, papers: new Map([['fern', { ...fern, pages: fern.pages.map((page) => ({ ...page, widthMm: null })) }]]) };
    expect(asWritten(picture, unknown)).toBeNull();
    expect(scaleOf(picture, unknown)).toBeNull();
  });

  test('a width in mm keeps the left top corner', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 500 }), (before, width) => {
        const after = atWidth(before, width, context);
        expect([after.x, after.y, after.width]).toEqual([before.x, before.y, Math.max(SMALLEST, width)]);
      }),
    );
  });
});
