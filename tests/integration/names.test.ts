import { describe, expect, test } from 'vitest';
import { measureSheet, type MeasuredSheet } from '../../build/scripts/names/measureNames.ts';
import { KINDS } from '../../build/scripts/names/planNameSheet.ts';
import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';

const sheets = process.env['STEPWALL_LONG'] === '1' ? 300 : 12;

describe('names on made-up sheets', () => {
  test(`of ${sheets} sheets, every name lies in a box or is asked for, and few boxes hold none`, { timeout: 3_600_000 }, async () => {
    const models = await ocrModels();
    const all: MeasuredSheet[] = [];
    for (let seed = 0; seed < sheets; seed++) all.push(await measureSheet(models, seed, false));
    const named = all.filter(({ covered }) => covered !== null);
    expect(named.length).toBeGreaterThan(sheets * 0.7);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    expect(named.filter(({ covered, asked }) => covered !== 1 && !asked).map(({ seed }) => seed)).toEqual([]);
    // What is asked for is not found: it may happen on one sheet in fifty.
    expect(named.filter(({ covered }) => covered !== 1).length).toBeLessThanOrEqual(sheets / 50);
    expect(all.reduce((sum, { falseBoxes }) => sum + falseBoxes, 0)).toBeLessThanOrEqual(Math.ceil(sheets / 30));
    // Who is asked to look at every page looks at none: on most pages without a name nobody is.
    const nameless = all.filter(({ covered }) => covered === null);
    expect(nameless.filter(({ asked }) => asked).length).toBeLessThanOrEqual(Math.ceil(nameless.length / 2));
    // Upside down or not is told rightly.
    expect(all.filter(({ kind, turn }) => (kind === 'upside down') !== (turn === 180)).map(({ seed }) => seed)).toEqual([]);
  });

  test('names of the class list are found, and whose they are', { timeout: 600_000 }, async () => {
    const one = await measureSheet(await ocrModels(), 6, true);
    expect(one).toMatchObject({ covered: 1, whose: ['Lucas Meyer'] });
  });
});
