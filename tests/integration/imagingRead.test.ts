import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { startHelperInNode, type StartHelper } from '../../main/platform/helpers/startHelper.ts';
import { describePage } from '../../main/engines/imaging/page/describePage.ts';
import { FileProblem } from '../../core/capture/fileProblem.ts';
import { createImaging, type Imaging, type PageEvent, type ReadEvent } from '../../main/engines/imaging/imaging.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { AS_IT_IS } from '../support/asItIs.ts';
import { asSharp, holds, jpegOf, pdfOf, phoneJpegOf } from '../support/pictureFiles.ts';
import { randomFrom, worksheet } from '../support/syntheticPhoto.ts';

const imaging = createImaging(startHelperInNode);
afterAll(() => imaging.close());

const sheet = worksheet(randomFrom(1));

async function events(file: Uint8Array, from: Imaging = imaging): Promise<ReadEvent[]> {
  const all: ReadEvent[] = [];
  for await (const event of from.read(file)) all.push(event);
  return all;
}

async function pages(file: Uint8Array): Promise<PageEvent[]> {
  return (await events(file)).filter((event) => event.kind === 'page');
}

async function onlyPage(file: Uint8Array): Promise<PageEvent> {
  const [first, ...more] = await pages(file);
  expect(more).toEqual([]);
  return first!;
}

async function pixelsOf(jpeg: Uint8Array): Promise<RgbPixels> {
  const { data, info } = await sharp(jpeg).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function meanDifference(a: RgbPixels, b: RgbPixels): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - b.data[i]!), 0) / a.data.length;
}

async function problem(file: Uint8Array, from: Imaging = imaging): Promise<FileProblem> {
  const failure = await events(file, from).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(FileProblem);
  return failure as FileProblem;
}

