import type { Handlers } from '../../core/contract/contract.ts';
import type { nameCalls } from '../../core/contract/nameCalls.ts';
import type { paperCalls } from '../../core/contract/paperCalls.ts';
import type { privacyCalls } from '../../core/contract/privacyCalls.ts';
import type { scanningCalls } from '../../core/contract/scanningCalls.ts';
import type { Context } from '../library/context.ts';
import { finishAnonymising, makeCertificate, privacyState, requireFinishable } from './anonymising.ts';
import { erasePaper } from './erasePaper.ts';
import { lookIntoFolder } from './folders.ts';
import { cleanImported, importFiles } from './importing.ts';
import type { Naming } from './naming.ts';
import { asOnePage, cutAgain } from './onePage.ts';
import { checkPage, cleanPage, requirePage } from './pages.ts';
import * as papers from './papers.ts';
import { askScanner, lookForScanners, scanPapers, type Sources } from './scanning.ts';
import { readPaper } from './readPaper.ts';
import * as sharing from './sharing.ts';
import type { Watching } from './watching.ts';

export interface CaptureParts {
  readonly naming: Naming;
  readonly sources: Sources;
  readonly watching: Watching;
}

type CaptureCalls = typeof paperCalls & typeof nameCalls & typeof privacyCalls & typeof scanningCalls;

/** The calls that bring papers in and make them nameless. */
export function captureHandlers(context: Context, parts: CaptureParts): Handlers<CaptureCalls> {
  return { ...paperHandlers(context), ...pageHandlers(context), ...nameHandlers(context, parts.naming), ...sourceHandlers(context, parts) };
}

const changed = <A>(task: string, answer: A) => ({ answer, told: { 'papers.changed': { task } } }) as const;

type PagesOnly = 'pages.clean' | 'pages.check';

function paperHandlers(context: Context): Handlers<Omit<typeof paperCalls, PagesOnly>> {
  const { library, exchange, precedence } = context;
  return {
    'papers.list': ({ task }) => papers.papersOf(library(), task),
    'papers.import':
      ({ task, files }) =>
      async (report, signal) => {
        const incoming = files.map((token) => exchange.incoming(token));
        const imported = await importFiles(context, task, incoming, report, signal);
        await cleanImported(context, task, imported, report, signal);
        return imported;
      },
    'papers.merge': ({ into, from }) => changed(papers.mergePapers(library(), into, from), {}),
    'papers.split': ({ page }) => {
      const { paper, task } = papers.splitPaper(library(), requirePage(library(), page));
      return changed(task, { paper });
    },
    'papers.reorder': ({ task, order }) => {
      papers.reorderPapers(library(), task, order);
      return changed(task, {});
    },
    'papers.group': ({ task, size }) => {
      papers.groupPages(library(), task, size);
      return changed(task, {});
    },
    'papers.arrange': ({ task, papers: arranged }) => {
      papers.arrangePapers(library(), task, arranged);
      return changed(task, {});
    },
    'papers.asOnePage': ({ paper }) => changed(asOnePage(library(), paper), {}),
    'papers.cutAgain': ({ paper }) => changed(cutAgain(library(), paper), {}),
    'papers.bin': ({ paper }) => changed(papers.binPaper(library(), paper, true), {}),
    'papers.takeOut': ({ paper }) => changed(papers.binPaper(library(), paper, false), {}),
    'papers.erase': ({ paper }) => {
      const { task } = papers.requirePaper(library().db, paper);
      erasePaper(context, task, paper);
      return changed(task, {});
    },
    'papers.setPupil': ({ paper, pupil }) => changed(papers.givePupil(library(), paper, pupil), {}),
    'papers.retype': ({ paper, text }) => changed(papers.retype(library(), paper, text), {}),
    'papers.read':
      ({ paper }) =>
      (report, signal) =>
        precedence.first(() => readPaper(context, paper, report, signal)),
    'papers.setHand': ({ paper, hand }) => changed(sharing.setHand(library(), paper, hand), {}),
    'papers.setSharing': ({ papers: chosen, origin, consent }) => ({
      answer: {},
      told: { 'papers.changed': [...sharing.setSharing(library(), chosen, origin, consent)].map((task) => ({ task })) },
    }),
    'papers.lookAgain': ({ paper, looked }) => changed(sharing.lookAgain(library(), paper, looked), {}),
    'papers.checkText': ({ paper, checked }) => changed(papers.checkText(library(), paper, checked), {}),
  };
}

function pageHandlers({ library, imaging }: Context): Handlers<Pick<typeof paperCalls, PagesOnly>> {
  const taskOf = (page: string): string => papers.requirePaper(library().db, requirePage(library(), page).paper).task;
  return {
    'pages.clean': async ({ page, cleaning }) => changed(taskOf(page), await cleanPage(library(), imaging, page, cleaning, true)),
    'pages.check': async ({ page, checked }) => changed(taskOf(page), await checkPage(library(), imaging, page, checked)),
  };
}

/** While somebody waits for names to be found or hidden, what is only made ready for later waits. */
function nameHandlers(context: Context, naming: Naming): Handlers<typeof nameCalls & typeof privacyCalls> {
  const { library, precedence } = context;
  return {
    'names.suggest':
      ({ task, useClassList }) =>
      (report, signal) =>
        precedence.first(() => naming.suggest(task, useClassList, report, signal)),
    'names.suggestions': ({ task }) => naming.suggestions(task),
    'names.apply':
      ({ task, pages, cover }) =>
      (report, signal) =>
        precedence.first(() => naming.apply(task, pages, cover, report, signal)),
    'names.takeBack':
      ({ task }) =>
      (report, signal) =>
        precedence.first(() => naming.takeBack(task, report, signal)),
    'privacy.state': ({ task }) => privacyState(library(), task),
    'privacy.finish': ({ task, lookedAgain }) => {
      requireFinishable(library(), task);
      return async (report, signal) => {
        const finished = await finishAnonymising(context, task, lookedAgain, report, signal);
        if (finished.done) naming.forget(task);
        return finished;
      };
    },
    'privacy.certificate': ({ task }) => makeCertificate(context, task),
  };
}

function sourceHandlers(context: Context, { sources, watching }: CaptureParts): Handlers<typeof scanningCalls> {
  return {
    'sources.last': () => {
      const { scan, camera } = sources.book.read();
      return { scan, camera };
    },
    'sources.keepCamera': ({ camera }) => {
      sources.book.keep({ camera });
      return {};
    },
    'scanners.look': () => (report, signal) => lookForScanners(sources, report, signal),
    'scanners.ask': ({ scanner }) => askScanner(sources, scanner),
    'scanners.scan': (wish) => (report, signal) => scanPapers(context, sources, wish, report, signal),
    'watching.state': ({ task }) => watching.state(task),
    'watching.start': ({ task, folder, existing }) => watching.start(task, folder, existing),
    'watching.stop': ({ task }) => watching.stop(task),
    'watching.look': ({ folder }) => lookIntoFolder(folder),
  };
}
