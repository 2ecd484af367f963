import type { DrawnPage } from '../drawing/drawnPage.ts';
import { SHEET_SIZES } from '../sheets/sheetSize.ts';
import type { Fonts } from '../text/fonts.ts';
import { handoutWords } from '../words/handouts.ts';
import { answerSheet } from './answerSheet.ts';
import { glowAndGrow } from './glowAndGrow.ts';
import { LABEL_SHEETS, labels } from './labels.ts';
import type { TaskHandoutWish } from './taskHandoutWish.ts';

/** What the handouts of one task are made from. */
export interface TaskOnHandout {
  readonly task: { readonly id: string; readonly question: string };
  /** In the order of the class list; codes only. */
  readonly pupils: readonly { readonly id: string; readonly code: string }[];
  /** What the chart's next level asks of a pupil, where it is known. */
  readonly next: ReadonlyMap<string, string>;
}

/** Everything but the desk-size chart, which is drawn from the strip. Throws a RangeError in plain words where there is nothing to print. */
export function taskHandouts(
  fonts: Fonts,
  wish: Exclude<TaskHandoutWish, { what: 'mini-chart' }>,
  { task, pupils, next }: TaskOnHandout,
): readonly DrawnPage[] {
  switch (wish.what) {
    case 'answer-sheets': {
      const sheet = { sheetSize: SHEET_SIZES[wish.sheetSize], task: task.id, question: task.question, lineHeight: wish.lineHeight };
      return codesFor(wish.anonymous, pupils).map((pupil) => answerSheet(fonts, { ...sheet, pupil }));
    }
    case 'slips': {
      const slips = pupils.map(({ id, code }) => ({ pupil: code, glow: '', grow: wish.withNext ? (next.get(id) ?? '') : '' }));
      return glowAndGrow(fonts, SHEET_SIZES[wish.sheetSize], slips.length > 0 ? slips : BLANK_SLIPS, { glow: handoutWords.glow, grow: handoutWords.grow });
    }
    case 'labels': {
      const texts = wish.blank ? Array.from({ length: wish.count }, () => '') : pupils.map(({ code }) => code);
      if (texts.length === 0) throw new RangeError(handoutWords.nothing.nobodyForLabels);
      return labels(fonts, LABEL_SHEETS[wish.sheet], texts, wish.from);
    }
  }
}

const BLANK_SLIPS = Array.from({ length: 4 }, () => ({ pupil: '', glow: '', grow: '' }));

function codesFor(anonymous: number | null, pupils: TaskOnHandout['pupils']): string[] {
  if (anonymous !== null) return Array.from({ length: anonymous }, (_, index) => String(index + 1));
  if (pupils.length === 0) throw new RangeError(handoutWords.nothing.nobodyForSheets);
  return pupils.map(({ code }) => code);
}
