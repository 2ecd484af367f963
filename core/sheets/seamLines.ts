import { gluedInColumns, type PinnedSeam, type Sheet, type SheetPlan } from './sheets.ts';

/** A seam as one line: between two sheets of a row (or column), or between two rows along all of them. Lengths in mm on the strip. */
export interface SeamLine {
  /** `right` runs upright, `below` lies. */
  readonly side: 'right' | 'below';
  /** How far from the strip's left edge, or from its top. */
  readonly at: number;
  /** From where to where it runs. */
  readonly from: number;
  readonly to: number;
  /** The sheets before and behind it; the first ones where it runs along many. */
  readonly before: Sheet;
  readonly behind: Sheet;
}

/** Sheets one after the other with the seams between them: `lines` has one less than `sheets`. */
export interface SeamRun {
  readonly side: SeamLine['side'];
  readonly sheets: readonly Sheet[];
  readonly lines: readonly SeamLine[];
}

/** Every seam of a plan: one run along each row (or column) of sheets, and one across them. */
export function seamRuns(plan: SheetPlan): readonly SeamRun[] {
  const inColumns = gluedInColumns(plan);
  const lanes = [...Map.groupBy(plan.sheets, ({ visible }) => (inColumns ? visible.x : visible.y)).values()];
  const [along, across] = inColumns ? (['below', 'right'] as const) : (['right', 'below'] as const);
  const firsts = lanes.flatMap((lane) => lane.slice(0, 1));
  return [
    ...lanes.map((sheets) => runOf(along, sheets, (sheet) => (along === 'right' ? spanOf(sheet, 'y') : spanOf(sheet, 'x')))),
    runOf(across, firsts, () => ({ from: 0, to: across === 'below' ? plan.strip.width : plan.strip.height })),
  ].filter(({ lines }) => lines.length > 0);
}

export function seamLines(plan: SheetPlan): readonly SeamLine[] {
  return seamRuns(plan).flatMap(({ lines }) => lines);
}

/** A pin that keeps the seam where it is, or moves it to `at` mm. */
export function pinOn({ side, from, to, ...line }: SeamLine, at: number = line.at): PinnedSeam {
  const middle = (from + to) / 2;
  return side === 'right' ? { side, x: at, y: middle } : { side, x: middle, y: at };
}

function runOf(side: SeamLine['side'], sheets: readonly Sheet[], reach: (before: Sheet) => { from: number; to: number }): SeamRun {
  const lines = sheets.slice(1).map((behind, index): SeamLine => {
    const before = sheets[index] as Sheet;
    return { side, at: side === 'right' ? behind.visible.x : behind.visible.y, ...reach(before), before, behind };
  });
  return { side, sheets, lines };
}

function spanOf({ visible }: Sheet, axis: 'x' | 'y'): { from: number; to: number } {
  return axis === 'x' ? { from: visible.x, to: visible.x + visible.width } : { from: visible.y, to: visible.y + visible.height };
}
