import { describe, expect, test } from 'vitest';
import { customSize, SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { seamsOf } from '../../core/sheets/seams.ts';
import { planSheets } from '../../core/sheets/sheets.ts';

const request = { sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 10 } as const;
const namesOf = (seams: ReturnType<typeof seamsOf>) => seams.map(({ under, over, side }) => `${under.label} ${side} ${over.label}`);

describe('seams', () => {
  test('are where one sheet goes on the flap of another, each with a number of its own', () => {
    const plan = planSheets({ ...request, orientation: 'portrait', strip: { width: 370, height: 544 } });
    const seams = seamsOf(plan);
    expect(namesOf(seams)).toEqual(['A1 right A2', 'A1 below B1', 'A2 below B2', 'B1 right B2']);
    expect(seams.map((seam) => seam.number)).toEqual([1, 2, 3, 4]);
    expect(seams[0]).toMatchObject({ x: 180, y: 267 / 2, length: 267 });
    expect(seams[1]).toMatchObject({ x: 90, y: 267, length: 180 });
  });

  test('between rows of unlike sheets join each sheet to all that it touches', () => {
    const plan = planSheets({ ...request, strip: { width: 1480, height: 390 } });
    expect(new Set(plan.sheets.map((sheet) => sheet.orientation)).size).toBe(2);
    const seams = seamsOf(plan);
    const below = seams.filter((seam) => seam.side === 'below');
    expect(below.reduce((sum, seam) => sum + seam.length, 0)).toBeCloseTo(1480, 3);
    expect(new Set(below.map((seam) => seam.under.label)).size).toBe(plan.sheets.filter((sheet) => sheet.label.startsWith('A')).length);
  });

  test('need a flap: without overlap there are none, and one sheet has none', () => {
    expect(seamsOf(planSheets({ ...request, overlap: 0, strip: { width: 900, height: 390 } }))).toEqual([]);
    expect(seamsOf(planSheets({ ...request, sheetSize: customSize(600, 600), strip: { width: 500, height: 500 } }))).toEqual([]);
  });
});