describe('pictures', () => {
  test.each(['png', 'webp', 'tiff', 'gif', 'avif'] as const)('%s becomes an upright JPEG of the same look', async (format) => {
    const page = await onlyPage(new Uint8Array(await asSharp(sheet).toFormat(format, { quality: 95 }).toBuffer()));
    expect([page.width, page.height]).toEqual([sheet.width, sheet.height]);
    expect(meanDifference(await pixelsOf(page.jpeg), sheet)).toBeLessThan(4);
  });

  test('a plain JPEG passes through, byte by byte', async () => {
    const jpeg = await jpegOf(sheet);
    const page = await onlyPage(jpeg);
    expect(Buffer.compare(page.jpeg, jpeg)).toBe(0);
    expect(page.dpi).toBeNull();
  });

  test('a phone`s JPEG loses its metadata but not a pixel', async () => {
    const jpeg = await phoneJpegOf(sheet, 1);
    expect(holds(jpeg, 'Needle')).toBe(true);
    const page = await onlyPage(jpeg);
    expect(holds(page.jpeg, 'Needle')).toBe(false);
    expect(holds(page.jpeg, 'Exif')).toBe(false);
    expect(meanDifference(await pixelsOf(page.jpeg), await pixelsOf(jpeg))).toBe(0);
  });

  test.each([2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is obeyed and dropped', async (orientation) => {
    const jpeg = await phoneJpegOf(sheet, orientation);
    const upright = await pixelsOf(new Uint8Array(await sharp(jpeg).autoOrient().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()));
    const page = await onlyPage(jpeg);
    expect(holds(page.jpeg, 'Exif')).toBe(false);
    expect(meanDifference(await pixelsOf(page.jpeg), upright)).toBeLessThan(2);
  });

  test('bytes hidden behind the end of a JPEG are dropped', async () => {
    const hidden = Buffer.concat([await jpegOf(sheet), Buffer.from('a whole video of the class')]);
    const page = await onlyPage(new Uint8Array(hidden));
    expect(holds(page.jpeg, 'video of the class')).toBe(false);
  });

  test('CMYK and wide-gamut pictures become sRGB', async () => {
    const red: RgbPixels = { data: new Uint8Array(64 * 64 * 3).map((_, i) => (i % 3 === 0 ? 200 : 40)), width: 64, height: 64 };
    const cmyk = new Uint8Array(await asSharp(red).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer());
    const wide = new Uint8Array(await asSharp(red).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer());
    for (const file of [cmyk, wide]) {
      const page = await onlyPage(file);
      const facts = await sharp(page.jpeg).metadata();
      expect([facts.space, facts.hasProfile]).toEqual(['srgb', false]);
      const [r, g, b] = (await pixelsOf(page.jpeg)).data.subarray(0, 3);
      expect(Math.abs(r! - 200)).toBeLessThan(25);
      expect(Math.abs(g! - 40)).toBeLessThan(25);
      expect(Math.abs(b! - 40)).toBeLessThan(25);
    }
  });

  test('dots per inch are believed of a scanner and not of a phone', async () => {
    expect((await onlyPage(await jpegOf(sheet, 100))).dpi).toBe(100);
    expect((await onlyPage(await jpegOf(sheet, 72))).dpi).toBeNull();
    expect((await onlyPage(await jpegOf(sheet, 2400))).dpi).toBeNull();
  });

  test('a picture above the limit is refused before it is decoded, a large one is shrunk', async () => {
    const bomb = new Uint8Array(
      await sharp({ create: { width: 12000, height: 9000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    expect((await problem(bomb)).code).toBe('too-large');
    const small = createImaging(startHelperInNode, { processes: 1 });
    const shrunk: ReadEvent[] = [];
    for await (const event of small.read(await jpegOf(sheet, 300), { limits: { megapixelsKept: 0.25 } })) shrunk.push(event);
    await small.close();
    const page = shrunk.find((event) => event.kind === 'page')!;
    expect(page.width * page.height).toBeLessThanOrEqual(250_000);
    expect(page.dpi).toBeCloseTo((300 * page.height) / sheet.height, 0);
  });

  test.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['words', new TextEncoder().encode('Dear class, this is not a picture at all.'), 'not-a-picture'],
    ['a PDF in name only', new TextEncoder().encode('%PDF-1.7\nrubbish'), 'damaged'],
    ['a JPEG in name only', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 'damaged'],
  ] as const)('%s is refused in plain words', async (_, file, code) => {
    const refused = await problem(file);
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/^[A-Z].*\.$/);
    expect(refused.hint).toMatch(/\.$/);
  });

  test('a JPEG cut short is refused, wherever it is cut', async () => {
    const jpeg = await jpegOf(sheet);
    for (const share of [0.02, 0.3, 0.9]) expect((await problem(jpeg.slice(0, Math.round(jpeg.length * share)))).code).toBe('damaged');
  });
});

const a4 = { width: 595.28, height: 841.89 };

describe('JPEG 2000', () => {
  const picture = new Uint8Array(readFileSync(new URL('../support/picture.jp2', import.meta.url)));
  const stream = picture.slice(Buffer.from(picture).indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51])));

  test.each([
    ['a file', picture],
    ['a bare code stream', stream],
  ])('%s is read in its own colours', async (_kind, bytes) => {
    const page = await onlyPage(bytes);
    expect([page.width, page.height, page.dpi]).toEqual([320, 200, null]);
    const { data, width } = await pixelsOf(page.jpeg);
    const at = (x: number, y: number): number[] => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
    const near = (colour: number[], wanted: number[]): boolean => colour.every((level, c) => Math.abs(level - wanted[c]!) < 12);
    expect(near(at(80, 120), [0xcc, 0x33, 0x33])).toBe(true);
    expect(near(at(240, 120), [0x22, 0xaa, 0x66])).toBe(true);
    expect(near(at(310, 10), [0xf7, 0xf3, 0xe8])).toBe(true);
  });

  test('one that was cut off is damaged', async () => {
    expect((await problem(picture.slice(0, 400))).code).toBe('damaged');
    expect((await problem(picture.slice(0, 90))).code).toBe('damaged');
  });
});

