import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromePath } from './chrome.ts';

/**
 * A program for `STEPWALL_BROWSER` that starts the system's Chromium as it was told, without a display and open to a test's eyes; a test machine's
 * root user can't start Chromium's sandbox.
 */
export function ownBrowserFor(folder: string): string {
  const file = join(mkdtempSync(join(folder, 'browser-')), 'browser.sh');
  const extra = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--headless=new', '--disable-gpu', '--remote-debugging-port=0'];
  writeFileSync(file, `#!/bin/sh\nexec '${chromePath() ?? ''}' ${extra.join(' ')} "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}
