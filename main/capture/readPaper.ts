import type { ReadWriting } from '../../core/capture/readWords.ts';
import type { Report } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { listPages, type PageRow } from './pageRows.ts';
import { ensureClean } from './pages.ts';
import { requirePaper } from './papers.ts';
import { requireTask } from './tasks.ts';

/**
 * What can be read on a paper's clean copies, page after page: what is hidden on them is not read. Nothing of it is kept.
 * @throws Refusal `not-found` where the paper is gone or a copy is missing
 */
export async function readPaper(
  { library, imaging }: Pick<Context, 'library' | 'imaging'>,
  paper: string,
  report: Report,
  signal: AbortSignal,
): Promise<ReadWriting> {
  const { question } = requireTask(library().db, requirePaper(library().db, paper).task);
  const pages = listPages(library().db, paper);
  const read: ReadWriting[] = [];
  for (const [index, { id }] of pages.entries()) {
    signal.throwIfAborted();
    report(index, pages.length, captureWords.paper.reading);
    read.push(await imaging.names.writing(copyOf(library(), await ensureClean(library(), imaging, id)), question, signal));
  }
  return { lines: read.flatMap(({ lines }) => lines), readable: read.some(({ readable }) => readable) };
}

function copyOf({ sealed, media }: Library, page: PageRow): Uint8Array {
  // Where what is sealed can't be opened, the open copy has the same bytes.
  if (page.media !== null && !sealed.opens(page.key)) return media.read(page.media);
  if (page.clean_copy === null) throw new Refusal('not-found', captureWords.page.copyMissing);
  return sealed.read(page.clean_copy, page.key);
}
