import { randomUUID } from 'node:crypto';
import type { Arrangement, PageFacts, PaperFacts } from '../../core/capture/paperFacts.ts';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { sizeOf } from '../../core/capture/trueSize.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import { classWords } from '../../core/words/class.ts';
import { findPupil } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import { isKeyInUse } from '../library/sealRows.ts';
import type { Db } from '../platform/database/connection.ts';
import { cutOf } from './copyCut.ts';
import { findPage, listPages, movePages, pagesByPaper, type PageRow } from './pageRows.ts';
import {
  findPaperRow,
  insertPaper,
  listPapers,
  setPaperBinned,
  setPaperPositions,
  setPaperPupil,
  setPaperText,
  setTextChecked,
  type PaperRow,
} from './paperRows.ts';
import { findTask } from './taskRows.ts';

/** The papers of a task with all their pages. */
export function papersOf(library: Library, task: string): PaperFacts[] {
  const pages = pagesByPaper(library.db, task);
  return listPapers(library.db, task).map((paper) => ({
    id: paper.id,
    code: shownCode(paper),
    pupil: paper.pupil,
    pages: (pages.get(paper.id) ?? []).map((page) => pageFacts(library, page)),
    text: paper.text,
    textChecked: paper.text_checked_at !== null,
    hand: paper.hand,
    origin: paper.origin,
    consent: paper.consent,
    secondLook: paper.second_look_at !== null,
  }));
}

/** What of a task may be shown on a chart: copies that someone has found nameless. */
export function shownPapersOf(library: Library, task: string): Paper[] {
  const pages = pagesByPaper(library.db, task);
  const wording = findTask(library.db, task);
  const trueSize = wording && sizeOf(wording.trueSize);
  return listPapers(library.db, task).map((paper) => ({
    paper: paper.id,
    code: shownCode(paper),
    text: paper.text_checked_at === null ? null : paper.text,
    ...(paper.text_edits.length > 0 && { edits: paper.text_edits }),
    ...(paper.hand === 'stand-in' && { standIn: true }),
    pages: (pages.get(paper.id) ?? []).flatMap((page) =>
      page.media === null || page.clean_width === null || page.clean_height === null
        ? []
        : [
            {
              page: page.id,
              media: page.media,
              width: page.clean_width,
              height: page.clean_height,
              widthMm: page.width_mm,
              heightMm: page.height_mm,
              cut: cutOf(page, trueSize),
            },
          ],
    ),
  }));
}

export function pageFacts(library: Library, page: PageRow): PageFacts {
  return {
    id: page.id,
    width: page.width,
    height: page.height,
    dpi: page.dpi,
    proposal: page.proposal,
    cleaning: page.settings,
    decided: page.decided_at !== null,
    clean: page.clean_width !== null && page.clean_height !== null ? { width: page.clean_width, height: page.clean_height } : null,
    look: page.look,
    checked: page.media !== null,
    original: originalOf(library, page),
    ...(page.is_slip === 1 && { isSlip: true }),
  };
}

export function originalOf({ db, sealed, keys }: Library, { key }: PageRow): PageFacts['original'] {
  if (sealed.opens(key)) return 'here';
  if (!isKeyInUse(db, key)) return 'destroyed';
  return keys.isDamaged() ? 'keys-damaged' : 'elsewhere';
}

export function requirePaper(db: Db, id: string): PaperRow {
  const paper = findPaperRow(db, id);
  if (paper === null) throw new Refusal('not-found', captureWords.paper.gone);
  return paper;
}

/** @throws Refusal `bad-request` when the papers are of different tasks or the same one */
export function mergePapers(library: Library, into: string, from: string): string {
  const { db } = library;
  const target = requirePaper(db, into);
  const source = requirePaper(db, from);
  if (target.task !== source.task || into === from) throw new Refusal('bad-request', captureWords.paper.notTogether);
  db.transaction(() => {
    movePages(
      db,
      listPages(db, from).map(({ id }) => id),
      into,
    );
    if (source.text !== null) setPaperText(db, into, target.text === null ? source.text : `${target.text}\n${source.text}`);
    setAside(db, from);
  })();
  return target.task;
}

