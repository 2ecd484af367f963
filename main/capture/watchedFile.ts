import { createHash } from 'node:crypto';
import type { FileReport } from '../../core/capture/importReport.ts';
import type { Imaging, PageEvent, ReadEvent } from '../engines/imaging/imaging.ts';
import type { KnownPage } from '../engines/scanning/sourcesBook.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import type { Report } from '../../core/contract/contract.ts';
import { cleanImported, importFiles } from './importing.ts';
import { listPages } from './pageRows.ts';
import { findPaperRow } from './paperRows.ts';
import { binPaper } from './papers.ts';

/** What became of one state of a watched file. */
export interface Brought {
  readonly report: FileReport;
  /** All pages that the file has now, and the papers they are. */
  readonly pages: readonly KnownPage[];
  /** Papers of pages that are no longer in the file: gone to the bin, or kept since someone had worked on them. */
  readonly replaced: number;
  readonly kept: number;
}

/**
 * Brings in those pages of a file that are not here yet. `known` are the pages of its earlier state; where others took their place, papers that nobody has touched
 * go to the bin and all others stay. @throws Refusal where the task is gone
 */
export async function bringWatched(
  context: Pick<Context, 'library' | 'imaging' | 'tell' | 'precedence' | 'charts' | 'cameIn'>,
  task: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  known: readonly KnownPage[],
  report: Report,
  signal: AbortSignal,
): Promise<Brought> {
  const left = [...known];
  const pages: KnownPage[] = [];
  const fresh: number[] = [];
  const isNew = (page: PageEvent): boolean => {
    const mark = createHash('sha256').update(page.jpeg).digest('hex').slice(0, 32);
    const at = left.findIndex((one) => one.mark === mark);
    pages.push(at === -1 ? { mark, paper: null } : (left.splice(at, 1)[0] as KnownPage));
    if (at === -1) fresh.push(pages.length - 1);
    return at === -1;
  };
  const onlyNew: Imaging = { ...context.imaging, read: (bytes, options) => withoutKnown(context.imaging.read(bytes, options), isNew) };
  const imported = await importFiles({ ...context, imaging: onlyNew }, task, [{ name: file.name, bytes: () => file.bytes }], report, signal);
  const [one] = imported.files;
  if (one === undefined) throw new Error('An import of one file reports on one file.');
  one.papers.forEach((paper, index) => {
    const at = fresh[index];
    if (at !== undefined) pages[at] = { mark: pages[at]?.mark ?? '', paper };
  });
  // A file that only became shorter, or could not be read to its end, takes nothing away.
  const gone = one.papers.length > 0 && one.error === null && !signal.aborted ? left.flatMap(({ paper }) => paper ?? []) : [];
  const papers = gone.filter((paper) => isHere(context.library(), paper));
  const untouched = papers.filter((paper) => isUntouched(context, task, paper));
  untouched.forEach((paper) => binPaper(context.library(), paper, true));
  if (untouched.length > 0) context.tell('papers.changed', { task });
  await cleanImported(context, task, imported, report, signal);
  const inHere = pages.filter(({ paper }, index) => paper !== null || !fresh.includes(index));
  return { report: one, pages: inHere, replaced: untouched.length, kept: papers.length - untouched.length };
}

async function* withoutKnown(events: AsyncIterable<ReadEvent>, isNew: (page: PageEvent) => boolean): AsyncGenerator<ReadEvent> {
  for await (const event of events) if (event.kind !== 'page' || isNew(event)) yield event;
}

function isHere({ db }: Library, id: string): boolean {
  const paper = findPaperRow(db, id);
  return paper !== null && paper.binned_at === null && listPages(db, id).length > 0;
}

/** Nobody has cleaned, checked, retyped, named, joined or lined up this paper. */
function isUntouched({ library, charts }: Pick<Context, 'library' | 'charts'>, task: string, id: string): boolean {
  const { db } = library();
  const paper = findPaperRow(db, id);
  const pages = listPages(db, id);
  return (
    paper !== null &&
    paper.pupil === null &&
    paper.text === null &&
    pages.length === 1 &&
    pages.every((page) => page.decided_at === null && page.media === null) &&
    !charts.hasPlaced(db, task, id)
  );
}
