import type { Checked } from '../../core/contract/contract.ts';
import { teamSummary as teamSummaryPage, type CountedGoals } from '../../core/handouts/teamSummary.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { handoutWords } from '../../core/words/handouts.ts';
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
      handoutWords.team.seen(seen, pupils, conferences),
      withoutGoal === 0 ? handoutWords.team.allHaveGoals : handoutWords.team.withoutGoal(withoutGoal, pupils),
    ],
    parts: [
      { title: handoutWords.team.mastered.title, none: handoutWords.team.mastered.none, goals: counted(mastered) },
      { title: handoutWords.team.stuck.title, none: handoutWords.team.stuck.none, goals: counted(stuck) },
      { title: handoutWords.team.unsaid.title, none: handoutWords.team.unsaid.none, goals: counted(unsaid) },
    ],
  });
  return pagesAsPdf(context, handoutWords.team.title, [page], report, signal);
}
