import type { Outcome } from './evidence.ts';

/** When a goal is ready for the kete: so many times by myself, on so many different days. */
export interface MasteryRule {
  readonly times: number;
  readonly days: number;
}

export const THREE_TIMES: MasteryRule = { times: 3, days: 3 };

/** This many tries in a row without success ask whether the goal is too big. */
export const TRIES_BEFORE_SMALLER = 5;

export interface Mastery {
  /** How often it was there by myself, and on how many different days. */
  readonly times: number;
  readonly days: number;
  /** The app offers the kete; the teacher says yes, or says it earlier or later than this. */
  readonly ready: boolean;
  /** No success in five tries: a smaller step may be kinder. */
  readonly tooBig: boolean;
  /** In which places of the day it was seen by myself, in the order they came. */
  readonly contexts: readonly string[];
}

/** @param outcomes of one goal, oldest first, since it was last chosen */
export function masteryOf(outcomes: readonly Outcome[], rule: MasteryRule = THREE_TIMES): Mastery {
  const alone = outcomes.filter(({ outcome }) => outcome === 'by-myself');
  const days = new Set(alone.map(({ date }) => date)).size;
  const last = outcomes.slice(-TRIES_BEFORE_SMALLER);
  return {
    times: alone.length,
    days,
    ready: alone.length >= rule.times && days >= rule.days,
    tooBig: last.length === TRIES_BEFORE_SMALLER && last.every(({ outcome }) => outcome === 'not-yet' || outcome === 'tried'),
    contexts: [...new Set(alone.map(({ context }) => context))],
  };
}

/** The boxes of a sticker chart: one sticker for each day it was there by myself, never more than there are boxes. */
export function stickers(outcomes: readonly Outcome[], boxes: number): boolean[] {
  const { days } = masteryOf(outcomes);
  return Array.from({ length: boxes }, (_, index) => index < days);
}
