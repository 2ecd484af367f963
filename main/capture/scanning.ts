import { FileProblem } from '../../core/capture/fileProblem.ts';
import type { ImportReport } from '../../core/capture/importReport.ts';
import type { ScannerFacts, ScannerFound, ScannersFound, ScanSettings } from '../../core/capture/scanner.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import { scanningWords } from '../../core/words/scanning.ts';
import type { Imaging, ReadEvent } from '../engines/imaging/imaging.ts';
import { scanProblem } from '../engines/scanning/scanProblems.ts';
import type { ScannedPage, Scanner, Scanning } from '../engines/scanning/scanner.ts';
import type { SourcesBook } from '../engines/scanning/sourcesBook.ts';
import type { Context } from '../library/context.ts';
import type { Report } from '../../core/contract/contract.ts';
import { cleanImported, importFiles } from './importing.ts';

/** How papers come in besides as files, and what was chosen last. */
export interface Sources {
  readonly scanning: Scanning;
  readonly book: SourcesBook;
}

/** Looks in all ways at once; one that finds nothing or can't look keeps the others from nothing. */
export async function lookForScanners({ scanning }: Sources, report: Report, signal: AbortSignal): Promise<ScannersFound> {
  report(0, 0, scanningWords.looking);
  const lists = await Promise.all(
    scanning.ways.map((way) =>
      way.list(signal).catch((error: unknown): readonly ScannerFound[] => {
        if (error instanceof Refusal) return [];
        throw error;
      }),
    ),
  );
  return { scanners: lists.flat(), note: scanning.note };
}

/** @throws Refusal where nothing that can scan answers there */
export const askScanner = async ({ scanning }: Sources, scanner: string): Promise<ScannerFacts> => wayTo(scanning, scanner).capabilities(scanner);

interface ScanWish {
  readonly task: string;
  readonly scanner: ScannerFound;
  readonly settings: ScanSettings;
}

/** Scans until no paper is left; each page is in as soon as it was sent. A fault is told in the report, behind the pages that came before it. */
export async function scanPapers(
  context: Pick<Context, 'library' | 'imaging' | 'tell' | 'precedence' | 'cameIn'>,
  { scanning, book }: Sources,
  { task, scanner, settings }: ScanWish,
  report: Report,
  signal: AbortSignal,
): Promise<ImportReport> {
  const way = wayTo(scanning, scanner.id);
  book.keep({ scan: { scanner, settings } });
  report(0, 0, scanningWords.waiting);
  const source: Imaging = { ...context.imaging, read: () => readScan(way.scan(scanner.id, settings, signal), settings, context.imaging, report, signal) };
  // A scan is a file whose pages take their time to arrive.
  const whole = { name: scanner.name, bytes: () => new Uint8Array() };
  const imported = await importFiles({ ...context, imaging: source }, task, [whole], () => undefined, signal);
  await cleanImported(context, task, imported, report, signal);
  return imported;
}

function wayTo(scanning: Scanning, id: string): Scanner {
  const way = scanning.ways.find((one) => one.knows(id));
  if (way === undefined) throw scanProblem('gone');
  return way;
}

async function* readScan(
  pages: AsyncIterable<ScannedPage>,
  { dpi }: ScanSettings,
  imaging: Imaging,
  report: Report,
  signal: AbortSignal,
): AsyncGenerator<ReadEvent> {
  let count = 0;
  for await (const { bytes } of oneAhead(pages)) {
    const before = count;
    try {
      for await (const event of imaging.read(bytes, { signal })) {
        if (event.kind === 'opened') {
          count += event.pages;
          yield { kind: 'opened', pages: count };
          report(count, 0, captureWords.importing.page(count));
        } else if (event.kind === 'page') yield { ...event, page: before + event.page, dpi: event.dpi ?? dpi };
        else yield { ...event, page: before + event.page };
      }
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      count = before + 1;
      yield { kind: 'page-failed', page: count, problem: error };
    }
  }
}

/** Fetches the next page while the one before is read: the scanner never waits for us. */
async function* oneAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const fetchNext = (): Promise<IteratorResult<T>> => {
    const next = iterator.next();
    // Its failure is thrown when its turn comes.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = fetchNext(); ;) {
      const got = await next;
      if (got.done === true) return;
      next = fetchNext();
      yield got.value;
    }
  } finally {
    await iterator.return?.();
  }
}
