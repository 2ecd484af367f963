import { join } from 'node:path';
import { expect } from 'vitest';
import type { AppInBrowser } from './browser.ts';

/** Keeps what the window shows in `out/failed/` and prints what it complained of, for whoever looks into a failed test. */
export async function keepPicture({ page, complaints }: AppInBrowser): Promise<void> {
  if (complaints.length > 0) console.log(complaints.join('\n'));
  const name = (expect.getState().currentTestName ?? 'test').replaceAll(/[^\w]+/g, '-').slice(0, 80);
  await page.screenshot({ path: join('out', 'failed', `${name}.png`) });
}
