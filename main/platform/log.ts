import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 512 * 1024;

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

/** Where it happened, without the folders of this computer. */
const shortened = (stack: string): string => stack.replaceAll(/(file:\/\/)?\/[^\s)]*\/(?=(core|main|node_modules)\/)/g, '').slice(0, 4000);
