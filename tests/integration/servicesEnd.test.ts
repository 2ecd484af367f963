import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../../main/library/library.ts';
import { tempPlace } from '../support/library.ts';
import { descendantsOf, isAlive, type Process } from '../support/processes.ts';
import { slowPdf } from '../support/slowPdf.ts';

const support = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const place = tempPlace();
afterAll(() => place.remove());

/** How long, in ms, until none of them is there any more. */
async function untilGone(pids: readonly number[]): Promise<number> {
  const began = performance.now();
  while (pids.some(isAlive) && performance.now() - began < 30_000) await later(20);
  return performance.now() - began;
}

describe.skipIf(process.platform !== 'linux')('what the app started ends with it (Linux)', () => {
  test('helpers that are busy in a script or in native code are gone within 2 s of their parent’s kill -9', async () => {
    const parent = spawn(process.execPath, [support('startsBusyHelpers.ts')], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    parent.stderr.on('data', (words: Buffer) => said.push(words));
    const pids: number[] = [];
    for await (const line of createInterface({ input: parent.stdout })) if (pids.push(Number(line)) === 2) break;
    // Busy for good by now, and not yet ended for any other reason.
    await later(500);
    expect(pids.filter(isAlive)).toHaveLength(2);
    // Their parent says what they say.
    expect(Buffer.concat(said).toString().split('\n').sort()).toEqual(['', 'at it: native', 'at it: script']);
    parent.kill('SIGKILL');
    expect(await untilGone(pids)).toBeLessThan(2000);
  });

  test('the services and the helper at a page that takes for ever are gone within 2 s of the shell’s kill -9, and the library opens', async () => {
    const picture = join(place.root, 'slow.pdf');
    writeFileSync(picture, await slowPdf());
    const shell = spawn(process.execPath, [support('standInShell.ts'), picture], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, STEPWALL_HOME: place.home, STEPWALL_LIBRARY: place.folder, STEPWALL_NODE: process.execPath, TMPDIR: place.temp },
    });
    await once(createInterface({ input: shell.stdout }), 'line');
    await expect.poll(() => descendantsOf(shell.pid ?? 0).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await later(1500);
    const started: Process[] = descendantsOf(shell.pid ?? 0);
    expect(started.some(({ command }) => command.includes('imaging.helper'))).toBe(true);
    shell.kill('SIGKILL');
    expect(await untilGone(started.map(({ pid }) => pid))).toBeLessThan(2000);
    openLibrary(place.folder, { home: place.home }).close();
  });
});
