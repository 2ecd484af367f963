import { writeSync } from 'node:fs';
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

const CHECK_EVERY_MS = 50;
const STDERR = 2;

const { parent, graceMs, megabytes } = z
  .object({ parent: z.int().positive(), graceMs: z.number().min(0), megabytes: z.number().positive().or(z.literal(Infinity)) })
  .parse(workerData);
let aloneSince: number | null = null;

setInterval(() => {
  if (process.memoryUsage.rss() > megabytes * 1024 * 1024) {
    // Right here: what is written through the process's own stream waits for a thread that is busy.
    writeSync(STDERR, 'out-of-memory\n');
    end();
  }
  if (aloneSince === null && isParentGone()) aloneSince = performance.now();
  if (aloneSince !== null && performance.now() - aloneSince >= graceMs) end();
}, CHECK_EVERY_MS);

/** Whoever loses its parent gets another one, except on Windows, where it keeps the number of one that is gone. */
function isParentGone(): boolean {
  if (process.platform !== 'win32') return process.ppid !== parent;
  try {
    return !process.kill(parent, 0);
  } catch {
    return true;
  }
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
