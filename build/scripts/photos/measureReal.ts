import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Point, Quad } from '../../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../../core/capture/outline.ts';
import type { Proposal } from '../../../core/capture/cleaning.ts';
import { decodePicture, pictureFacts } from '../../../main/engines/imaging/decode/decode.ts';
import { shrink, type RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { DEFAULT_LIMITS } from '../../../main/engines/imaging/decode/limits.ts';
import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import { clippedToFrame } from '../../../main/engines/imaging/page/polygons.ts';
import { intersectionOverUnion } from '../../../tests/support/quads.ts';

const Corner = z.tuple([z.number(), z.number()]);
const Corners = z.tuple([Corner, Corner, Corner, Corner]);

/** What a person sees in a real photo; corners in px of the upright picture, clockwise from the top left as the page reads. */
const Truth = z.object({
  file: z.string(),
  /** A whole sheet, or null. */
  quad: Corners.nullable(),
  /** A sheet whose corners lie a little outside of the picture. */
  extrapolated: Corners.optional(),
  /** A scan or a crop: the picture is the page. */
  fills: z.boolean().optional(),
  curled: z.boolean().optional(),
  note: z.string().optional(),
  /** Clockwise, after which it reads. */
  turn: z.number().optional(),
});
export type Truth = z.infer<typeof Truth>;

/** What a photo shows, by what can be asked of its outline. */
export type RealKind = 'whole' | 'cut a little' | 'scan or crop' | 'cut';

export interface RealMeasured {
  readonly file: string;
  readonly kind: RealKind;
  readonly found: boolean;
  readonly confidence: number;
  /** By the parts that lie in the picture; of a scan or crop 1 where none was found; null where no truth is told. */
  readonly iou: number | null;
  readonly isRight: boolean;
  /** An outline that is sure and throws a part of the page away, or keeps much of the desk. */
  readonly isWrongButSure: boolean;
  readonly pages: number;
}

const LEAST_WHOLE = 0.95;
/** Where an edge bows no four corners lie on all of it. */
const LEAST_CURLED = 0.93;
const LEAST_CUT = 0.9;
const WRONG = 0.9;

/** The pictures of a folder of real photos, those that are not told by a PDF. */
export function truthsIn(folder: string): Truth[] {
  const file = join(folder, 'annotations.json');
  if (!existsSync(file)) return [];
  const { pictures } = z.object({ pictures: z.array(Truth) }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return pictures.filter((truth) => !truth.file.endsWith('.pdf'));
}

/** The upright picture of a real photo, or a smaller copy. */
export async function realPicture(folder: string, { file }: Truth, longestSide = Number.POSITIVE_INFINITY): Promise<RgbPixels> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  return shrink(await decodePicture(bytes, 0, await pictureFacts(bytes, 0, DEFAULT_LIMITS), DEFAULT_LIMITS), longestSide);
}

/** Has the page of a real photo proposed and compares with what a person sees. */
export async function measureReal(folder: string, truth: Truth): Promise<RealMeasured> {
  const picture = await realPicture(folder, truth);
  return compared(truth, await proposePage(picture), picture);
}

function compared(truth: Truth, { quad, confidence, others = [] }: Proposal, { width, height }: { width: number; height: number }): RealMeasured {
  const told = truth.quad ?? truth.extrapolated ?? null;
  const kind: RealKind = truth.quad !== null ? 'whole' : truth.extrapolated !== undefined ? 'cut a little' : truth.fills === true ? 'scan or crop' : 'cut';
  const seen = (corners: readonly Point[]): Quad => clippedToFrame(corners, width, height) as unknown as Quad;
  const alike = (corners: readonly (readonly [number, number])[]): number =>
    quad === null ? 0 : intersectionOverUnion(seen(quad), seen(corners.map(([x, y]) => ({ x, y }))));
  const iou = told !== null ? alike(told) : kind === 'scan or crop' ? Number(quad === null) : null;
  const least = kind === 'whole' ? (truth.curled === true ? LEAST_CURLED : LEAST_WHOLE) : LEAST_CUT;
  return {
    file: basename(truth.file),
    kind,
    found: quad !== null,
    confidence,
    iou,
    // Of a page that bows much no four corners are right, and a person may say so.
    isRight: iou === null || iou >= least || (quad === null && truth.note?.includes('null is right') === true),
    isWrongButSure: iou !== null && quad !== null && confidence >= SURE_OUTLINE && iou < WRONG,
    pages: quad === null ? 0 : 1 + others.length,
  };
}
