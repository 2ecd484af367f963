import { degrees, PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';

/** Bytes of the kinds of files that cameras, scanners and copiers make. */
export function asSharp({ data, width, height }: RgbPixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function jpegOf(picture: RgbPixels, density?: number): Promise<Uint8Array> {
  const encoder = asSharp(picture).jpeg({ quality: 85 });
  return new Uint8Array(await (density === undefined ? encoder : encoder.withDensity(density)).toBuffer());
}

/** A phone's JPEG: EXIF with orientation, maker and GPS. */
export async function phoneJpegOf(picture: RgbPixels, orientation: number): Promise<Uint8Array> {
  const bytes = await asSharp(picture)
    .jpeg({ quality: 85 })
    .withExif({ IFD0: { Make: 'Pocketphone', Copyright: 'Needle in the haystack' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation })
    .toBuffer();
  return new Uint8Array(bytes);
}

export interface PdfPagePlan {
  readonly jpeg: Uint8Array;
  /** The page's size in points, before `rotate`. */
  readonly width: number;
  readonly height: number;
  /** /Rotate, clockwise. */
  readonly rotate?: number;
  /** Something beside the picture. */
  readonly note?: string;
}

/** A copier's PDF: each page one JPEG that fills it. */
export async function pdfOf(pages: readonly PdfPagePlan[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { jpeg, width, height, rotate = 0, note } of pages) {
    const page = pdf.addPage([width, height]);
    page.setRotation(degrees(rotate));
    page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width, height });
    if (note !== undefined) page.drawText(note, { x: 20, y: 20, size: 12 });
  }
  return pdf.save();
}

/** Whether `needle` occurs anywhere in the bytes. */
export function holds(bytes: Uint8Array, needle: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle);
}
