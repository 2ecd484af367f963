import type { DrawnPage } from '../drawing/drawnPage.ts';
import { goalsInUse, inYear, setsInUse } from '../goals/bank.ts';
import type { Bank } from '../goals/goal.ts';
import { newestByCode } from '../kernel/versions.ts';
import { SHEET_SIZES } from '../sheets/sheetSize.ts';
import type { Fonts } from '../text/fonts.ts';
import { handoutWords } from '../words/handouts.ts';
import { goalsOnHandout, ketesOnHandout, pupilsOnHandout, symbolOf, type ClassOnHandout, type GoalOnHandout } from './classFacts.ts';
import { conferenceList } from './conferenceList.ts';
import { drawList } from './drawList.ts';
import type { GoalHandoutWish } from './goalHandoutWish.ts';
import { goalLabels } from './goalLabels.ts';
import { headerStrips } from './headerStrips.ts';
import { keteHandout } from './keteHandout.ts';
import { observationSheet } from './observationSheet.ts';
import { sentencePoster, type CardOnHandout } from './sentencePoster.ts';
import { stickerCharts } from './stickerCharts.ts';
import { symbolLegend, type LegendSet } from './symbolLegend.ts';

/** The pages of a handout as wished, the same for the window and the PDF. Throws a RangeError in plain words where there is nothing to print. */
export function goalHandouts(fonts: Fonts, wish: GoalHandoutWish, bank: Bank, group: ClassOnHandout): readonly DrawnPage[] {
  switch (wish.what) {
    case 'labels':
      return goalLabels(fonts, wish, someGoals(group, wish));
    case 'strips':
      return headerStrips(fonts, SHEET_SIZES[wish.sheetSize], wish.date, someGoals(group, wish));
    case 'draw-list':
      return drawList(fonts, SHEET_SIZES[wish.sheetSize], wish.date, someGoals(group, wish));
    case 'sticker-charts':
      return stickerCharts(fonts, { ...wish, sheetSize: SHEET_SIZES[wish.sheetSize] }, someGoals(group, { ...wish, names: false }));
    case 'kete':
      return somebody(ketesOnHandout(group, { ...wish, names: false })).flatMap((kete) => keteHandout(fonts, SHEET_SIZES[wish.sheetSize], kete));
    case 'legend':
      return symbolLegend(fonts, SHEET_SIZES[wish.sheetSize], legendSets(bank, wish.skillSets, wish.years));
    case 'sentence-card':
      return [sentencePoster(fonts, SHEET_SIZES[wish.sheetSize], cardOnHandout(bank, wish.card, group))];
    case 'conference-list':
      return conferenceList(fonts, SHEET_SIZES[wish.sheetSize], wish.date, somebody(pupilsOnHandout(group, wish)));
    case 'observation': {
      const goal = group.goals.get(wish.goal ?? '');
      return [observationSheet(fonts, SHEET_SIZES[wish.sheetSize], wish.date, goal, goal && symbolOf(group, goal))];
    }
  }
}

function someGoals(group: ClassOnHandout, chosen: { pupils: readonly string[] | null; names: boolean }): GoalOnHandout[] {
  const goals = goalsOnHandout(group, chosen);
  if (goals.length === 0) throw new RangeError(handoutWords.nothing.noGoals);
  return goals;
}

function somebody<T>(pupils: readonly T[]): readonly T[] {
  if (pupils.length === 0) throw new RangeError(handoutWords.nothing.nobody);
  return pupils;
}

function legendSets(bank: Bank, skillSets: readonly string[] | null, years: readonly number[] | null): LegendSet[] {
  const symbols = newestByCode(bank.symbols);
  const goals = goalsInUse(bank).filter((goal) => years === null || years.some((year) => inYear(goal, year)));
  const sets = setsInUse(bank)
    .filter(({ code, parent }) => skillSets === null || skillSets.includes(code) || (parent !== null && skillSets.includes(parent)))
    .map((set) => ({
      set,
      goals: goals.flatMap((goal) => {
        const symbol = goal.skillSet === set.code ? symbolOf({ symbols }, goal) : undefined;
        return symbol === undefined ? [] : [{ goal, symbol }];
      }),
    }))
    .filter(({ goals: own }) => own.length > 0);
  if (sets.length === 0) throw new RangeError(handoutWords.nothing.noSymbols);
  return sets;
}

function cardOnHandout(bank: Bank, code: string, group: ClassOnHandout): CardOnHandout {
  const card = newestByCode(bank.cards).get(code);
  if (card === undefined) throw new RangeError(handoutWords.nothing.cardGone);
  const symbols = card.ingredients.map(({ goals }) =>
    goals.flatMap((one) => {
      const goal = group.goals.get(one);
      const symbol = goal && symbolOf(group, goal);
      return symbol === undefined ? [] : [symbol];
    }),
  );
  return { card, symbols };
}
