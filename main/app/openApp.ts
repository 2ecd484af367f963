import type { Services, Tell } from '../../core/contract/contract.ts';
import { today } from '../../core/kernel/days.ts';
import type { LibraryStatus } from '../../core/library/libraryStatus.ts';
import { libraryWords } from '../../core/words/library.ts';
import { finishAnonymising, makeCertificate, privacyState, requireFinishable } from '../capture/anonymising.ts';
import { lookIntoFolder } from '../capture/folders.ts';
import { cleanImported, importFiles } from '../capture/importing.ts';
import { createNaming } from '../capture/naming.ts';
import { asOnePage, cutAgain } from '../capture/onePage.ts';
import { checkPage, cleanPage, requirePage } from '../capture/pages.ts';
import { countPapers } from '../capture/paperRows.ts';
import { createPictures } from '../capture/pictures.ts';
import type { Pictures } from '../platform/host/files.ts';
import { askScanner, lookForScanners, scanPapers, type Sources } from '../capture/scanning.ts';
import { createWatching, type WatchTimes } from '../capture/watching.ts';
import { erasePaper } from '../capture/erasePaper.ts';
import { chartsOfPaper } from '../chart/chartsOfPaper.ts';
import { createSampleWall } from '../chart/sampleWall.ts';
import type { Imaging } from '../engines/imaging/imaging.ts';
import type { Printing } from '../engines/printing/printer.ts';
import { openPrinterBook } from '../engines/printing/printerSettings.ts';
import { createPrinting } from '../engines/printing/printing.ts';
import type { Scanning } from '../engines/scanning/scanner.ts';
import { createScanning } from '../engines/scanning/scanning.ts';
import { openSourcesBook } from '../engines/scanning/sourcesBook.ts';
import { goalServices } from '../goals/calls.ts';
import { goalsPrinted, printGoals } from '../handouts/goalHandouts.ts';
import { answerSheetsOut } from '../handouts/handoutRows.ts';
import { printForClass } from '../handouts/taskHandouts.ts';
import { printTeamSummary } from '../handouts/teamHandouts.ts';
import { lessonServices } from '../lessons/calls.ts';
import { keepKeys, makeBackup, proveLibrary, swapFolders, unpackBackup } from '../library/backup.ts';
import type { Context } from '../library/context.ts';
import { openLibrary, restoringFolder, syncWarning, type Library, type OpenOptions } from '../library/library.ts';
import { userFolder } from '../platform/media/keyStore.ts';
import { createExchange, type Exchange } from '../platform/work/exchange.ts';
import { createJobs } from '../platform/work/jobs.ts';
import { createPrecedence } from '../platform/work/precedence.ts';
import { keepMeasured, listPrinters, makeWish, sendWish, sheetsChanged } from '../sheets/printWish.ts';
import { forgetPrinted } from '../sheets/printedWall.ts';
import { z } from 'zod';
import * as people from '../class/classList.ts';
import * as paperCase from '../capture/papers.ts';
import * as sharing from '../capture/sharing.ts';
import * as walls from '../chart/walls.ts';

/** The whole app without a window: what both wires and the command line stand on. */
export interface App {
  readonly services: Services;
  readonly pictures: Pictures;
  readonly exchange: Exchange;
  readonly library: () => Library;
  close(): Promise<void>;
}

export interface AppOptions extends OpenOptions {
  readonly folder: string;
  readonly imaging: Imaging;
  readonly tell: Tell;
  readonly log: (error: unknown) => void;
  /** How this computer prints, where it is not to be found out. */
  readonly printing?: Printing;
  /** How this computer scans, likewise. */
  readonly scanning?: Scanning;
  /** How often watched folders are looked at, where the usual is too slow. */
  readonly watchTimes?: Partial<WatchTimes>;
}

