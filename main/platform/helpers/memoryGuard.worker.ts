import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

const CHECK_EVERY_MS = 50;

const { megabytes } = z.object({ megabytes: z.number().positive() }).parse(workerData);

setInterval(() => {
  if (process.memoryUsage.rss() > megabytes * 1024 * 1024) process.kill(process.pid, 'SIGKILL');
}, CHECK_EVERY_MS);
