import type { GoalHandoutWish } from '../../../../core/handouts/goalHandoutWish.ts';
import type { LabelSheetName } from '../../../../core/handouts/labels.ts';
import type { BookName, ChartsPerSheet } from '../../../../core/handouts/stickerCharts.ts';
import { schoolDayFrom } from '../../../../core/kernel/days.ts';

export const pageKinds = ['labels', 'strips', 'draw-list'] as const;
export const moreKinds = ['sticker-charts', 'kete', 'conference-list', 'observation'] as const;
export type HandoutKind = (typeof pageKinds)[number] | (typeof moreKinds)[number];

/** Everything that can be chosen on the screen, whatever the paper needs of it. */
export interface HandoutChoice {
  readonly what: HandoutKind;
  readonly sheetSize: 'A4' | 'Letter';
  readonly sheet: LabelSheetName;
  readonly from: number;
  readonly date: string;
  readonly who: 'all' | 'changed';
  /** Null until the teacher said so; then it is as it was printed last. */
  readonly naming: 'codes' | 'names' | null;
  readonly book: BookName;
  readonly perSheet: ChartsPerSheet;
  readonly boxes: number;
  /** Null: left open. */
  readonly goal: string | null;
}

export const firstChoice = (today: string): HandoutChoice => ({
  what: 'labels',
  sheetSize: 'A4',
  sheet: 'L7160',
  from: 1,
  date: schoolDayFrom(today, 1),
  who: 'all',
  naming: null,
  book: 'a5',
  perSheet: 2,
  boxes: 10,
  goal: null,
});

export const isForPage = (what: HandoutKind): boolean => pageKinds.some((kind) => kind === what);
export const hasNames = (what: HandoutKind): boolean => isForPage(what) || what === 'conference-list';
export const hasDate = (what: HandoutKind): boolean => hasNames(what) || what === 'observation';

/** The paper as the service is asked for it. `changed`: the pupils with a goal that was not printed yet. */
export function wishOf(choice: HandoutChoice, names: boolean, changed: readonly string[]): GoalHandoutWish {
  const { what, sheetSize, sheet, from, date, who, book, perSheet, boxes, goal } = choice;
  const pupils = isForPage(what) && who === 'changed' ? [...changed] : null;
  switch (what) {
    case 'labels':
      return { what, sheet, from, date, pupils, names };
    case 'strips':
    case 'draw-list':
    case 'conference-list':
      return { what, sheetSize, date, pupils, names };
    case 'sticker-charts':
      return { what, sheetSize, pupils, book, perSheet, boxes };
    case 'kete':
      return { what, sheetSize, pupils };
    case 'observation':
      return { what, sheetSize, date, goal };
  }
}
