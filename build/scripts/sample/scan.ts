import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Corner, Corners } from './homography.ts';
import { laidDown, type Seen } from './laidDown.ts';
import { seeded, smoothNoise } from './random.ts';
import type { Sheet } from './sheet.ts';

const DOTS_PER_MM = 200 / 25.4;
/** Bare glass left round the sheet, so that a skewed one still lies on it whole. */
const GLASS_MARGIN_MM = 4;
const POINTS_PER_DOT = 72 / 200;

export interface ScannedPage {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  /** The paper's corners in px of the page picture. */
  readonly quad: Corners;
  readonly toPicture: Seen['toPicture'];
}

/** One pass of a flatbed scanner at 200 dpi over a sheet that lies askew by `degrees` (positive: the right end is lower). */
export async function scan(sheet: Sheet, degrees: number, seed: number): Promise<ScannedPage> {
  const wide = sheet.picture.width / sheet.pxPerMm;
  const tall = sheet.picture.height / sheet.pxPerMm;
  const width = Math.round((wide + 2 * GLASS_MARGIN_MM) * DOTS_PER_MM);
  const height = Math.round((tall + 2 * GLASS_MARGIN_MM) * DOTS_PER_MM);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const corner = (x: number, y: number): Corner => [
    tidy(width / 2 + ((x - wide / 2) * cos - (y - tall / 2) * sin) * DOTS_PER_MM),
    tidy(height / 2 + ((x - wide / 2) * sin + (y - tall / 2) * cos) * DOTS_PER_MM),
  ];
  const quad: Corners = [corner(0, 0), corner(wide, 0), corner(wide, tall), corner(0, tall)];
  const seen = laidDown(sheet, quad, width, height, {
    colour: (x, y) => lid(x, y, seed),
    edgeShadow: { depth: 0.22, reach: 0.9 },
  });
  const jpeg = await sharp(asScanned(seen.picture.rgb, seed), { raw: { width, height, channels: 3 } })
    .withDensity(200)
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer();
  return { jpeg, width, height, quad, toPicture: seen.toPicture };
}

/** A PDF as office scanners make it: each page is one picture and nothing else. */
export async function scannerPdf(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setProducer('Made-up Scanner');
  pdf.setCreationDate(new Date(Date.UTC(2025, 4, 6, 10, 2, 0)));
  for (const { jpeg, width, height } of pages) {
    const picture = await pdf.embedJpg(jpeg);
    const size: [number, number] = [width * POINTS_PER_DOT, height * POINTS_PER_DOT];
    pdf.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return await pdf.save();
}

function lid(x: number, y: number, seed: number): readonly [number, number, number] {
  const grey = 216 + (smoothNoise(x / 30, y / 30, seed) - 0.5) * 6;
  return [grey, grey + 1, grey + 1];
}

/** Scanners push paper towards white and add a little noise of their own. */
function asScanned(rgb: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed + 31);
  return rgb.map((value) => Math.min(255, Math.max(0, (value - 8) * 1.035 + random.around() * 1.6)));
}

function tidy(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
