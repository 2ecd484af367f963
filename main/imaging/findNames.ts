import type { Cleaning } from '../../core/capture/cleaning.ts';
import { bounds, type Rect } from '../../core/geometry/rect.ts';
import { viewOf } from './cleanPage.ts';
import { namesOnPage, type NamesOnPage } from './namesOnPage.ts';
import type { OcrModels } from './ocrModels.ts';
import type { Size } from './paperSize.ts';
import { shrink, type RgbPixels } from './pixels.ts';
import { wholeBlocks } from './redact.ts';
import { frame, project, projection, warped, type Projection } from './warp.ts';

/** Longest side, in px, of the straightened page in which names are looked for: print is read well and a page takes about a second. */
const LOOKING_SIDE = 1600;

/** How a page lies in its picture, as far as it is known. */
export type Placing = Pick<Cleaning, 'quad' | 'turn' | 'degrees'>;

/**
 * Places on a page picture where a name may be, as whole blocks in px of the picture. The page is looked at straightened, and turned
 * until its lines can be read. `names` is the class list, or empty.
 */
export async function findNames(models: OcrModels, picture: RgbPixels, placing: Placing, paper: Size | null, names: readonly string[]): Promise<NamesOnPage> {
  const { page, toPicture } = straightened(picture, placing, paper);
  const seen = await namesOnPage(models, page, names);
  const found = seen.found.flatMap((one) => {
    const corners = frame(one.box.width, one.box.height).map(({ x, y }) => {
      const { x: u, y: v } = turnedBack({ x: x + one.box.x, y: y + one.box.y }, seen);
      return project(toPicture, { x: u, y: v });
    });
    const box = bounds(corners.map((corner): Rect => ({ ...corner, width: 0, height: 0 })));
    return box === null ? [] : wholeBlocks([box], picture).map((block) => ({ ...one, box: block }));
  });
  return { ...seen, width: picture.width, height: picture.height, found };
}

function straightened(picture: RgbPixels, placing: Placing, paper: Size | null): { page: RgbPixels; toPicture: Projection } {
  const view = viewOf(picture, { ...placing, crop: { x: 0, y: 0, width: 1, height: 1 } }, paper, 0);
  const scale = Math.min(1, LOOKING_SIDE / Math.max(view.width, view.height));
  const [width, height] = [Math.max(1, Math.round(view.width * scale)), Math.max(1, Math.round(view.height * scale))];
  const toPicture = projection(frame(width, height), view.corners);
  // Fetching one pixel of several would make print crumble.
  const source = shrink(picture, Math.round(Math.max(picture.width, picture.height) * Math.min(1, scale * 1.6)));
  const [across, down] = [source.width / picture.width, source.height / picture.height];
  const corners = view.corners.map(({ x, y }) => ({ x: x * across, y: y * down })) as typeof view.corners;
  return { page: warped(source, projection(frame(width, height), corners), width, height), toPicture };
}

/** Where a point of the turned page lay before its turn. */
function turnedBack({ x, y }: { x: number; y: number }, { turn, width, height }: NamesOnPage): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: width - x };
    case 180:
      return { x: width - x, y: height - y };
    case 270:
      return { x: height - y, y: x };
  }
}
