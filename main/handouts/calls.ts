import type { Handlers } from '../../core/contract/contract.ts';
import type { goalHandoutCalls } from '../../core/contract/goalHandoutCalls.ts';
import type { taskHandoutCalls } from '../../core/contract/taskHandoutCalls.ts';
import type { teamHandoutCalls } from '../../core/contract/teamHandoutCalls.ts';
import type { Context } from '../library/context.ts';
import { goalsPrinted, printGoals } from './goalHandouts.ts';
import { answerSheetsOut } from './handoutRows.ts';
import { printForClass } from './taskHandouts.ts';
import { printTeamSummary } from './teamHandouts.ts';

/** The calls for what is printed for a class and its team. */
export function handoutHandlers(context: Context): Handlers<typeof goalHandoutCalls & typeof taskHandoutCalls & typeof teamHandoutCalls> {
  const { library } = context;
  return {
    'handouts.printGoals': (wish) => (report, signal) => printGoals(context, wish, report, signal),
    'handouts.goalsPrinted': () => goalsPrinted(library()),
    'handouts.printForTask': (wish) => (report, signal) => printForClass(context, wish, report, signal),
    'handouts.sheetsOut': ({ task }) => answerSheetsOut(library().db, task),
    'handouts.printTeam': (wish) => (report, signal) => printTeamSummary(context, wish, report, signal),
  };
}
