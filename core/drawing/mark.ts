import type { Rect } from '../kernel/rect.ts';
import type { FaceName } from '../text/face.ts';
import type { PlacedGlyph } from '../text/placedGlyph.ts';

/**
 * What is finally drawn, the same for the stage, the projector and the PDF. Millimetres on the strip, y down.
 * An element becomes a list of marks in `paint.ts`; whoever draws them needs no other rule.
 */
export type Mark = BoxMark | PathMark | LineOfTextMark | PictureMark;

export interface BoxMark {
  readonly kind: 'box';
  readonly box: Rect;
  readonly radius: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  /** Lengths of dash and gap; empty for a solid line. */
  readonly dash: readonly number[];
}

export interface PathMark {
  readonly kind: 'path';
  /** One or more polylines, each a list of corners. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly closed: boolean;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
}

/** One line of text whose glyphs are already placed. */
export interface LineOfTextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly face: FaceName;
  /** The em, in mm. */
  readonly size: number;
  readonly colour: string;
  /** Where the line starts on its baseline. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly glyphs: readonly PlacedGlyph[];
}

export interface PictureMark {
  readonly kind: 'picture';
  readonly media: string;
  /** Where the cropped part is drawn. */
  readonly box: Rect;
  /** The part shown, in fractions of the picture. */
  readonly crop: Rect;
}
