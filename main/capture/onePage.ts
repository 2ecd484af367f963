import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../core/capture/cleaning.ts';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Library } from '../library/library.ts';
import { isKeyInUse } from '../library/sealRows.ts';
import { deletePage, insertPage, listPages, movePages, type PageRow } from './pageRows.ts';
import { requirePage } from './pages.ts';
import { insertPaper, setPaperBinned } from './paperRows.ts';
import { requirePaper } from './papers.ts';
import { listSlips, setSlipHome, setWholePage, wholeOfPage, wholeOfSlip, type WholeRow } from './wholePictureRows.ts';

/**
 * "It is one page": the whole picture, from which this paper was cut out among others, takes the place of its part in this paper. The other parts wait in the
 * bin, for `cutAgain`. Gives the task.
 * @throws Refusal `bad-request` for a paper that was not cut out of anything, `conflict` where a part lies in a paper with other pages, `locked` once finished
 */
export function asOnePage(library: Library, paper: string): string {
  const { db } = library;
  const { task } = requirePaper(db, paper);
  const [slip] = listPages(db, paper).filter(({ id }) => wholeOfSlip(db, id) !== null);
  const whole = slip === undefined ? null : wholeOfSlip(db, slip.id);
  if (slip === undefined || whole === null) throw new Refusal('bad-request', captureWords.onePage.notCut);
  if (!isKeyInUse(db, slip.key)) throw new Refusal('locked', captureWords.onePage.finished);
  const parts = listSlips(db, whole.id).map(({ page }) => requirePage(library, page));
  const homes = new Set(parts.map((part) => part.paper));
  for (const home of homes) {
    if (home !== paper && listPages(db, home).some(({ id }) => !parts.some((part) => part.id === id)))
      throw new Refusal('conflict', captureWords.onePage.morePages);
  }
  db.transaction(() => {
    const aside = [...homes].find((home) => home !== paper) ?? newPaper(library, task);
    for (const part of parts) setSlipHome(db, part.id, part.paper);
    const behind = listPages(db, paper).filter(({ id, position }) => position > slip.position && !parts.some((part) => part.id === id));
    const mine = parts.filter((part) => part.paper === paper).map(({ id }) => id);
    movePages(db, mine, aside);
    setWholePage(db, whole.id, putIn(library, paper, whole, slip));
    const moved = behind.map(({ id }) => id);
    movePages(db, moved, paper);
    for (const home of new Set([...homes, aside])) if (home !== paper) setPaperBinned(db, home, true);
  })();
  return task;
}

/** Takes `asOnePage` back: every part lies in its own paper again. Gives the task. @throws Refusal `bad-request` for a paper that shows no such picture */
export function cutAgain(library: Library, paper: string): string {
  const { db } = library;
  const { task } = requirePaper(db, paper);
  const page = listPages(db, paper).find(({ id }) => wholeOfPage(db, id) !== null);
  const whole = page === undefined ? null : wholeOfPage(db, page.id);
  if (page === undefined || whole === null) throw new Refusal('bad-request', captureWords.onePage.notTogether);
  db.transaction(() => {
    const behind = listPages(db, paper).filter(({ position }) => position > page.position);
    setWholePage(db, whole.id, null);
    deletePage(db, page.id);
    for (const { page: part, home } of listSlips(db, whole.id)) {
      const lain = home ?? paper;
      movePages(db, [part], lain);
      setPaperBinned(db, lain, false);
    }
    const moved = behind.map(({ id }) => id);
    movePages(db, moved, paper);
  })();
  return task;
}

/** The whole picture as the last page of a paper; nothing is straightened or cut off until a person does it. */
function putIn(library: Library, paper: string, whole: WholeRow, { dpi }: PageRow): string {
  const id = randomUUID();
  const proposal: Proposal = { quad: null, confidence: 0, skewDegrees: null, turnDegrees: whole.turn, blank: false };
  const { picture, proxy, width, height } = whole;
  insertPage(library.db, { id, paper, picture, proxy, width, height, dpi, proposal, cleaning: firstCleaning(proposal), look: randomUUID() });
  return id;
}

function newPaper(library: Library, task: string): string {
  const id = randomUUID();
  insertPaper(library.db, id, task);
  return id;
}
