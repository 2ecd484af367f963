import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** How far a task's papers are from having no originals any more. */
export const PrivacyState = z.object({
  /** Papers with pages, those in the bin too, and their pages. */
  papers: z.int(),
  pages: z.int(),
  /** Pages of which nobody has said "no name to be seen"; those of papers in the bin are counted apart. */
  unchecked: z.int(),
  uncheckedInBin: z.int(),
  /** When the last original was destroyed; null while there are any. */
  finishedAt: z.string().nullable(),
  /** What was checked then is kept, and can be had on paper. */
  hasCertificate: z.boolean(),
});

export type PrivacyState = z.infer<typeof PrivacyState>;

/** What the job of `privacy.finish` ends with. */
export const PrivacyFinished = z.object({
  /** False where nothing was destroyed because a name could be read. */
  done: z.boolean(),
  /** Pages on which a name of the class list could still be read. */
  namesSeen: z.array(Id),
});

export type PrivacyFinished = z.infer<typeof PrivacyFinished>;
