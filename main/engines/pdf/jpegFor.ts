import sharp, { type Sharp } from 'sharp';
import { bytesOf, type Picture } from './jpeg.ts';

type Pictures = ReadonlyMap<string, Picture>;
type Made = ReadonlyMap<string, Uint8Array>;

const GREY_QUALITY = 90;
/** Paper a little darker than its middle level is white too. */
const PAPER_GRAIN = 0.95;
const TOGETHER = 2;

/** The pictures without colour, one channel each. */
export async function greyPictures(pictures: Pictures): Promise<Made> {
  return each(pictures, (bytes) => sharp(bytes).toColourspace('b-w').jpeg({ quality: GREY_QUALITY }));
}

/** The pictures with their paper as white as the printer's own: no ink for its tint, the writing stays. */
export async function whitePictures(pictures: Pictures): Promise<Made> {
  const made = new Map<string, Uint8Array>();
  for (const [media, picture] of pictures) {
    const bytes = bytesOf(picture);
    const factors = (await paperColour(bytes)).map((level) => 255 / Math.max(1, level * PAPER_GRAIN));
    made.set(media, new Uint8Array(await sharp(bytes).toColourspace('srgb').linear(factors, [0, 0, 0]).jpeg({ quality: 90 }).toBuffer()));
  }
  return made;
}

/** The middle level of each channel: more than half of a written page is bare paper. */
async function paperColour(bytes: Uint8Array): Promise<number[]> {
  const { data } = await sharp(bytes).toColourspace('srgb').removeAlpha().resize(96, 96, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
  return [0, 1, 2].map((channel) => {
    const levels = Array.from({ length: 96 * 96 }, (_, index) => data[index * 3 + channel] ?? 255).sort((a, b) => a - b);
    return levels[levels.length >> 1] ?? 255;
  });
}

/** The pictures with their longer side `side` px at most. */
export async function smallerPictures(pictures: Pictures, side: number, grey: boolean, quality = 80): Promise<Made> {
  return each(pictures, (bytes) => {
    const smaller = sharp(bytes).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    return (grey ? smaller.toColourspace('b-w') : smaller).jpeg({ quality });
  });
}

/** A few at a time: a whole class's pages decoded at once would not fit the memory. */
async function each(pictures: Pictures, make: (bytes: Uint8Array) => Sharp): Promise<Made> {
  const waiting = [...pictures];
  const made = new Map<string, Uint8Array>();
  for (let at = 0; at < waiting.length; at += TOGETHER) {
    const done = await Promise.all(
      waiting.slice(at, at + TOGETHER).map(async ([media, picture]) => [media, new Uint8Array(await make(bytesOf(picture)).toBuffer())] as const),
    );
    for (const [media, bytes] of done) made.set(media, bytes);
  }
  return made;
}
