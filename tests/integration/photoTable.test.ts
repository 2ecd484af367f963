import { describe, expect, test } from 'vitest';
import { measureGlass } from '../../build/scripts/photos/measureGlass.ts';
import { isWrongButSure, measurePhoto } from '../../build/scripts/photos/measurePhotos.ts';
import { measureTurns } from '../../build/scripts/photos/measureTurns.ts';
import { writtenPaper } from '../../build/scripts/photos/writtenPaper.ts';
import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';

const isLong = process.env['STEPWALL_LONG'] !== undefined;

function seeds(short: number, long: number, first: number): number[] {
  return Array.from({ length: isLong ? long : short }, (_, k) => first + k);
}

describe('made-up photos whose truth is known', () => {
  test('the page is found where it lies, is not made up where there is none, and is never cut in two', { timeout: 3_600_000 }, async () => {
    const all = [];
    for (const seed of seeds(5, 500, 200_000)) all.push(await measurePhoto(seed));
    const pages = all.filter(({ truth }) => truth !== null);
    expect(pages.filter(({ iou }) => iou >= 0.98).length / pages.length).toBeGreaterThanOrEqual(isLong ? 0.99 : 1);
    expect(all.filter(({ truth, iou }) => truth === null && iou < 1)).toEqual([]);
    expect(all.filter(isWrongButSure).length / all.length).toBeLessThanOrEqual(0.002);
    expect(all.filter(({ papers }) => papers > 1).length / all.length).toBeLessThanOrEqual(isLong ? 0.005 : 0);
  });

  test('slips on a scanner`s glass and pages side by side become a paper each', { timeout: 1_800_000 }, async () => {
    const all = [];
    for (const seed of seeds(2, 60, 1000)) all.push(await measureGlass(seed));
    expect(all.filter(({ isRight }) => isRight).length / all.length).toBeGreaterThanOrEqual(0.98);
  });

  test('a page is turned only the right way', { timeout: 1_800_000 }, async () => {
    const models = await ocrModels();
    const sums = { right: 0, wrong: 0, unsure: 0 };
    for (const seed of seeds(1, 60, 2500)) {
      const { right, wrong, unsure } = await measureTurns(models, (await writtenPaper(seed)).picture);
      sums.right += right;
      sums.wrong += wrong;
      sums.unsure += unsure;
    }
    expect(sums.wrong).toBe(0);
    expect(sums.right).toBeGreaterThan(sums.unsure * 0.5);
  });
});
