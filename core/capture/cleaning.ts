import { z } from 'zod';
import { Rect } from '../geometry/rect.ts';

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
  /** Boxes in pixels of the upright page picture; burned in first, before anything else is done to the pixels. */
  redactions: z.array(Rect),
});
export type Cleaning = z.infer<typeof Cleaning>;

/** What the app sees by itself on a page; a proposal, never applied without being shown. */
export const Proposal = z.object({
  /** Null where no four edges can be seen; never a guess. */
  quad: Quad.nullable(),
  /** 0 to 1: how much of the outline lies on real edges. */
  confidence: z.number().min(0).max(1),
  /** Positive when the right end is lower; null where there is no text or rule to tell it by. */
  skewDegrees: z.number().nullable(),
  /** Clockwise turn that makes the page upright. */
  turnDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Nothing is written on it. */
  blank: z.boolean(),
});
export type Proposal = z.infer<typeof Proposal>;
