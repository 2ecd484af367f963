import type { Quad } from '../../../core/capture/cleaning.ts';
import { SURE_OUTLINE } from '../../../core/capture/outline.ts';
import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import { intersectionOverUnion } from '../../../tests/support/quads.ts';
import { paperInHand } from './paperInHand.ts';
import { planPhoto, type Kind } from './planPhoto.ts';
import { takePhoto } from './takePhoto.ts';

export interface Measured {
  readonly seed: number;
  readonly kind: Kind;
  readonly truth: Quad | null;
  readonly found: Quad | null;
  readonly confidence: number;
  /** How many papers were seen in it. */
  readonly papers: number;
  /** 1 for the right outline, and for a rightly withheld one. */
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
  const proposal = proposePage(picture);
  const { user, system } = process.cpuUsage(startedAt);
  const found = proposal.quad;
  const iou = quad === null || found === null ? Number(quad === found) : intersectionOverUnion(found, quad);
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

export const isWrongButSure = ({ found, confidence, iou }: Measured): boolean => found !== null && confidence >= SURE_OUTLINE && iou < 0.9;
