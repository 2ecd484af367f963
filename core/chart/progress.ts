import type { PaperFacts } from '../capture/paperFacts.ts';
import type { Chart } from './document.ts';
import type { Progress, Step } from './wall.ts';

/** The steps of the rail, in the order of the work. */
export const steps: readonly Step[] = ['collect', 'clean', 'line-up', 'levels', 'design', 'print', 'present'];

/** How far a wall is. A step is done when what it is for is there; the next one is the first that is not. */
export function progressOf(chart: Chart, papers: readonly PaperFacts[], printed: boolean): Progress {
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  const ready = papers.filter(isReady).length;
  const placed = papers.filter(({ id }) => chart.line.includes(id)).length;
  const anchored = chart.levels.filter(({ anchors }) => anchors.some((anchor) => papers.some(({ id }) => id === anchor))).length;
  const worded = chart.levels.filter(({ qualifiers }) => qualifiers.length > 0).length;
  const laidOut = chart.strip !== null;
  const done: Step[] = [];
  if (papers.length > 0) {
    done.push('collect');
    if (ready === papers.length) done.push('clean');
    if (placed === papers.length) done.push('line-up');
    if (anchored === chart.levels.length && worded === chart.levels.length) done.push('levels');
  }
  if (laidOut) done.push('design');
  if (printed) done.push('print');
  const next = steps.find((step) => !done.includes(step)) ?? 'present';
  return { papers: papers.length, pages, checked: ready, placed, levels: chart.levels.length, anchored, worded, laidOut, printed, next, done };
}

/** A paper may be used on a chart: all its pages were found nameless, or its retyped text was. */
export function isReady(paper: PaperFacts): boolean {
  if (paper.text !== null) return paper.textChecked;
  return paper.pages.length > 0 && paper.pages.every(({ checked }) => checked);
}
