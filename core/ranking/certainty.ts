import { logPosterior, type Fit, type Strengths } from './strengths.ts';

/** How far one teacher's taste for one paper lies from what all would say, logits: it does not average out by asking that teacher again. */
const TASTE_SD = 0.5;

/** The variance of the difference of two strengths. */
export const varianceBetween = ({ count, covariance }: Strengths, one: number, other: number): number =>
  covariance[one * count + one]! + covariance[other * count + other]! - 2 * covariance[one * count + other]!;

/** How likely the paper `higher` is truly better than `lower`, by the normal distribution around the fit: quick, and too careful where they lie far apart. */
export const roughChance = (fit: Strengths, lower: number, higher: number): number =>
  normalShare((fit.strength[higher]! - fit.strength[lower]!) / Math.sqrt(varianceBetween(fit, lower, higher)));

/**
 * The same by the votes themselves: how much less likely all of them are where the two are taken for equal (the signed root of the likelihood ratio;
 * Barndorff-Nielsen & Cox 1994, Inference and Asymptotics, 4.1), less the doubt that few judges' tastes leave.
 * @param judges how many teachers voted
 */
export function chanceOfOrder(fit: Fit, lower: number, higher: number, judges: number): number {
  const { count, covariance, strength } = fit;
  const gap = strength[higher]! - strength[lower]!;
  const variance = varianceBetween(fit, lower, higher);
  const asEqual = strength.map((value, paper) => value - ((covariance[paper * count + higher]! - covariance[paper * count + lower]!) * gap) / variance);
  const lost = Math.max(0, logPosterior(fit, strength) - logPosterior(fit, asEqual));
  const doubt = variance / (variance + (2 * TASTE_SD ** 2) / Math.max(1, judges));
  return normalShare(Math.sign(gap) * Math.sqrt(2 * lost * doubt));
}

/** The share of a normal distribution below `z`. Abramowitz & Stegun 26.2.17, error at most 7.5e-8. */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = 0.3989422804014327 * Math.exp(-(z * z) / 2) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
