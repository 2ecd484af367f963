import { z } from 'zod';
import { Rect } from '../kernel/rect.ts';

/** A point in pixels of the upright page picture (EXIF obeyed), origin top left. */
export const Point = z.object({ x: z.number(), y: z.number() });
export type Point = z.infer<typeof Point>;

/** The paper's corners in pixels of the upright page picture: top left, top right, bottom right, bottom left. */
export const Quad = z.tuple([Point, Point, Point, Point]);
export type Quad = z.infer<typeof Quad>;

/** What the teacher decided about one page; everything is applied to the sealed page picture, never to a copy. */
export const Cleaning = z.object({
  /** Where the paper lies in the picture; null: the picture is the paper. */
  quad: Quad.nullable(),
  /** Clockwise, after straightening. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Fine rotation in degrees, clockwise, after the turn. */
  degrees: z.number().min(-15).max(15),
  /** The response, in fractions of the straightened, turned page. */
  crop: Rect,
  /** Null leaves the paper as photographed; 0 keeps the faintest pencil, 1 makes the cleanest paper. */
  flatten: z.number().min(0).max(1).nullable(),
  /** Takes printed rules and the margin off, where the paper is whitened. */
  lightenRules: z.boolean().default(false),
  /** Takes off what shines through from the back, where the paper is whitened. */
  showThrough: z.boolean().default(false),
  /** Boxes in pixels of the upright page picture; burned in first, before anything else is done to the pixels. */
  redactions: z.array(Rect),
  /** The one flat colour of what was burned: that of the paper, or dark, as it always was before November 2026. */
  cover: z.enum(['paper', 'dark']).default('dark'),
});
export type Cleaning = z.infer<typeof Cleaning>;

/** One of the app's own answer sheets, known by its corner marks. */
export const AnswerSheetSeen = z.object({
  /** From its QR code; null where that can't be read. Never a name. */
  task: z.string().nullable(),
  pupil: z.string().nullable(),
  /** The lines to write on, in fractions of the straightened, upright page. */
  crop: Rect,
  /** Round the place of the code, where a child may have written a name as well; px of the upright page picture. */
  codeBox: Rect,
});
export type AnswerSheetSeen = z.infer<typeof AnswerSheetSeen>;

/** What the app sees by itself on a page; a proposal, never applied without being shown. */
export const Proposal = z.object({
  /** Null where no page can be told from what it lies on; never a guess. Corners may lie outside of the picture. */
  quad: Quad.nullable(),
  /** 0 to 1: how likely the outline is that of the page. */
  confidence: z.number().min(0).max(1),
  /** Positive when the right end is lower; null where there is no text or rule to tell it by. */
  skewDegrees: z.number().nullable(),
  /** Clockwise turn that makes the page upright; null where a person has to be asked. */
  turnDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).nullable(),
  /** Nothing is written on it. */
  blank: z.boolean(),
  answerSheet: AnswerSheetSeen.optional(),
  /** 0 to 1: how sure it is which end is up, in pages that an earlier build brought in. */
  turnConfidence: z.number().min(0).max(1).optional(),
  /** The further papers that the picture shows, each with its own outline, in reading order after `quad`; absent where it shows one. */
  others: z.array(Quad).optional(),
  /** Where this page meets the one facing it in an open book; absent where none does. */
  fold: z.tuple([Point, Point]).optional(),
  /** Where nothing was found: corners to begin with, nearer to the page's than those of the picture; absent where none are. */
  guess: Quad.optional(),
  /** 0 to 1: how much writing of the back shines through, so that a name there could be read; absent where none does. */
  showThrough: z.number().min(0).max(1).optional(),
});
export type Proposal = z.infer<typeof Proposal>;
