import type { Handlers } from '../../core/contract/contract.ts';
import type { rankingCalls } from '../../core/contract/rankingCalls.ts';
import type { Library } from '../library/library.ts';
import { deviceOf } from './device.ts';
import * as voting from './voting.ts';

/** The calls of a team that looks at papers two by two. @param home this user's folder */
export function rankingHandlers(library: () => Library, home: string): Handlers<typeof rankingCalls> {
  const changed = <A>(task: string, answer: A) => ({ answer, told: { 'ranking.changed': { task } } }) as const;
  return {
    'ranking.open': ({ task }) => voting.openRanking(library(), task),
    'ranking.setTeam': ({ task, judges }) => {
      voting.setTeam(library(), task, judges);
      return changed(task, {});
    },
    'ranking.park': (parking) => {
      voting.park(library(), parking);
      return changed(parking.task, {});
    },
    'ranking.vote': (look) => changed(look.task, { votes: voting.vote(library(), deviceOf(home), look) }),
    'ranking.giveReason': (reason) => {
      voting.giveReason(library(), reason);
      return changed(reason.task, {});
    },
    'ranking.takeBack': ({ task, votes }) => {
      voting.takeBack(library(), { task, votes });
      return changed(task, {});
    },
  };
}
