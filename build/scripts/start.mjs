import { join } from 'node:path';
import { buildMain, buildWindow } from './buildChanged.mjs';
import { openShell } from './openShell.mjs';
import { ensureInstalled, nodePath, root, run, stop } from './runtime.mjs';

// Installs what is missing, builds what changed, and opens the app: in Electron's window where that can be had, else in a browser window.

ensureInstalled();
if (!buildWindow()) stop('Building the window failed, so Stepwall was not opened. What went wrong stands above.');
const why = await openShell(() => {
  if (!buildMain()) stop('Building the app failed, so Stepwall was not opened. What went wrong stands above.');
});
if (why === null) process.exit(0);
console.log(`${why} Stepwall opens in a browser window instead.`);
process.exit(run(nodePath(), [join(root, 'main', 'cli.ts'), 'serve', '--open']));
