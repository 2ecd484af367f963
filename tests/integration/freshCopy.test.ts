import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lchownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { chromePath } from '../support/chrome.ts';
import { tempPlace } from '../support/library.ts';
import { ownBrowserFor } from '../support/ownBrowser.ts';
import { endAll, listenedTo, lookInto, profileOf, type Served } from '../support/served.ts';

// `npm start` in a copy of the project that was never built, and in the long form never installed either (which asks the registry).

const LONG = process.env['STEPWALL_LONG'] === '1';
const project = fileURLToPath(new URL('../../', import.meta.url));
const MADE = ['node_modules', 'dist', 'out', '.git'];
const NOBODY = 65534;
const users = process.getuid?.() === 0 ? [{ name: 'root' }, { name: 'an ordinary user', uid: NOBODY, gid: NOBODY }] : [{ name: 'an ordinary user' }];
const place = tempPlace();
const running: Served[] = [];
afterAll(async () => {
  await endAll(running);
  place.remove();
});

function copyFor(owner: number | undefined): string {
  const folder = join(place.root, `of-${owner ?? 'me'}`);
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'stepwall');
  cpSync(project, copy, { recursive: true, filter: (from) => !MADE.includes(basename(from)) || !project.startsWith(join(from, '..')) });
  if (!LONG) {
    mkdirSync(join(copy, 'node_modules'));
    for (const name of readdirSync(join(project, 'node_modules')).filter((one) => one !== '.vite-temp'))
      symlinkSync(join(project, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const name of ['person', 'home', 'temp']) mkdirSync(join(folder, name), { mode: 0o700 });
  if (owner !== undefined)
    for (const entry of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) lchownSync(join(folder, entry), owner, owner);
  return folder;
}

describe.skipIf(process.platform !== 'linux' || chromePath() === null)('a fresh copy of the project (Linux, with a Chromium)', () => {
  test.each(users)('started as $name with a runtime that aborts ends at a window', { timeout: LONG ? 900_000 : 120_000 }, async ({ uid, gid }) => {
    chmodSync(place.root, 0o755);
    const folder = copyFor(uid);
    const aborts = join(folder, 'aborts');
    writeFileSync(aborts, '#!/bin/sh\nkill -ABRT $$\n');
    chmodSync(aborts, 0o755);
    const environment = {
      PATH: process.env['PATH'],
      ...(LONG && process.env['NODE_EXTRA_CA_CERTS'] !== undefined ? { NODE_EXTRA_CA_CERTS: process.env['NODE_EXTRA_CA_CERTS'] } : {}),
      HOME: join(folder, 'person'),
      TMPDIR: join(folder, 'temp'),
      STEPWALL_HOME: join(folder, 'home'),
      STEPWALL_ELECTRON: aborts,
      STEPWALL_BROWSER: ownBrowserFor(folder, 0o755),
      DISPLAY: ':99',
    };
    const started = listenedTo(spawn('npm', ['start'], { cwd: join(folder, 'stepwall'), env: environment, uid, gid, stdio: ['ignore', 'pipe', 'pipe'] }));
    running.push(started);
    const profile = await Promise.race([profileOf(started), started.ended.then(() => Promise.reject(new Error(started.said())))]);
    const { page } = await lookInto(profile);
    await page.locator('h1').first().waitFor();
    expect(started.said()).toContain('Building the window …');
    expect(started.said()).toMatch(/^Electron’s window could not open on this computer \(SIGABRT\).* Stepwall opens in a browser window instead\.$/m);
    await page.close();
    expect(await started.ended).toBe(0);
    expect(existsSync(join(folder, 'temp', 'stepwall'))).toBe(false);
  });
});
