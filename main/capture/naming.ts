import { FileProblem } from '../../core/capture/fileProblem.ts';
import { samePlaces } from '../../core/capture/samePlace.ts';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { NamesDone, PageNames, SuggestedBox } from '../../core/capture/suggestedNames.ts';
import { turnBack, turnsTogether } from '../../core/capture/turnedOn.ts';
import { contains, type Rect } from '../../core/kernel/rect.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import { classList } from '../class/classList.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { onceMore } from '../engines/imaging/decode/patience.ts';
import { inParallel } from '../platform/work/inParallel.ts';
import type { Report } from '../../core/contract/contract.ts';
import { findPage, listPages, type PageRow } from './pageRows.ts';
import { cleanPage, trueSizeOf, requireOriginal } from './pages.ts';
import { listPapers } from './paperRows.ts';
import { requireTask } from './tasks.ts';

/** As many as there are helpers. */
const AT_ONCE = 2;
/** So long a page for which there was no time or memory waits for both, seconds. */
const WAIT = 20;

/** `turn`: clockwise, after which the page as it lies in its picture can be read. */
interface Seen extends Pick<PageNames, 'boxes' | 'look' | 'turn'> {
  /** How the page lay, and for which names it was looked through: looking again in the same way finds the same. */
  readonly asked: string;
}
type Chosen = readonly { readonly page: string; readonly boxes: readonly Rect[] }[];

/** Names suggested and hidden, stack by stack. All of it lives in memory and is gone with the program. */
export interface Naming {
  suggest(task: string, useClassList: boolean, report: Report, signal: AbortSignal): Promise<NamesDone>;
  /** Looks for names on pages that came in, while nobody waits for anything. Comes back when all were looked at, or when it is closed. */
  lookAhead(task: string): Promise<void>;
  suggestions(task: string): PageNames[];
  apply(task: string, pages: Chosen, cover: Cleaning['cover'], report: Report, signal: AbortSignal): Promise<NamesDone>;
  takeBack(task: string, report: Report, signal: AbortSignal): Promise<NamesDone>;
  /** Nothing is known of the task's pages any more. */
  forget(task: string): void;
  /** Ends looking ahead. */
  close(): Promise<void>;
}

export function createNaming(context: Pick<Context, 'library' | 'imaging' | 'tell' | 'precedence'>): Naming {
  const seen = new Map<string, Seen>();
  /** What the last deed added to each page of a task. */
  const hidden = new Map<string, ReadonlyMap<string, readonly Rect[]>>();

  const closing = new AbortController();
  /** One page after the other, whichever task they are of: it is only made ready for later. */
  let ahead: Promise<void> = Promise.resolve();

  /** Looks at a page, unless that was done in this way already. False where the page is known. */
  const lookAt = async (library: Library, page: PageRow, pupils: readonly Pupil[], signal: AbortSignal): Promise<boolean> => {
    const { quad, turn, degrees } = page.settings;
    const asked = JSON.stringify([quad, turn, degrees, pupils.map(({ name }) => name)]);
    if (seen.get(page.id)?.asked === asked) return false;
    const found = await look(context, library, page, pupils, signal);
    if (found === null || signal.aborted) return false;
    seen.set(page.id, { ...found, asked });
    return true;
  };

  const lookAhead = async (task: string): Promise<void> => {
    const library = context.library();
    const pupils = pupilsOf(library);
    for (const { id } of pagesOf(library, task)) {
      await context.precedence.turn(closing.signal);
      const page = closing.signal.aborted || context.library() !== library ? null : findPage(library.db, id);
      if (page === null || !library.sealed.opens(page.key) || page.media !== null) continue;
      if (await lookAt(library, page, pupils, closing.signal)) context.tell('names.changed', { task });
    }
  };

  const rehide = async (
    changes: readonly { page: PageRow; redactions: readonly Rect[]; cover: Cleaning['cover'] }[],
    task: string,
    report: Report,
    signal: AbortSignal,
    done: (page: string) => void,
  ): Promise<NamesDone> => {
    let pages = 0;
    await inParallel(changes, AT_ONCE, async ({ page, redactions, cover }, index) => {
      if (signal.aborted) return;
      report(index, changes.length, captureWords.names.makingAnew(index + 1, changes.length));
      const decided = page.decided_at !== null;
      await cleanPage(context.library(), context.imaging, page.id, { ...page.settings, redactions: [...redactions], cover }, decided);
      pages++;
      done(page.id);
      context.tell('papers.changed', { task });
    });
    return { pages };
  };

  return {
    async suggest(task, useClassList, report, signal) {
      const library = context.library();
      const pages = pagesOf(library, task);
      const pupils = useClassList ? pupilsOf(library) : [];
      let found = 0;
      await inParallel(pages, AT_ONCE, async (page, index) => {
        if (signal.aborted) return;
        report(index, pages.length, captureWords.names.looking(index + 1, pages.length));
        if (await lookAt(library, page, pupils, signal)) context.tell('names.changed', { task });
        found++;
      });
      return { pages: found };
    },

    lookAhead(task) {
      ahead = ahead
        .then(() => lookAhead(task))
        .catch((error: unknown) => {
          if (!closing.signal.aborted) throw error;
        });
      return ahead;
    },

    async close() {
      closing.abort();
      await ahead.catch(() => undefined);
    },

    suggestions(task) {
      const library = context.library();
      const pages = pagesOf(library, task);
      const shared = samePlaces(
        pages.map((page) => ({
          size: page,
          fills: page.settings.quad === null,
          kept: page.settings.redactions,
          labelled: (seen.get(page.id)?.boxes ?? []).flatMap(({ box, reason }) => (reason === 'label' ? [box] : [])),
        })),
      );
      return pages.map((page, index) => {
        const { boxes, look: why, turn: upright } = seen.get(page.id) ?? { boxes: [], look: 'not-searched' as const, turn: page.settings.turn };
        // Meanwhile someone may have turned it.
        const turn = turnsTogether(upright, turnBack(page.settings.turn));
        const same = shared[index]!.filter((place) => !boxes.some(({ box }) => contains(box, place)));
        const suggested = [...boxes, ...same.map((box): SuggestedBox => ({ box, reason: 'same-place', sureness: 'likely', pupil: null }))];
        return { page: page.id, paper: page.paper, boxes: suggested, look: suggested.length > 0 ? null : (why ?? 'nothing-found'), turn };
      });
    },

    async apply(task, chosen, cover, report, signal) {
      const pages = new Map(pagesOf(context.library(), task).map((page) => [page.id, page]));
      const asked = chosen.map(({ page, boxes }) => {
        const row = pages.get(page);
        if (row === undefined) throw new Refusal('not-found', captureWords.names.pageGone);
        requireOriginal(context.library(), page);
        return { page: row, added: boxes.map((box) => inside(box, row)).filter((box) => !row.settings.redactions.some((known) => contains(known, box))) };
      });
      const changes = asked.flatMap(({ page, added }) => (added.length === 0 ? [] : [{ page, redactions: [...page.settings.redactions, ...added], cover }]));
      const kept = new Map<string, readonly Rect[]>();
      hidden.set(task, kept);
      return rehide(changes, task, report, signal, (done) => kept.set(done, asked.find(({ page }) => page.id === done)?.added ?? []));
    },

    async takeBack(task, report, signal) {
      const last = new Map(hidden.get(task));
      const changes = pagesOf(context.library(), task).flatMap((page) => {
        const boxes = last.get(page.id);
        return boxes === undefined
          ? []
          : [{ page, redactions: page.settings.redactions.filter((box) => !boxes.some((one) => sameBox(one, box))), cover: page.settings.cover }];
      });
      if (changes.length === 0) throw new Refusal('not-found', captureWords.names.noBoxes);
      const left = new Map(last);
      hidden.set(task, left);
      return rehide(changes, task, report, signal, (done) => void left.delete(done));
    },

    forget(task) {
      for (const { id } of pagesOf(context.library(), task)) seen.delete(id);
      hidden.delete(task);
    },
  };
}

