import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of ours that may crash: it opens what others made. */
export interface Helper {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process is gone, however it went, with the last of what it wrote to standard error. */
  onExit(listener: (lastWords: string) => void): void;
  kill(): void;
}

export interface HelperOptions {
  /** A helper that holds more is ended. */
  readonly memoryMb: number;
}

/** Starts the module at this address in a process of its own. Never throws: a helper that can't start exits. */
export type StartHelper = (module: URL, options: HelperOptions) => Helper;

const LAST_WORDS = 2000;

/** What is among the last words of a helper that held too much: the guard says so, or V8 does, or the system ended it unasked. */
export const OUT_OF_MEMORY = /out[ -]of[ -]memory/i;

/** Helpers as children on the same Node; messages are structured clones, so bytes stay bytes. What they say to standard error, this process says too. */
export const startHelperInNode: StartHelper = (module, { memoryMb }) => {
  const child = fork(fileURLToPath(module), [String(process.pid), String(memoryMb)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    lastWords = (lastWords + chunk.toString()).slice(-LAST_WORDS);
  });
  return {
    send(message) {
      // A child that has just died is reported by its exit; the failed write says nothing more.
      if (child.connected) child.send(message as NodeJS.Dict<unknown>, () => undefined);
    },
    onMessage(listener) {
      child.on('message', listener);
    },
    onExit(listener) {
      let gone = false;
      const once = (words: string): void => {
        if (!gone) listener(words);
        gone = true;
      };
      // Nobody but the system's own guard of memory ends a process like this unasked.
      child.once('close', (_code, signal) => once(signal === 'SIGKILL' && !child.killed ? `${lastWords} out-of-memory` : lastWords));
      child.once('error', () => once(lastWords));
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
};
