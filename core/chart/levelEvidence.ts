import type { Paper } from '../capture/shownPaper.ts';
import { evidenceLook, type EvidenceLook } from '../drawing/evidenceLook.ts';
import { Refusal } from '../kernel/refusal.ts';
import { chartWords } from '../words/chart.ts';
import type { Chart, Level, Qualifier } from './document.ts';
import { markNow, type EvidenceMark, type ShownMark } from './evidenceMark.ts';

/** What is new at a level, each with the letter and colour of its place. */
export function lettered({ qualifiers }: Pick<Level, 'qualifiers'>): { readonly qualifier: Qualifier; readonly look: EvidenceLook }[] {
  return qualifiers.filter(({ kind }) => kind === 'new').map((qualifier, place) => ({ qualifier, look: evidenceLook(place) }));
}

/** A mark as a chart shows it. */
export interface LetteredMark {
  readonly mark: EvidenceMark;
  readonly qualifier: string;
  readonly look: EvidenceLook;
  readonly shown: ShownMark;
}

/** The marks of a level that lie on a paper as it is shown now, in the order of the level's qualifiers. */
export const marksOn = (level: Pick<Level, 'qualifiers'>, paper: Paper): LetteredMark[] =>
  lettered(level).flatMap(({ qualifier, look }) =>
    (qualifier.marks ?? []).flatMap((mark) => {
      const shown = mark.paper === paper.paper ? markNow(mark, paper) : null;
      return shown === null ? [] : [{ mark, qualifier: qualifier.id, look, shown }];
    }),
  );

/** The marks of a level whose place is not shown any more, since the copy or the words were changed. */
export const marksLost = (level: Pick<Level, 'qualifiers'>, papers: ReadonlyMap<string, Paper>): EvidenceMark[] =>
  level.qualifiers.flatMap(({ marks = [] }) =>
    marks.filter((mark) => {
      const paper = papers.get(mark.paper);
      return paper === undefined || markNow(mark, paper) === null;
    }),
  );

/**
 * The chart with a mark at its qualifier; one with its id is changed, and leaves the qualifier that it belonged to.
 * @throws Refusal `not-found` where the qualifier, or the mark that is to be changed, is gone; `bad-request` where the mark is there already, or lies on
 * a paper that is no example of the qualifier's level
 */
export function withMark(chart: Chart, { name, qualifier: id, mark }: { name: 'add-mark' | 'change-mark'; qualifier: string; mark: EvidenceMark }): Chart {
  const level = chart.levels.find(({ qualifiers }) => qualifiers.some((one) => one.id === id));
  const qualifier = level?.qualifiers.find((one) => one.id === id);
  if (level === undefined || qualifier === undefined) throw new Refusal('not-found', chartWords.change.qualifierGone);
  if (!fits(level, qualifier, mark)) throw new Refusal('bad-request', chartWords.change.markElsewhere);
  const isThere = hasMark(chart, mark.id);
  if (name === 'add-mark' && isThere) throw new Refusal('bad-request', chartWords.change.markTwice);
  if (name === 'change-mark' && !isThere) throw new Refusal('not-found', chartWords.change.markGone);
  return withMarks(chart, (marks, of) => {
    if (of !== id) return marks.filter((one) => one.id !== mark.id);
    return marks.some((one) => one.id === mark.id) ? marks.map((one) => (one.id === mark.id ? mark : one)) : [...marks, mark];
  });
}

/** @throws Refusal `not-found` where the mark is gone */
export function withoutMark(chart: Chart, id: string): Chart {
  if (!hasMark(chart, id)) throw new Refusal('not-found', chartWords.change.markGone);
  return withMarks(chart, (marks) => marks.filter((one) => one.id !== id));
}

/** A mark stays as long as its qualifier is new at a level that its paper stands for. */
export function withFittingMarks(chart: Chart): Chart {
  return withLevels(chart, (level) => withMarksOf(level, (marks, qualifier) => marks.filter((mark) => fits(level, qualifier, mark))));
}

const fits = ({ anchors }: Level, { kind }: Qualifier, { paper }: EvidenceMark): boolean => kind === 'new' && anchors.includes(paper);

const hasMark = ({ levels }: Chart, id: string): boolean =>
  levels.some(({ qualifiers }) => qualifiers.some(({ marks = [] }) => marks.some((mark) => mark.id === id)));

const withMarks = (chart: Chart, change: (marks: readonly EvidenceMark[], of: string) => readonly EvidenceMark[]): Chart =>
  withLevels(chart, (level) => withMarksOf(level, (marks, { id }) => change(marks, id)));

/** What did not change stays the same thing. */
function withLevels(chart: Chart, change: (level: Level) => Level): Chart {
  const levels = chart.levels.map(change);
  return levels.every((level, index) => level === chart.levels[index]) ? chart : { ...chart, levels };
}

function withMarksOf(level: Level, change: (marks: readonly EvidenceMark[], qualifier: Qualifier) => readonly EvidenceMark[]): Level {
  const qualifiers = level.qualifiers.map((qualifier) => {
    const { marks: before = [], ...bare } = qualifier;
    const marks = change(before, qualifier);
    if (marks.length === before.length && marks.every((mark, index) => mark === before[index])) return qualifier;
    return marks.length === 0 ? bare : { ...bare, marks };
  });
  return qualifiers.every((qualifier, index) => qualifier === level.qualifiers[index]) ? level : { ...level, qualifiers };
}
