import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { Judge, KeptVote, MOST_JUDGES, Reason, Team } from '../ranking/voteLog.ts';
import { VoteAnswer } from '../ranking/votes.ts';
import { Nothing, changes, reads } from './call.ts';

const Task = z.object({ task: Id });
const SomeVotes = z.object({ task: Id, votes: z.array(Id).min(1).max(100_000) });
const tells = ['ranking.changed'] as const;

export const rankingCalls = {
  /** Who looks together, which papers are parked, and every vote, those that were taken back too. */
  'ranking.open': reads(Task, z.object({ judges: Team, parked: z.array(Id), votes: z.array(KeptVote) })),
  'ranking.setTeam': changes(z.object({ task: Id, judges: Team }), Nothing, { tells }),
  'ranking.park': changes(z.object({ task: Id, paper: Id, parked: z.boolean() }), Nothing, { tells }),
  /** What each said of the two papers in one look; their clock is one more than the highest that is known. */
  'ranking.vote': changes(
    z.object({
      task: Id,
      left: Id,
      right: Id,
      answers: z
        .array(z.object({ judge: Judge, answer: VoteAnswer }))
        .min(1)
        .max(MOST_JUDGES),
    }),
    z.object({ votes: z.array(KeptVote) }),
    { tells },
  ),
  /** Why the better one is better, told with these votes; those that have a reason keep theirs. */
  'ranking.giveReason': changes(SomeVotes.extend({ reason: Reason }), Nothing, { tells }),
  /** They stay in the log, and count no more. */
  'ranking.takeBack': changes(SomeVotes, Nothing, { tells }),
} as const;
