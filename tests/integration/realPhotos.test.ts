import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { measureReal, truthsIn, type RealMeasured } from '../../build/scripts/photos/measureReal.ts';

const files = process.env['STEPWALL_TEST_FILES'];
/** Further real photos lie beside the test files. */
const folder = files === undefined ? null : join(dirname(files), 'cases', 'capture');
const truths = folder === null ? [] : truthsIn(folder);

/** Photos that are not solved yet, each with why. */
const UNSOLVED: Readonly<Record<string, string>> = {
  'br_page04.jpg': 'the page ends at a fold that nothing but a soft shade tells of, and the facing page goes on beyond it',
};

test.skipIf(truths.length === 0)(
  'real photos that nobody tuned on: sheets where a person sees them, no outline of scans and crops, nothing wrong and sure (needs STEPWALL_TEST_FILES)',
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
