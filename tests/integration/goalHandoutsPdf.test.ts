import { describe, expect, test } from 'vitest';
import { LABEL_SHEETS, labels, labelSheetNames } from '../../core/handouts/labels.ts';
import { goalHandouts } from '../../core/handouts/goalHandouts.ts';
import { nUp } from '../../core/handouts/nUp.ts';
import { assetPath } from '../../main/platform/assets.ts';
import { makePdf } from '../../main/engines/pdf/makePdf.ts';
import { classOfWriters } from '../support/classOfWriters.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';
import { starterBank } from '../support/starterBank.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const PER_MM = 300 / 25.4;
/** How far inside its label the lower line of a blank one is drawn, mm. */
const INSET = 4;
const fontsFolder = assetPath('fonts/');

test.skipIf(!hasPoppler).each(labelSheetNames)('blank labels on %s lie within 0.3 mm of their places in the PDF (needs poppler-utils)', async (name) => {
  const { pieces } = nUp(LABEL_SHEETS[name]);
  const pages = labels(
    fonts,
    LABEL_SHEETS[name],
    pieces.map(() => ''),
  );
  const pdf = new PdfUnderTest(await makePdf({ what: 'pages', title: 'Labels', pages, fontsFolder }));
  const { data, width, channels } = await pdf.raster(1, 300);
  pdf.remove();
  const dark = (x: number, y: number): boolean => data[(Math.round(y) * width + Math.round(x)) * channels]! < 200;
  for (const piece of pieces) {
    const middle = (piece.x + piece.width / 2) * PER_MM;
    const wantedY = (piece.y + piece.height - INSET) * PER_MM;
    const rows = Array.from({ length: 41 }, (_, index) => Math.round(wantedY) - 20 + index).filter((y) => dark(middle, y));
    expect(rows.length).toBeGreaterThan(0);
    const y = rows[Math.floor(rows.length / 2)]!;
    expect(Math.abs((y + 0.5) / PER_MM - wantedY / PER_MM)).toBeLessThan(0.3);
    const wantedX = (piece.x + INSET) * PER_MM;
    const columns = Array.from({ length: 41 }, (_, index) => Math.round(wantedX) - 20 + index).filter((x) => dark(x, y));
    expect(Math.abs(columns[0]! / PER_MM - wantedX / PER_MM)).toBeLessThan(0.3);
  }
});

describe('goal papers drawn in a thread of their own', () => {
  const date = '2026-03-03';
  const group = classOfWriters(Array.from({ length: 28 }, (_, index) => `Name${index}`));

  test.skipIf(!hasPoppler)('28 header strips: every code and the day can be read in the file, no name unless asked for (needs poppler-utils)', async () => {
    const wish = { what: 'strips', sheetSize: 'A4', date, pupils: null, names: false } as const;
    const pages = goalHandouts(fonts, wish, starterBank, group);
    const pdf = new PdfUnderTest(await makePdf({ what: 'pages', title: 'Strips', pages, fontsFolder }));
    const text = pdf.text();
    const info = pdf.info();
    pdf.remove();
    expect(info).toMatch(/Pages: +3\n/u);
    expect(info).toMatch(/595\.27\d* x 841\.8/u);
    for (const { code } of group.pupils) expect(text).toContain(code);
    expect(text).toContain('Tue 3 Mar');
    expect(text).not.toMatch(/Name\d/u);
  });

  test('that are stopped leave with the reason', async () => {
    const pages = goalHandouts(fonts, { what: 'legend', sheetSize: 'A4', skillSets: null, years: null }, starterBank, group);
    const stop = new AbortController();
    const made = makePdf({ what: 'pages', title: 'Legend', pages, fontsFolder }, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(made).rejects.toThrow('enough');
  });
});
