import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodePath, root, run, stop, tool } from './runtime.mjs';

// Installs what is missing, builds, and opens the app: in Electron where its runtime can be had, else in a browser window.

ensureInstalled();
if (tool('vite/bin/vite.js', ['build', '--logLevel', 'error']) !== 0) stop('The window could not be built.');

const shell = electronRuntime();
if (shell !== null && run(nodePath(), [join(root, 'build', 'scripts', 'buildMain.mjs')]) === 0) process.exit(run(shell, [root], { STEPWALL_NODE: nodePath() }));
console.log('The Electron runtime is not on this computer and could not be fetched: Stepwall opens in a browser window instead.');
process.exit(run(nodePath(), [join(root, 'main', 'cli.ts'), 'serve', '--open']));

/** The path of Electron's program, fetched once from the internet by Electron's own script; null where that fails. */
function electronRuntime() {
  const folder = join(root, 'node_modules', 'electron');
  const named = () => {
    const file = join(folder, 'path.txt');
    return existsSync(file) ? join(folder, 'dist', readFileSync(file, 'utf8').trim()) : '';
  };
  // Its own words about a failed download would only frighten; ours follow.
  if (!existsSync(named())) spawnSync(nodePath(), [join(folder, 'install.js')], { cwd: root, stdio: 'ignore' });
  return existsSync(named()) ? named() : null;
}
