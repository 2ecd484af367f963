import { z } from 'zod';
import { call, Id } from './call.ts';
import { Outgoing } from './library.ts';

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

export const privacyCalls = {
  'privacy.state': call(z.object({ task: Id }), PrivacyState),
  /**
   * Reads every clean copy once more, looking for names of the class list; then destroys the originals of the task for good, and the
   * papers in its bin that nobody has looked at; what was checked is kept for the certificate. Where a name is read nothing is destroyed,
   * unless its page is among those that a person has `lookedAgain` at.
   */
  'privacy.finish': call(z.object({ task: Id, lookedAgain: z.array(Id).max(2000) }), z.object({ job: Id })),
  /** A page for the files: what was checked when the originals were destroyed. Refused with `not-found` before. */
  'privacy.certificate': call(z.object({ task: Id }), Outgoing),
} as const;
