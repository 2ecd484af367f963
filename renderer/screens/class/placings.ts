import type { Pupil } from '../../../core/class/pupil.ts';

export interface Placing {
  readonly pupils: string[];
  readonly space: string;
  readonly year: number | null;
}

/** The fewest calls that give these pupils the same year, the same space, or both, and leave the rest as it is for each. */
export function placings(pupils: readonly Pupil[], { space, year }: { readonly space?: string; readonly year?: number | null }): Placing[] {
  const wanted = pupils.map((pupil) => ({ id: pupil.id, space: space ?? pupil.space, year: year === undefined ? pupil.year : year }));
  return [...Map.groupBy(wanted, (one) => JSON.stringify([one.space, one.year])).values()].map((same) => ({
    pupils: same.map(({ id }) => id),
    space: same[0]!.space,
    year: same[0]!.year,
  }));
}
