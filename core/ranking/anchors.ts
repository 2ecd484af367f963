import { roughChance } from './certainty.ts';
import type { Strengths } from './strengths.ts';

/** What a step that is as long again as an even one costs, as a logarithm of probability. */
const UNEVEN = 0.15;

/** Papers by strength, lowest first; equally strong ones by their number. */
export const lineOf = ({ strength }: Strengths, papers: readonly number[] = [...strength.keys()]): number[] =>
  [...papers].sort((one, other) => strength[one]! - strength[other]! || one - other);

/** Papers that stand for the levels, and how sure it is, roughly, that all of them are in true order. */
export interface Anchors {
  /** Lowest first. */
  readonly papers: readonly number[];
  /** Of each and the next, by `roughChance`: one fewer than papers. */
  readonly chances: readonly number[];
}

/**
 * The ends of a line of papers and, between them, those whose order is the most certain while their steps are about even: the cheapest chain, by
 * dynamic programming.
 * @param line lowest first, as `lineOf` has it
 * @param levels at least 2, at most as many as papers
 */
export function chooseAnchors(fit: Strengths, line: readonly number[], levels: number): Anchors {
  const size = line.length;
  const last = size - 1;
  const strengths = line.map((paper) => fit.strength[paper]!);
  const even = Math.max(1e-6, (strengths[last]! - strengths[0]!) / (levels - 1));
  const chance = new Float64Array(size * size);
  const cost = new Float64Array(size * size);
  for (let at = 0; at < last; at++)
    for (let above = at + 1; above < size; above++) {
      const sure = roughChance(fit, line[at]!, line[above]!);
      chance[at * size + above] = sure;
      cost[at * size + above] = UNEVEN * ((strengths[above]! - strengths[at]! - even) / even) ** 2 - Math.log(Math.max(1e-9, sure));
    }
  let total = new Float64Array(size).fill(Infinity);
  total[0] = 0;
  const from: Int32Array[] = [];
  for (let level = 1; level < levels; level++) {
    const next = new Float64Array(size).fill(Infinity);
    const before = new Int32Array(size);
    for (let above = level === levels - 1 ? last : level; above < size; above++)
      for (let at = level - 1; at < above; at++) {
        const sum = total[at]! + cost[at * size + above]!;
        if (sum >= next[above]!) continue;
        next[above] = sum;
        before[above] = at;
      }
    from.push(before);
    total = next;
  }
  const chain = from.reduceRight<number[]>((found, before) => [before[found[0]!]!, ...found], [last]);
  return { papers: chain.map((at) => line[at]!), chances: chain.slice(1).map((above, index) => chance[chain[index]! * size + above]!) };
}

/** How likely all of them hold. */
export const allOf = (chances: readonly number[]): number => chances.reduce((product, chance) => product * chance, 1);
