import type { LabelSheetName } from '../../../../core/handouts/labels.ts';
import type { TaskHandoutWish } from '../../../../core/handouts/taskHandoutWish.ts';

export const taskHandoutKinds = ['answer-sheets', 'slips', 'mini-chart', 'labels'] as const;
export type TaskHandoutKind = (typeof taskHandoutKinds)[number];

/** Everything that can be chosen on the screen, whatever the paper needs of it. Lengths in mm. */
export interface TaskHandoutChoice {
  readonly what: TaskHandoutKind;
  readonly sheetSize: 'A4' | 'Letter';
  readonly who: 'class' | 'numbers';
  readonly count: number;
  readonly lineHeight: number;
  readonly withNext: boolean;
  readonly look: 'colour' | 'grey';
  readonly sheet: LabelSheetName;
  readonly from: number;
  readonly on: 'codes' | 'blank';
}

export const firstTaskHandout = (): TaskHandoutChoice => ({
  what: 'answer-sheets',
  sheetSize: 'A4',
  who: 'class',
  count: 28,
  lineHeight: 12,
  withNext: true,
  look: 'colour',
  sheet: 'L7160',
  from: 1,
  on: 'codes',
});

/** The paper as the service is asked for it. */
export function wishOf(wall: string, { what, sheetSize, who, count, lineHeight, withNext, look, sheet, from, on }: TaskHandoutChoice): TaskHandoutWish {
  switch (what) {
    case 'answer-sheets':
      return { what, wall, sheetSize, lineHeight, anonymous: who === 'numbers' ? count : null };
    case 'slips':
      return { what, wall, sheetSize, withNext };
    case 'mini-chart':
      return { what, wall, sheetSize, grey: look === 'grey' };
    case 'labels':
      return { what, wall, sheet, from, blank: on === 'blank', count };
  }
}
