import sharp from 'sharp';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { RgbPixels } from './pixels.ts';

// One job at a time in this process: a second thread would only take the other helper's core, and a cache would keep pupils' pages.
sharp.concurrency(1);
sharp.cache(false);

/** Libvips decodes a damaged file as far as it can unless told to stop at errors. */
const STRICT = { failOn: 'error', limitInputPixels: false, sequentialRead: true } as const;

export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  /** EXIF's, 1 to 8. */
  readonly orientation: number;
  /** As the file claims, credible or not. */
  readonly density: number | null;
}

/** What the header says, checked against the limits before a pixel is decoded. `page` counts from 0. Throws a FileProblem. */
export async function pictureFacts(file: Uint8Array, page: number, limits: Limits): Promise<PictureFacts> {
  const facts = await sharp(file, { ...STRICT, page })
    .metadata()
    .catch((error: unknown) => {
      throw new FileProblem('damaged', undefined, { cause: error });
    });
  if (facts.width * facts.height > limits.megapixels * 1e6) throw new FileProblem('too-large');
  const isPaged = facts.format === 'tiff';
  return {
    width: facts.width,
    height: facts.height,
    pages: isPaged ? (facts.pages ?? 1) : 1,
    orientation: facts.orientation ?? 1,
    density: facts.density ?? null,
  };
}

/** The picture in sRGB on white, turned upright by `facts.orientation`, shrunk to the limit. `page` counts from 0. Throws a FileProblem 'damaged'. */
export async function decodePicture(file: Uint8Array, page: number, facts: PictureFacts, limits: Limits): Promise<RgbPixels> {
  const factor = Math.min(1, Math.sqrt((limits.megapixelsKept * 1e6) / (facts.width * facts.height)));
  const picture = sharp(file, { ...STRICT, page });
  if (facts.orientation !== 1) picture.autoOrient();
  if (factor < 1) picture.resize(Math.floor((facts.orientation >= 5 ? facts.height : facts.width) * factor));
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new FileProblem('damaged', undefined, { cause: error });
    });
  return { data: info.channels === 1 ? greyToRgb(data) : data, width: info.width, height: info.height };
}

/** A JPEG without metadata; colour at full resolution, since thin red pen smears otherwise. */
/** The pixels of a page picture of ours, which is upright as it is; hardly longer than `longestSide` px: what is made smaller while it is decoded costs least. */
export async function pagePixels(jpeg: Uint8Array, longestSide = Number.POSITIVE_INFINITY): Promise<RgbPixels> {
  const facts = await pictureFacts(jpeg, 0, DEFAULT_LIMITS);
  const { width, height } = facts;
  const megapixels = (width * height * (longestSide / Math.max(width, height)) ** 2) / 1e6;
  const limits = { ...DEFAULT_LIMITS, megapixelsKept: Math.min(DEFAULT_LIMITS.megapixelsKept, megapixels) };
  return decodePicture(jpeg, 0, { ...facts, orientation: 1 }, limits);
}

export async function encodeJpeg({ data, width, height }: RgbPixels, quality: number): Promise<Uint8Array> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return ownBytes(jpeg);
}

export async function encodePng({ data, width, height }: RgbPixels): Promise<Uint8Array> {
  return ownBytes(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 4 })
      .toBuffer(),
  );
}

/** A small copy for the screen, as a JPEG without metadata; never enlarged. Throws a FileProblem 'damaged'. */
export async function makeProxy(jpeg: Uint8Array, longestSide: number, quality: number): Promise<Uint8Array> {
  const proxy = await sharp(jpeg, STRICT)
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer()
    .catch((error: unknown) => {
      throw new FileProblem('damaged', undefined, { cause: error });
    });
  return ownBytes(proxy);
}

/** Plain bytes: a small Buffer may be a window on a pool that holds another page's. */
function ownBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function greyToRgb(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++) data.fill(grey[i]!, i * 3, i * 3 + 3);
  return data;
}
