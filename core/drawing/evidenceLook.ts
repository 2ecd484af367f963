/** How a qualifier is found again in a paper's writing: by a letter, and by a colour laid over the words as a highlighter does. */
export interface EvidenceLook {
  readonly letter: string;
  /** `#rrggbb`; ink reads on it at 7 or more. */
  readonly wash: string;
  /** Round the wash, contrast 4.5 or more against white. */
  readonly edge: string;
}

/** In the order of a level's qualifiers, neighbours told apart by colour-blind eyes too; in grey the letters tell. */
const COLOURS = [
  { wash: '#ffe08a', edge: '#8a6100' },
  { wash: '#b5e0ff', edge: '#1f6391' },
  { wash: '#ffccd9', edge: '#a83257' },
  { wash: '#cbf0bd', edge: '#2f7434' },
  { wash: '#e2d0ff', edge: '#6a45ad' },
  { wash: '#ffd3ad', edge: '#97500a' },
] as const;

/** The look of what stands at `place` (from 0) among the things that are new at a level: A, B, C ... */
export function evidenceLook(place: number): EvidenceLook {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (place % 26));
  return { letter, ...(COLOURS[place % COLOURS.length] ?? COLOURS[0]) };
}
