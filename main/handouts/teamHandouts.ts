import type { Checked } from '../../core/contract/contract.ts';
import { teamSummary as teamSummaryPage, type CountedGoals } from '../../core/handouts/teamSummary.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import { goalBank } from '../goals/goalBank.ts';
import { teamSummary } from '../lessons/teaching.ts';
import type { Context } from '../library/context.ts';
import type { Report } from '../../core/contract/contract.ts';
import { pagesAsPdf } from './goalHandouts.ts';

/** The one page that a team lays on the table, as a PDF. */
export async function printTeamSummary(
  context: Pick<Context, 'library' | 'exchange'>,
  { from, until, sheetSize }: Checked<'handouts.printTeam'>,
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
  const page = teamSummaryPage(chartFonts(), SHEET_SIZES[sheetSize], {
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
