import { spawn } from 'node:child_process';
import { printingWords } from '../../../core/words/printing.ts';
import { PrintProblem, type Printing } from './printer.ts';

/** Starts a program with its arguments and lets it go its own way. */
export type Launch = (program: string, args: readonly string[]) => Promise<void>;

/** Printing where no printer can be spoken to directly: opens the PDF in the system's own viewer. Windows has no way of its own to print a PDF unscaled. */
export function createViewer(launch: Launch = launchProgram): Printing {
  return {
    direct: false,
    list: () => Promise.resolve([]),
    edges: () => Promise.resolve(null),
    async print({ file }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      onProgress?.(printingWords.opening);
      try {
        await launch('rundll32.exe', ['url.dll,FileProtocolHandler', file]);
      } catch {
        throw new PrintProblem(printingWords.notOpened);
      }
      return 'opened';
    },
  };
}

function launchProgram(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
