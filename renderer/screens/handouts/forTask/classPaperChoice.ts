import type { LabelSheetName } from '../../../../core/handouts/labels.ts';
import type { ClassPaperWish } from '../../../../core/handouts/taskHandoutWish.ts';

export const classPaperKinds = ['answer-sheets', 'slips', 'mini-chart', 'labels'] as const;
export type ClassPaperKind = (typeof classPaperKinds)[number];

/** Everything that can be chosen on the screen, whatever the paper needs of it. Lengths in mm. */
export interface ClassPaperChoice {
  readonly what: ClassPaperKind;
  readonly paper: 'A4' | 'Letter';
  readonly who: 'class' | 'numbers';
  readonly count: number;
  readonly lineHeight: number;
  readonly withNext: boolean;
  readonly look: 'colour' | 'grey';
  readonly sheet: LabelSheetName;
  readonly from: number;
  readonly on: 'codes' | 'blank';
}

export const firstClassPaper = (): ClassPaperChoice => ({
  what: 'answer-sheets',
  paper: 'A4',
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
export function wishOf(wall: string, { what, paper, who, count, lineHeight, withNext, look, sheet, from, on }: ClassPaperChoice): ClassPaperWish {
  switch (what) {
    case 'answer-sheets':
      return { what, wall, paper, lineHeight, anonymous: who === 'numbers' ? count : null };
    case 'slips':
      return { what, wall, paper, withNext };
    case 'mini-chart':
      return { what, wall, paper, grey: look === 'grey' };
    case 'labels':
      return { what, wall, sheet, from, blank: on === 'blank', count };
  }
}
