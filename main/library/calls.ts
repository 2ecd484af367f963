import type { Handlers } from '../../core/contract/contract.ts';
import type { libraryCalls } from '../../core/contract/libraryCalls.ts';
import { today } from '../../core/kernel/days.ts';
import { libraryWords } from '../../core/words/library.ts';
import { makeBackup } from './backup.ts';
import type { Context } from './context.ts';
import { libraryStatus } from './libraryStatus.ts';

/** The calls of the library as a whole. `restore` is the app's: everything that stands on the library has to leave it first. */
export function libraryHandlers(
  { library, exchange, jobs }: Context,
  restore: (file: string, passphrase: string | null) => Promise<void>,
): Handlers<typeof libraryCalls> {
  const changed = <A>(answer: A, replaced = false) => ({ answer, told: { 'library.changed': { replaced } } }) as const;
  return {
    'library.status': () => libraryStatus(library()),
    'library.backup': ({ passphrase }) => exchange.giveOut(libraryWords.backup.file(today()), makeBackup(library(), passphrase)),
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
