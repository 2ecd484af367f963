import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { openLibrary } from '../../main/library/library.ts';
import { createSampleWall } from '../../main/chart/sampleWall.ts';
import { startHost, type RunningHost } from '../../main/serve.ts';
import { chromePath } from '../support/chrome.ts';

/** How long the sample wall takes to make, and the first screen with it to open, beside an empty page in the same browser. Run: node tests/bench/opening.ts */
const home = mkdtempSync(join(tmpdir(), 'stepwall-bench-'));
process.env['STEPWALL_HOME'] = home;
const folder = join(home, 'library');

const made = await timed(async () => {
  const library = openLibrary(folder);
  const imaging = createImaging(startHelperInNode);
  await createSampleWall({ library: () => library, imaging, tell: () => undefined }, () => undefined, new AbortController().signal);
  await imaging.close();
  library.close();
});
console.log(`12 papers in, cleaned, masked and laid out: ${made} ms`);

const executablePath = chromePath();
if (executablePath === null) console.log('No Chromium was found: the first screen was not measured.');
else {
  const browser = await chromium.launch({ executablePath, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const empty = await timed(() => page.goto('data:text/html,<h1>empty</h1>'));
  let host: RunningHost | null = null;
  const opened = await timed(async () => (host = await startHost(folder)));
  const first = await timed(async () => {
    await page.goto(host!.admit());
    await page.locator('.Home__wall h2').waitFor();
  });
  console.log(`library and host open: ${opened} ms; first screen: ${first} ms (an empty page: ${empty} ms)`);
  await browser.close();
  await host!.close();
}
rmSync(home, { recursive: true, force: true });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
