import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { homography, type Corners } from '../../build/scripts/sample/homography.ts';
import { SampleClass } from '../../core/chart/sampleClass.ts';
import { assetPath } from '../../main/platform/assets.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { handOver } from '../support/handOver.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';

/** A teacher who has never seen Stepwall makes a wall chart out of the sample class's pages: from dropping the files to glued sheets and the projector. */
const sample = SampleClass.parse(JSON.parse(readFileSync(assetPath('sample/class.json'), 'utf8')));
const files = [...new Set(sample.papers.map(({ file }) => file))];
let app: AppInBrowser;
let pdf: Buffer;
beforeAll(async () => {
  app = await openInBrowser();
});
beforeEach(({ onTestFailed }) => onTestFailed(() => keepPicture(app)));
afterAll(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const step = (name: string) => app.page.getByRole('navigation', { name: 'Steps of this wall' }).getByRole('link', { name });

/** The number of the paper that is shown to be cleaned, once it is none of those that are done; papers that need a hand come first. */
async function nextPaper(done: ReadonlySet<number>): Promise<number> {
  const copy = app.page.getByRole('img', { name: /^The clean copy of Paper/ });
  const number = async (): Promise<number> => Number(/Paper (\d+)/.exec((await copy.getAttribute('alt')) ?? '')?.[1]);
  await expect.poll(async () => !done.has(await number()), { timeout: 60_000 }).toBe(true);
  return number();
}

describe('from papers to a wall', () => {
  test('makes a wall', async () => {
    await button('New wall').click();
    await app.page.getByLabel('What do you ask the class?').fill(sample.task.question);
    await app.page.getByLabel('What are you looking at?').fill(sample.task.focus);
    await button('Make the wall').click();
    await app.page.getByRole('heading', { name: 'Bring in the papers' }).waitFor();
  });

  test('brings in photos and scans, and hears plainly about the file that is none', { timeout: 300_000 }, async () => {
    await button(/^Half sheet of A4/).click();
    const notAPicture = join(app.library, '..', 'notes.jpg');
    writeFileSync(notAPicture, 'Dear diary, this is no picture.');
    await handOver(app.page, 'drop', [...files.map((file) => assetPath(`sample/${file}`)), notAPicture]);
    await expect.poll(() => app.page.getByRole('grid', { name: 'Papers, in order' }).getByRole('row').count(), { timeout: 140_000 }).toBe(12);
    await app.page.getByText('12 pages came in').waitFor({ timeout: 140_000 });
    await app.page.getByText('notes.jpg').waitFor();
    await step('Clean').click();
  });

  test('burns the names out, page by page', async () => {
    const done = new Set<number>();
    while (done.size < sample.papers.length) {
      const photo = app.page.getByRole('img', { name: 'The photo', exact: true });
      await expect.poll(() => app.page.getByText(`${done.size} of 12 checked`).count()).toBe(1);
      const number = await nextPaper(done);
      const paper = sample.papers[number - 1]!;
      const shown = await photo.evaluate((image) => ({
        box: image.getBoundingClientRect().toJSON() as DOMRect,
        width: (image as HTMLImageElement).naturalWidth,
      }));
      const source = await upright(paper.file);
      const [left, top, right, bottom] = paper.truth.nameBox.map(
        (value, side) => value * (side % 2 === 0 ? shown.box.width / source.width : shown.box.height / source.height),
      ) as [number, number, number, number];
      await app.page.keyboard.press('n');
      await app.page.mouse.move(shown.box.x + left, shown.box.y + top);
      await app.page.mouse.down();
      await app.page.mouse.move(shown.box.x + right, shown.box.y + bottom, { steps: 4 });
      await app.page.mouse.up();
      await button('No name to be seen').click();
      done.add(number);
    }
    await app.page.getByText('12 of 12 checked').waitFor();
    await button('Line up').click();
  });

  test('lines them up from lowest to highest', async () => {
    for (const index of sample.line) {
      await app.page.getByRole('button', { name: `Paper ${index + 1}, on the pile` }).focus();
      await app.page.keyboard.press('End');
      await app.page.getByRole('button', { name: new RegExp(`^Paper ${index + 1}, place`) }).waitFor();
    }
    await app.page.getByText('All 12 papers are placed').waitFor();
    await button('Choose the levels').click();
  });

  test('chooses the papers that stand for the levels and writes what each means', async () => {
    for (const [index, level] of sample.levels.entries()) {
      const column = app.page.locator('.Levels__level-column').nth(index);
      await app.page
        .getByRole('button', { name: `Paper ${level.anchor + 1}, place ${sample.line.indexOf(level.anchor) + 1}: choose for level ${level.label}` })
        .click();
      await column.getByText(`Paper ${level.anchor + 1}`, { exact: true }).waitFor();
      await column.getByLabel('Name of this level').fill(level.name);
      await column.getByLabel('Name of this level').press('Enter');
      for (const { text, kind } of level.qualifiers) {
        const field = column.getByPlaceholder(kind === 'new' ? 'What is new here? In pupils’ words' : 'What is still here?');
        await field.fill(text);
        await field.press('Enter');
      }
    }
    await app.page.getByText('5 of 5 levels have a paper').waitFor();
    await button('See the strip').click();
  });

  test('sees the strip laid out by itself, with its sheets', async () => {
    await app.page
      .getByText(/^\d+ sheets of A4$/)
      .first()
      .waitFor();
    await app.page.getByText('Saved').waitFor();
    await button('Print it').click();
  });

  test('makes the PDF and saves it', async () => {
    await button('Make the PDF').click();
    await app.page.getByText('The PDF is ready').waitFor({ timeout: 60_000 });
    const downloading = app.page.waitForEvent('download');
    await button('Save').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('Why do bees matter.pdf');
    pdf = readFileSync(await download.path());
  });

  test('shows it to the class, without a name or a code', async () => {
    await button('Present').click();
    await app.page.getByRole('img', { name: /^The whole strip/ }).waitFor();
    for (const level of sample.levels) {
      await app.page.keyboard.press('PageDown');
      await app.page.getByRole('heading', { name: level.name }).waitFor();
      const words = await app.page.locator('main').innerText();
      for (const { pupil } of sample.papers) expect(words).not.toContain(pupil);
      expect(words).not.toMatch(/Paper \d/);
    }
  });
});

describe.skipIf(!hasPoppler)('the PDF, as other programs see it (needs poppler-utils)', () => {
  test('has exact A4 pages', async () => {
    const judged = new PdfUnderTest(pdf);
    const sizes = [...judged.info('-f', '1', '-l', '99').matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) =>
      [Number(width), Number(height)].toSorted((a, b) => a - b),
    );
    expect(sizes.length).toBeGreaterThan(6);
    for (const [short = 0, long = 0] of sizes) {
      expect(short).toBeCloseTo(595.276, 1);
      expect(long).toBeCloseTo(841.89, 1);
    }
    judged.remove();
  });

  test('holds the words of the chart as text, and no name', async () => {
    const judged = new PdfUnderTest(pdf);
    const text = judged.text().replaceAll(/\s+/g, ' ');
    for (const word of ['Why', 'bees', ...sample.levels.flatMap(({ name }) => name.split(' '))]) expect(text).toContain(word);
    for (const { pupil } of sample.papers) expect(text).not.toContain(pupil);
    judged.remove();
  });

  test('stores every picture once, with the name as one flat colour and nothing of the camera', async () => {
    const judged = new PdfUnderTest(pdf);
    const stored = new Map(judged.pictureFiles().map((file) => [Buffer.from(file).toString('base64'), file]));
    const objects = new Set(judged.pictures().map((row) => row[10]));
    expect(objects.size).toBe(sample.levels.length);
    expect(stored.size).toBe(sample.levels.length);
    const nameless = new Set<number>();
    for (const file of stored.values()) {
      const { exif, xmp, iptc } = await sharp(file).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
      for (const { anchor } of sample.levels) {
        const paper = sample.papers[anchor];
        if (paper !== undefined && (await isFlatBox(data, info, paper.truth.quad, paper.truth.nameBox))) nameless.add(anchor);
      }
    }
    expect([...nameless].sort()).toEqual(sample.levels.map(({ anchor }) => anchor).sort());
    judged.remove();
  });
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});

/** The size of a page's upright picture in px. */
async function upright(file: string): Promise<{ width: number; height: number }> {
  if (file.endsWith('.pdf')) return { width: 1717, height: 1232 };
  const { width = 0, height = 0, orientation = 1 } = await sharp(assetPath(`sample/${file}`)).metadata();
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** True when the middle of the name's box, carried onto the straightened page, is one colour: that of the paper, where nothing is written. */
async function isFlatBox(
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: number },
  quad: Corners,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Promise<boolean> {
  const onPage = homography(quad, [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]);
  const values: number[] = [];
  for (let across = 0.2; across <= 0.8; across += 0.02) {
    for (let down = 0.3; down <= 0.7; down += 0.1) {
      const [x, y] = onPage(left + (right - left) * across, top + (bottom - top) * down);
      const at = (Math.round(y) * width + Math.round(x)) * channels;
      values.push(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
    }
  }
  return Math.max(...values) - Math.min(...values) <= 6;
}
