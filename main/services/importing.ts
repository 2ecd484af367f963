import { randomUUID } from 'node:crypto';
import type { FileReport, ImportReport } from '../../core/api/papers.ts';
import { firstCleaning } from '../../core/capture/paper.ts';
import { Refusal } from '../../core/api/call.ts';
import { insertPage } from '../database/pages.ts';
import { insertSample } from '../database/samples.ts';
import { findTask } from '../database/tasks.ts';
import { FileProblem } from '../imaging/fileProblem.ts';
import type { PageEvent } from '../imaging/imaging.ts';
import type { Context } from './context.ts';
import type { Report } from './jobs.ts';
import { newSealKey, sealInto, type Library } from './library.ts';
import { ensureClean, PROXY } from './pages.ts';

/** A file to bring in; its bytes are asked for when its turn comes. */
export interface Incoming {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/**
 * Brings in every page of every file, each as a paper of its own, sealed. A file that can't be read is reported in plain words; the others are brought in.
 * Afterwards the clean copies are made; cancelling leaves the pages that are in.
 */
export async function importFiles(context: Pick<Context, 'library' | 'imaging' | 'tell'>, task: string, files: readonly Incoming[], report: Report, signal: AbortSignal): Promise<ImportReport> {
  const library = context.library();
  if (findTask(library.db, task) === null) throw new Refusal('not-found', 'That wall is no longer here.');
  const key = newSealKey(library);
  const reports: FileReport[] = [];
  const pages: string[] = [];

  for (const [index, file] of files.entries()) {
    if (signal.aborted) break;
    report(index, files.length, `Reading ${file.name}`);
    const one: FileReport = { file: file.name, pages: 0, samples: [], blank: 0, error: null };
    reports.push(one);
    try {
      for await (const event of context.imaging.read(file.bytes(), { signal })) {
        if (event.kind === 'opened') one.pages = event.pages;
        if (event.kind === 'page-failed') one.error ??= problemOf(event.problem, event.page, one.pages);
        if (event.kind === 'page') {
          const proxy = await context.imaging.proxy(event.jpeg, PROXY);
          const { sample, page } = keepPage(library, task, key, event, proxy);
          one.samples.push(sample);
          one.blank += event.proposal.blank ? 1 : 0;
          pages.push(page);
          context.tell('papers.changed', { task });
        }
      }
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof FileProblem) && !(error instanceof Refusal)) throw error;
      one.error = { code: error.code, message: error.message, hint: error.hint };
    }
  }

  for (const [index, page] of pages.entries()) {
    if (signal.aborted) break;
    report(index, pages.length, `Cleaning page ${index + 1} of ${pages.length}`);
    await ensureClean(library, context.imaging, page);
    context.tell('papers.changed', { task });
  }
  return { files: reports };
}

function keepPage(library: Library, task: string, key: string, read: PageEvent, proxy: Uint8Array): { sample: string; page: string } {
  const sample = randomUUID();
  const page = randomUUID();
  library.db.transaction(() => {
    insertSample(library.db, sample, task);
    insertPage(library.db, {
      id: page,
      sample,
      picture: sealInto(library, read.jpeg, key),
      proxy: sealInto(library, proxy, key),
      width: read.width,
      height: read.height,
      dpi: read.dpi,
      proposal: read.proposal,
      cleaning: firstCleaning(read.proposal),
      look: randomUUID(),
    });
  })();
  return { sample, page };
}

function problemOf(problem: FileProblem, page: number, pages: number): FileReport['error'] {
  const where = pages > 1 ? `Page ${page}: ` : '';
  return { code: problem.code, message: where + problem.message, hint: problem.hint };
}
