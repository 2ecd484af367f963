import type { SampleFacts } from '../../core/capture/paperFacts.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { Library } from '../library/library.ts';
import { listPages } from './pageRows.ts';
import { setSampleHand, setSampleSharing, setSecondLook } from './paperRows.ts';
import { requireSample } from './papers.ts';

/** How the retyped words are set. @returns the task */
export function setHand(library: Library, sample: string, hand: SampleFacts['hand']): string {
  const { task } = requireSample(library.db, sample);
  setSampleHand(library.db, sample, hand);
  return task;
}

/** Whose handwriting it is, and what the family said. @returns the tasks of these papers */
export function setSharing(library: Library, samples: readonly string[], origin: SampleFacts['origin'], consent: SampleFacts['consent']): Set<string> {
  const tasks = samples.map((sample) => requireSample(library.db, sample).task);
  library.db.transaction(() => samples.forEach((sample) => setSampleSharing(library.db, sample, origin, consent)))();
  return new Set(tasks);
}

/** @throws Refusal `conflict` where the first person has not looked yet */
export function lookAgain(library: Library, sample: string, looked: boolean): string {
  const { task, text, text_checked_at: textChecked } = requireSample(library.db, sample);
  const pages = listPages(library.db, sample);
  const checked = text === null ? pages.length > 0 && pages.every(({ media }) => media !== null) : textChecked !== null;
  if (looked && !checked) throw new Refusal('conflict', 'The first look comes first.', 'Say “No name to be seen” for every page of this paper.');
  setSecondLook(library.db, sample, looked);
  return task;
}