/** The page and those behind it become a paper right behind this one. */
export function splitPaper(library: Library, page: PageRow): { paper: string; task: string } {
  const { db } = library;
  const source = requirePaper(db, page.paper);
  const moving = listPages(db, page.paper).filter(({ position }) => position >= page.position);
  if (moving.length === listPages(db, page.paper).length) throw new Refusal('bad-request', captureWords.paper.firstPage);
  const made = randomUUID();
  db.transaction(() => {
    insertPaper(db, made, source.task);
    movePages(
      db,
      moving.map(({ id }) => id),
      made,
    );
    const order = listPapers(db, source.task)
      .map(({ id }) => id)
      .filter((id) => id !== made);
    order.splice(order.indexOf(source.id) + 1, 0, made);
    setPaperPositions(db, order);
  })();
  return { paper: made, task: source.task };
}

/** Every `size` pages in the order they lie become one paper; a paper left without pages goes. */
export function groupPages(library: Library, task: string, size: number): void {
  const { db } = library;
  db.transaction(() => {
    const papers = listPapers(db, task);
    const byPaper = pagesByPaper(db, task);
    const pages = papers.flatMap(({ id }) => byPaper.get(id) ?? []);
    const homes = [...new Set(pages.map((page) => page.paper))];
    for (let start = 0, group = 0; start < pages.length; start += size, group += 1) {
      const members = pages.slice(start, start + size);
      const home = homes[group] ?? newSample(db, task);
      movePages(
        db,
        members.map(({ id }) => id),
        home,
      );
    }
    for (const paper of papers) if (paper.text === null && listPages(db, paper.id).length === 0) setAside(db, paper.id);
  })();
}

/**
 * Puts the pages back into the papers they lay in. A paper that was emptied comes back with its number and its pupil; one that is left without pages goes.
 * @throws Refusal `bad-request` where a paper or page is not the task's or is named twice
 */
export function arrangePapers(library: Library, task: string, papers: readonly Arrangement[]): void {
  const { db } = library;
  const named = papers.flatMap(({ pages }) => pages);
  const homes = new Set(papers.map(({ paper }) => paper));
  if (new Set(named).size !== named.length || homes.size !== papers.length) throw new Refusal('bad-request', captureWords.paper.pageTwice);
  db.transaction(() => {
    for (const { paper, pages, text } of papers) {
      const row = requirePaper(db, paper);
      const strays = pages.some((page) => requirePaper(db, findPage(db, page)?.paper ?? page).task !== task);
      if (row.task !== task || strays) throw new Refusal('bad-request', captureWords.paper.otherTask);
      movePages(db, pages, paper);
      setPaperBinned(db, paper, false);
      if (row.text !== text) setPaperText(db, paper, text);
    }
    for (const { id } of listPapers(db, task)) if (!homes.has(id) && listPages(db, id).length === 0) setAside(db, id);
    reorderPapers(
      library,
      task,
      papers.map(({ paper }) => paper),
    );
  })();
}

/** An emptied paper waits in the bin, without its text, so that taking the deed back gives it its number, its pupil and its place on the chart. */
function setAside(db: Db, paper: string): void {
  setPaperText(db, paper, null);
  setPaperBinned(db, paper, true);
}

export function reorderPapers(library: Library, task: string, order: readonly string[]): void {
  const known = listPapers(library.db, task).map(({ id }) => id);
  const named = order.filter((id) => known.includes(id));
  library.db.transaction(() => setPaperPositions(library.db, [...named, ...known.filter((id) => !named.includes(id))]))();
}

export function binPaper(library: Library, id: string, binned: boolean): string {
  const { task } = requirePaper(library.db, id);
  setPaperBinned(library.db, id, binned);
  return task;
}

/** @throws Refusal `not-found` where the paper is gone or the pupil has left the class */
export function givePupil(library: Library, id: string, pupil: string | null): string {
  const { task } = requirePaper(library.db, id);
  if (pupil !== null && findPupil(library.db, pupil) === null) throw new Refusal('not-found', classWords.pupilGone);
  setPaperPupil(library.db, id, pupil);
  return task;
}

/** Empty text goes back to the picture. */
export function retype(library: Library, id: string, text: string | null): string {
  const { task } = requirePaper(library.db, id);
  setPaperText(library.db, id, text === null || text.trim() === '' ? null : text.normalize('NFC'));
  return task;
}

export function checkText(library: Library, id: string, checked: boolean): string {
  const { task, text } = requirePaper(library.db, id);
  if (checked && text === null) throw new Refusal('bad-request', captureWords.paper.nothingRetyped);
  setTextChecked(library.db, id, checked);
  return task;
}

function newSample(db: Db, task: string): string {
  const id = randomUUID();
  insertPaper(db, id, task);
  return id;
}

const shownCode = ({ code, number }: PaperRow): string => code ?? String(number);
