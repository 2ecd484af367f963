import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { WHOLE } from '../../../../core/capture/trueSize.ts';
import { bounds, type Rect } from '../../../../core/kernel/rect.ts';
import { viewOf, type View } from '../clean/cleanPage.ts';
import { namesOnPage, WHITENING, type NamesOnPage } from './namesOnPage.ts';
import type { OcrModels } from './ocrModels.ts';
import { turnedToRead } from './ocrTurn.ts';
import { flatten } from '../clean/flatten.ts';
import type { Turn } from '../page/turn.ts';
import type { Size } from '../page/guessTrueSize.ts';
import { shrink, type RgbPixels } from '../decode/pixels.ts';
import { wholeBlocks } from '../clean/redact.ts';
import { frame, project, projection, warped } from '../clean/warp.ts';

/** Longest side, in px, of the straightened page in which names are looked for: print is read well and a page takes about a second. */
const LOOKING_SIDE = 1600;
/** How many px of the picture go into one looked at: with fewer strokes get soft, and with many more print would crumble. */
const FINENESS = 1.25;

/** How a page lies in its picture, as far as it is known. */
export type Placing = Pick<Cleaning, 'quad' | 'turn' | 'degrees'>;

/** Longest side, in px, of a copy of the picture in which as much is found as in the picture itself. */
export function sideToLookAt(picture: Size, placing: Placing, trueSize: Size | null): number {
  return Math.ceil(Math.max(picture.width, picture.height) * Math.min(1, looked(viewIn(picture, placing, trueSize)).scale * FINENESS));
}

/**
 * Places on a page picture where a name may be, as whole blocks in px of the picture. The page is looked at straightened, and turned
 * until its lines can be read. `names` is the class list, or empty. `placing` and all that is found are in px of `size`, of which `copy` may be a smaller copy.
 */
export async function findNames(
  models: OcrModels,
  copy: RgbPixels,
  { size, placing, trueSize, names }: { size: Size; placing: Placing; trueSize: Size | null; names: readonly string[] },
): Promise<NamesOnPage> {
  const { page, view } = straightPage(copy, { size, placing, trueSize });
  const { width, height } = page;
  const seen = await namesOnPage(models, page, names);
  const toPicture = projection(frame(width, height), view.corners);
  const found = seen.found.flatMap((one) => {
    const places = frame(one.box.width, one.box.height).map(({ x, y }) => project(toPicture, turnedBack({ x: x + one.box.x, y: y + one.box.y }, seen)));
    const box = bounds(places.map((place): Rect => ({ ...place, width: 0, height: 0 })));
    return box === null ? [] : wholeBlocks([box], size).map((block) => ({ ...one, box: block }));
  });
  return { ...seen, width: size.width, height: size.height, found };
}

/** The clockwise turn that makes the page upright, counted from how `placing` has it; null where a person has to be asked. */
export async function turnOf(models: OcrModels, copy: RgbPixels, lying: Lying): Promise<Turn | null> {
  const { turn, told } = await turnedToRead(models, flatten(straightPage(copy, lying).page, WHITENING));
  return told ? turn : null;
}

interface Lying {
  readonly size: Size;
  readonly placing: Placing;
  readonly trueSize: Size | null;
}

function straightPage(copy: RgbPixels, { size, placing, trueSize }: Lying): { page: RgbPixels; view: View } {
  const view = viewIn(size, placing, trueSize);
  const { width, height } = looked(view);
  const source = shrink(copy, sideToLookAt(size, placing, trueSize));
  const [across, down] = [source.width / size.width, source.height / size.height];
  const corners = view.corners.map(({ x, y }) => ({ x: x * across, y: y * down })) as typeof view.corners;
  return { page: warped(source, projection(frame(width, height), corners), width, height), view };
}

const viewIn = (picture: Size, placing: Placing, trueSize: Size | null): View => viewOf(picture, { ...placing, crop: WHOLE }, trueSize, 0);

function looked({ width, height }: View): Size & { readonly scale: number } {
  const scale = Math.min(1, LOOKING_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)), scale };
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
