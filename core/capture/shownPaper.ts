import { z } from 'zod';

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
        }),
      )
      .readonly(),
  })
  .readonly();

export type Paper = z.infer<typeof Paper>;
