import { between, contrast, fromLab, toLab, type Lab } from './oklab.ts';
import { chartWords } from '../words/chart.ts';

/** In the order of the levels: a chart of n levels uses the first n. */
const SHAPES = ['circle', 'square', 'hexagon', 'house', 'diamond', 'octagon', 'shield', 'flower', 'ticket', 'star'] as const;
export type BadgeShape = (typeof SHAPES)[number];

/** How a level looks wherever it shows: told apart by colour, by lightness (grey print, colour-blind eyes) and by shape. Colours are `#rrggbb`. */
export interface LevelLook {
  readonly badge: string;
  /** For the label on the badge, contrast 4.5 or more. */
  readonly badgeInk: string;
  /** Round the badge, contrast 3 or more against white and the tint. */
  readonly outline: string;
  /** The ground of the level's panel; dark ink reads on it at 7 or more. */
  readonly tint: string;
  readonly shape: BadgeShape;
}

/** The look's level colours (`--l0` to `--l4`): one family from light to deep. */
const RAMP = ['#f6e7c8', '#f0cd8c', '#d9a35a', '#8a9a5b', '#2f6b4f'].map(toLab);
const INKS = ['#2e1e05', '#ffffff', '#000000'];
const WHITE = toLab('#ffffff');
/** How much of the badge's colour the panel takes, from the first level to the last: the deep ones need less to be seen. */
const TINT = { first: 0.3, last: 0.16 };
const OUTLINE_LIGHTNESS = 0.58;

/**
 * The look of level `step` (from 0) out of `steps`. Between the five colours of the design it goes straight through OKLab.
 * Throws a RangeError for a step that the chart does not have.
 */
export function levelLook(step: number, steps: number): LevelLook {
  if (!Number.isInteger(step) || !Number.isInteger(steps) || step < 0 || step >= steps) throw new RangeError(chartWords.noLevel(step + 1, steps));
  const share = steps === 1 ? 0 : step / (steps - 1);
  const colour = rampAt(share);
  const badge = fromLab(colour);
  return {
    badge,
    badgeInk: INKS.find((ink) => contrast(ink, badge) >= 4.5) ?? '#000000',
    outline: fromLab({ ...colour, lightness: Math.min(colour.lightness - 0.12, OUTLINE_LIGHTNESS) }),
    tint: fromLab(between(WHITE, colour, TINT.first + (TINT.last - TINT.first) * share)),
    shape: SHAPES[step % SHAPES.length] ?? 'circle',
  };
}

function rampAt(share: number): Lab {
  const place = share * (RAMP.length - 1);
  const from = Math.min(Math.floor(place), RAMP.length - 2);
  return between(RAMP[from] ?? WHITE, RAMP[from + 1] ?? WHITE, place - from);
}
