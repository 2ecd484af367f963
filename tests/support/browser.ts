import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { startHost, type RunningHost } from '../../main/serve.ts';

/** The browser of this machine; `STEPWALL_CHROME` names another. */
export function chromePath(): string | null {
  const places = [process.env['STEPWALL_CHROME'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

export interface AppInBrowser {
  readonly page: Page;
  readonly browser: Browser;
  readonly host: RunningHost;
  readonly library: string;
  /** What the page's policy refused and what threw in the page; a test ends with none. */
  readonly complaints: string[];
  /** Goes to a place of the app, such as `#/class`. */
  goTo(hash: string): Promise<void>;
  close(): Promise<void>;
}

/** Keeps what the window shows in `out/failed/` and prints what it complained of, for whoever looks into a failed test. */
export async function keepPicture({ page, complaints }: AppInBrowser): Promise<void> {
  if (complaints.length > 0) console.log(complaints.join('\n'));
  const name = (expect.getState().currentTestName ?? 'test').replaceAll(/[^\w]+/g, '-').slice(0, 80);
  await page.screenshot({ path: join('out', 'failed', `${name}.png`) });
}

export interface InBrowserOptions {
  /** Null or absent: an empty one that is thrown away. */
  readonly library?: string;
  /** A folder with `library/` and `home/` to work on a copy of. */
  readonly copyOf?: string;
  /** Another built window than `dist/renderer`. */
  readonly window?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The whole app over a library of its own and the built window, in a real window of a real browser. */
export async function openInBrowser({ library, copyOf, window, width = 1366, height = 768 }: InBrowserOptions = {}): Promise<AppInBrowser> {
  const executablePath = chromePath();
  if (executablePath === null) throw new Error('No Chromium or Chrome was found; install one, or name it in STEPWALL_CHROME.');
  const temporary = mkdtempSync(join(tmpdir(), 'stepwall-test-'));
  if (copyOf !== undefined) cpSync(copyOf, temporary, { recursive: true });
  // A library of the caller's own keeps its keys where the caller says.
  if (library === undefined || process.env['STEPWALL_HOME'] === undefined) process.env['STEPWALL_HOME'] = join(temporary, 'home');
  const folder = library ?? join(temporary, 'library');
  const host = await startHost(folder, 0, window);
  const browser = await chromium.launch({
    executablePath,
    // A test machine's root user can't start Chromium's sandbox; the product never passes this.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  const page = await browser.newPage({ viewport: { width, height }, acceptDownloads: true });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)));
  await page.goto(host.entrance);
  return {
    page,
    browser,
    host,
    library: folder,
    complaints,
    goTo: (hash) =>
      page.evaluate((to) => {
        location.hash = to;
      }, hash),
    async close() {
      await browser.close();
      await host.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
