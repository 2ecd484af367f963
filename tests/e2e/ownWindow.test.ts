import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { serveWords } from '../../core/words/serve.ts';
import { tempPlace } from '../support/library.ts';
import { ownBrowserFor } from '../support/ownBrowser.ts';
import { descendantsOf, isAlive } from '../support/processes.ts';
import { filesWith, lookInto, profileOf, serveOpen, type Served } from '../support/served.ts';

// Browser mode as a teacher has it: `serve --open`, a window of its own, and what other users of the computer and other servers can see of it.

const THEFTS = 20;
const STARTS = process.env['STEPWALL_LONG'] === '1' ? THEFTS : 3;
const place = tempPlace();
const person = join(place.root, 'person');
mkdirSync(person);
const environment = {
  ...process.env,
  STEPWALL_HOME: place.home,
  STEPWALL_BROWSER: ownBrowserFor(place.root),
  HOME: person,
  TMPDIR: place.temp,
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
};
const running: Served[] = [];
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
});
afterAll(() => place.remove());

function start(environmentOfIt: NodeJS.ProcessEnv = environment): Served {
  const served = serveOpen(place.folder, environmentOfIt);
  running.push(served);
  return served;
}

async function end({ child, ended }: Served): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}

/** What every user of this computer can read of the programs that run. */
const processList = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    });

/** Whether a thief gets in with a word: as an address, as a ticket, as the secret path, as a cookie, as a key. */
async function opens(origin: string, word: string): Promise<boolean> {
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<boolean> => {
    const address = URL.parse(path, origin);
    if (address === null) return false;
    const reply = await fetch(address, { method: headers['x-stepwall-key'] === undefined ? 'GET' : 'POST', headers, redirect: 'manual' }).catch(() => null);
    return reply !== null && reply.status < 400;
  };
  const safe = encodeURIComponent(word);
  const tries = [
    word.startsWith(origin) && ask(word),
    ask(`/enter?ticket=${safe}`),
    ask(`/s/${safe}/`),
    ask('/', { cookie: `stepwall=${safe}` }),
    ask('/show', { 'x-stepwall-key': safe }),
  ];
  return (await Promise.all(tries)).some(Boolean);
}

describe.skipIf(process.platform !== 'linux')('another user of this computer (Linux, where any user reads the process list)', () => {
  test(`finds nothing in the process list that lets in (${STARTS} starts)`, { timeout: STARTS * 30_000 }, async () => {
    for (let count = 0; count < STARTS; count++) {
      const served = start();
      const seen = new Set<string>();
      let modes: readonly number[] = [];
      let watching = true;
      const watch = (async () => {
        while (watching) {
          for (const line of processList()) {
            const [, file] = /--app=file:\/\/(\S+)/.exec(line) ?? [];
            if (file?.startsWith(person)) {
              seen.add(file);
              if (modes.length === 0 && existsSync(file)) modes = [file, join(file, '..')].map((one) => statSync(one).mode & 0o777);
            }
            line.split(/[\s=]+/).forEach((word) => seen.add(word));
          }
          await later(3);
        }
      })();
      const { browser, page } = await lookInto(await profileOf(served));
      await page.locator('h1').first().waitFor();
      watching = false;
      await watch;
      const { origin, pathname } = new URL(page.url());
      const [, , secret = ''] = pathname.split('/');
      expect(secret).toHaveLength(43);
      const words = [...seen];
      expect(words.filter((word) => word.includes(secret) || word.includes('ticket='))).toEqual([]);
      const entrance = words.filter((word) => word.startsWith(person) && word.endsWith('/open.html'));
      expect(entrance).toHaveLength(1);
      expect(modes).toEqual([0o600, 0o700]);
      // It was used, so it is gone, and so is its folder.
      expect([...entrance, join(entrance[0]!, '..')].filter(existsSync)).toEqual([]);
      const tries = words.filter((word) => /stepwall|127\.0\.0\.1|^[\w-]{20,}$/.test(word));
      expect(tries.length).toBeGreaterThan(0);
      for (const word of tries) expect(await opens(origin, word), word).toBe(false);
      // The same question can be answered otherwise: with the secret it is open.
      expect(await opens(origin, secret)).toBe(true);
      await browser.close().catch(() => undefined);
      await end(served);
    }
  });

  test(`gets nothing from ${THEFTS} visits of the window's browser to servers of theirs, whatever they answer`, async () => {
    const served = start();
    const { page } = await lookInto(await profileOf(served));
    await page.locator('h1').first().waitFor();
    const { origin, pathname } = new URL(page.url());
    const [, , secret = ''] = pathname.split('/');
    const heard: IncomingMessage[] = [];
    const thief = createServer((request, response) => {
      heard.push(request);
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>x</title><img src="/picture"><script>fetch('/script', { credentials: 'include' })</script>`);
    });
    thief.listen(0, '127.0.0.1');
    await once(thief, 'listening');
    const { port } = thief.address() as AddressInfo;
    for (let visit = 0; heard.length < THEFTS * 2 && visit < THEFTS; visit++) {
      const name = ['127.0.0.1', 'localhost'][visit % 2];
      if (visit % 4 < 2) {
        // As a link in the window would.
        await page.evaluate((to) => location.assign(to), `http://${name}:${port}/followed`);
        await page.waitForURL('**/followed');
        await page.waitForLoadState('networkidle');
        await page.goto(origin + pathname, { referer: '' });
      } else {
        const other = await page.context().newPage();
        await other.goto(`http://${name}:${port}/typed`, { waitUntil: 'networkidle' });
        await other.close();
      }
    }
    expect(heard.length).toBeGreaterThanOrEqual(THEFTS);
    const got = heard.flatMap(({ headers, url }) => [url ?? '', ...Object.values(headers).flat()].filter((value) => value !== undefined));
    expect(got.filter((value) => value.includes(secret))).toEqual([]);
    expect(heard.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
    for (const value of new Set(got)) expect(await opens(origin, value), value).toBe(false);
    thief.close();
    thief.closeAllConnections();
    await end(served);
  });
});

describe('the browser keeps nothing', () => {
  const canaries = Array.from({ length: 20 }, (_, index) => `Kanarie${['zo', 'wi', 'ra', 'tu'][index % 4]}${String.fromCharCode(97 + index)}q`);

  test('of 20 words typed: while it is open, killed, and closed; and its folder is gone', async () => {
    for (const manner of ['closed', 'killed'] as const) {
      const served = start();
      const profile = await profileOf(served);
      const { page } = await lookInto(profile);
      const at = (hash: string): Promise<void> =>
        page.evaluate((to) => {
          location.hash = to;
        }, hash);
      await at('#/class');
      const names = page.getByLabel('Paste or type the names');
      await names.fill(canaries.slice(0, 15).join('\n'));
      await page.getByRole('button', { name: /^Add \d+ pupils/ }).click();
      const added = page.getByLabel(/^Name of /);
      await expect
        .poll(() => added.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)), { timeout: 30_000 })
        .toContain(canaries[0]!);
      await names.fill(canaries.slice(15, 18).join('\n'));
      await at('#/settings');
      await page
        .getByLabel(/passphrase/i)
        .first()
        .fill(canaries[18]!);
      await page
        .getByLabel(/passphrase/i)
        .last()
        .fill(canaries[19]!);
      expect(
        await page.getByLabel(/passphrase/i).evaluateAll((fields) => fields.map((field) => [field.getAttribute('type'), field.getAttribute('autocomplete')])),
      ).toEqual([
        ['password', 'off'],
        ['password', 'off'],
      ]);
      // Chromium writes its session down within some seconds.
      await later(6000);
      const places = [profile, place.temp, person];
      expect(statSync(profile).mode & 0o777).toBe(0o700);
      expect(filesWith(canaries, ...places)).toEqual([]);
      if (manner === 'closed') {
        await page.close();
        expect(await served.ended).toBe(0);
        expect(existsSync(profile)).toBe(false);
      } else {
        const browsers = descendantsOf(served.child.pid ?? 0).filter(({ command }) => command.includes(profile));
        expect(browsers.length).toBeGreaterThan(0);
        served.child.kill('SIGKILL');
        await served.ended;
        await expect.poll(() => browsers.filter(({ pid }) => isAlive(pid)), { timeout: 10_000 }).toEqual([]);
        expect(filesWith(canaries, ...places)).toEqual([]);
        const next = start();
        await profileOf(next);
        expect(existsSync(profile)).toBe(false);
        await end(next);
      }
      expect(filesWith(canaries, ...places)).toEqual([]);
    }
  }, 120_000);
});

