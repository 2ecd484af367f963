import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { Vote } from './votes.ts';

/** The word by which a teacher is known in a team. */
export const Judge = z.string().trim().min(1).max(40);

export const MOST_JUDGES = 5;
export const Team = z
  .array(Judge)
  .max(MOST_JUDGES)
  .refine((judges) => new Set(judges).size === judges.length);

/** Why one paper is a bit better than the other, in a line. */
export const Reason = z.string().trim().min(1).max(200);

/** A vote as it is kept. All votes of one look have one clock, since no teacher has seen another's. */
export const KeptVote = z
  .object({
    ...Vote.shape,
    id: Id,
    device: Id,
    left: Id,
    right: Id,
    clock: Vote.shape.clock.unwrap(),
    reason: Reason.nullable(),
    takenBack: z.boolean(),
  })
  .readonly();
export type KeptVote = z.infer<typeof KeptVote>;

/**
 * Logs of votes put together: each vote once, in the order of the clock. What was told of a vote later, that it was taken back or a reason, is never
 * lost. The same for the same logs in any order, however often each comes.
 */
export function joined(...logs: readonly (readonly KeptVote[])[]): KeptVote[] {
  const byId = new Map<string, KeptVote>();
  for (const vote of logs.flat()) {
    const known = byId.get(vote.id);
    byId.set(vote.id, known === undefined ? vote : { ...known, takenBack: known.takenBack || vote.takenBack, reason: firstOf(known.reason, vote.reason) });
  }
  return [...byId.values()].sort((a, b) => a.clock - b.clock || (a.id < b.id ? -1 : 1));
}

const firstOf = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other < one) ? other : one);

/** The votes that nobody took back. */
export const standing = (log: readonly KeptVote[]): KeptVote[] => log.filter(({ takenBack }) => !takenBack);

/** The votes of the look that came last, of those that stand. */
export function latestLook(log: readonly KeptVote[]): KeptVote[] {
  const last = standing(log).at(-1);
  return last === undefined ? [] : standing(log).filter(({ clock, device }) => clock === last.clock && device === last.device);
}

/** How many looks stand. */
export const looksIn = (log: readonly KeptVote[]): number => new Set(standing(log).map(({ clock, device }) => `${clock} ${device}`)).size;
