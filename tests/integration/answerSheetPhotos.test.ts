import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Proposal, type Point } from '../../core/capture/cleaning.ts';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { answerSheetPlaces } from '../../core/handouts/answerSheetPlaces.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { findAnswerSheets } from '../../main/engines/imaging/page/answerSheet.ts';
import { cleanPage } from '../../main/engines/imaging/clean/cleanPage.ts';
import { pageFromPixels } from '../../main/engines/imaging/names/pagePicture.ts';
import { shrink, type RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { proposePage } from '../../main/engines/imaging/page/proposePage.ts';
import { frame, project, projection } from '../../main/engines/imaging/clean/warp.ts';
import { answerSheetPage, picturePixels, turnedPicture } from '../support/answerSheetPages.ts';
import { photograph, randomFrom, worksheet, type Desk } from '../support/syntheticPhoto.ts';

const task = '0f5c2f7e-8a1d-4c0b-9a55-1f2e3d4c5b6a';
const COPY_SIDE = 1600;
const find = (picture: RgbPixels) => findAnswerSheets(picture, shrink(picture, COPY_SIDE))[0] ?? null;
const inPx300 = (mm: number): number => (mm / 25.4) * 300;
const files = process.env['STEPWALL_TEST_FILES'];

describe('answer sheets photographed on a desk', async () => {
  const sheets = [
    { sheetSize: SHEET_SIZES.A4, page: await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task, pupil: 'Kōwhai 7', dpi: 240 }) },
    { sheetSize: SHEET_SIZES.Letter, page: await answerSheetPage({ sheetSize: SHEET_SIZES.Letter, task, pupil: 'Kōwhai 7', dpi: 240 }) },
  ];
  const desks: readonly Desk[] = ['white', 'white', 'white', 'wood', 'dark', 'cluttered'];

  test('12 of 12 are found with perspective and shadow, half of them upside down, most on white; corners within a pixel at 300 dpi', () => {
    const misses: number[] = [];
    for (let seed = 0; seed < 12; seed++) {
      const { sheetSize, page } = sheets[seed % 2]!;
      const shot = photograph(page, desks[seed % desks.length]!, randomFrom(seed + 1), { width: 1650, height: 2200 });
      const upsideDown = Math.floor(seed / 2) % 2 === 1;
      const picture = upsideDown ? turnedPicture(shot.picture, 180) : shot.picture;
      const found = find(picture);
      expect(found?.seen).toMatchObject({ task, pupil: 'Kōwhai 7' });
      const truth = projection(frame(sheetSize.width, sheetSize.height), shot.quad);
      const onPicture = (at: Point): Point => {
        const { x, y } = project(truth, at);
        return upsideDown ? { x: picture.width - x - 0.5, y: picture.height - y - 0.5 } : { x: x - 0.5, y: y - 0.5 };
      };
      const { code, writing } = answerSheetPlaces(sheetSize);
      const corners = [writing, code].map(({ x, y, width, height }) => frame(width, height).map((corner) => onPicture({ x: corner.x + x, y: corner.y + y })));
      const pxPerMm = Math.hypot(corners[0]![1]!.x - corners[0]![0]!.x, corners[0]![1]!.y - corners[0]![0]!.y) / writing.width;
      corners[0]!.forEach((corner, k) => misses.push(inPx300(Math.hypot(found!.writing[k]!.x - corner.x, found!.writing[k]!.y - corner.y) / pxPerMm)));
      const box = found!.seen.codeBox;
      const [xs, ys] = [corners[1]!.map(({ x }) => x + 0.5), corners[1]!.map(({ y }) => y + 0.5)];
      for (const off of [box.x - Math.min(...xs), box.y - Math.min(...ys), box.x + box.width - Math.max(...xs), box.y + box.height - Math.max(...ys)])
        misses.push(inPx300(Math.abs(off) / pxPerMm));
    }
    misses.sort((a, b) => a - b);
    expect(misses[misses.length >> 1]).toBeLessThan(1);
    expect(misses.at(-1)).toBeLessThan(4);
  });

  test('lying on a side comes upright, cropped to its lines, with the code covered', async () => {
    const { page } = sheets[0]!;
    const shot = photograph(page, 'wood', randomFrom(77), { width: 1650, height: 2200 });
    for (const degrees of [90, 180, 270] as const) {
      const picture = turnedPicture(shot.picture, degrees);
      const proposal = Proposal.parse(await proposePage(picture));
      expect(proposal).toMatchObject({ confidence: 1, blank: false, turnDegrees: (360 - degrees) % 360, answerSheet: { task, pupil: 'Kōwhai 7' } });
      const cleaning = firstCleaning(proposal);
      expect(cleaning.redactions).toEqual([proposal.answerSheet!.codeBox]);
      const copy = cleanPage({ ...picture, data: picture.data.slice() }, cleaning, { trueSize: SHEET_SIZES.A4, longestSide: 1000 });
      const { writing } = answerSheetPlaces(SHEET_SIZES.A4);
      expect(copy.width / copy.height).toBeCloseTo((writing.width + 12) / (writing.height + 2), 1);
      // What was covered lies above the crop: the marker's black and the cover's grey are not in the copy's upper rows.
      const upper = copy.data.subarray(0, copy.width * 3 * 4);
      expect(upper.filter((value) => value < 100).length).toBeLessThan(upper.length * 0.05);
    }
  });
});

