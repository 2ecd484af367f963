import { setTimeout as later } from 'node:timers/promises';
import type { EventName, Job } from '../../core/contract/events.ts';
import { openApp, type App } from '../../main/app/openApp.ts';
import { madeUpImaging } from './madeUpImaging.ts';

/** Opens the app in a process that is to be killed in the middle of something. Says a line when that may begin, and one when `end` is told; then it waits for good. */
export async function openToBeKilled(folder: string, home: string, end: EventName): Promise<App> {
  const app = openApp({
    folder,
    home,
    imaging: madeUpImaging(() => Buffer.alloc(0)),
    log: (error) => process.stderr.write(`${String(error)}\n`),
    tell: (event, payload) => {
      if (event === end) process.stdout.write('done\n');
      if (event === 'job.changed' && (payload as Job).problem !== null) process.stderr.write(`${JSON.stringify(payload)}\n`);
    },
  });
  setInterval(() => undefined, 1000);
  process.stdout.write('begins\n');
  // Whoever kills at once is to be in time.
  await later(25);
  return app;
}
