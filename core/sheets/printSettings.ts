import { z } from 'zod';

export const SheetEdges = z.object({ top: z.number().min(0), right: z.number().min(0), bottom: z.number().min(0), left: z.number().min(0) });

/** Settings of the print screen, in mm. What came later has a default: settings kept before still parse. */
export const PrintSettings = z.object({
  sheetSize: z.enum(['A4', 'A3', 'Letter', 'Legal', 'Tabloid', 'custom']),
  /** The size where it is `custom`. */
  ownSize: z.object({ width: z.number().min(100).max(2000), height: z.number().min(100).max(2000) }).default({ width: 329, height: 483 }),
  orientation: z.enum(['auto', 'portrait', 'landscape']),
  overlap: z.number().min(0).max(50),
  margin: z.number().min(0).max(40),
  /** A printer's own white edges, in the margin's stead. */
  edges: SheetEdges.nullable().default(null),
  look: z.enum(['colour', 'grey', 'ink-saver']).default('colour'),
  finishing: z.enum(['join', 'join-then-laminate', 'laminate-then-join']).default('join'),
  /** What is laminated in: a pouch by its name, or a roll by its width. */
  film: z.union([z.enum(['A4', 'A3', 'Letter']), z.number().min(100).max(2000)]).default('A4'),
  /** Seams that the teacher put where they are: any point on each, on the strip. */
  pinned: z
    .array(z.object({ side: z.enum(['right', 'below']), x: z.number(), y: z.number() }))
    .max(999)
    .default([]),
});

export type PrintSettings = z.infer<typeof PrintSettings>;

/** The same as it may be said: what has a default can be left out. */
export type PrintSettingsSaid = z.input<typeof PrintSettings>;
