import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { SampleClass, type SamplePaper } from '../../core/chart/sampleClass.ts';

const folder = fileURLToPath(new URL('../../assets/sample/', import.meta.url));
const written: unknown = JSON.parse(readFileSync(join(folder, 'class.json'), 'utf8'));
const sample = SampleClass.parse(written);
const photos = sample.papers.filter(({ file }) => file.endsWith('.jpg'));

describe('the class that comes with the app', () => {
  test('has twelve papers and every file is there, with nothing left over', () => {
    expect(sample.papers).toHaveLength(12);
    for (const { file } of sample.papers) expect(existsSync(join(folder, file)), file).toBe(true);
    const named = new Set(['class.json', ...sample.papers.map(({ file }) => file)]);
    expect(new Set(readdirSync(folder))).toEqual(named);
  });

  test('puts every paper in the line once, and no two papers on one page', () => {
    expect([...sample.line].sort((a, b) => a - b)).toEqual(sample.papers.map((_, index) => index));
    expect(new Set(sample.papers.map(({ file, page }) => `${file} ${page}`)).size).toBe(sample.papers.length);
  });

  test('climbs from the lowest paper to the highest over five levels', () => {
    expect(sample.levels.map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4']);
    const places = sample.levels.map(({ anchor }) => sample.line.indexOf(anchor));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(sample.papers.length - 1);
  });

  test('says of every level what is new, and of every level but the lowest what is still here', () => {
    for (const [step, { qualifiers }] of sample.levels.entries()) {
      expect(qualifiers.filter(({ kind }) => kind === 'new').length).toBeGreaterThan(0);
      expect(qualifiers.filter(({ kind }) => kind === 'kept').length > 0).toBe(step > 0);
      for (const { text } of qualifiers) expect(text).not.toMatch(/\b(no|not|only|lacks?|missing|poor|without)\b/i);
    }
  });

  test('has no name in any response, in any file name or in the words of the chart', () => {
    const words = [...sample.papers.flatMap(({ text, file }) => [text, file]), JSON.stringify(sample.levels), JSON.stringify(sample.task)].map(plain);
    for (const { pupil } of sample.papers) {
      const name = plain(pupil.split(' ')[0] ?? '');
      expect(name.length).toBeGreaterThan(2);
      for (const text of words) expect(text).not.toContain(name);
    }
  });

  test('runs from three words to about sixty, and keeps the errors', () => {
    const lengths = sample.papers.map(({ text }) => text.split(' ').length);
    expect(Math.min(...lengths)).toBe(3);
    expect(Math.max(...lengths)).toBeGreaterThan(45);
    expect(Math.max(...lengths)).toBeLessThan(65);
    expect(sample.papers.filter(({ text }) => /mānuka/.test(text)).length).toBeGreaterThan(1);
    expect(sample.papers.filter(({ text }) => /becos|becuase|becuse/.test(text)).length).toBeGreaterThan(1);
  });

  test('stays small enough to ship', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(5 * 1024 * 1024);
  });
});

describe('its photos', () => {
  test('are stored turned in several ways, some telling a camera and a place', async () => {
    const seen = await Promise.all(photos.map(async ({ file }) => await sharp(join(folder, file)).metadata()));
    expect(new Set(seen.map(({ orientation }) => orientation))).toEqual(new Set([1, 3, 6, 8]));
    for (const { width, height } of seen) expect(Math.max(width, height)).toBe(2000);
    const telling = seen.filter(({ exif }) => exif?.includes('Made-up Phone '));
    expect(telling.length).toBeGreaterThanOrEqual(2);
  });

  test('show a light paper, inside the four corners that are written down, once turned upright', async () => {
    for (const paper of photos) await expectPaperWithinCorners(paper, await sharp(join(folder, paper.file)).autoOrient().toBuffer());
  });
});

describe('its scans', () => {
  test('are four pages of a PDF at 200 dpi, with the truth in the pixels of each page', async () => {
    const scans = sample.papers.filter(({ file }) => file.endsWith('.pdf'));
    const pdf = await PDFDocument.load(readFileSync(join(folder, scans[0]?.file ?? '')));
    expect(scans.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
    expect(pdf.getPageCount()).toBe(4);
    for (const { page, truth } of scans) {
      const { width, height } = pdf.getPage(page - 1).getSize();
      const [columns, rows] = [(width * 200) / 72, (height * 200) / 72];
      for (const [x, y] of truth.quad) {
        expect(x > 0 && x < columns && y > 0 && y < rows).toBe(true);
      }
      const [[leftX, leftY], [rightX, rightY]] = truth.quad;
      expect(Math.hypot(rightX - leftX, rightY - leftY)).toBeCloseTo((210 * 200) / 25.4, -1);
      expect(Math.abs((Math.atan2(rightY - leftY, rightX - leftX) * 180) / Math.PI)).toBeLessThan(1.55);
    }
  });
});

describe('a class file that is not right', () => {
  test('is refused when a paper is missing from the line or stands in it twice', () => {
    const [first = 0, ...rest] = sample.line;
    expect(reasons({ ...sample, line: rest })).toContain('Every paper must stand in the line exactly once.');
    expect(reasons({ ...sample, line: [first, first, ...rest.slice(1)] })).toContain('Every paper must stand in the line exactly once.');
  });

  test('is refused when the levels do not climb', () => {
    expect(reasons({ ...sample, levels: [...sample.levels].reverse() })).toContain("Each level's paper must stand higher in the line than the one before.");
  });
});

function reasons(value: unknown): string[] {
  return SampleClass.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Just inside each corner lies paper, just outside it the desk; and the name box lies in the picture. */
async function expectPaperWithinCorners({ file, truth }: SamplePaper, picture: Buffer): Promise<void> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [middleX, middleY] = truth.quad.reduce(([x, y], corner) => [x + corner[0] / 4, y + corner[1] / 4], [0, 0]);
  const brightness = ([x, y]: readonly [number, number], outwards: number): number => {
    const length = Math.hypot(x - middleX, y - middleY);
    const column = Math.round(x + ((x - middleX) / length) * outwards);
    const row = Math.round(y + ((y - middleY) / length) * outwards);
    return data[row * info.width + column] ?? Number.NaN;
  };
  for (const corner of truth.quad) expect(brightness(corner, -9) - brightness(corner, 9), `${file} at ${corner.join(', ')}`).toBeGreaterThan(15);
  const [left, top, right, bottom] = truth.nameBox;
  expect(left >= 0 && top >= 0 && right <= info.width && bottom <= info.height && left < right && top < bottom, file).toBe(true);
}