describe('a start never ends in nothing', () => {
  test('loading the window anew goes on; a second start shows the first one’s window and ends; closing it ends all', async () => {
    const served = start();
    const { page } = await lookInto(await profileOf(served));
    await page.reload();
    await page.locator('h1').first().waitFor();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.said().trim()).toBe(serveWords.isOpenAlready);
    expect(page.context().pages()).toHaveLength(1);
    await later(1000);
    expect(isAlive(served.child.pid ?? 0)).toBe(true);
    await page.close();
    expect(await served.ended).toBe(0);
    expect(readdirSync(join(place.home, 'running'))).toEqual([]);
  });

  test('a window that is closed, or a browser that ends, as soon as it is there ends all', async () => {
    for (const close of [
      (page: Page) => page.close(),
      (page: Page) =>
        page
          .context()
          .browser()
          ?.newBrowserCDPSession()
          .then((session) => session.send('Browser.close')),
    ]) {
      const served = start();
      const { page } = await lookInto(await profileOf(served));
      await close(page);
      expect(await served.ended).toBe(0);
    }
  });

  test('a browser that aborts, and none: there is a plain address in one sentence, which lets in', async () => {
    const aborts = join(place.root, 'aborts.sh');
    writeFileSync(aborts, '#!/bin/sh\nkill -ABRT $$\n', { mode: 0o700 });
    for (const browser of [aborts, join(place.root, 'none')]) {
      const served = start({ ...environment, STEPWALL_BROWSER: browser });
      await expect.poll(() => served.said(), { timeout: 20_000 }).toContain('file://');
      const [address = ''] = /file:\/\/\S+/.exec(served.said()) ?? [];
      expect(served.said()).toContain(serveWords.noBrowser(address));
      const used: string[] = [];
      for (let time = 0; time < 2; time++) {
        const page = readFileSync(fileURLToPath(address), 'utf8');
        const [, entrance = ''] = /url=([^"]+)"/.exec(page) ?? [];
        expect(used).not.toContain(entrance);
        used.push(entrance);
        expect((await fetch(entrance, { redirect: 'follow' })).status).toBe(200);
        expect((await fetch(entrance, { redirect: 'follow' })).status).toBe(401);
      }
      await end(served);
      expect(existsSync(fileURLToPath(address))).toBe(false);
    }
  });
});
