import { spawn } from 'node:child_process';
import { PrintProblem, type Printing } from './printer.ts';

/** What the teacher does in the program that opened. Windows has no way of its own to print a PDF unscaled. */
export const VIEWER_STEPS = [
  'The PDF opens in the program that this computer has for PDFs.',
  'Press Ctrl+P and choose the printer.',
  'Look for “Size”, “Scale” or “More settings”, and choose “Actual size” or 100 %. Never “Fit” or “Shrink”.',
  'Choose one-sided, and print the first page only. Measure its ruler: 100 mm must be 100 mm.',
  'Then print the rest.',
] as const;

/** Starts a program with its arguments and lets it go its own way. */
export type Launch = (program: string, args: readonly string[]) => Promise<void>;

/** Printing where no printer can be spoken to directly: opens the PDF in the system's own viewer. */
export function createViewer(launch: Launch = launchProgram): Printing {
  return {
    direct: false,
    list: () => Promise.resolve([]),
    edges: () => Promise.resolve(null),
    async print({ file }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      onProgress?.('Opening the PDF');
      try {
        await launch('rundll32.exe', ['url.dll,FileProtocolHandler', file]);
      } catch {
        throw new PrintProblem('The PDF could not be opened.', 'Save it, and open it from its folder.');
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
