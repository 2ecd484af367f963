import { z } from 'zod';
import { Rect } from '../kernel/rect.ts';
import { Quad } from './cleaning.ts';
import { TextEdit } from './textEdit.ts';

/**
 * What a chart's elements show: the copies that may be used (someone has said "no name to be seen").
 * Kept beside the document, never in it, so that a copy made anew replaces the old one everywhere.
 */
export const Paper = z
  .object({
    paper: z.string(),
    /** The pupil's code or the paper's number; never a name. */
    code: z.string(),
    /** The retyped response, if that is the copy in use. */
    text: z.string().nullable(),
    /** What was changed in the retyped words since they were first kept, oldest first; absent where that is not known. */
    edits: z.array(TextEdit).readonly().optional(),
    /** The retyped words are set in a hand that is nobody's. */
    standIn: z.boolean().optional(),
    pages: z
      .array(
        z.object({
          page: z.string(),
          /** Content address of the masked copy. */
          media: z.string(),
          /** Pixels of the masked copy. */
          width: z.int().positive(),
          height: z.int().positive(),
          /** The size it was written at, in mm; null where the paper is unknown. */
          widthMm: z.number().positive().nullable(),
          heightMm: z.number().positive().nullable(),
          /** How the copy was cut out of its page's picture, so that what was drawn over an earlier copy is found again; absent where that is not known. */
          cut: z
            .object({
              /** The copy's own corners, px of the upright page picture. */
              corners: Quad,
              /** What was burned, in fractions of the copy. */
              covered: z.array(Rect).readonly(),
            })
            .optional(),
        }),
      )
      .readonly(),
  })
  .readonly();

export type Paper = z.infer<typeof Paper>;
