import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, root, run, tool } from './runtime.mjs';

// Builds only what is made of something else than at the last build. Each returns whether what it builds is there.

export const buildWindow = () => unlessBuilt('the window', ['renderer', 'core'], () => tool('vite/bin/vite.js', ['build', '--logLevel', 'error']));

export const buildMain = () => unlessBuilt('the app', ['main', 'core'], () => run(nodePath(), [join(root, 'build', 'scripts', 'buildMain.mjs')]));

function unlessBuilt(what, folders, build) {
  // Beside `dist`, all of which is packed.
  const mark = join(root, 'out', `built-${folders[0]}.txt`);
  const isThere = existsSync(join(root, 'dist', folders[0]));
  const state = stateOf(folders);
  if (isThere && existsSync(mark) && readFileSync(mark, 'utf8') === state) return true;
  console.log(`Building ${what} …`);
  if (build() !== 0) return false;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(mark, state);
  return true;
}

/** Which files there are, with their sizes and times, and what says how they are built. */
function stateOf(folders) {
  const inside = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)));
  const lines = [...inside, 'package-lock.json', 'vite.config.ts', 'tsconfig.build.json'].sort().map((file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