test('two sheets side by side on one glass become a paper each, known by their codes, also where one lies upside down', async () => {
  const pages = [
    await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task, pupil: 'fern', dpi: 150 }),
    turnedPicture(await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task, pupil: 'kauri', dpi: 150 }), 180),
  ];
  const [width, height] = [2 * pages[0]!.width + 90, pages[0]!.height + 40];
  const glass: RgbPixels = { data: new Uint8Array(width * height * 3).fill(214), width, height };
  pages.forEach((page, k) => {
    for (let y = 0; y < page.height; y++) {
      const row = page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3);
      glass.data.set(row, ((y + 20) * width + 20 + k * (page.width + 50)) * 3);
    }
  });
  const { slips } = await pageFromPixels(glass, 150);
  const seen = slips!.map(({ proposal }) => [proposal.answerSheet?.task, proposal.answerSheet?.pupil, proposal.turnDegrees] as const);
  expect(seen.sort((one, two) => (one[2] ?? 0) - (two[2] ?? 0))).toEqual([
    [task, 'fern', 0],
    [task, 'kauri', 180],
  ]);
});

test('a scan of a sheet that nobody wrote on is found and said to be blank; a written one is not', async () => {
  for (const written of [false, true]) {
    for (const lineHeight of [8, 15]) {
      const picture = await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task, pupil: 'fern', dpi: 200, written, lineHeight });
      expect(await proposePage(picture)).toMatchObject({ blank: !written, turnDegrees: 0, answerSheet: { task, pupil: 'fern' } });
    }
  }
});

test('ordinary pages are no answer sheets: worksheets on desks', () => {
  for (let seed = 0; seed < 6; seed++) expect(find(photograph(worksheet(randomFrom(seed)), 'wood', randomFrom(seed + 9)).picture)).toBeNull();
});

test('one marker covered is no answer sheet: nothing is guessed', async () => {
  const picture = await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task, pupil: 'fern', dpi: 150 });
  const box = answerSheetPlaces(SHEET_SIZES.A4).markers[2]!.box;
  const px = (mm: number): number => Math.round((mm / 25.4) * 150);
  for (let y = px(box.y + 4); y < px(box.y + 12); y++) picture.data.fill(255, (y * picture.width + px(box.x)) * 3, (y * picture.width + px(box.x + 10)) * 3);
  expect(find(picture)).toBeNull();
});

test.skipIf(!files)('no photo of an ordinary page is taken for an answer sheet (needs STEPWALL_TEST_FILES)', async () => {
  const photos = ['photos', 'handwriting'].flatMap((folder) =>
    readdirSync(join(files!, folder))
      .filter((name) => /\.jpe?g$/i.test(name))
      .map((name) => join(folder, name)),
  );
  expect(photos.length).toBeGreaterThan(5);
  for (const name of photos) expect([name, find(await picturePixels(new Uint8Array(readFileSync(join(files!, name)))))]).toEqual([name, null]);
});
