import type { ReadWriting } from '../../core/capture/readWords.ts';
import type { Report } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Context } from '../library/context.ts';
import { listPages } from './pageRows.ts';
import { copyOf, ensureClean } from './pages.ts';
import { requirePaper } from './papers.ts';
import { requireTask } from './tasks.ts';

/**
 * What can be read on a paper's clean copies, page after page: what is hidden on them is not read. Nothing of it is kept here.
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
    const copy = copyOf(library(), await ensureClean(library(), imaging, id));
    if (copy === null) throw new Refusal('not-found', captureWords.page.copyMissing);
    read.push(await imaging.names.writing(copy.whole(), question, signal));
  }
  return { lines: read.flatMap(({ lines }) => lines), readable: read.some(({ readable }) => readable) };
}
