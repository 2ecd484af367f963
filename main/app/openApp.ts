import { join } from 'node:path';
import { createNaming } from '../capture/naming.ts';
import { captureHandlers } from '../capture/calls.ts';
import { createPictures } from '../capture/pictures.ts';
import type { Sources } from '../capture/scanning.ts';
import { createWatching, type WatchTimes } from '../capture/watching.ts';
import { chartHandlers } from '../chart/calls.ts';
import { chartsOfPaper } from '../chart/chartsOfPaper.ts';
import { classHandlers } from '../class/calls.ts';
import type { Services } from '../../core/contract/contract.ts';
import type { Tell } from '../../core/contract/events.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import type { Imaging } from '../engines/imaging/imaging.ts';
import type { Printing } from '../engines/printing/printer.ts';
import { openPrinterBook } from '../engines/printing/printerSettings.ts';
import { createPrinting } from '../engines/printing/printing.ts';
import type { Scanning } from '../engines/scanning/scanner.ts';
import { createScanning } from '../engines/scanning/scanning.ts';
import { openSourcesBook } from '../engines/scanning/sourcesBook.ts';
import { goalHandlers } from '../goals/calls.ts';
import { catchUpStandings } from '../goals/writers.ts';
import { handoutHandlers } from '../handouts/calls.ts';
import { lessonHandlers } from '../lessons/calls.ts';
import { libraryHandlers, type WholeLibrary } from '../library/calls.ts';
import type { Context } from '../library/context.ts';
import { destroyUnused, openLibrary, requireSound, type Library, type OpenOptions } from '../library/library.ts';
import { copyPictures, giveUp, goOver } from '../library/moveLibrary.ts';
import { requireFree, safePlace } from '../library/newPlace.ts';
import { replaceLibrary, unpackBackup } from '../library/restore.ts';
import { watchSoundness, type WatchedLibrary } from '../library/watchSoundness.ts';
import type { Pictures } from '../platform/host/files.ts';
import { userFolder } from '../platform/media/keyStore.ts';
import { createExchange, type Exchange } from '../platform/work/exchange.ts';
import { createJobs } from '../platform/work/jobs.ts';
import { createPrecedence } from '../platform/work/precedence.ts';
import { sweepTempFolders } from '../platform/tempFolders.ts';
import { rankingHandlers } from '../ranking/calls.ts';
import { sheetHandlers } from '../sheets/calls.ts';
import { checkWhole } from './checkWhole.ts';
import { withEffects } from './effects.ts';
import { readThrough } from './readThrough.ts';

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
  /** Whether names are looked for as pages come in, before anyone asks; they are unless it says no. */
  readonly lookAhead?: boolean;
}

/** Opens the library and puts the areas over it. @throws Refusal as `openLibrary` does */
export function openApp({
  folder,
  imaging,
  tell,
  log,
  printing = createPrinting(),
  scanning = createScanning(),
  watchTimes = {},
  lookAhead = true,
  ...options
}: AppOptions): App {
  let watched = watchOver(openLibrary(folder, options));
  const library = (): Library => watched.library;
  const home = options.home ?? userFolder();
  const waiting = join(home, 'waiting');
  sweepTempFolders(waiting);
  const jobs = createJobs(tell, log);
  const context: Context = {
    library,
    imaging,
    exchange: createExchange(waiting),
    jobs,
    tell,
    precedence: createPrecedence(),
    charts: chartsOfPaper,
    cameIn: (task) => void (lookAhead && naming.lookAhead(task).catch(log)),
  };
  const naming = createNaming(context);
  const { exchange } = context;
  const sources: Sources = { scanning, book: openSourcesBook(home) };
  const watching = createWatching(context, sources.book, log, watchTimes);

  const restore: WholeLibrary['restore'] = async (source, passphrase, report, signal) => {
    await unpackBackup(library().folder, source, passphrase, { ...options, readThrough }, report, signal);
    await leaveLibrary(signal);
    const replaced = replaceLibrary(library(), options);
    watched = watchOver(replaced.library);
    exchange.withdraw();
    if (replaced.problem !== null) throw replaced.problem;
  };

  const move: WholeLibrary['move'] = async (report, signal) => {
    const leaving = library();
    const to = safePlace();
    if (to === null) throw new Refusal('not-found', libraryWords.move.noSafePlace);
    await copyPictures(leaving, requireFree(leaving.folder, to), options, report, signal);
    await leaveLibrary(signal).catch((error: unknown) => {
      giveUp(leaving, to, options);
      throw error;
    });
    const gone = goOver(leaving, to, options);
    watched = watchOver(gone.library);
    if (gone.problem !== null) throw gone.problem;
  };

  /** Until nobody works with the library any more but the one whose signal this is. @throws the signal's reason once it is aborted */
  async function leaveLibrary(signal: AbortSignal): Promise<void> {
    await watching.close();
    await jobs.close(signal);
    await watched.stop();
    signal.throwIfAborted();
  }

  function watchOver(opened: Library): WatchedLibrary {
    if (!opened.isDamaged()) catchUpStandings(opened);
    return watchSoundness(opened, () => tell('library.changed', { replaced: false }), log);
  }

  const services = withEffects(
    {
      ...libraryHandlers(context, { readThrough, restore, move, check: () => (report, signal) => checkWhole(library(), report, signal) }),
      ...chartHandlers(context),
      ...captureHandlers(context, { naming, sources, watching }),
      ...classHandlers(context.library),
      ...rankingHandlers(context.library, home),
      ...sheetHandlers(context, { printing, book: openPrinterBook(home) }),
      ...goalHandlers(context),
      ...lessonHandlers(context.library),
      ...handoutHandlers(context),
    },
    {
      tell,
      start: (call, work) => jobs.start(call, work),
      erase() {
        exchange.withdraw();
        destroyUnused(library());
      },
      async requireSound() {
        await watched.known;
        requireSound(library());
      },
    },
  );

  return {
    services,
    pictures: createPictures(context),
    exchange,
    library,
    async close() {
      await watching.close();
      await jobs.close();
      await naming.close();
      await watched.stop();
      library().close();
      exchange.close();
    },
  };
}
