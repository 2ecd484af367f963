import { z } from 'zod';
import { Colour, Rect } from '../kernel/rect.ts';
import { FaceName } from '../text/face.ts';
import { EvidenceMark } from './evidenceMark.ts';

/**
 * The chart document: the line-up of a task's papers, the levels with their anchors and qualifiers, and the strip
 * that goes on the wall. Immutable. Lengths are millimetres from the strip's top left corner, y down.
 */

/** How the levels are called; `words` leaves the label to the team. */
export const ScaleKind = z.enum(['numbers', 'letters', 'words', 'stars']);
export type ScaleKind = z.infer<typeof ScaleKind>;

/** `new`: what this level adds to the one below it. `kept`: what is still here. */
export const Qualifier = z
  .object({
    id: z.string(),
    text: z.string().max(400),
    kind: z.enum(['new', 'kept']),
    /** The skill set, and the goals of the bank, that lead to it; absent where the team tied none. */
    skillSet: z.string().optional(),
    goals: z.array(z.string()).max(6).readonly().optional(),
    /** Where the level's examples show it; only what is new has marks, and only on papers that stand for its level. */
    marks: z.array(EvidenceMark).max(20).readonly().optional(),
  })
  .readonly();
export type Qualifier = z.infer<typeof Qualifier>;

export const Level = z
  .object({
    id: z.string(),
    label: z.string().max(12),
    name: z.string().max(60),
    /** Ids of the papers that stand for this level: the anchor, and perhaps a second example. */
    anchors: z.array(z.string()).max(2).readonly(),
    qualifiers: z.array(Qualifier).readonly(),
  })
  .readonly();
export type Level = z.infer<typeof Level>;

const placed = {
  id: z.string(),
  ...Rect.shape,
  /** What the automatic layout made this from (see `core/chart/layout.ts`); absent on what a person added. */
  from: z.string().optional(),
  /** A person moved, resized or restyled it: the automatic layout leaves its place and looks alone. */
  byHand: z.boolean().optional(),
  locked: z.boolean().optional(),
};

/** A ground or a box. `radius` and `strokeWidth` in mm. */
const Panel = z
  .object({
    ...placed,
    kind: z.literal('panel'),
    fill: Colour.nullable(),
    stroke: Colour.nullable(),
    strokeWidth: z.number().min(0),
    radius: z.number().min(0),
    dashed: z.boolean(),
  })
  .readonly();

/** A piece of text, wrapped to its width. `size` is the em in mm, `leading` the line distance in ems. */
const Text = z
  .object({
    ...placed,
    kind: z.literal('text'),
    text: z.string().max(4000),
    face: FaceName,
    size: z.number().positive(),
    leading: z.number().positive(),
    align: z.enum(['start', 'centre', 'end']),
    colour: Colour,
    /** A mark in front of the first line: a triangle for what is new, a tick for what is still here. */
    bullet: z.enum(['none', 'new', 'kept']),
  })
  .readonly();

/** The level's label in its coloured shape. `step` counts from 0; `steps` is the number of levels: together they choose colour and shape. */
const Badge = z.object({ ...placed, kind: z.literal('badge'), label: z.string(), step: z.int().min(0), steps: z.int().min(1) }).readonly();

/** One page of a paper's masked copy. `crop` is in fractions of the copy, so that any proxy of it can stand in. */
const Picture = z.object({ ...placed, kind: z.literal('picture'), paper: z.string(), page: z.string(), crop: Rect, frame: z.boolean() }).readonly();

/** A paper's retyped copy, every error kept, on lines. The words come from the paper, not from the document. */
const Typed = z.object({ ...placed, kind: z.literal('typed'), paper: z.string(), size: z.number().positive() }).readonly();

/** The empty place where a pupil holds a page up to the chart. */
const Dock = z.object({ ...placed, kind: z.literal('dock'), text: z.string().max(120) }).readonly();

/** An arrow from one corner of its box to the opposite one; `head` is the corner with the point. */
const Arrow = z
  .object({
    ...placed,
    kind: z.literal('arrow'),
    head: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
    colour: Colour,
    strokeWidth: z.number().positive(),
  })
  .readonly();

export const Element = z.discriminatedUnion('kind', [Panel, Text, Badge, Picture, Typed, Dock, Arrow]);
export type Element = z.infer<typeof Element>;
export type ElementOf<K extends Element['kind']> = Extract<Element, { kind: K }>;

export const Strip = z
  .object({
    orientation: z.enum(['horizontal', 'vertical']),
    width: z.number().positive(),
    height: z.number().positive(),
    /** Painted in this order. */
    elements: z.array(Element).readonly(),
    /** Parts of the automatic layout (their `from`) that a person took away: they do not come back by themselves. */
    without: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type Strip = z.infer<typeof Strip>;

export const Chart = z
  .object({
    title: z.string().min(1).max(200),
    scale: ScaleKind,
    /** Ids of the papers from lowest to highest; papers not in it are still on the pile. */
    line: z.array(z.string()).readonly(),
    levels: z.array(Level).min(2).max(10).readonly(),
    /** Null until it has been laid out for the first time. */
    strip: Strip.nullable(),
  })
  .readonly();
export type Chart = z.infer<typeof Chart>;