/** Opens the library and puts the services over it. @throws Refusal as `openLibrary` does */
export function openApp({
  folder,
  imaging,
  tell,
  log,
  printing = createPrinting(),
  scanning = createScanning(),
  watchTimes = {},
  ...options
}: AppOptions): App {
  let library = openLibrary(folder, options);
  const jobs = createJobs(tell, log);
  const context: Context = { library: () => library, imaging, exchange: createExchange(), jobs, tell, precedence: createPrecedence(), charts: chartsOfPaper };
  const naming = createNaming(context);
  const { exchange, precedence } = context;
  const printers = { printing, book: openPrinterBook(options.home ?? userFolder()) };
  const sources: Sources = { scanning, book: openSourcesBook(options.home ?? userFolder()) };
  const watching = createWatching(context, sources.book, log, watchTimes);
  const papersChanged = (task: string): Record<string, never> => {
    tell('papers.changed', { task });
    return {};
  };
  const wallChanged = (wall: string): Record<string, never> => {
    tell('wall.changed', { wall });
    return {};
  };
  const taskOfPage = (page: string): string => paperCase.requirePaper(library.db, requirePage(library, page).paper).task;

  const services: Services = {
    'library.status': () => statusOf(library),
    'library.backup': ({ passphrase }) => exchange.giveOut(libraryWords.backup.file(today()), makeBackup(library, passphrase)),
    'library.restore': async ({ file, passphrase }) => {
      const draft = unpackBackup(exchange.take(file).bytes, restoringFolder(library.folder), passphrase);
      proveLibrary(draft.folder, options);
      await watching.close();
      await jobs.close();
      library.close();
      swapFolders(library.folder, draft.folder);
      library = openLibrary(folder, options);
      keepKeys(library.keys, draft.keys);
      return statusOf(library);
    },
    'library.settle': () => {
      library.settleMishap();
      return statusOf(library);
    },
    'library.emptySetAside': () => {
      library.setAside.destroyAll();
      return statusOf(library);
    },
    'files.offer': ({ name, bytes }) => ({ token: exchange.offer(name, bytes) }),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },

    'walls.list': () => walls.listWalls(library),
    'walls.binned': () => walls.binnedWalls(library),
    'walls.create': (wording) => ({ wall: walls.createWall(library, wording) }),
    'walls.createSample': () => jobs.start((report, signal) => createSampleWall(context, report, signal)),
    'walls.open': ({ wall }) => walls.openWall(library, wall),
    'walls.rename': ({ wall, title }) => {
      walls.commit(library, { wall, base: walls.openWall(library, wall).history.revision, command: { name: 'retitle', title }, coalesce: null });
      return wallChanged(wall);
    },
    'walls.duplicate': ({ wall }) => ({ wall: walls.duplicateWall(library, wall) }),
    'walls.bin': ({ wall }) => {
      walls.binWall(library, wall, true);
      return wallChanged(wall);
    },
    'walls.takeOut': ({ wall }) => {
      walls.binWall(library, wall, false);
      return wallChanged(wall);
    },
    'walls.destroy': ({ wall }) => {
      walls.destroyWall(library, wall);
      exchange.withdraw();
      return wallChanged(wall);
    },
    'tasks.change': ({ task, ...wording }) => {
      const changed = walls.changeTask(library, { id: task, ...wording });
      papersChanged(task);
      return changed;
    },
    'charts.commit': (change) => walls.commit(library, change),
    'charts.undo': ({ wall }) => walls.step(library, wall, -1),
    'charts.redo': ({ wall }) => walls.step(library, wall, 1),
    'print.settings': ({ wall, settings }) => {
      walls.setPrint(library, wall, settings);
      return wallChanged(wall);
    },

    'printers.list': (chosen) => listPrinters(printers, chosen),
    'printers.measured': (measured) => {
      keepMeasured(printers, measured);
      return {};
    },
    'print.changed': ({ wall, settings }) => sheetsChanged(library, wall, settings),
    'print.make': (wish) => jobs.start((report, signal) => makeWish(context, wish, report, signal)),
    'print.send': (wish) => jobs.start((report, signal) => sendWish(context, printers, wish, report, signal)),
    'print.cameOut': ({ wall, bad }) => {
      forgetPrinted(library, wall, bad);
      return wallChanged(wall);
    },

    'sources.last': () => {
      const { scan, camera } = sources.book.read();
      return { scan, camera };
    },
    'sources.keepCamera': ({ camera }) => {
      sources.book.keep({ camera });
      return {};
    },
    'scanners.look': () => jobs.start((report, signal) => lookForScanners(sources, report, signal)),
    'scanners.ask': ({ scanner }) => askScanner(sources, scanner),
    'scanners.scan': (wish) => jobs.start((report, signal) => scanPapers(context, sources, wish, report, signal)),
    'watching.state': ({ task }) => watching.state(task),
    'watching.start': ({ task, folder: chosen, existing }) => watching.start(task, chosen, existing),
    'watching.stop': ({ task }) => watching.stop(task),
    'watching.look': ({ folder: chosen }) => lookIntoFolder(chosen),

    'papers.list': ({ task }) => paperCase.papersOf(library, task),
    'papers.import': ({ task, files }) =>
      jobs.start(async (report, signal) => {
        const imported = await importFiles(
          context,
          task,
          files.map((token) => exchange.incoming(token)),
          report,
          signal,
        );
        await cleanImported(context, task, imported, report, signal);
        return imported;
      }),
    'papers.merge': ({ into, from }) => papersChanged(paperCase.mergePapers(library, into, from)),
    'papers.split': ({ page }) => {
      const { paper, task } = paperCase.splitPaper(library, requirePage(library, page));
      papersChanged(task);
      return { paper };
    },
    'papers.reorder': ({ task, order }) => {
      paperCase.reorderPapers(library, task, order);
      return papersChanged(task);
    },
    'papers.group': ({ task, size }) => {
      paperCase.groupPages(library, task, size);
      return papersChanged(task);
    },
    'papers.arrange': ({ task, papers }) => {
      paperCase.arrangePapers(library, task, papers);
      return papersChanged(task);
    },
    'papers.asOnePage': ({ paper }) => papersChanged(asOnePage(library, paper)),
    'papers.cutAgain': ({ paper }) => {
      exchange.withdraw();
      return papersChanged(cutAgain(library, paper));
    },
    'papers.bin': ({ paper }) => papersChanged(paperCase.binPaper(library, paper, true)),
    'papers.takeOut': ({ paper }) => papersChanged(paperCase.binPaper(library, paper, false)),
    'papers.erase': ({ paper }) => {
      const { task } = paperCase.requirePaper(library.db, paper);
      erasePaper(context, task, paper);
      exchange.withdraw();
      return papersChanged(task);
    },
    'papers.setPupil': ({ paper, pupil }) => papersChanged(paperCase.givePupil(library, paper, pupil)),
    'papers.retype': ({ paper, text }) => papersChanged(paperCase.retype(library, paper, text)),
    'papers.setHand': ({ paper, hand }) => papersChanged(sharing.setHand(library, paper, hand)),
    'papers.setSharing': ({ papers: ids, origin, consent }) => {
      sharing.setSharing(library, ids, origin, consent).forEach(papersChanged);
      return {};
    },
    'papers.lookAgain': ({ paper, looked }) => papersChanged(sharing.lookAgain(library, paper, looked)),
    'papers.checkText': ({ paper, checked }) => papersChanged(paperCase.checkText(library, paper, checked)),
    'pages.clean': async ({ page, cleaning }) => {
      const facts = await cleanPage(library, imaging, page, cleaning, true);
      exchange.withdraw();
      papersChanged(taskOfPage(page));
      return facts;
    },
    'pages.check': async ({ page, checked }) => {
      const facts = await checkPage(library, imaging, page, checked);
      if (!checked) exchange.withdraw();
      papersChanged(taskOfPage(page));
      return facts;
    },

    'names.suggest': ({ task, useClassList }) => jobs.start((report, signal) => precedence.first(() => naming.suggest(task, useClassList, report, signal))),
    'names.suggestions': ({ task }) => naming.suggestions(task),
    'names.apply': ({ task, pages, uniform }) => jobs.start((report, signal) => precedence.first(() => naming.apply(task, pages, uniform, report, signal))),
    'names.takeBack': ({ task }) => jobs.start((report, signal) => precedence.first(() => naming.takeBack(task, report, signal))),
    'privacy.state': ({ task }) => privacyState(library, task),
    'privacy.finish': ({ task, lookedAgain }) => {
      requireFinishable(library, task);
      return jobs.start(async (report, signal) => {
        const finished = await finishAnonymising(context, task, lookedAgain, report, signal);
        if (finished.done) naming.forget(task);
        return finished;
      });
    },
    'privacy.certificate': ({ task }) => makeCertificate(context, task),

    'people.list': () => people.classList(library),
    'people.add': ({ names }) => people.addPupils(library, names),
    'people.rename': ({ pupil, name }) => people.renamePupil(library, pupil, name),
    'people.place': ({ pupils, space, year }) => people.placePupils(library, pupils, space, year),
    'people.remove': ({ pupil }) => people.removePupil(library, pupil),
    'people.forgetNames': () => people.forgetNames(library),

    'team.print': (wish) => jobs.start((report, signal) => printTeamSummary(context, wish, report, signal)),

    'goals.print': (wish) => jobs.start((report, signal) => printGoals(context, wish, report, signal)),
    'goals.printed': () => goalsPrinted(library),
    'papers.print': (wish) => jobs.start((report, signal) => printForClass(context, wish, report, signal)),
    'papers.missing': ({ task }) => answerSheetsOut(library.db, task),

    ...goalServices(() => library, exchange, tell),
    ...lessonServices(() => library),
  };

  return {
    services,
    pictures: createPictures(context),
    exchange,
    library: () => library,
    async close() {
      await watching.close();
      await jobs.close();
      library.close();
      exchange.close();
    },
  };
}

function tellMishap(library: Library): LibraryStatus['mishap'] {
  const mishap = library.mishap();
  return mishap && { kind: mishap.kind, lastOpenedOn: mishap.lastOpenedOn };
}

function statusOf(library: Library): LibraryStatus {
  const { walls: wallCount, bytes } = z
    .object({ walls: z.int(), bytes: z.int() })
    .parse(
      library.db
        .prepare(
          'select (select count(*) from chart where binned_at is null) as walls, (select coalesce(sum(bytes), 0) from media) + (select coalesce(sum(bytes), 0) from sealed) as bytes',
        )
        .get(),
    );
  return {
    folder: library.folder,
    warning: syncWarning(library.folder),
    mishap: tellMishap(library),
    setAside: library.setAside.contents(),
    keysKeptIn: library.keys.place,
    walls: wallCount,
    papers: countPapers(library.db),
    pupils: people.classList(library).pupils.length,
    bytes,
  };
}
