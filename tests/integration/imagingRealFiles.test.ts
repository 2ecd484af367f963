import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { z } from 'zod';
import type { Quad } from '../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../core/capture/outline.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { FileProblem } from '../../core/capture/fileProblem.ts';
import { patienceFor } from '../../main/engines/imaging/decode/patience.ts';
import { createImaging, type PageEvent } from '../../main/engines/imaging/imaging.ts';
import { intersectionOverUnion } from '../support/quads.ts';

const folder = process.env['STEPWALL_TEST_FILES'];
const real = test.skipIf(!folder);
const imaging = createImaging(startHelperInNode);
afterAll(() => imaging.close());

const Corner = z.tuple([z.number(), z.number()]);
const Annotations = z.object({
  pictures: z.array(
    z.object({
      file: z.string(),
      display_size: z.tuple([z.number(), z.number()]),
      quad: z.tuple([Corner, Corner, Corner, Corner]).nullable(),
      text_skew_deg: z.number().nullable(),
      turn_to_read_deg_cw: z.number(),
    }),
  ),
  pdfs: z.array(z.object({ file: z.string(), pages: z.number(), text_skew_deg: z.number().optional() })),
});

function bytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder!, file)));
}

async function pages(file: string): Promise<PageEvent[]> {
  const all: PageEvent[] = [];
  for await (const event of imaging.read(bytes(file))) {
    if (event.kind === 'page-failed') throw event.problem;
    if (event.kind === 'page') all.push(event);
  }
  return all;
}

describe('real files', () => {
  real('every picture: outline, lean and turn as a person sees them (needs STEPWALL_TEST_FILES)', { timeout: 120_000 }, async () => {
    const { pictures } = Annotations.parse(JSON.parse(readFileSync(join(folder!, 'annotations.json'), 'utf8')));
    expect(pictures.length).toBeGreaterThan(5);
    for (const truth of pictures) {
      const [page] = await pages(truth.file);
      expect([page!.width, page!.height], truth.file).toEqual(truth.display_size);
      const { quad, confidence, skewDegrees, turnDegrees, blank } = page!.proposal;
      // Of the open book's page two edges are seen: the desk beyond them is cut away, and a person is asked.
      if (truth.file === 'photos/book_curved_shadow.jpg') expect(confidence, truth.file).toBeLessThan(SURE_OUTLINE);
      else if (truth.quad === null) expect(quad, truth.file).toBeNull();
      else expect(intersectionOverUnion(quad!, truth.quad.map(([x, y]) => ({ x, y })) as Quad), truth.file).toBeGreaterThanOrEqual(0.97);
      if (truth.text_skew_deg !== null) expect(Math.abs(skewDegrees! - truth.text_skew_deg), truth.file).toBeLessThanOrEqual(0.2);
      // What doesn't plainly stand upright is read later.
      expect([truth.turn_to_read_deg_cw, null], truth.file).toContain(turnDegrees);
      expect(blank, truth.file).toBe(false);
      expect(Object.keys(await sharp(page!.jpeg).metadata()), truth.file).not.toContain('exif');
    }
  });

  real('every PDF: its pages, and the lean of its text (needs STEPWALL_TEST_FILES)', { timeout: 120_000 }, async () => {
    const { pdfs } = Annotations.parse(JSON.parse(readFileSync(join(folder!, 'annotations.json'), 'utf8')));
    for (const truth of pdfs) {
      const read = await pages(truth.file);
      expect(read.length, truth.file).toBe(truth.pages);
      if (truth.text_skew_deg !== undefined) expect(Math.abs(read[0]!.proposal.skewDegrees! - truth.text_skew_deg), truth.file).toBeLessThanOrEqual(0.2);
    }
  });

  real('an iPhone`s HEIC stands upright: the arrow points up (needs STEPWALL_TEST_FILES)', async () => {
    const [page] = await pages('heic_tiff/arrow_ruled.heic');
    expect([page!.width, page!.height]).toEqual([3024, 4032]);
    const { data, info } = await sharp(page!.jpeg).greyscale().resize(150).raw().toBuffer({ resolveWithObject: true });
    const inkWidth = (row: number): number => {
      const dark = Array.from({ length: info.width }, (_, x) => x).filter((x) => data[row * info.width + x]! < 70);
      return dark.length === 0 ? 0 : dark.at(-1)! - dark[0]!;
    };
    const widths = Array.from({ length: info.height }, (_, row) => inkWidth(row));
    const inked = widths.flatMap((width, row) => (width > 0 ? [row] : []));
    const widest = widths.indexOf(Math.max(...widths));
    // The barbs lie below the tip and above the shaft's end, and the tip is narrower than the shaft.
    expect(widths[inked[0]! + 2]!).toBeLessThan(widths[inked.at(-1)! - 4]!);
    expect(widest).toBeLessThan((inked[0]! + inked.at(-1)!) / 2 + info.height * 0.1);
  });

  real('three fax pages and a CMYK picture come out of TIFF (needs STEPWALL_TEST_FILES)', async () => {
    const fax = await pages('heic_tiff/g4_three_pages.tiff');
    expect(fax.map((page) => [page.width, page.height, page.dpi])).toEqual([1, 2, 3].map(() => [3307, 4677, 400]));
    const [cmyk] = await pages('heic_tiff/cmyk_jpeg.tif');
    const { channels } = await sharp(cmyk!.jpeg).stats();
    expect(channels[0]!.mean).toBeGreaterThan(channels[1]!.mean);
  });

  real('every hostile file gets a plain answer in time, and the next file is read (needs STEPWALL_TEST_FILES)', { timeout: 120_000 }, async () => {
    const files = readdirSync(join(folder!, 'hostile'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const startedAt = performance.now();
      const problem = await pages(join('hostile', file)).then(
        () => null,
        (error: unknown) => error,
      );
      // Ten seconds, and more only on a machine that is busy with much else.
      expect(performance.now() - startedAt, file).toBeLessThan(1000 * patienceFor(10));
      expect(problem, file).toBeInstanceOf(FileProblem);
      expect((problem as FileProblem).message, file).toMatch(/^[A-Z].*\.$/);
    }
    expect(await pages('photos/sheet_black_upright.jpg')).toHaveLength(1);
  });
});
