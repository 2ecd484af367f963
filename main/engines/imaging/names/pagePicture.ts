import type { Proposal } from '../../../../core/capture/cleaning.ts';
import { cutSlips } from '../page/cutSlips.ts';
import { decodePicture, encodeJpeg, pictureFacts, type PictureFacts } from '../decode/decode.ts';
import { jpegFacts } from '../decode/jpegSegments.ts';
import type { Limits } from '../decode/limits.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { proposePage } from '../page/proposePage.ts';

/** One page as it is kept: an upright sRGB JPEG that holds nothing but pixels. */
export interface PagePicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Dots per inch of the paper itself, where the source says so credibly. */
  readonly dpi: number | null;
  readonly proposal: Proposal;
  /** Where the picture shows several sheets: each of them as a page picture of its own. */
  readonly slips?: readonly PagePicture[];
}

const LEAST_DPI = 70;
const MOST_DPI = 1300;
/** What cameras and programs write when they don't know. */
const UNKNOWN_DPI = 72;
/** No scanner in a school takes more than A2. */
const LONGEST_PAPER_MM = 610;
/** What a page picture that had to be encoded anew is encoded at: no loss that can be seen or measured in pencil. */
const QUALITY = 95;

export async function pageFromPixels(pixels: RgbPixels, dpi: number | null): Promise<PagePicture> {
  return pageOf(await encodeJpeg(pixels, QUALITY), pixels, credible(dpi, pixels));
}

/** One page of a picture file; `page` counts from 0. A JPEG that is upright sRGB already keeps its very pixels. Throws a FileProblem. */
export async function pageFromPicture(file: Uint8Array, page: number, limits: Limits, density?: number | null): Promise<PagePicture> {
  const facts = await pictureFacts(file, page, limits);
  const pixels = await decodePicture(file, page, facts, limits);
  const dpi = density === undefined ? facts.density : density;
  const untouched = pixels.width === facts.width && pixels.height === facts.height && facts.orientation === 1 ? asItIs(file) : null;
  if (untouched === null) return pageFromPixels(pixels, scaled(dpi, facts, pixels));
  return pageOf(untouched, pixels, credible(dpi, pixels));
}

async function pageOf(jpeg: Uint8Array, pixels: RgbPixels, dpi: number | null): Promise<PagePicture> {
  const proposal = await proposePage(pixels);
  const page = { jpeg, width: pixels.width, height: pixels.height, dpi, proposal };
  const cut = cutSlips(pixels, proposal);
  if (cut.length === 0) return page;
  const slips: PagePicture[] = [];
  for (const slip of cut) {
    const { width, height } = slip.pixels;
    slips.push({ jpeg: await encodeJpeg(slip.pixels, QUALITY), width, height, dpi, proposal: slip.proposal });
  }
  return { ...page, slips };
}

function asItIs(file: Uint8Array): Uint8Array | null {
  const facts = file[0] === 0xff && file[1] === 0xd8 ? jpegFacts(file) : null;
  if (facts === null || (facts.components !== 1 && facts.components !== 3)) return null;
  return facts.profile === null || isSrgb(facts.profile) ? facts.stripped : null;
}

/** By the profile's own description, which is plain in it as ASCII or as UTF-16. */
function isSrgb(profile: Uint8Array): boolean {
  return String.fromCharCode(...profile.subarray(0, 4096).filter((byte) => byte !== 0)).includes('sRGB');
}

function scaled(dpi: number | null, facts: PictureFacts, pixels: RgbPixels): number | null {
  return dpi === null ? null : dpi * Math.min(1, Math.max(pixels.width, pixels.height) / Math.max(facts.width, facts.height));
}

function credible(dpi: number | null, { width, height }: RgbPixels): number | null {
  if (dpi === null || dpi < LEAST_DPI || dpi > MOST_DPI || dpi === UNKNOWN_DPI) return null;
  return (Math.max(width, height) / dpi) * 25.4 > LONGEST_PAPER_MM ? null : Math.round(dpi * 10) / 10;
}
