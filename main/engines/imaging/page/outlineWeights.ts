import type { Evidence } from './evidence.ts';

/** What each piece of evidence counts. Fitted by build/scripts/fitOutlineWeights.ts on made-up photos, but what the net says, which counts less than the fit
 * on photos like those that it learned from would have it. */
const WEIGHTS: Record<keyof Evidence, number> = {
  always: -24.84,
  sharpLeast: 2.33,
  sharpMean: 1.57,
  edgeLeast: 8.3,
  edgeMean: 6.19,
  apartLeast: 1.74,
  apartMean: 1.06,
  groundLeast: 2.13,
  groundMean: 1.25,
  runsOnMost: -2.48,
  runsOnMean: -4.31,
  unclosed: -1.31,
  darker: -2.03,
  dark: -1.19,
  patched: -1.47,
  oddTint: -1.34,
  long: -6.74,
  askew: -3.13,
  shadow: -4.04,
  seen: 8,
};

/** How much speaks for an outline being the edge of a sheet: the logarithm of the odds of it against there being none. */
export function judged(evidence: Evidence): number {
  return (Object.keys(WEIGHTS) as (keyof Evidence)[]).reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], 0);
}
