/** What could be chosen in one photo: the evidence for each outline, and which of them are right; none of them where there is no page. */
export interface Choice {
  readonly evidence: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
}

/** Pull of every weight towards nothing (of evidence in units of its own spread); the first one, which is always there, is free. */
const PULL = 1;
const ROUNDS = 4000;
const PACE = 0.02;

/**
 * The weights under which the right choices are likeliest: a conditional logit (McFadden 1974) with "no page" as one of the alternatives,
 * whose weight is 0. Found by Adam's descent (Kingma and Ba 2015) from nothing, so that the same choices give the same weights.
 */
export function fitChoice(choices: readonly Choice[]): number[] {
  const spread = spreads(choices);
  const size = spread.length;
  const scaled = choices.map(({ evidence, isRight }) => ({ isRight, evidence: evidence.map((one) => one.map((value, k) => value / spread[k]!)) }));
  const weights = new Float64Array(size);
  const slow = new Float64Array(size);
  const slowSquares = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight, k) => (k === 0 ? 0 : PULL * weight));
    for (const choice of scaled) addSlope(slope, choice, weights);
    for (let k = 0; k < size; k++) {
      slow[k] = 0.9 * slow[k]! + 0.1 * slope[k]!;
      slowSquares[k] = 0.999 * slowSquares[k]! + 0.001 * slope[k]! ** 2;
      const pace = (PACE * Math.sqrt(1 - 0.999 ** round)) / (1 - 0.9 ** round);
      weights[k]! -= (pace * slow[k]!) / (Math.sqrt(slowSquares[k]!) + 1e-9);
    }
  }
  return [...weights].map((weight, k) => weight / spread[k]!);
}

/** The slope of minus the logarithm of the likelihood of choosing rightly. */
function addSlope(slope: Float64Array, { evidence, isRight }: Choice, weights: Float64Array): void {
  const scores = evidence.map((one) => one.reduce((sum, value, k) => sum + value * weights[k]!, 0));
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, Math.exp(-most));
  const right = odds.reduce((sum, one, i) => (isRight[i]! ? sum + one : sum), 0);
  const isNone = !isRight.includes(true);
  evidence.forEach((one, i) => {
    const pull = odds[i]! / all - (isRight[i]! && !isNone ? odds[i]! / right : 0);
    for (let k = 0; k < one.length; k++) slope[k]! += pull * one[k]!;
  });
}

function spreads(choices: readonly Choice[]): number[] {
  const all = choices.flatMap(({ evidence }) => evidence);
  const size = all[0]!.length;
  return Array.from({ length: size }, (_, k) => {
    if (k === 0) return 1;
    const mean = all.reduce((sum, one) => sum + one[k]!, 0) / all.length;
    return Math.sqrt(all.reduce((sum, one) => sum + (one[k]! - mean) ** 2, 0) / all.length) + 1e-6;
  });
}
