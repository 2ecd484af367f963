import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitting, keptInSight, onStage, onStrip, panned, sameView, zoomedAt } from '../../renderer/stage/view.ts';

const px = fc.integer({ min: -3000, max: 3000 });
const view = fc.record({ zoom: fc.double({ min: 0.1, max: 20, noNaN: true }), x: px, y: px });
const point = fc.record({ x: px, y: px });
const area = fc.record({ width: fc.integer({ min: 200, max: 4000 }), height: fc.integer({ min: 200, max: 3000 }) });
const strip = fc.record({ width: fc.integer({ min: 50, max: 6000 }), height: fc.integer({ min: 50, max: 3000 }) });

describe('the view of the strip', () => {
  test('zooms round the point under the hand', () => {
    fc.assert(
      fc.property(view, point, fc.double({ min: 0.01, max: 40, noNaN: true }), (before, at, zoom) => {
        const was = onStrip(at, before);
        const now = onStrip(at, zoomedAt(before, at, zoom));
        expect(now.x).toBeCloseTo(was.x, 4);
        expect(now.y).toBeCloseTo(was.y, 4);
      }),
    );
  });

  test('fits the whole strip into the stage', () => {
    fc.assert(
      fc.property(strip, area, (whole, stage) => {
        const box = onStage({ x: 0, y: 0, ...whole }, fitting({ x: 0, y: 0, ...whole }, stage));
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(stage.width + 1e-6);
        expect(box.y + box.height).toBeLessThanOrEqual(stage.height + 1e-6);
      }),
    );
  });

  test('however far it is panned, some of the strip stays in sight; what is in sight is left alone', () => {
    fc.assert(
      fc.property(strip, area, view, px, px, (whole, stage, before, dx, dy) => {
        const box = onStage({ x: 0, y: 0, ...whole }, keptInSight(panned(before, dx * 10, dy * 10), whole, stage));
        expect(box.x).toBeLessThanOrEqual(stage.width - 80 + 1e-6);
        expect(box.x + box.width).toBeGreaterThanOrEqual(80 - 1e-6);
        const fitted = fitting({ x: 0, y: 0, ...whole }, stage);
        if (whole.width * fitted.zoom > 80 && whole.height * fitted.zoom > 80) expect(sameView(keptInSight(fitted, whole, stage), fitted)).toBe(true);
      }),
    );
  });
});
