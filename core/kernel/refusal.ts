import { z } from 'zod';

export const ProblemCode = z.enum(['bad-request', 'not-found', 'conflict', 'locked', 'unreadable', 'cancelled', 'disk', 'interrupted', 'internal']);

export type ProblemCode = z.infer<typeof ProblemCode>;

/** What went wrong, in words a teacher can act on. */
export const Problem = z.object({ code: ProblemCode, message: z.string(), hint: z.string() }).readonly();
export type Problem = z.infer<typeof Problem>;

/** How every call is answered, over whatever wire. */
export const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }).readonly(),
  z.object({ ok: z.literal(false), error: Problem }).readonly(),
]);
export type Reply = z.infer<typeof Reply>;

/** What is said of a failure, and what to do about it where there is something to do. */
export interface Said {
  readonly message: string;
  readonly hint?: string;
}

/** A failure that may be shown to a teacher as it stands. */
export class Refusal extends Error implements Problem {
  readonly code: ProblemCode;
  readonly hint: string;

  constructor(code: ProblemCode, { message, hint = '' }: Said) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.hint = hint;
  }
}

/** What was answered. @throws Refusal where the call was refused */
export function answerOf(reply: Reply): unknown {
  if (!reply.ok) throw new Refusal(reply.error.code, reply.error);
  return reply.value;
}
