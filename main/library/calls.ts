import type { Handlers, Report, Work } from '../../core/contract/contract.ts';
import type { libraryCalls } from '../../core/contract/libraryCalls.ts';
import type { CheckReport } from '../../core/library/checkReport.ts';
import { today } from '../../core/kernel/days.ts';
import { libraryWords } from '../../core/words/library.ts';
import { now } from '../platform/database/rows.ts';
import { makeBackup } from './backup.ts';
import type { Context } from './context.ts';
import { destroyKept } from './keptLibraries.ts';
import { libraryStatus } from './libraryStatus.ts';
import type { ReadThrough } from './proveDatabase.ts';
import type { BackupSource } from './restore.ts';

/** What the app does for the library as a whole: everything that stands on it knows how to be read, and has to leave it before another takes its place. */
export interface WholeLibrary {
  readonly readThrough: ReadThrough;
  readonly check: () => Work<CheckReport>;
  readonly move: (report: Report, signal: AbortSignal) => Promise<void>;
  readonly restore: (source: BackupSource, passphrase: string | null, report: Report, signal: AbortSignal) => Promise<void>;
}

export function libraryHandlers(
  { library, exchange, jobs, tell }: Context,
  { readThrough, restore, move, check }: WholeLibrary,
): Handlers<typeof libraryCalls> {
  const changed = <A>(answer: A) => ({ answer, told: { 'library.changed': { replaced: false } } }) as const;
  return {
    'library.status': () => libraryStatus(library()),
    'library.check': () => check(),
    'library.backup':
      ({ passphrase }) =>
      async (report, signal) => {
        const open = library();
        const out = exchange.beginOut(libraryWords.backup.file(today()));
        const begun = now();
        try {
          const { leftOut } = await makeBackup(open, passphrase, out, readThrough, report, signal);
          const file = out.handOut();
          open.noteBackup(begun);
          tell('library.changed', { replaced: false });
          return { file, leftOut };
        } catch (error) {
          out.abandon();
          throw error;
        }
      },
    'library.restore':
      ({ file, passphrase }) =>
      async (report, signal) => {
        const source = exchange.takePieces(file);
        try {
          await restore(source, passphrase, report, signal);
        } finally {
          source.forget();
        }
        tell('library.changed', { replaced: true });
        return libraryStatus(library());
      },
    'library.move': () => async (report, signal) => {
      await move(report, signal);
      tell('library.changed', { replaced: false });
      return libraryStatus(library());
    },
    'library.remindLater': () => {
      library().remindLater();
      return changed(libraryStatus(library()));
    },
    'library.destroyKept': () => {
      destroyKept(library().folder);
      return changed(libraryStatus(library()));
    },
    'library.settle': () => {
      library().settleMishap();
      return changed(libraryStatus(library()));
    },
    'library.emptySetAside': () => {
      library().setAside.destroyAll();
      return changed(libraryStatus(library()));
    },
    'drafts.read': ({ name }) => ({ text: library().drafts.read(name) }),
    'drafts.keep': ({ name, text }) => {
      library().drafts.keep(name, text);
      return {};
    },
    'files.offer': ({ name, bytes }) => ({ token: exchange.offer(name, bytes) }),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}
