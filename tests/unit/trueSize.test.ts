import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cleaning, type Proposal } from '../../core/capture/cleaning.ts';
import { firstCleaning, trueSizes, sizeOf, WHOLE, writtenSize } from '../../core/capture/trueSize.ts';

describe('how large a response was written', () => {
  const a5 = trueSizes.a5;

  test('a whole page is as large as its paper, whichever way it lies', () => {
    expect(writtenSize(a5, WHOLE, { width: 1480, height: 2100 })).toEqual({ width: 148, height: 210 });
    expect(writtenSize(a5, WHOLE, { width: 2100, height: 1480 })).toEqual({ width: 210, height: 148 });
    expect(writtenSize(trueSizes['half-a4'], WHOLE, { width: 1485, height: 2100 })).toEqual({ width: 148.5, height: 210 });
  });

  test('a part of a page is that part of its paper', () => {
    // A wide response cropped from an upright page: the paper still lies upright.
    expect(writtenSize(a5, { x: 0.1, y: 0.2, width: 0.8, height: 0.25 }, { width: 1184, height: 525 })).toEqual({ width: 148 * 0.8, height: 52.5 });
  });

  test('nobody guesses: unknown paper has no size, nor has an empty crop', () => {
    expect(writtenSize(null, WHOLE, { width: 10, height: 10 })).toBeNull();
    expect(writtenSize(a5, { ...WHOLE, width: 0 }, { width: 10, height: 10 })).toBeNull();
    expect(sizeOf({ name: 'unknown', widthMm: null, heightMm: null })).toBeNull();
    expect(sizeOf({ name: 'custom', widthMm: null, heightMm: null })).toBeNull();
    expect(sizeOf({ name: 'custom', widthMm: 100, heightMm: 80 })).toEqual({ width: 100, height: 80 });
    expect(sizeOf({ name: 'a5', widthMm: null, heightMm: null })).toEqual({ width: 148, height: 210 });
  });

  test('all parts of a page, side by side, are the whole paper; cropping more makes it smaller in the same measure', () => {
    const part = fc.double({ min: 0.05, max: 1, noNaN: true });
    const pixels = fc.integer({ min: 200, max: 5000 });
    fc.assert(
      fc.property(part, part, pixels, pixels, (width, height, across, down) => {
        const page = { width: across, height: down };
        const whole = writtenSize(a5, WHOLE, page)!;
        const cropped = writtenSize(a5, { x: 0, y: 0, width, height }, { width: across * width, height: down * height })!;
        if (across === down) return;
        expect(cropped.width).toBeCloseTo(whole.width * width, 6);
        expect(cropped.height).toBeCloseTo(whole.height * height, 6);
        expect([whole.width, whole.height].toSorted((a, b) => a - b)).toEqual([148, 210]);
        expect(whole.width > whole.height).toBe(across > down);
      }),
    );
  });
});

describe('what is done to a page before anyone has looked at it', () => {
  const seen: Proposal = { quad: null, confidence: 0, skewDegrees: null, turnDegrees: 0, blank: false };
  const corner = { x: 1, y: 1 };

  test('nothing is hidden and nothing is cut off', () => {
    expect(firstCleaning({ ...seen, turnDegrees: 90 })).toMatchObject({ turn: 90, crop: WHOLE, redactions: [] });
  });

  test('a lean is taken back where no outline was seen, as far as a page may be turned', () => {
    expect(firstCleaning({ ...seen, skewDegrees: 1.5 }).degrees).toBe(-1.5);
    expect(firstCleaning({ ...seen, skewDegrees: 40 }).degrees).toBe(0);
    expect(firstCleaning({ ...seen, quad: [corner, corner, corner, corner], skewDegrees: 1.5 }).degrees).toBe(0);
  });

  test('is always a cleaning that may be kept', () => {
    const lean = fc.option(fc.double({ min: -90, max: 90, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(
        lean,
        fc.constantFrom(0, 90, 180, 270),
        (skewDegrees, turnDegrees) => Cleaning.safeParse(firstCleaning({ ...seen, skewDegrees, turnDegrees: turnDegrees })).success,
      ),
    );
  });
});
