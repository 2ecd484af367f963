import type { Handlers, Work } from '../../core/contract/contract.ts';
import type { libraryCalls } from '../../core/contract/libraryCalls.ts';
import type { CheckReport } from '../../core/library/checkReport.ts';
import { today } from '../../core/kernel/days.ts';
import { libraryWords } from '../../core/words/library.ts';
import { requireSoundNow } from './watchSoundness.ts';
import { makeBackup } from './backup.ts';
import type { Context } from './context.ts';
import { libraryStatus } from './libraryStatus.ts';

/** What is the app's to do: it knows what stands on the library. */
interface OfTheApp {
  readonly restore: (file: string, passphrase: string | null) => Promise<void>;
  readonly check: () => Work<CheckReport>;
}

/** The calls of the library as a whole. */
export function libraryHandlers({ library, exchange, jobs }: Context, { restore, check }: OfTheApp): Handlers<typeof libraryCalls> {
  const changed = <A>(answer: A, replaced = false) => ({ answer, told: { 'library.changed': { replaced } } }) as const;
  return {
    'library.status': () => libraryStatus(library()),
    'library.check': () => check(),
    'library.backup': async ({ passphrase }) => {
      await requireSoundNow(library());
      return exchange.giveOut(libraryWords.backup.file(today()), makeBackup(library(), passphrase));
    },
    'library.restore': async ({ file, passphrase }) => {
      await restore(file, passphrase);
      return changed(libraryStatus(library()), true);
    },
    'library.settle': () => {
      library().settleMishap();
      return changed(libraryStatus(library()));
    },
    'library.emptySetAside': () => {
      library().setAside.destroyAll();
      return changed(libraryStatus(library()));
    },
    'files.offer': ({ name, bytes }) => ({ token: exchange.offer(name, bytes) }),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}
