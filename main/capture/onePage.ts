import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../core/capture/cleaning.ts';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { destroyUnused, type Library } from '../library/library.ts';
import { isKeyInUse } from '../library/sealRows.ts';
import { deletePage, insertPage, listPages, movePages, type PageRow } from './pageRows.ts';
import { requirePage } from './pages.ts';
import { insertSample, setSampleBinned } from './paperRows.ts';
import { requireSample } from './papers.ts';
import { listSlips, setSlipHome, setWholePage, wholeOfPage, wholeOfSlip, type WholeRow } from './wholePictureRows.ts';

/**
 * "It is one page": the whole picture, from which this paper was cut out among others, takes the place of its part in this paper. The other parts wait in the
 * bin, for `cutAgain`. Gives the task.
 * @throws Refusal `bad-request` for a paper that was not cut out of anything, `conflict` where a part lies in a paper with other pages, `locked` once finished
 */
export function asOnePage(library: Library, sample: string): string {
  const { db } = library;
  const { task } = requireSample(db, sample);
  const [slip] = listPages(db, sample).filter(({ id }) => wholeOfSlip(db, id) !== null);
  const whole = slip === undefined ? null : wholeOfSlip(db, slip.id);
  if (slip === undefined || whole === null) throw new Refusal('bad-request', 'This paper was not cut out of a larger picture.');
  if (!isKeyInUse(db, slip.key)) throw new Refusal('locked', 'These papers are finished: the whole picture is gone for good.');
  const parts = listSlips(db, whole.id).map(({ page }) => requirePage(library, page));
  const homes = new Set(parts.map((part) => part.sample));
  for (const home of homes) {
    if (home !== sample && listPages(db, home).some(({ id }) => !parts.some((part) => part.id === id)))
      throw new Refusal(
        'conflict',
        'Another part of this picture lies in a paper with more pages.',
        'Split it off there first; then it can be one page again.',
      );
  }
  db.transaction(() => {
    const aside = [...homes].find((home) => home !== sample) ?? newPaper(library, task);
    for (const part of parts) setSlipHome(db, part.id, part.sample);
    const behind = listPages(db, sample).filter(({ id, position }) => position > slip.position && !parts.some((part) => part.id === id));
    const mine = parts.filter((part) => part.sample === sample).map(({ id }) => id);
    movePages(db, mine, aside);
    setWholePage(db, whole.id, putIn(library, sample, whole, slip));
    const moved = behind.map(({ id }) => id);
    movePages(db, moved, sample);
    for (const home of new Set([...homes, aside])) if (home !== sample) setSampleBinned(db, home, true);
  })();
  return task;
}

/** Takes `asOnePage` back: every part lies in its own paper again. Gives the task. @throws Refusal `bad-request` for a paper that shows no such picture */
export function cutAgain(library: Library, sample: string): string {
  const { db } = library;
  const { task } = requireSample(db, sample);
  const page = listPages(db, sample).find(({ id }) => wholeOfPage(db, id) !== null);
  const whole = page === undefined ? null : wholeOfPage(db, page.id);
  if (page === undefined || whole === null) throw new Refusal('bad-request', 'This paper was not put together from parts of one picture.');
  db.transaction(() => {
    const behind = listPages(db, sample).filter(({ position }) => position > page.position);
    setWholePage(db, whole.id, null);
    deletePage(db, page.id);
    for (const { page: part, home } of listSlips(db, whole.id)) {
      const paper = home ?? sample;
      movePages(db, [part], paper);
      setSampleBinned(db, paper, false);
    }
    const moved = behind.map(({ id }) => id);
    movePages(db, moved, sample);
  })();
  destroyUnused(library);
  return task;
}

/** The whole picture as the last page of a paper; nothing is straightened or cut off until a person does it. */
function putIn(library: Library, sample: string, whole: WholeRow, { dpi }: PageRow): string {
  const id = randomUUID();
  const proposal: Proposal = { quad: null, confidence: 0, skewDegrees: null, turnDegrees: whole.turn, blank: false };
  const { picture, proxy, width, height } = whole;
  insertPage(library.db, { id, sample, picture, proxy, width, height, dpi, proposal, cleaning: firstCleaning(proposal), look: randomUUID() });
  return id;
}

function newPaper(library: Library, task: string): string {
  const id = randomUUID();
  insertSample(library.db, id, task);
  return id;
}
