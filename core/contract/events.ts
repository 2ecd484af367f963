import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** Long work: how far it is, and how it ended. */
export const Job = z.object({
  job: Id,
  /** The call that started it, whose `result` it ends with. */
  call: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  /** 0 while it is not known. */
  of: z.int(),
  /** What is being done now, in plain words. */
  doing: z.string(),
  result: z.unknown().optional(),
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});
export type Job = z.infer<typeof Job>;

/** Everything the services may tell the windows without being asked. */
export const events = {
  'job.changed': Job,
  'papers.changed': z.object({ task: Id }),
  /** What is known of the places of names on this task's pages. */
  'names.changed': z.object({ task: Id }),
  /** `revision`: the state that the chart has now, where that is all that changed. */
  'wall.changed': z.object({ wall: Id, revision: z.int().nullable() }),
  /** Votes on this task's papers, who votes, or which are parked. */
  'ranking.changed': z.object({ task: Id }),
  /** The goal bank, or where this pupil stands. */
  'goals.changed': z.object({ pupil: Id.nullable() }),
  'class.changed': z.object({}),
  /** Lessons, groups and the team's notes. */
  'lessons.changed': z.object({}),
  /** What is known of this task's watched folder. */
  'watching.changed': z.object({ task: Id }),
  /** `replaced`: it is another one now, with other walls. */
  'library.changed': z.object({ replaced: z.boolean() }),
  /** Their process ended and another one goes on; calls wait for it. */
  'services.restarted': z.object({}),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type Payload<E extends EventName> = z.output<Events[E]>;

/** Tells every window what happened. */
export type Tell = <E extends EventName>(event: E, payload: Payload<E>) => void;
