import { randomUUID } from 'node:crypto';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import { sizeOf, writtenSize, type Size } from '../../core/capture/trueSize.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { CleanWish, Imaging } from '../engines/imaging/imaging.ts';
import { sealInto, type Library } from '../library/library.ts';
import { isKeyInUse } from '../library/sealRows.ts';
import { checkpoint } from '../platform/database/connection.ts';
import { deleteCopy, findPage, insertCopy, listPages, setCleaning, setCopySize, type PageRow } from './pageRows.ts';
import { listAllPapers, setSecondLook } from './paperRows.ts';
import { originalOf, pageFacts, requirePaper } from './papers.ts';
import { findTask } from './taskRows.ts';

/** Longest side of the small sealed picture that screens are fed from, in px. */
export const PROXY = 1024;

export function requirePage(library: Library, id: string): PageRow {
  const page = findPage(library.db, id);
  if (page === null) throw new Refusal('not-found', captureWords.page.gone);
  return page;
}

/** The page, as long as its original can be opened. @throws Refusal `locked` once the papers are finished, and where the keys are elsewhere */
export function requireOriginal(library: Library, id: string): PageRow {
  const page = requirePage(library, id);
  if (isKeyInUse(library.db, page.key)) {
    library.sealed.requireKey(page.key);
    return page;
  }
  throw new Refusal('locked', captureWords.page.finished);
}

/** The paper that the page's task was written on, in mm, if the team could say. */
export function trueSizeOf(library: Library, page: PageRow): Size | null {
  const task = findTask(library.db, requirePaper(library.db, page.paper).task);
  return task === null ? null : sizeOf(task.trueSize);
}

/**
 * Makes the page's clean copy and keeps it, sealed. An earlier copy, and whatever said of it that no name is to be seen, is destroyed.
 * @param decided a person chose these settings
 */
export async function cleanPage(library: Library, imaging: Imaging, id: string, cleaning: Cleaning, decided: boolean): Promise<PageFacts> {
  const before = requirePage(library, id).settings;
  const facts = await inTurn(library, id, () => makeCopy(library, imaging, id, cleaning, decided));
  // What was taken off the other side by this one is worked out anew, so that nothing under a new box ever counted for it.
  const other = otherSideOf(library, requirePage(library, id));
  if (other?.settings.showThrough === true && !isSamePlace(before, cleaning)) {
    await inTurn(library, other.id, async () => {
      const { settings, decided_at: decidedAt } = requirePage(library, other.id);
      await makeCopy(library, imaging, other.id, settings, decidedAt !== null);
    });
  }
  return facts;
}

/** Nothing that matters to the paper's other side was changed. */
const isSamePlace = (one: Cleaning, two: Cleaning): boolean =>
  JSON.stringify([one.quad, one.turn, one.degrees, one.redactions]) === JSON.stringify([two.quad, two.turn, two.degrees, two.redactions]);

/** The other side of the page's sheet: pages of one paper are taken two by two. Null where there is none that can be opened here. */
function otherSideOf(library: Library, page: PageRow): PageRow | null {
  const pages = listPages(library.db, page.paper);
  const other = pages[pages.findIndex(({ id }) => id === page.id) ^ 1];
  return other !== undefined && originalOf(library, other) === 'here' ? other : null;
}

/** What the page's picture is cleaned with: the size of its paper, and its other side where that shines through. */
export function wishFor(library: Library, page: PageRow, cleaning: Cleaning): CleanWish {
  const other = cleaning.showThrough ? otherSideOf(library, page) : null;
  return {
    trueSize: trueSizeOf(library, page),
    otherSide: other === null ? null : { page: library.sealed.read(other.picture, other.key), cleaning: other.settings },
  };
}

async function makeCopy(library: Library, imaging: Imaging, id: string, cleaning: Cleaning, decided: boolean): Promise<PageFacts> {
  const page = requireOriginal(library, id);
  const wish = { ...wishFor(library, page, cleaning), proxySide: PROXY };
  const made = await imaging.clean(library.sealed.read(page.picture, page.key), cleaning, wish);
  requirePage(library, id);
  library.db.transaction(() => {
    const copy = sealInto(library, made.jpeg, page.key);
    const small = sealInto(library, made.proxy ?? made.jpeg, page.key);
    deleteCopy(library.db, id);
    setSecondLook(library.db, page.paper, false);
    setCleaning(library.db, id, cleaning, decided, randomUUID(), { copy, proxy: small, width: made.width, height: made.height });
  })();
  return pageFacts(library, requirePage(library, id));
}

