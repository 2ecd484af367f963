import type { Chart, Level, ScaleKind } from './document.ts';
import { chartWords } from '../words/chart.ts';

const WORDS: Readonly<Record<number, readonly string[]>> = chartWords.scale.words;

/** The labels of a scale with `count` levels (2 to 10), lowest first: 0 1 2…, A B C…, words, or ★ ★★…. */
export function labelsFor(scale: ScaleKind, count: number): readonly string[] {
  const steps = Array.from({ length: count }, (_, step) => step);
  switch (scale) {
    case 'numbers':
      return steps.map(String);
    case 'letters':
      return steps.map((step) => String.fromCharCode(65 + step));
    case 'stars':
      return steps.map((step) => (step < 5 ? '★'.repeat(step + 1) : `${step + 1}★`));
    case 'words':
      return WORDS[count] ?? steps.map((step) => chartWords.scale.step(step + 1));
  }
}

/** A new chart with the levels 0 to 4 and nothing on it. `newId` makes the levels' ids. */
export function newChart(title: string, newId: () => string): Chart {
  const levels: Level[] = labelsFor('numbers', 5).map((label) => ({ id: newId(), label, name: '', anchors: [], qualifiers: [] }));
  return { title, scale: 'numbers', line: [], levels, strip: null };
}
