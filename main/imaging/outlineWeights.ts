import type { Evidence } from './evidence.ts';

/** What each piece of evidence counts. Fitted by build/scripts/fitOutlineWeights.ts on made-up photos; change them there, not here. */
const WEIGHTS: Record<keyof Evidence, number> = {
  always: -17.2,
  sharpLeast: 1.78,
  sharpMean: 1.23,
  edgeLeast: 9.99,
  edgeMean: 6.67,
  apartLeast: 1.55,
  apartMean: 0.04,
  groundLeast: 2.12,
  groundMean: 1.25,
  runsOnMost: -2.52,
  runsOnMean: -4.75,
  unclosed: -1.02,
  darker: -2.3,
  dark: -1.45,
  patched: -1.27,
  oddTint: -1.51,
  long: -8.4,
  askew: -4.35,
  shadow: -4.78,
};

/** How much speaks for an outline being the edge of a sheet: the logarithm of the odds of it against there being none. */
export function judged(evidence: Evidence): number {
  return (Object.keys(WEIGHTS) as (keyof Evidence)[]).reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], 0);
}
