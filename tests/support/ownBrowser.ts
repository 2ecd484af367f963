import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromePath } from './chrome.ts';

/**
 * A program for `STEPWALL_BROWSER` that starts the system's Chromium as it was told, without a display and open to a test's eyes. Neither a test
 * machine's root user nor a user whom it makes up can start Chromium's sandbox.
 * @param mode of the program: who may start it
 */
export function ownBrowserFor(folder: string, mode = 0o700): string {
  const file = join(mkdtempSync(join(folder, 'browser-')), 'browser.sh');
  const extra = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--headless=new', '--disable-gpu', '--remote-debugging-port=0'];
  writeFileSync(file, `#!/bin/sh\nexec '${chromePath() ?? ''}' ${extra.join(' ')} "$@"\n`);
  chmodSync(dirname(file), mode);
  chmodSync(file, mode);
  return file;
}
