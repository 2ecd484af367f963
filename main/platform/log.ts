import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 512 * 1024;
const MOST_OF_ONE = 4000;
const GATHER_MS = 200;

/** What another process of ours wrote to its standard error. */
export class Overheard extends Error {
  override readonly name = 'Overheard';

  constructor(words: string) {
    super(words);
    this.stack = words;
  }
}

/** Gives on what comes in bits, a few times a second at most and no more of it than the log would keep: a process may say the same a thousand times. */
export function gathered(say: (words: string) => void): { add(words: string): void; end(): void } {
  let words = '';
  let due: NodeJS.Timeout | null = null;
  const give = (): void => {
    if (due !== null) clearTimeout(due);
    due = null;
    if (words !== '') say(words);
    words = '';
  };
  return {
    add(more) {
      words = (words + more).slice(0, MOST_OF_ONE);
      due ??= setTimeout(give, GATHER_MS).unref();
    },
    end: give,
  };
}

/** Failures, one JSON line each, kept in the user's folder and nowhere else; never names, file names or contents. The older half goes when it grows. */
export function createLog(home: string): (error: unknown) => void {
  const file = join(home, 'stepwall.log');
  return (error) => {
    const said = error instanceof Error ? { name: error.name, stack: shortened(error.stack ?? error.message) } : { name: 'unknown', stack: typeof error };
    try {
      mkdirSync(home, { recursive: true });
      if (existsSync(file) && statSync(file).size > MOST_BYTES) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...said })}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one failure into two.
    }
  };
}

/** Where it happened, without the folders of this computer and the names of files that are not ours. */
function shortened(stack: string): string {
  return stack
    .replaceAll(/(file:\/\/)?([A-Za-z]:)?[\\/][^\n()"']*[\\/](?=(core|main|node_modules)[\\/])/g, '')
    .replaceAll(/(file:\/\/)?([A-Za-z]:|(?<![\w.)]))[\\/][^\n"'“”():]+/g, '…')
    .replaceAll(/(["'“])[^"'“”\n]*\.\w{2,5}(["'”])/g, '$1…$2')
    .slice(0, MOST_OF_ONE);
}
