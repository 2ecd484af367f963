import type { Quad } from '../../../core/capture/cleaning.ts';
import { proposePage } from '../../../main/imaging/proposePage.ts';
import { intersectionOverUnion } from '../../../tests/support/quads.ts';
import { planPhoto, type Kind } from './planPhoto.ts';
import { takePhoto } from './takePhoto.ts';
import { writtenPaper, type WrittenPaper } from './writtenPaper.ts';

/** How many papers are written on before they are photographed anew, on other desks. */
const PAPERS_IN_HAND = 24;
/** Proposals from here on are shown as sure. */
export const SURE = 0.8;

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

const papers = new Map<number, WrittenPaper>();

async function paperOf(seed: number): Promise<WrittenPaper> {
  const number = (seed * 31) % PAPERS_IN_HAND;
  const known = papers.get(number) ?? (await writtenPaper(number));
  papers.set(number, known);
  return known;
}

/** Takes the photo of this seed, has its page proposed and compares with the truth. */
export async function measurePhoto(seed: number): Promise<Measured> {
  const paper = await paperOf(seed);
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

export const isWrongButSure = ({ found, confidence, iou }: Measured): boolean => found !== null && confidence >= SURE && iou < 0.9;
