import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { chromePath } from '../support/chrome.ts';
import { tempPlace } from '../support/library.ts';
import { ownBrowserFor } from '../support/ownBrowser.ts';
import { descendantsOf } from '../support/processes.ts';
import { endAll, listenedTo, lookInto, profileOf, type Served } from '../support/served.ts';

// `npm start`, on a computer where Electron's window can't open.

const script = fileURLToPath(new URL('../../build/scripts/start.mjs', import.meta.url));
const place = tempPlace();
const person = join(place.root, 'person');
mkdirSync(person);
const running: Served[] = [];
afterAll(async () => {
  await endAll(running);
  place.remove();
});

const standIn = (name: string, does: string): string => {
  const file = join(place.root, name);
  writeFileSync(file, `#!/bin/sh\n${does}\n`, { mode: 0o700 });
  return file;
};

function start(environment: NodeJS.ProcessEnv): Served {
  const env = {
    ...process.env,
    STEPWALL_ELECTRON: '',
    STEPWALL_HOME: place.home,
    STEPWALL_LIBRARY: place.folder,
    HOME: person,
    TMPDIR: place.temp,
    WAYLAND_DISPLAY: '',
    ...environment,
  };
  const started = listenedTo(spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  running.push(started);
  return started;
}

describe.skipIf(process.platform !== 'linux' || chromePath() === null)('npm start (Linux, with a Chromium)', () => {
  test(
    'with a runtime that aborts says why in one sentence and opens a browser; a second start with nothing changed builds nothing',
    { timeout: 120_000 },
    async () => {
      const environment = { STEPWALL_ELECTRON: standIn('aborts', 'kill -ABRT $$'), STEPWALL_BROWSER: ownBrowserFor(place.root), DISPLAY: ':99' };
      const times: number[] = [];
      for (const turn of ['first', 'second']) {
        const began = performance.now();
        const started = start(environment);
        const profile = await profileOf(started);
        const { page } = await lookInto(profile);
        times.push(Math.round(performance.now() - began));
        await page.locator('h1').first().waitFor();
        const why = started
          .said()
          .split('\n')
          .filter((line) => line.includes('instead'));
        expect(why).toEqual([
          expect.stringMatching(/^Electron’s window could not open on this computer \(SIGABRT\).*Stepwall opens in a browser window instead\.$/),
        ]);
        if (turn === 'second') expect(started.said()).not.toContain('Building');
        await page.close();
        expect(await started.ended).toBe(0);
      }
      process.stdout.write(`from npm start to the window: ${times.join(', then ')} ms\n`);
    },
  );

  test('without a display, and as root, there is a sentence and a plain address', { timeout: 60_000 }, async () => {
    const cases = [{ DISPLAY: '' }, ...(process.getuid?.() === 0 ? [{ DISPLAY: ':99' }] : [])];
    for (const environment of cases) {
      const started = start({ ...environment, STEPWALL_BROWSER: join(place.root, 'none'), PATH: '/nowhere' });
      await expect
        .poll(started.said, { timeout: 30_000 })
        .toMatch(/No browser could be opened here\. .* file:\/\/\S+open\.html|Stepwall opened in your own browser/);
      expect(started.said()).toMatch(
        environment.DISPLAY === '' ? /^There is no display for Electron’s window\./m : /^Electron’s window does not open for the user root\./m,
      );
      const [address = ''] = /file:\/\/\S+/.exec(started.said()) ?? [];
      expect(readFileSync(fileURLToPath(address), 'utf8')).toContain('/enter?ticket=');
      for (const { pid } of descendantsOf(started.child.pid ?? 0).slice(0, 1)) process.kill(pid, 'SIGTERM');
      expect(await started.ended).toBe(0);
    }
  });
});
