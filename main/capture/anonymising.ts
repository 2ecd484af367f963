import type { PrivacyFinished, PrivacyState } from '../../core/capture/privacyState.ts';
import { certificate, type CertificateFacts } from '../../core/handouts/certificate.ts';
import { today } from '../../core/kernel/days.ts';
import type { Outgoing } from '../../core/kernel/outgoing.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { captureWords } from '../../core/words/capture.ts';
import { handoutWords } from '../../core/words/handouts.ts';
import { classList } from '../class/classList.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import { writePagesPdf } from '../engines/pdf/handoutsPdf.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { checkpoint } from '../platform/database/connection.ts';
import { inParallel } from '../platform/work/inParallel.ts';
import type { Report } from '../../core/contract/contract.ts';
import { countPages, findCertificate, keepCertificate, listSealed, markKeysDestroyed, sharesKeys, uncheckedInBin } from './anonymisingRows.ts';
import { erasePaper } from './erasePaper.ts';
import { listPages, type PageRow } from './pageRows.ts';
import { listAllPapers } from './paperRows.ts';
import { originalOf } from './papers.ts';
import { requireTask } from './tasks.ts';

/** As many as there are helpers. */
const AT_ONCE = 2;

/** @throws Refusal `not-found` */
export function privacyState(library: Library, task: string): PrivacyState {
  requireTask(library.db, task);
  const { papers, pages, unchecked, binned, open, last } = countPages(library.db, task);
  const hasCertificate = findCertificate(library.db, task) !== null;
  return { papers, pages, unchecked, uncheckedInBin: binned, finishedAt: pages > 0 && open === 0 ? last : null, hasCertificate };
}

/** @throws Refusal `conflict` where there is nothing to finish, or something has to be done by a person first */
export function requireFinishable(library: Library, task: string): void {
  const { pages, unchecked, uncheckedInBin, finishedAt } = privacyState(library, task);
  if (pages === uncheckedInBin) throw new Refusal('conflict', captureWords.finishing.nothing);
  if (finishedAt !== null) throw new Refusal('conflict', captureWords.finishing.doneAlready);
  if (unchecked > 0) throw new Refusal('conflict', captureWords.finishing.unchecked(unchecked));
  if (pagesOf(library, task).some((page) => ['elsewhere', 'keys-damaged'].includes(originalOf(library, page))))
    throw new Refusal('conflict', captureWords.finishing.sealedElsewhere);
  if (sharesKeys(library.db, task)) throw new Refusal('conflict', captureWords.finishing.sealedTogether);
}

/**
 * Reads the clean copies once more and, where no name can be read, destroys what is in the bin unseen, and the originals: first it is written down that their keys are
 * destroyed, then the keys go, then the sealed files; a program that is killed in between goes on with it when the library is next opened.
 */
export async function finishAnonymising(
  context: Pick<Context, 'library' | 'imaging' | 'tell' | 'charts'>,
  task: string,
  lookedAgain: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<PrivacyFinished> {
  const library = context.library();
  requireFinishable(library, task);
  const before = seenPagesOf(library, task);
  const names = classList(library).pupils.flatMap(({ name }) => (name === null ? [] : [name]));
  const namesSeen: string[] = [];
  if (names.length > 0) {
    await inParallel(before, AT_ONCE, async ({ id, media }, index) => {
      if (signal.aborted || media === null) return;
      report(index, before.length, captureWords.finishing.reading(index + 1, before.length));
      if ((await context.imaging.names.readBack(library.media.read(media), names, signal)) > 0) namesSeen.push(id);
    });
  }
  signal.throwIfAborted();
  if (namesSeen.some((page) => !lookedAgain.includes(page))) return { done: false, namesSeen };

  requireFinishable(library, task);
  const pages = seenPagesOf(library, task);
  if (pages.map(({ id, media }) => `${id} ${media}`).join() !== before.map(({ id, media }) => `${id} ${media}`).join())
    throw new Refusal('conflict', captureWords.finishing.changedMeanwhile);
  report(pages.length, pages.length, captureWords.finishing.destroying);
  uncheckedInBin(library.db, task).forEach((paper) => erasePaper(context, task, paper));
  const facts = {
    question: requireTask(library.db, task).question,
    date: today(),
    papers: new Set(pages.map(({ paper }) => paper)).size,
    copies: pages.flatMap(({ media }) => (media === null ? [] : [media])),
    namesRead: names.length > 0,
    lookedAgain: namesSeen.length,
  };
  destroyOriginals(library, task, facts);
  context.tell('papers.changed', { task });
  return { done: true, namesSeen };
}

function destroyOriginals(library: Library, task: string, facts: CertificateFacts): void {
  const sealed = listSealed(library.db, task);
  const keys = [...new Set(sealed.map(({ key }) => key))];
  library.db.transaction(() => {
    markKeysDestroyed(library.db, keys);
    keepCertificate(library.db, task, facts);
  })();
  library.sealed.destroyKeys(keys);
  library.sealed.destroy(sealed.map(({ id }) => id));
  // Pages of an import that was cut off may lie there; after a mishap it may be pages that somebody looks for.
  if (library.mishap() === null) library.setAside.destroyAll();
  library.db.exec('vacuum');
  checkpoint(library.db);
}

/** @throws Refusal `not-found` where the originals were not destroyed */
export async function makeCertificate({ library, exchange }: Pick<Context, 'library' | 'exchange'>, task: string): Promise<Outgoing> {
  const facts = findCertificate(library().db, task);
  if (facts === null) throw new Refusal('not-found', captureWords.finishing.noCertificate);
  return exchange.giveOut(
    handoutWords.madeFile(handoutWords.certificate.file),
    await writePagesPdf(handoutWords.certificate.file, chartFonts(), [certificate(chartFonts(), SHEET_SIZES.A4, facts)]),
  );
}

/** Without those that lie in the bin and were never looked at. */
function seenPagesOf(library: Library, task: string): PageRow[] {
  const unseen = uncheckedInBin(library.db, task);
  return pagesOf(library, task).filter(({ paper }) => !unseen.includes(paper));
}

const pagesOf = (library: Library, task: string): PageRow[] => listAllPapers(library.db, task).flatMap(({ id }) => listPages(library.db, id));