interface Pupil {
  readonly id: string;
  readonly name: string;
}

const pupilsOf = (library: Library): Pupil[] => classList(library).pupils.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));

/** Looks for names on a page; null where the computer had no time or memory for it: then nothing is known of the page. */
async function look(
  { imaging }: Pick<Context, 'imaging'>,
  library: Library,
  page: PageRow,
  pupils: readonly Pupil[],
  signal: AbortSignal,
): Promise<Omit<Seen, 'asked'> | null> {
  try {
    const names = pupils.map(({ name }) => name);
    const {
      found,
      look: why,
      turn,
    } = await onceMore(
      () => imaging.names.find(library.sealed.read(page.picture, page.key), { placing: page.settings, trueSize: trueSizeOf(library, page), names }, signal),
      { wait: WAIT, signal },
    );
    const boxes = found.map(({ box, reason, sureness, name }): SuggestedBox => ({
      box,
      reason,
      sureness,
      pupil: name === null ? null : (pupils[name]?.id ?? null),
    }));
    return { boxes, look: why, turn: turnsTogether(turn, page.settings.turn) };
  } catch (error) {
    if (error instanceof FileProblem && error.mayPass) return null;
    // A page that can't be read is for a person to look at; it doesn't stop the others.
    if (error instanceof FileProblem || (error instanceof Refusal && error.code !== 'internal'))
      return { boxes: [], look: 'not-readable', turn: page.settings.turn };
    throw error;
  }
}

/** All pages of papers that are not in the bin and whose originals can be opened here. @throws Refusal `not-found` */
function pagesOf(library: Library, task: string): PageRow[] {
  requireTask(library.db, task);
  return listPapers(library.db, task)
    .flatMap(({ id }) => listPages(library.db, id))
    .filter(({ key }) => library.sealed.opens(key));
}

/** The part of the box that lies on the page. @throws Refusal `bad-request` */
function inside(box: Rect, { width, height }: PageRow): Rect {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const cut = { x, y, width: Math.min(width, box.x + box.width) - x, height: Math.min(height, box.y + box.height) - y };
  if (!(cut.width > 0 && cut.height > 0)) throw new Refusal('bad-request', captureWords.names.boxBeside);
  return cut;
}

const sameBox = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