describe('PDF', () => {
  test('the pages of a copier`s PDF are its JPEGs, byte by byte', async () => {
    const scans = await Promise.all([1, 2, 3].map((seed) => jpegOf(worksheet(randomFrom(seed)))));
    const read = await pages(await pdfOf(scans.map((jpeg) => ({ jpeg, ...a4 }))));
    expect(read.map((page) => page.page)).toEqual([1, 2, 3]);
    read.forEach((page, i) => expect(Buffer.compare(page.jpeg, scans[i]!)).toBe(0));
    expect(read[0]!.dpi).toBeCloseTo((1188 / 841.89) * 72, 0);
  });

  test.each([90, 180, 270])('a page turned by /Rotate %i comes upright', async (rotate) => {
    const stored = new Uint8Array(
      await asSharp(sheet)
        .rotate(360 - rotate)
        .jpeg({ quality: 95 })
        .toBuffer(),
    );
    const sideways = rotate % 180 !== 0;
    const page = await onlyPage(await pdfOf([{ jpeg: stored, width: sideways ? a4.height : a4.width, height: sideways ? a4.width : a4.height, rotate }]));
    expect(meanDifference(await pixelsOf(page.jpeg), sheet)).toBeLessThan(3);
  });

  test('a page with more on it than one picture is drawn at 300 dpi', async () => {
    const page = await onlyPage(await pdfOf([{ jpeg: await jpegOf(sheet), ...a4, note: 'typed on top' }]));
    expect([page.width, page.height, page.dpi]).toEqual([2480, 3508, 300]);
  });

  test('a damaged page does not hold up the others', async () => {
    const scans = await Promise.all([1, 2, 3].map((seed) => jpegOf(worksheet(randomFrom(seed)))));
    let asked = 0;
    const killsPageTwo: StartHelper = (module, options) => {
      const helper = startHelperInNode(module, options);
      return {
        ...helper,
        send(message) {
          helper.send(message);
          if (typeof message === 'object' && message !== null && 'page' in message && message.page === 2) {
            asked++;
            helper.kill();
          }
        },
      };
    };
    const fragile = createImaging(killsPageTwo, { processes: 1 });
    const read = await events(await pdfOf(scans.map((jpeg) => ({ jpeg, ...a4 }))), fragile);
    await fragile.close();
    expect(read.map((event) => event.kind)).toEqual(['opened', 'page', 'page-failed', 'page']);
    expect(read[2]).toMatchObject({ page: 2, problem: { code: 'damaged' } });
    expect(asked).toBe(1);
  });
});

describe('a helper', () => {
  test('that never answers is given up on, and the file with it', async () => {
    const mute: StartHelper = (module, options) => ({ ...startHelperInNode(module, options), send: () => undefined });
    const patient = createImaging(mute, { processes: 1, secondsPerPage: 0.5 });
    const slow = await problem(await jpegOf(sheet), patient);
    expect([slow.code, slow.hint.includes('damaged')]).toEqual(['too-slow', false]);
    await patient.close();
  }, 60_000);

  test('that eats too much memory is ended, and the caller lives on', async () => {
    const tight = createImaging(startHelperInNode, { processes: 1, memoryMb: 1, waitSeconds: 0 });
    const jpeg = await jpegOf(sheet);
    // Nothing is said of the file, which is as good as it was.
    await expect(problem(jpeg, tight)).resolves.toMatchObject({ code: 'no-memory', mayPass: true, message: expect.not.stringContaining('damaged') });
    await tight.close();
  });

  test('that ran out of memory is asked once more when there is some again, and the page is in its place', async () => {
    let asked = 0;
    const shortOfMemory: StartHelper = (module, options) => {
      const helper = startHelperInNode(module, options);
      let lacks = false;
      return {
        ...helper,
        send(message) {
          helper.send(message);
          if (typeof message !== 'object' || message === null || !('page' in message) || message.page !== 2 || asked++ > 0) return;
          lacks = true;
          helper.kill();
        },
        onExit: (listener) => helper.onExit((words) => listener(lacks ? 'Out of memory.' : words)),
      };
    };
    const tight = createImaging(shortOfMemory, { processes: 1, waitSeconds: 1 });
    const scans = await Promise.all([1, 2, 3].map((seed) => jpegOf(worksheet(randomFrom(seed)))));
    const read = await events(await pdfOf(scans.map((jpeg) => ({ jpeg, ...a4 }))), tight);
    await tight.close();
    expect(read.map((event) => (event.kind === 'page' ? event.page : event.kind))).toEqual(['opened', 1, 2, 3]);
    expect(asked).toBe(2);
  }, 60_000);

  test('stops at once when the reading is aborted', async () => {
    const scans = await Promise.all([1, 2, 3, 4].map((seed) => jpegOf(worksheet(randomFrom(seed)))));
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of imaging.read(await pdfOf(scans.map((jpeg) => ({ jpeg, width: 595, height: 842 }))), { signal: stop.signal })) {
        seen.push(event.kind);
        if (event.kind === 'page') stop.abort(new Error('The teacher changed her mind.'));
      }
    })();
    await expect(reading).rejects.toThrow('changed her mind');
    expect(seen).toEqual(['opened', 'page']);
    expect((await onlyPage(scans[0]!)).width).toBe(sheet.width);
  });
});

