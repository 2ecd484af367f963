import { randomUUID } from 'node:crypto';
import { FileProblem } from '../../core/capture/fileProblem.ts';
import type { FileReport, ImportReport } from '../../core/capture/importReport.ts';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { PageEvent, WholePicture } from '../engines/imaging/imaging.ts';
import type { Context } from '../library/context.ts';
import { sealInto, usableKey, type Library } from '../library/library.ts';
import { inParallel } from '../platform/work/inParallel.ts';
import type { Report } from '../../core/contract/contract.ts';
import { homeOf, withStray, type Home } from './answerSheetHomes.ts';
import { findPage, insertPage, listPages, setTold } from './pageRows.ts';
import { cleanPage, ensureClean, PROXY } from './pages.ts';
import { insertPaper, setPaperPupil } from './paperRows.ts';
import { requireTask } from './tasks.ts';
import { insertSlip, insertWhole } from './wholePictureRows.ts';

/** As many as there are helpers to read them. */
export const AT_ONCE = 2;

/** A file to bring in; its bytes are asked for when its turn comes. */
export interface Incoming {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/**
 * Brings in every page of every file, each as a paper of its own, sealed. A file that can't be read is reported in plain words; the others are brought in.
 * Cancelling leaves the pages that are in.
 */
export async function importFiles(
  context: Pick<Context, 'library' | 'imaging' | 'tell'>,
  task: string,
  files: readonly Incoming[],
  report: Report,
  signal: AbortSignal,
): Promise<ImportReport> {
  const library = context.library();
  requireTask(library.db, task);
  const seal: Seal = { key: null, wholes: new Map() };
  const reports: FileReport[] = files.map(({ name }) => ({ file: name, pages: 0, papers: [], blank: 0, error: null }));
  const putAway = files.map(() => Promise.withResolvers<null>());

  await inParallel([...files.entries()], AT_ONCE, async ([index, file]) => {
    const one = reports[index];
    if (one === undefined || signal.aborted) return putAway[index]?.resolve(null);
    try {
      for await (const event of context.imaging.read(file.bytes(), { signal, proxySide: PROXY })) {
        // Papers are numbered in the order of the files: a file read early waits for its turn.
        await putAway[index - 1]?.promise;
        report(index, files.length, captureWords.importing.reading(file.name));
        if (event.kind === 'opened') one.pages = event.pages;
        if (event.kind === 'page-failed') one.error ??= problemOf(event.problem, event.page, one.pages);
        if (event.kind === 'page') {
          const { answerSheet } = event.proposal;
          const home = homeOf(library, task, answerSheet);
          one.papers.push(keepPage(library, home, seal, event));
          one.blank += event.proposal.blank ? 1 : 0;
          const strays = withStray(library, one.strays ?? [], task, answerSheet);
          if (strays.length > 0) one.strays = strays;
          context.tell('papers.changed', { task: home.task });
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof FileProblem) && !(error instanceof Refusal)) throw error;
      one.error = { code: error.code, message: error.message, hint: error.hint };
    } finally {
      await putAway[index - 1]?.promise;
      putAway[index]?.resolve(null);
    }
  });
  if (!signal.aborted) await turnUpright(context, task, reports, signal);
  return { files: reports };
}

/** Reads which way is up on the pages that don't plainly say so, once all are in; where that can't be told a person is asked. */
async function turnUpright(
  { library: held, imaging, tell }: Pick<Context, 'library' | 'imaging' | 'tell'>,
  task: string,
  reports: readonly FileReport[],
  signal: AbortSignal,
): Promise<void> {
  const library = held();
  const open = reports
    .flatMap(({ papers }) => papers)
    .flatMap((paper) => listPages(library.db, paper))
    .filter(({ proposal }) => proposal.turnDegrees === null);
  await inParallel(open, AT_ONCE, async ({ id, picture, key, settings }) => {
    if (signal.aborted) return;
    const turn = await imaging.names.turn(library.sealed.read(picture, key), { placing: settings, trueSize: null }, signal).catch(ifItCanWait);
    if (turn === undefined || turn === null) return;
    const page = findPage(library.db, id);
    // Whoever has looked at the page meanwhile knows better.
    if (page === null || page.decided_at !== null) return;
    setTold(library.db, id, { ...page.proposal, turnDegrees: turn }, { ...page.settings, turn });
    if (turn !== 0 && page.clean_copy !== null) await cleanPage(library, imaging, id, { ...page.settings, turn }, false);
    tell('papers.changed', { task });
  });
}

/** Makes the clean copies that are still missing, so that they are there before anyone asks for them; while somebody waits for something else, that goes first. */
export async function cleanImported(
  context: Pick<Context, 'library' | 'imaging' | 'tell' | 'precedence' | 'cameIn'>,
  task: string,
  imported: ImportReport,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const library = context.library();
  const pages = imported.files.flatMap(({ papers }) => papers).flatMap((paper) => listPages(library.db, paper));
  await inParallel(pages, AT_ONCE, async (page, index) => {
    await context.precedence.turn(signal);
    if (signal.aborted) return;
    report(index, pages.length, captureWords.importing.cleaning(index + 1, pages.length));
    await ensureClean(library, context.imaging, page.id).catch(ifItCanWait);
    context.tell('papers.changed', { task });
  });
  if (!signal.aborted && pages.length > 0) context.cameIn(task);
}

/** A page that was erased meanwhile needs no copy, and one that can't be cleaned says so when it is looked at. */
function ifItCanWait(error: unknown): undefined {
  if (!(error instanceof FileProblem) && !(error instanceof Refusal && error.code === 'not-found')) throw error;
}

/** The key that all pages of one import share; made with the first of them, so that nobody finds it unused and destroys it. */
interface Seal {
  key: string | null;
  /** Pictures that papers were cut out of, kept with the first of them. */
  readonly wholes: Map<WholePicture, string>;
}

function keepPage(library: Library, { task, pupil }: Home, seal: Seal, read: PageEvent): string {
  const paper = randomUUID();
  const page = randomUUID();
  library.db.transaction(() => {
    const key = usableKey(library, seal.key);
    seal.key = key;
    insertPaper(library.db, paper, task);
    if (pupil !== null) setPaperPupil(library.db, paper, pupil);
    insertPage(library.db, {
      id: page,
      paper,
      picture: sealInto(library, read.jpeg, key),
      proxy: sealProxy(library, read, key),
      width: read.width,
      height: read.height,
      dpi: read.dpi,
      proposal: read.proposal,
      cleaning: firstCleaning(read.proposal),
      look: randomUUID(),
    });
    if (read.whole === undefined) return;
    const whole = seal.wholes.get(read.whole) ?? keepWhole(library, key, read.whole);
    seal.wholes.set(read.whole, whole);
    insertSlip(library.db, page, whole);
  })();
  return paper;
}

function keepWhole(library: Library, key: string, whole: WholePicture): string {
  const id = randomUUID();
  const { jpeg, width, height, dpi, proposal } = whole;
  insertWhole(library.db, {
    id,
    picture: sealInto(library, jpeg, key),
    proxy: sealProxy(library, whole, key),
    width,
    height,
    dpi,
    turn: proposal.turnDegrees ?? 0,
  });
  return id;
}

/** The proxy that came with the picture; a small picture stands for itself. */
function sealProxy(library: Library, { proxy, jpeg }: WholePicture, key: string): string {
  return sealInto(library, proxy ?? jpeg, key);
}

function problemOf(problem: FileProblem, page: number, pages: number): FileReport['error'] {
  const where = pages > 1 ? captureWords.importing.onPage(page) : '';
  return { code: problem.code, message: where + problem.message, hint: problem.hint };
}
