import sharp, { type Sharp } from 'sharp';

type Pictures = ReadonlyMap<string, Uint8Array>;

const GREY_QUALITY = 90;
/** All thumbnails of a plan together stay under this, bytes: the file stays about as large as its pictures. */
const THUMBNAIL_BYTES = 20_000;
const THUMBNAIL_SIDES = [160, 128, 96, 72, 48, 32];

/** The pictures without colour, one channel each. */
export async function greyPictures(pictures: Pictures): Promise<Pictures> {
  return each(pictures, (bytes) => sharp(bytes).greyscale().jpeg({ quality: GREY_QUALITY }));
}

/** The pictures with their longer side `side` px at most. */
export async function smallerPictures(pictures: Pictures, side: number, grey: boolean, quality = 80): Promise<Pictures> {
  return each(pictures, (bytes) => {
    const smaller = sharp(bytes).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    return (grey ? smaller.greyscale() : smaller).jpeg({ quality });
  });
}

/** Thumbnails for the plan, as large as their number allows; empty where even the smallest would make the file too large. */
export async function thumbnailsOf(pictures: Pictures, grey: boolean): Promise<Pictures> {
  for (const side of THUMBNAIL_SIDES.filter((side) => side * side * pictures.size < 40 * THUMBNAIL_BYTES)) {
    const small = await smallerPictures(pictures, side, grey, 50);
    if ([...small.values()].reduce((sum, bytes) => sum + bytes.length, 0) <= THUMBNAIL_BYTES) return small;
  }
  return new Map();
}

/** One after the other: a whole class's pages decoded at once would not fit the memory. */
async function each(pictures: Pictures, make: (bytes: Uint8Array) => Sharp): Promise<Pictures> {
  const made = new Map<string, Uint8Array>();
  for (const [media, bytes] of pictures) made.set(media, new Uint8Array(await make(bytes).toBuffer()));
  return made;
}
