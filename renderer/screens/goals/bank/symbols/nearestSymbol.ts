import type { GoalSymbol } from '../../../../../core/goals/goal.ts';
import { ALIKE, inkOf, unlikeness, type Ink } from '../../../../../core/goals/likeness.ts';

export interface InkedSymbol {
  readonly symbol: GoalSymbol;
  readonly ink: Ink;
}

export const inked = (symbols: Iterable<GoalSymbol>): InkedSymbol[] => [...symbols].map((symbol) => ({ symbol, ink: inkOf(symbol) }));

/** The symbol that a drawing could be taken for, or null where it looks like none. */
export function nearestSymbol(strokes: readonly string[], others: readonly InkedSymbol[]): GoalSymbol | null {
  if (strokes.length === 0) return null;
  const ink = inkOf({ strokes });
  const [nearest] = others
    .map(({ symbol, ink: other }) => ({ symbol, far: unlikeness(ink, other) }))
    .filter(({ far }) => far < ALIKE)
    .sort((a, b) => a.far - b.far);
  return nearest?.symbol ?? null;
}
