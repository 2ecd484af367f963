import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { measureReal, realPicture, truthsIn, type RealMeasured } from '../../build/scripts/photos/measureReal.ts';
import { measureTurns } from '../../build/scripts/photos/measureTurns.ts';
import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';

const files = process.env['STEPWALL_TEST_FILES'];
/** Further real photos lie beside the test files. */
const folder = files === undefined ? null : join(dirname(files), 'cases', 'capture');
const truths = folder === null ? [] : truthsIn(folder);

/** Photos that are not solved yet, each with why. */
const UNSOLVED: Readonly<Record<string, string>> = {
  'br_page04.jpg': 'the page ends at a fold that nothing but a soft shade tells of, and the facing page goes on beyond it',
};

const isLong = process.env['STEPWALL_LONG'] !== undefined;
const TURNED = ['br_page08.jpg', 'br_test3.jpg', 'wb_06_crop.png'];
/** Drawings and single formulas: hardly anything on them can be read. */
const ASKED = ['wb_02.png', 'wb_03.png', 'wb_05_blackboard.png', 'wb_10.png', 'wb_13_shadow_lightning.png'];

test.skipIf(truths.length === 0)(
  'real photos: sheets where a person sees them, no outline of scans and crops, nothing wrong and sure (needs STEPWALL_TEST_FILES)',
  { timeout: 600_000 },
  async () => {
    const all: RealMeasured[] = [];
    for (const truth of truths) all.push(await measureReal(folder!, truth));
    const whole = all.filter(({ kind }) => kind === 'whole');
    expect(whole.filter(({ isRight }) => isRight).length / whole.length).toBeGreaterThanOrEqual(0.94);
    expect(all.filter(({ isWrongButSure }) => isWrongButSure)).toEqual([]);
    expect(all.filter(({ isRight }) => !isRight).map(({ file }) => file)).toEqual(Object.keys(UNSOLVED));
    expect(Object.keys(UNSOLVED).length).toBeLessThanOrEqual(all.length / 15);
  },
);

test.skipIf(truths.length === 0)(
  'real handwriting at four turns comes upright, or a person is asked; it never ends on its head (needs STEPWALL_TEST_FILES)',
  { timeout: 1_800_000 },
  async () => {
    const models = await ocrModels();
    const pages = truths.filter(({ file }) => (isLong ? /^(br|wb)_/u.test(file) && !ASKED.includes(file) : TURNED.includes(file)));
    const sums = { right: 0, wrong: 0, unsure: 0 };
    for (const truth of pages) {
      const { right, wrong, unsure } = await measureTurns(models, await realPicture(folder!, truth, 1600), truth.turn);
      expect(wrong, truth.file).toBe(0);
      sums.right += right;
      sums.unsure += unsure;
    }
    expect(sums.right / (sums.right + sums.unsure)).toBeGreaterThanOrEqual(0.9);
  },
);
