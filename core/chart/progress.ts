import type { SampleFacts } from '../capture/paperFacts.ts';
import type { Chart } from './document.ts';
import type { Progress, Step } from './wall.ts';

/** The steps of the rail, in the order of the work. */
export const steps: readonly Step[] = ['collect', 'clean', 'line-up', 'levels', 'design', 'print', 'present'];

/** How far a wall is. A step is done when what it is for is there; the next one is the first that is not. */
export function progressOf(chart: Chart, samples: readonly SampleFacts[], printed: boolean): Progress {
  const pages = samples.reduce((sum, sample) => sum + sample.pages.length, 0);
  const ready = samples.filter(isReady).length;
  const placed = samples.filter(({ id }) => chart.line.includes(id)).length;
  const anchored = chart.levels.filter(({ anchors }) => anchors.some((anchor) => samples.some(({ id }) => id === anchor))).length;
  const worded = chart.levels.filter(({ qualifiers }) => qualifiers.length > 0).length;
  const laidOut = chart.strip !== null;
  const done: Step[] = [];
  if (samples.length > 0) {
    done.push('collect');
    if (ready === samples.length) done.push('clean');
    if (placed === samples.length) done.push('line-up');
    if (anchored === chart.levels.length && worded === chart.levels.length) done.push('levels');
  }
  if (laidOut) done.push('design');
  if (printed) done.push('print');
  const next = steps.find((step) => !done.includes(step)) ?? 'present';
  return { samples: samples.length, pages, checked: ready, placed, levels: chart.levels.length, anchored, worded, laidOut, printed, next, done };
}

/** A paper may be used on a chart: all its pages were found nameless, or its retyped text was. */
export function isReady(sample: SampleFacts): boolean {
  if (sample.text !== null) return sample.textChecked;
  return sample.pages.length > 0 && sample.pages.every(({ checked }) => checked);
}