const lastTurns = new WeakMap<Library, Map<string, Promise<unknown>>>();

/** Cleanings of one page go one after the other: the decision made last is the one that stays, whichever takes longer. */
function inTurn<T>(library: Library, page: string, work: () => Promise<T>): Promise<T> {
  const turns = lastTurns.get(library) ?? new Map<string, Promise<unknown>>();
  lastTurns.set(library, turns);
  const turn = (turns.get(page) ?? Promise.resolve()).then(work, work);
  turns.set(page, turn);
  const leave = (): unknown => turns.get(page) === turn && turns.delete(page);
  turn.then(leave, leave);
  return turn;
}

/** A page's clean copy as it lies: all of it, and a small one where there is one; `id` is another one with every copy. */
interface KeptCopy {
  readonly id: string;
  readonly whole: () => Uint8Array;
  readonly small: (() => Uint8Array) | null;
}

/** Null where there is none. */
export function copyOf({ id, sealed, media }: Library, { key, media: open, clean_copy: copy, clean_proxy: proxy }: PageRow): KeptCopy | null {
  // Where what is sealed can't be opened, the open copy, which has the same bytes, is all there is.
  if (open !== null && !sealed.opens(key)) return { id: `${id} media ${open}`, whole: () => media.read(open), small: null };
  if (copy === null || proxy === null) return null;
  return { id: copy, whole: () => sealed.read(copy, key), small: () => sealed.read(proxy, key) };
}

/** Makes the clean copy where there is none yet, by what is in force. */
export async function ensureClean(library: Library, imaging: Imaging, id: string): Promise<PageRow> {
  const page = requirePage(library, id);
  if (page.clean_copy !== null) return page;
  await inTurn(library, id, async () => {
    const { clean_copy: copy, settings, decided_at: decided } = requirePage(library, id);
    if (copy === null) await makeCopy(library, imaging, id, settings, decided !== null);
  });
  return requirePage(library, id);
}

/** "No name to be seen": the copy leaves its seal and may be used on charts. Taking that back destroys the open copy. */
export async function checkPage(library: Library, imaging: Imaging, id: string, checked: boolean): Promise<PageFacts> {
  const page = await ensureClean(library, imaging, id);
  if (checked === (page.media !== null)) return pageFacts(library, page);
  // Taken back, the only copy there is would be destroyed.
  requireOriginal(library, id);
  if (!checked) {
    deleteCopy(library.db, id);
    setSecondLook(library.db, page.paper, false);
    return pageFacts(library, requirePage(library, id));
  }
  const { clean_copy: copy, clean_width: width, clean_height: height } = page;
  if (copy === null || width === null || height === null) throw new Refusal('internal', captureWords.page.copyMissing);
  const jpeg = library.sealed.read(copy, page.key);
  const size = writtenSize(trueSizeOf(library, page), page.settings.crop, { width, height });
  const media = library.media.put(jpeg);
  library.db.transaction(() =>
    insertCopy(library.db, id, { media, bytes: jpeg.length, width, height, widthMm: size?.width ?? null, heightMm: size?.height ?? null }),
  )();
  checkpoint(library.db);
  return pageFacts(library, requirePage(library, id));
}

/** The task's paper was named or changed: every copy learns its true size anew. */
export function resizeCopies(library: Library, task: string): void {
  for (const paper of listAllPapers(library.db, task)) {
    for (const page of listPages(library.db, paper.id)) {
      if (page.media === null || page.clean_width === null || page.clean_height === null) continue;
      const size = writtenSize(trueSizeOf(library, page), page.settings.crop, { width: page.clean_width, height: page.clean_height });
      setCopySize(library.db, page.id, size?.width ?? null, size?.height ?? null);
    }
  }
}
