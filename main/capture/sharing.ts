import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Library } from '../library/library.ts';
import { listPages } from './pageRows.ts';
import { setPaperHand, setPaperSharing, setSecondLook } from './paperRows.ts';
import { requirePaper } from './papers.ts';

/** How the retyped words are set. @returns the task */
export function setHand(library: Library, paper: string, hand: PaperFacts['hand']): string {
  const { task } = requirePaper(library.db, paper);
  setPaperHand(library.db, paper, hand);
  return task;
}

/** Whose handwriting it is, and what the family said. @returns the tasks of these papers */
export function setSharing(library: Library, papers: readonly string[], origin: PaperFacts['origin'], consent: PaperFacts['consent']): Set<string> {
  const tasks = papers.map((paper) => requirePaper(library.db, paper).task);
  library.db.transaction(() => papers.forEach((paper) => setPaperSharing(library.db, paper, origin, consent)))();
  return new Set(tasks);
}

/** @throws Refusal `conflict` where the first person has not looked yet */
export function lookAgain(library: Library, paper: string, looked: boolean): string {
  const { task, text, text_checked_at: textChecked } = requirePaper(library.db, paper);
  const pages = listPages(library.db, paper);
  const checked = text === null ? pages.length > 0 && pages.every(({ media }) => media !== null) : textChecked !== null;
  if (looked && !checked) throw new Refusal('conflict', captureWords.paper.firstLookFirst);
  setSecondLook(library.db, paper, looked);
  return task;
}
