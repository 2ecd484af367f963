import decode from 'heic-decode';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import type { Limits } from './limits.ts';
import { pageFromPixels, type PagePicture } from '../names/pagePicture.ts';
import { shrink, type RgbPixels } from './pixels.ts';

/** An iPhone's picture; the decoder turns it upright itself. Throws a FileProblem. */
export async function readHeic(bytes: Uint8Array, limits: Limits): Promise<PagePicture> {
  const pixels = await decoded(bytes, limits).catch((error: unknown) => {
    throw error instanceof FileProblem ? error : new FileProblem('damaged', undefined, { cause: error });
  });
  const factor = Math.sqrt((limits.megapixelsKept * 1e6) / (pixels.width * pixels.height));
  return pageFromPixels(factor < 1 ? shrink(pixels, Math.floor(Math.max(pixels.width, pixels.height) * factor)) : pixels, null);
}

async function decoded(bytes: Uint8Array, limits: Limits): Promise<RgbPixels> {
  if (isCutShort(bytes)) throw new FileProblem('damaged');
  const images = await decode.all({ buffer: bytes });
  try {
    const [first] = images;
    if (first === undefined) throw new FileProblem('damaged');
    if (first.width * first.height > limits.megapixels * 1e6) throw new FileProblem('too-large');
    const { data: rgba, width, height } = await first.decode();
    const data = new Uint8Array(width * height * 3);
    for (let i = 0, j = 0; j < data.length; i += 4, j += 3) {
      data[j] = rgba[i]!;
      data[j + 1] = rgba[i + 1]!;
      data[j + 2] = rgba[i + 2]!;
    }
    return { data, width, height };
  } finally {
    images.dispose();
  }
}

/** The decoder fills what is missing with whatever comes; whether the boxes of the container (ISO/IEC 14496-12) are all there is plain before. */
function isCutShort(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return true;
    const short = view.getUint32(at);
    if (short === 0) return false;
    if (short === 1 && at + 16 > bytes.length) return true;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8) return true;
    at += size;
    if (at > bytes.length) return true;
  }
  return false;
}
