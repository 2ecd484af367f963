/** What the votes on one set of papers come to. Papers are numbered from 0; matrices lie row by row. */
export interface Strengths {
  readonly count: number;
  /** How good each paper is, in logits: one more, and three of four teachers see it so. */
  readonly strength: Float64Array;
  /** Covariance of the strengths, `count` x `count`. */
  readonly covariance: Float64Array;
}

/** The fit of votes that were given. */
export interface Fit extends Strengths {
  readonly wins: Float64Array;
  /** How far strengths lay apart before anyone had looked, logits. */
  readonly priorSd: number;
}

/** How far strengths may lie apart before anyone has looked, logits, and how much less likely than the middle one each is, as a logarithm. */
const SPREADS = [1.25, 1.75, 2.5, 3.5, 5].map((sd) => ({ sd, doubt: Math.log(sd / 2.5) ** 2 / (2 * 0.5 ** 2) }));

const MOST_STEPS = 25;
/** No step is longer, logits: far from the top, Newton's own would be. */
const LONGEST_STEP = 2;

/**
 * The most likely strengths under Bradley and Terry's model with a normal prior, and the covariance of the normal distribution that fits there
 * (Laplace). Bradley & Terry 1952, doi:10.2307/2334029. The prior keeps a paper that won or lost every look at a finite strength; how wide it is, the
 * votes say themselves (the widest evidence; MacKay 1992, doi:10.1162/neco.1992.4.3.415).
 * @param wins `count` x `count`: how often the row's paper was better than the column's; a tie is half a win for each
 */
export function fitStrengths(count: number, wins: Float64Array): Fit {
  let best = fitWith(count, wins, SPREADS[2]!, new Float64Array(count));
  for (const spread of SPREADS) {
    const fit = fitWith(count, wins, spread, best.strength);
    if (fit.evidence > best.evidence) best = fit;
  }
  return { count, wins, strength: best.strength, covariance: invert(count, best.lower), priorSd: best.sd };
}

interface Summit {
  readonly sd: number;
  readonly strength: Float64Array;
  readonly lower: Float64Array;
  /** Logarithm, up to a constant. */
  readonly evidence: number;
}

/** By Newton's method. */
function fitWith(count: number, wins: Float64Array, { sd, doubt }: (typeof SPREADS)[number], start: Float64Array): Summit {
  const strength = Float64Array.from(start);
  let system = newtonSystem(count, wins, strength, sd);
  let lower = decompose(count, system.curvature);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = solve(count, lower, system.slope);
    let longest = 0;
    for (let paper = 0; paper < count; paper++) {
      const by = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, move[paper]!));
      strength[paper]! += by;
      longest = Math.max(longest, Math.abs(by));
    }
    system = newtonSystem(count, wins, strength, sd);
    lower = decompose(count, system.curvature);
    if (longest < 1e-6) break;
  }
  let evidence = system.likelihood - count * Math.log(sd) - doubt;
  for (let paper = 0; paper < count; paper++) evidence -= Math.log(lower[paper * count + paper]!) + strength[paper]! ** 2 / (2 * sd ** 2);
  return { sd, strength, lower, evidence };
}

/** How likely the row's paper wins one vote, at these strengths. */
export const chanceToWin = (difference: number): number => 1 / (1 + Math.exp(-difference));

function newtonSystem(
  count: number,
  wins: Float64Array,
  strength: Float64Array,
  sd: number,
): { slope: Float64Array; curvature: Float64Array; likelihood: number } {
  const slope = new Float64Array(count);
  const curvature = new Float64Array(count * count);
  const priorWeight = 1 / sd ** 2;
  let likelihood = 0;
  for (let one = 0; one < count; one++) {
    slope[one]! -= strength[one]! * priorWeight;
    curvature[one * count + one]! += priorWeight;
    for (let other = 0; other < one; other++) {
      const looks = wins[one * count + other]! + wins[other * count + one]!;
      if (looks === 0) continue;
      const chance = chanceToWin(strength[one]! - strength[other]!);
      likelihood += wins[one * count + other]! * Math.log(chance) + wins[other * count + one]! * Math.log(1 - chance);
      const surprise = wins[one * count + other]! - looks * chance;
      slope[one]! += surprise;
      slope[other]! -= surprise;
      const weight = looks * chance * (1 - chance);
      curvature[one * count + one]! += weight;
      curvature[other * count + other]! += weight;
      curvature[one * count + other]! -= weight;
      curvature[other * count + one]! -= weight;
    }
  }
  return { slope, curvature, likelihood };
}

/** The logarithm of the probability of these strengths and all votes, up to a constant. */
export function logPosterior({ count, wins, priorSd }: Fit, strength: Float64Array): number {
  let sum = 0;
  for (let one = 0; one < count; one++) {
    sum -= strength[one]! ** 2 / (2 * priorSd ** 2);
    for (let other = 0; other < count; other++) {
      const won = wins[one * count + other]!;
      if (won > 0) sum -= won * Math.log1p(Math.exp(strength[other]! - strength[one]!));
    }
  }
  return sum;
}

/** The lower triangle whose product with its transpose is the matrix (Cholesky). */
function decompose(size: number, matrix: Float64Array): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!;
      lower[row * size + column] = row === column ? Math.sqrt(sum) : sum / lower[column * size + column]!;
    }
  return lower;
}

function solve(size: number, lower: Float64Array, right: Float64Array): Float64Array {
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) result[row]! -= lower[row * size + k]! * result[k]!;
    result[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) result[row]! -= lower[k * size + row]! * result[k]!;
    result[row]! /= lower[row * size + row]!;
  }
  return result;
}

function invert(size: number, lower: Float64Array): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(solve(size, lower, unit), column * size);
  }
  return inverse;
}
