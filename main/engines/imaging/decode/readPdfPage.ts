import sharp from 'sharp';
import { decodePicture, pictureFacts } from './decode.ts';
import type { Limits } from './limits.ts';
import { pageFromPicture, pageFromPixels, type PagePicture } from '../names/pagePicture.ts';
import type { LoneJpeg, PdfPage } from './pdfium.ts';
import { shrink, type RgbPixels } from './pixels.ts';

const DRAWN_DPI = 300;
/** A scan may stop this share of the page short of its edge, or run over it. */
const PLACEMENT_SLACK = 0.01;
/** Longest side, in px, at which a stored picture is compared with the page as drawn. */
const COMPARED_SIDE = 120;
/** Mean difference in levels up to which both show the same. */
const SAME_PICTURE = 10;

/**
 * One PDF page as a picture. A page that is one JPEG and nothing else, as copiers and scanners make them, is that JPEG; drawing it
 * would sample it anew. Everything else is drawn at 300 dpi. Throws a FileProblem.
 */
export async function readPdfPage(page: PdfPage, limits: Limits): Promise<PagePicture> {
  const lone = page.loneJpeg();
  const stored = lone === null ? null : await storedPicture(page, lone, limits);
  if (stored !== null) return stored;
  const { width, height, dpi } = drawnSize(page, DRAWN_DPI, limits);
  return pageFromPixels(page.draw(width, height), dpi);
}

/** The size in px of the page drawn at `dpi`, or at as much less as the limits ask. */
export function drawnSize(page: PdfPage, dpi: number, limits: Limits): { width: number; height: number; dpi: number } {
  const wanted = (page.width / 72) * (page.height / 72) * dpi * dpi;
  const drawn = dpi * Math.min(1, Math.sqrt((limits.megapixelsKept * 1e6) / wanted));
  return { width: Math.max(1, Math.round((page.width / 72) * drawn)), height: Math.max(1, Math.round((page.height / 72) * drawn)), dpi: drawn };
}

async function storedPicture(page: PdfPage, lone: LoneJpeg, limits: Limits): Promise<PagePicture | null> {
  const turn = turnOf(lone);
  if (turn === null) return null;
  const facts = await pictureFacts(lone.jpeg, 0, limits).catch(() => null);
  if (facts === null) return null;
  // Viewers of PDF ignore EXIF, so its orientation is left out of account here.
  const pixels = await decodePicture(lone.jpeg, 0, { ...facts, orientation: 1 }, limits).catch(() => null);
  if (pixels === null) return null;
  const upright = turn === 0 ? pixels : await turned(pixels, turn);
  if (!showsTheSame(page, upright)) return null;
  const dpi = (Math.max(upright.width, upright.height) / Math.max(page.width, page.height)) * 72;
  return turn === 0 && facts.orientation === 1 ? pageFromPicture(lone.jpeg, 0, limits, dpi) : pageFromPixels(upright, dpi);
}

/** By how much the stored picture must be turned clockwise to stand as on the page; null where it is mirrored, slanted, cut or too small. */
function turnOf({ matrix: [a, b, c, d, e, f], box, rotation }: LoneJpeg): 0 | 90 | 180 | 270 | null {
  const width = box.right - box.left;
  const height = box.top - box.bottom;
  const slackX = width * PLACEMENT_SLACK;
  const slackY = height * PLACEMENT_SLACK;
  const isStraight = Math.abs(b) < slackY && Math.abs(c) < slackX;
  const isSideways = Math.abs(a) < slackX && Math.abs(d) < slackY;
  if (isStraight === isSideways || a * d - b * c <= 0) return null;
  const xs = [e, e + a + c];
  const ys = [f, f + b + d];
  const fits =
    Math.abs(Math.min(...xs) - box.left) <= slackX &&
    Math.abs(Math.max(...xs) - box.right) <= slackX &&
    Math.abs(Math.min(...ys) - box.bottom) <= slackY &&
    Math.abs(Math.max(...ys) - box.top) <= slackY;
  if (!fits) return null;
  const placed = isStraight ? (a > 0 ? 0 : 180) : b > 0 ? 270 : 90;
  return ((placed + rotation) % 360) as 0 | 90 | 180 | 270;
}

async function turned({ data, width, height }: RgbPixels, degrees: number): Promise<RgbPixels> {
  const { data: result, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: result, width: info.width, height: info.height };
}

/** A mask, an inverted coding or a clip would make the stored picture another than the page shows; so the two are compared. */
function showsTheSame(page: PdfPage, picture: RgbPixels): boolean {
  const small = shrink(picture, COMPARED_SIDE);
  const drawn = shrink(page.draw(small.width * 4, small.height * 4), COMPARED_SIDE);
  if (drawn.data.length !== small.data.length) return false;
  const difference = small.data.reduce((sum, value, i) => sum + Math.abs(value - drawn.data[i]!), 0) / small.data.length;
  return difference <= SAME_PICTURE;
}
