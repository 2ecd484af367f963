import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { startHost, type RunningHost } from '../../main/serve.ts';
import type { AppOptions } from '../../main/app/openApp.ts';
import { chromePath } from './chrome.ts';
import { hostHere } from './hostHere.ts';

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

export interface InBrowserOptions {
  /** Null or absent: an empty one that is thrown away. */
  readonly library?: string;
  /** A folder with `library/` and `home/` to work on a copy of. */
  readonly copyOf?: string;
  /** Another built window than `dist/renderer`. */
  readonly window?: string;
  readonly width?: number;
  readonly height?: number;
  /** How it scans and how often it looks at watched folders, where the usual does not fit a test. */
  readonly ways?: Partial<Pick<AppOptions, 'scanning' | 'watchTimes'>>;
  /** A moving picture of the browser's own instead of a camera. */
  readonly fakeCamera?: boolean;
}

/** The whole app over a library of its own and the built window, in a real window of a real browser. */
export async function openInBrowser({
  library,
  copyOf,
  window = fileURLToPath(new URL('../../dist/renderer/', import.meta.url)),
  width = 1366,
  height = 768,
  ways,
  fakeCamera = false,
}: InBrowserOptions = {}): Promise<AppInBrowser> {
  const executablePath = chromePath();
  if (executablePath === null) throw new Error('No Chromium or Chrome was found; install one, or name it in STEPWALL_CHROME.');
  const temporary = mkdtempSync(join(tmpdir(), 'stepwall-test-'));
  if (copyOf !== undefined) cpSync(copyOf, temporary, { recursive: true });
  // A library of the caller's own keeps its keys where the caller says.
  if (library === undefined || process.env['STEPWALL_HOME'] === undefined) process.env['STEPWALL_HOME'] = join(temporary, 'home');
  const folder = library ?? join(temporary, 'library');
  const host = await (ways === undefined ? startHost(folder, 0, window) : hostHere(folder, window, ways));
  const browser = await chromium.launch({
    executablePath,
    // A test machine's root user can't start Chromium's sandbox; the product never passes this.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(fakeCamera ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : []),
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)),
  );
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
