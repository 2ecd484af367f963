import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Place } from './library.ts';

/**
 * Starts a program that `openToBeKilled` opens the app in, lets it work for some milliseconds or to its end, and kills it; it may complain of nothing.
 * @param model the place in which what Node compiles is kept from kill to kill
 * @returns how long it worked, ms
 */
export async function killInTheMiddle(program: string, args: readonly string[], place: Place, model: Place, after: number | 'done'): Promise<number> {
  const child = spawn(process.execPath, [program, place.folder, place.home, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(model.root, 'compiled') },
  });
  const complaints: string[] = [];
  child.stderr.on('data', (words: Buffer) => complaints.push(String(words)));
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect(await lines.next()).toMatchObject({ value: 'begins' });
  const began = performance.now();
  if (after === 'done') expect(await lines.next()).toMatchObject({ value: 'done' });
  else await later(after);
  const worked = performance.now() - began;
  child.kill('SIGKILL');
  await closed;
  expect([child.signalCode, complaints]).toEqual(['SIGKILL', []]);
  return worked;
}
