import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import type { NamesOnPage } from '../../main/engines/imaging/names/namesOnPage.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { inParallel } from '../../main/platform/work/inParallel.ts';

const folder = process.env['STEPWALL_TEST_FILES'];
const cases = folder === undefined ? '' : join(folder, '../cases/capture');
const real = test.skipIf(!existsSync(cases));
const needs = '(needs STEPWALL_TEST_FILES and cases/capture beside it)';
const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

/** Pages with a printed label before a name. */
const LABELLED = ['form_name_line.pdf', 'sy_frame_thin.jpg', 'sy_frame_half.jpg'];
/** Forms, on some of which names stand behind labels. */
const FORMS = /^sy_frame|form_name_line|ten_pages_mixed/;
/** Of the pages without a label, every so many are looked at. */
const EVERY = process.env['STEPWALL_LONG'] === '1' ? 1 : 4;

const filesIn = (place: string): { name: string; path: string }[] =>
  readdirSync(place)
    .filter((name) => /\.(jpg|png|pdf|tif|tiff|heic)$/.test(name))
    .map((name) => ({ name, path: join(place, name) }));

async function namesIn(path: string): Promise<NamesOnPage[]> {
  const all: NamesOnPage[] = [];
  for await (const event of imaging.read(new Uint8Array(readFileSync(path)))) {
    if (event.kind !== 'page') continue;
    all.push(await imaging.names.find(event.jpeg, { placing: firstCleaning(event.proposal), trueSize: null, names: [] }));
  }
  return all;
}

describe('names on real pages', () => {
  real(`a name beside a printed label is boxed ${needs}`, { timeout: 300_000 }, async () => {
    for (const name of LABELLED) {
      const [page] = await namesIn(join(name.endsWith('.pdf') ? join(folder!, 'handwriting') : cases, name));
      expect(
        page!.found.map(({ reason }) => reason),
        name,
      ).toContain('label');
    }
  });

  real(`of pages without a label at most one in five gets a guess, and no guess takes a slab of the page ${needs}`, { timeout: 3_600_000 }, async () => {
    const places = [cases, ...['handwriting', 'photos', 'pdf', 'heic_tiff'].map((place) => join(folder!, place))];
    const files = places.flatMap(filesIn).filter(({ name }) => !FORMS.test(name));
    const pages: { name: string; page: NamesOnPage }[] = [];
    await inParallel(
      files.filter((_file, k) => k % EVERY === 0),
      2,
      async ({ name, path }) => void pages.push(...(await namesIn(path)).map((page) => ({ name, page }))),
    );
    expect(pages.length).toBeGreaterThan(40 / EVERY);
    const guessed = pages.filter(({ page }) => page.found.some(({ reason }) => reason === 'lone-line'));
    expect(guessed.length, guessed.map(({ name }) => name).join()).toBeLessThanOrEqual(pages.length / 5);
    for (const { name, page } of guessed) {
      const area = page.found.reduce((sum, { box }) => sum + box.width * box.height, 0);
      expect(area / (page.width * page.height), name).toBeLessThan(0.1);
    }
  });
});
