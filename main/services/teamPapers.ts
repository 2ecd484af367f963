import type { PrintMade } from '../../core/api/walls.ts';
import type { Checked } from '../../core/api/contract.ts';
import { newestByCode } from '../../core/goals/versions.ts';
import { teamSummary as teamSummaryPage, type CountedGoals } from '../../core/papers/teamSummary.ts';
import { PAPERS } from '../../core/tiling/paper.ts';
import type { Context } from './context.ts';
import { chartFonts } from './fonts.ts';
import { goalBank } from './goalBank.ts';
import { pagesAsPdf } from './goalPapers.ts';
import type { Report } from './jobs.ts';
import { teamSummary } from './teaching.ts';

/** The one page that a team lays on the table, as a PDF. */
export async function printTeamSummary(
  context: Pick<Context, 'library' | 'exchange'>,
  { from, until, paper }: Checked<'team.print'>,
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  const library = context.library();
  const { pupils, seen, conferences, withoutGoal, mastered, stuck, unsaid } = teamSummary(library, { from, until });
  const bank = goalBank(library);
  const [goals, symbols] = [newestByCode(bank.goals), newestByCode(bank.symbols)];
  const counted = (told: readonly { goal: string; pupils: number }[]): CountedGoals['goals'] =>
    told.flatMap(({ goal: code, pupils: many }) => {
      const goal = goals.get(code);
      return goal === undefined ? [] : [{ goal, symbol: symbols.get(goal.symbol ?? ''), pupils: many }];
    });
  const page = teamSummaryPage(chartFonts(), PAPERS[paper], {
    from,
    until,
    sentences: [
      `We sat beside ${seen} of ${pupils} writers, ${conferences} times in all.`,
      withoutGoal === 0 ? 'Every writer has a small step to work on.' : `${withoutGoal} of ${pupils} are ready to choose a small step.`,
    ],
    parts: [
      { title: 'Into the ketes', none: 'Nothing in these weeks yet.', goals: counted(mastered) },
      { title: 'Five tries so far: is there a smaller step?', none: 'None now.', goals: counted(stuck) },
      { title: 'Hard to say without the symbol', none: 'Every writer asked can say theirs.', goals: counted(unsaid) },
    ],
  });
  return pagesAsPdf(context, 'How our writers are going', [page], report, signal);
}