describe('cleaning through a helper', () => {
  const whitened = { ...AS_IT_IS, flatten: 0.5 };

  test('two pages that differ only in the name give the same bytes once the name is redacted', async () => {
    const named = (name: number): RgbPixels => {
      const data = sheet.data.slice();
      for (let y = 40; y < 60; y++)
        for (let x = 120; x < 120 + name; x++) if ((x * 7 + y * 3) % 5 < 2) data.fill(80, (y * sheet.width + x) * 3, (y * sheet.width + x) * 3 + 3);
      return { ...sheet, data };
    };
    const redactions = [{ x: 110, y: 35, width: 200, height: 30 }];
    const [sam, christopher] = await Promise.all(
      [30, 150].map(async (name) => {
        const jpeg = new Uint8Array(await asSharp(named(name)).jpeg({ quality: 80, chromaSubsampling: '4:2:0' }).toBuffer());
        return imaging.clean((await onlyPage(jpeg)).jpeg, { ...whitened, redactions, degrees: 1.5 }, { trueSize: { width: 210, height: 297 } });
      }),
    );
    expect(Buffer.compare(sam!.jpeg, christopher!.jpeg)).toBe(0);
  });

  test('gives a JPEG without metadata, and proxies and drawn pages of the size asked for', async () => {
    const jpeg = await jpegOf(sheet);
    const clean = await imaging.clean(jpeg, { ...whitened, redactions: [] }, { trueSize: null, longestSide: 600 });
    expect([clean.width, clean.height]).toEqual([424, 600]);
    const facts = await sharp(clean.jpeg).metadata();
    expect([facts.format, facts.width, facts.exif, facts.icc]).toEqual(['jpeg', 424, undefined, undefined]);
    expect((await sharp(await imaging.proxy(jpeg, 256)).metadata()).height).toBe(256);
    const drawn = await sharp(await imaging.drawPdfPage(await pdfOf([{ jpeg, width: 595.28, height: 841.89 }]), 1, 100)).metadata();
    expect([drawn.format, drawn.width, drawn.height]).toEqual(['png', 827, 1169]);
  });
});

describe('the description of a page', () => {
  test('tells what the command line promises, and gives the straightened page', async () => {
    const leaning = await jpegOf(worksheet(randomFrom(2), { skew: -2 }), 100);
    const { description, straightened } = await describePage(
      imaging,
      'leaning.jpg',
      await pdfOf([1, 2].map(() => ({ jpeg: leaning, width: 605, height: 855.4 }))),
      2,
    );
    expect(description).toMatchObject({
      file: 'leaning.jpg',
      page: 2,
      pages: 2,
      width: 840,
      height: 1188,
      quad: null,
      confidence: 0,
      turnDegrees: 0,
      dpi: 100,
    });
    expect(Math.abs(description.skewDegrees! + 2)).toBeLessThan(0.2);
    const again = await onlyPage(await straightened());
    expect(Math.abs(again.proposal.skewDegrees!)).toBeLessThan(0.2);
  });

  test('refuses a page that the file does not have', async () => {
    await expect(describePage(imaging, 'one.jpg', await jpegOf(sheet), 2)).rejects.toThrow('This file has one page; there is no page 2.');
  });
});
