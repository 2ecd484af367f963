import type { DrawnPage } from '../../core/drawing/drawnPage.ts';
import type { Standing } from '../../core/goals/evidence.ts';
import type { Bank } from '../../core/goals/goal.ts';
import type { ClassOnHandout } from '../../core/handouts/classFacts.ts';
import type { GoalHandoutWish, GoalsPrinted } from '../../core/handouts/goalHandoutWish.ts';
import { goalHandouts } from '../../core/handouts/goalHandouts.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { handoutWords } from '../../core/words/handouts.ts';
import { sheetWords } from '../../core/words/sheets.ts';
import { classList } from '../class/classList.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import { writePagesPdf } from '../engines/pdf/handoutsPdf.ts';
import { makePdf } from '../engines/pdf/makePdf.ts';
import { goalBank } from '../goals/goalBank.ts';
import { classGoals } from '../goals/writers.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { assetPath } from '../platform/assets.ts';
import type { Report } from '../../core/contract/contract.ts';
import { plainly } from '../sheets/sheetsJob.ts';
import { keepPrintedGoals, listPrintedGoals, type PrintedGoal } from './handoutRows.ts';

/** Makes a goal paper; what goes to pupils' next page is remembered. @throws Refusal `bad-request` where there is nothing to print */
export async function printGoals(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  wish: GoalHandoutWish,
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  const library = context.library();
  const bank = goalBank(library);
  const states = classGoals(library);
  const pages = plainly(() => goalHandouts(chartFonts(), wish, bank, classOnHandout(library, bank, states)));
  const made = await pagesAsPdf(context, handoutWords.file[wish.what], pages, report, signal);
  if (wish.what === 'labels' || wish.what === 'strips' || wish.what === 'draw-list') {
    keepPrintedGoals(library.db, madeReady(states, wish));
    context.tell('goals.changed', { pupil: null });
  }
  return made;
}

/** What was made ready last, by pupil, and whether it had names. */
export function goalsPrinted({ db }: Library): GoalsPrinted {
  const printed = listPrintedGoals(db);
  return {
    names: printed.at(-1)?.with_names === 1,
    pupils: printed.map(({ pupil, goal, goal_version, date }) => ({ pupil, goal, goalVersion: goal_version, date })),
  };
}

/** Up to so many pages are drawn sooner than a thread begins (`tests/bench/goalHandouts.ts`). */
const FEW_PAGES = 8;

/** Laid-out pages as a PDF that waits to be opened or saved. */
export async function pagesAsPdf(
  { exchange }: Pick<Context, 'exchange'>,
  title: string,
  pages: readonly DrawnPage[],
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  report(0, pages.length, sheetWords.pdf.drawingPages);
  const pdf =
    pages.length <= FEW_PAGES
      ? await writePagesPdf(title, chartFonts(), pages)
      : await makePdf({ what: 'pages', title, pages, fontsFolder: assetPath('fonts/') }, { signal });
  signal.throwIfAborted();
  return { file: exchange.giveOut(handoutWords.madeFile(title), pdf), sheets: pages.length };
}

function classOnHandout(library: Library, bank: Bank, states: readonly Standing[]): ClassOnHandout {
  return {
    pupils: classList(library).pupils,
    states: new Map(states.map((state) => [state.pupil, state])),
    goals: newestByCode(bank.goals),
    symbols: newestByCode(bank.symbols),
  };
}

function madeReady(states: readonly Standing[], { pupils, date, names }: { pupils: readonly string[] | null; date: string; names: boolean }): PrintedGoal[] {
  return states
    .filter(({ pupil }) => pupils === null || pupils.includes(pupil))
    .flatMap(({ pupil, active }) => active.map(({ goal, goalVersion }) => ({ pupil, goal, goal_version: goalVersion, date, with_names: names ? 1 : 0 })));
}
