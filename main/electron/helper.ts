import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import type { StartHelper } from '../platform/helpers/startHelper.ts';

const LAST_WORDS = 2000;

/** Helpers as Electron's utility processes: the packed app can't run as plain Node. */
export const startHelperInShell: StartHelper = (module) => {
  const child = utilityProcess.fork(fileURLToPath(module), [], { serviceName: 'Stepwall pages', stdio: ['ignore', 'ignore', 'pipe'], execArgv: [] });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-LAST_WORDS);
  });
  const endNow = (): void => {
    // Asking (SIGTERM, what `kill` does) is not enough for a decoder that never comes back to its event loop.
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  };
  return {
    send(message) {
      child.postMessage(message);
    },
    onMessage(listener) {
      child.on('message', listener);
    },
    onExit(listener) {
      child.once('exit', () => listener(lastWords));
    },
    kill() {
      if (child.pid === undefined) child.once('spawn', endNow);
      else endNow();
    },
  };
};
