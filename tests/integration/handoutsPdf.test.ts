import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AR } from 'js-aruco2';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { answerSheet } from '../../core/handouts/answerSheet.ts';
import { answerSheetPlaces, readAnswerCode } from '../../core/handouts/answerSheetPlaces.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { writeMiniChartPdf, writePagesPdf } from '../../main/engines/pdf/handoutsPdf.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';
import { hasProgram } from '../support/programs.ts';
import { madeUpPage, wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';
import 'js-aruco2/src/dictionaries/aruco_4x4_1000.js';

const folder = mkdtempSync(join(tmpdir(), 'stepwall-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PER_MM = 300 / 25.4;
const wish = { task: 'bees-1', question: 'Why do bees matter? He aha i hira ai ngā pī?', pupil: 'Kōwhai 7', lineHeight: 12 };

describe.each([SHEET_SIZES.A4, SHEET_SIZES.Letter])('an answer sheet on $name', (sheetSize) => {
  test.skipIf(!hasPoppler)('is found by another program’s eyes: four markers with their numbers, each corner within 0.2 mm (needs poppler-utils)', async () => {
    const pdf = new PdfUnderTest(await writePagesPdf('Answer sheets', fonts, [answerSheet(fonts, { ...wish, sheetSize })]));
    const { data, width, height, channels } = await pdf.raster(1, 300);
    pdf.remove();
    const { data: rgba } = await sharp(data, { raw: { width, height, channels: channels as 3 } })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = new AR.Detector({ dictionaryName: 'ARUCO_4X4_1000', maxHammingDistance: 0 }).detectImage(width, height, new Uint8ClampedArray(rgba));
    expect(found.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3]);
    for (const { id, box } of answerSheetPlaces(sheetSize).markers) {
      const corners = found.find((marker) => marker.id === id)?.corners ?? [];
      const wanted = [
        [box.x, box.y],
        [box.x + box.width, box.y],
        [box.x + box.width, box.y + box.height],
        [box.x, box.y + box.height],
      ];
      wanted.forEach(([x = 0, y = 0], index) =>
        expect(Math.hypot((corners[index]?.x ?? 0) / PER_MM - x, (corners[index]?.y ?? 0) / PER_MM - y)).toBeLessThan(0.2),
      );
    }
  });

  test.skipIf(!hasPoppler || !hasProgram('zbarimg'))(
    'its QR code is read by another program and says task and code (needs poppler-utils and zbar-tools)',
    async () => {
      const pdf = new PdfUnderTest(await writePagesPdf('Answer sheets', fonts, [answerSheet(fonts, { ...wish, sheetSize })]));
      const { data, width, height, channels } = await pdf.raster(1, 200);
      pdf.remove();
      const file = join(folder, `${sheetSize.name}.png`);
      await sharp(data, { raw: { width, height, channels: channels as 3 } })
        .png()
        .toFile(file);
      const said = execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
      expect(readAnswerCode(said)).toEqual({ task: 'bees-1', pupil: 'Kōwhai 7' });
    },
  );
});

test.skipIf(!hasPoppler)('a desk-size chart is one A4 page with every paper once (needs poppler-utils)', async () => {
  const pictures = new Map<string, Uint8Array>();
  for (let index = 0; index < 10; index++) pictures.set(`m${index}`, await madeUpPage(index, 200, 125));
  const pdf = new PdfUnderTest(await writeMiniChartPdf({ title: 'Bees', ...wallStrip(1480, 390, 10), fonts, pictures, sheetSize: SHEET_SIZES.A4 }));
  expect(pdf.info()).toMatch(/Pages: +1\n/u);
  expect(pdf.pictures().length).toBe(10);
  expect(pdf.text().normalize('NFC')).toContain('Tīmata');
  pdf.remove();
});
