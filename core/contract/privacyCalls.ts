import { z } from 'zod';
import { PrivacyFinished, PrivacyState } from '../capture/privacyState.ts';
import { Id } from '../kernel/id.ts';
import { Outgoing } from '../kernel/outgoing.ts';
import { always, job, outside, reads } from './call.ts';

export const privacyCalls = {
  'privacy.state': reads(z.object({ task: Id }), PrivacyState),
  /**
   * Reads every clean copy once more, looking for names of the class list; then destroys the originals of the task for good, and the
   * papers in its bin that nobody has looked at; what was checked is kept for the certificate. Where a name is read nothing is destroyed,
   * unless its page is among those that a person has `lookedAgain` at.
   */
  'privacy.finish': job(z.object({ task: Id, lookedAgain: z.array(Id).max(2000) }), PrivacyFinished, { tells: ['papers.changed'], erases: always }),
  /** A page for the files: what was checked when the originals were destroyed. Refused with `not-found` before. */
  'privacy.certificate': outside(z.object({ task: Id }), Outgoing),
} as const;
