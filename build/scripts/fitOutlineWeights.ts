import { outlinesIn } from '../../main/engines/imaging/page/findPaper.ts';
import { lookForPaper } from '../../main/engines/imaging/page/outlineNet.ts';
import { shrink } from '../../main/engines/imaging/decode/pixels.ts';
import { intersectionOverUnion } from '../../tests/support/quads.ts';
import { fitChoice, type Choice } from './photos/fitChoice.ts';
import { paperInHand } from './photos/paperInHand.ts';
import { planPhoto, type Kind } from './photos/planPhoto.ts';
import { takePhoto } from './photos/takePhoto.ts';

// Fits the weights of main/engines/imaging/page/outlineWeights.ts on made-up photos, and prints them: `node build/scripts/fitOutlineWeights.ts`.
// They are judged on photos of other seeds by photoTable.ts. Takes about ten minutes; the same photos give the same weights.

/** Seeds that nothing is measured on. */
const SEEDS = [5, 6];
const PHOTOS_EACH = 200;
/** Where much can go wrong every photo counts, else one of three. */
const HARD: readonly Kind[] = ['clutter', 'cut off', 'no page'];
/** px: as `proposePage` shrinks it. */
const COPY_SIDE = 1600;
/** An outline that lies on the paper is right; one that is only just off it says nothing. */
const RIGHT = 0.975;
const NEARLY_RIGHT = 0.95;

const choices: Choice[] = [];
let names: string[] = [];
for (const seed of SEEDS.flatMap((one) => Array.from({ length: PHOTOS_EACH }, (_, k) => one * 100_000 + k))) {
  const paper = await paperInHand(seed);
  const plan = planPhoto(seed, paper);
  if (!HARD.includes(plan.kind) && seed % 3 !== 0) continue;
  const { picture, quad: truth } = await takePhoto(plan, paper, seed);
  const copy = shrink(picture, COPY_SIDE);
  const seen = outlinesIn(picture, copy, await lookForPaper(copy)).flatMap(({ quad, evidence }) => {
    names = Object.keys(evidence);
    const share = truth === null ? 0 : intersectionOverUnion(quad, truth);
    return share >= RIGHT || share < NEARLY_RIGHT ? [{ evidence: Object.values<number>({ ...evidence }), isRight: share >= RIGHT }] : [];
  });
  choices.push({ evidence: seen.map(({ evidence }) => evidence), isRight: seen.map(({ isRight }) => isRight) });
}
const weights = fitChoice(choices);
process.stdout.write(names.map((name, k) => `  ${name}: ${weights[k]!.toFixed(2)},`).join('\n') + '\n');
