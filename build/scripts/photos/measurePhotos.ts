import type { Quad } from '../../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../../core/capture/outline.ts';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { clippedToFrame } from '../../../main/engines/imaging/page/polygons.ts';
import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import { intersectionOverUnion } from '../../../tests/support/quads.ts';
import { paperInHand } from './paperInHand.ts';
import { planPhoto, type Kind } from './planPhoto.ts';
import { takePhoto } from './takePhoto.ts';

/** Of what is seen of a sheet that the picture cuts, an outline has to cover so much. */
const LEAST_OF_CUT = 0.9;

export interface Measured {
  readonly seed: number;
  readonly kind: Kind;
  readonly truth: Quad | null;
  readonly found: Quad | null;
  readonly confidence: number;
  /** How many papers were seen in it. */
  readonly papers: number;
  /** 1 for the right outline, for a rightly withheld one, and for one that follows what is seen of a sheet that the picture cuts. */
  readonly iou: number;
  /** Processor time of the whole proposal, ms. */
  readonly ms: number;
  readonly megapixels: number;
}

/** Takes the photo of this seed, has its page proposed and compares with the truth. */
export async function measurePhoto(seed: number): Promise<Measured> {
  const paper = await paperInHand(seed);
  const plan = planPhoto(seed, paper);
  const { picture, quad } = await takePhoto(plan, paper, seed);
  const startedAt = process.cpuUsage();
  const proposal = await proposePage(picture);
  const { user, system } = process.cpuUsage(startedAt);
  const found = proposal.quad;
  const cut = plan.kind === 'cut off' ? plan.corners : null;
  const iou = cut !== null ? ofCut(found, cut, picture) : quad === null || found === null ? Number(quad === found) : intersectionOverUnion(found, quad);
  return {
    seed,
    kind: plan.kind,
    truth: quad,
    found,
    confidence: proposal.confidence,
    papers: found === null ? 0 : 1 + (proposal.others?.length ?? 0),
    iou,
    ms: (user + system) / 1000,
    megapixels: (picture.width * picture.height) / 1e6,
  };
}

function ofCut(found: Quad | null, corners: Quad, { width, height }: RgbPixels): number {
  if (found === null) return 1;
  const seen = (quad: Quad): Quad => clippedToFrame(quad, width, height) as unknown as Quad;
  const share = intersectionOverUnion(seen(found), seen(corners));
  return share >= LEAST_OF_CUT ? 1 : share;
}

export const isWrongButSure = ({ found, confidence, iou }: Measured): boolean => found !== null && confidence >= SURE_OUTLINE && iou < 0.9;
