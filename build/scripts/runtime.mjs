import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript for whatever Node the machine has: it runs before anything is installed.

export const root = fileURLToPath(new URL('../../', import.meta.url));
const NEEDED = 24;

/** Installs exactly what `package-lock.json` names, unless that was done already. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) stop('Stepwall needs Node 20 or newer. Install it from nodejs.org and try again.');
  const marker = join(root, 'node_modules', '.stepwall-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  console.log('Installing what Stepwall needs (once) …');
  npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(marker, wanted);
}

/** The Node that everything of ours runs on. */
export const nodePath = () => nodeFor(process.platform, process.arch).program;

/** A whole Node for a kind of computer, with its licence: the one among the packages, else this machine's own when it is of that kind and new enough. */
export function nodeFor(platform, processor) {
  const folder = join(root, 'node_modules', `node-${platform === 'win32' ? 'win' : platform}-${processor}`);
  const program = join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return { program, licence: join(folder, 'LICENSE') };
  const isOwn = platform === process.platform && processor === process.arch && Number(process.versions.node.split('.')[0]) >= NEEDED;
  if (isOwn) return { program: process.execPath, licence: join(dirname(process.execPath), platform === 'win32' ? 'LICENSE' : '../LICENSE') };
  return stop(`Stepwall needs Node ${NEEDED} or newer on this kind of computer. Install it from nodejs.org and try again.`);
}

/** Runs a program in the project's folder and shows what it prints. @returns its exit status */
export function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** Runs one of the installed tools on our Node. */
export const tool = (file, args, environment) => run(nodePath(), [join(root, 'node_modules', file), ...args], environment);

function npm(args) {
  const own = process.env.npm_execpath;
  const status = own && existsSync(own) ? run(process.execPath, [own, ...args]) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (status !== 0) stop('Installing did not work. Is the computer online? It is needed this once.');
}

export function stop(words) {
  console.error(words);
  process.exit(1);
}
