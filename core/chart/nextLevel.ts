import type { Level, Qualifier } from './document.ts';

/** The next whole level above a place counted from 0: above 2 and between 2 and 3 alike it is 3. Null at the top. */
export const levelAbove = (levels: readonly Level[], place: number): Level | null => levels[Math.floor(place) + 1] ?? null;

/** What a level adds; where nothing is marked as new, all it says. */
export function askedBy({ qualifiers }: Level): readonly Qualifier[] {
  const added = qualifiers.filter(({ kind }) => kind === 'new');
  return added.length > 0 ? added : qualifiers;
}

/** For each pupil who was placed, the first thing that the level above asks. `placements`: oldest first; the newest counts. */
export function nextAsked(levels: readonly Level[], placements: readonly { readonly pupil: string; readonly place: number }[]): ReadonlyMap<string, string> {
  const newest = new Map(placements.map(({ pupil, place }) => [pupil, place]));
  return new Map(
    [...newest].flatMap(([pupil, place]) => {
      const level = levelAbove(levels, place);
      const [first] = level === null ? [] : askedBy(level);
      return first === undefined ? [] : [[pupil, first.text] as const];
    }),
  );
}
