import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript for whatever Node the machine has: it runs before anything is installed.

export const root = fileURLToPath(new URL('../../', import.meta.url));
const NEEDED = 24;

/**
 * Installs exactly what `package-lock.json` names, unless that was done already.
 * @param wanted 'app': what builds and runs it; 'all': what tests, checks and packs it, too (`tests/package.json`)
 */
export function ensureInstalled(wanted = 'app') {
  refuseOldNode();
  const marker = join(root, 'node_modules', '.stepwall-installed');
  const state = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const [there, of] = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : [];
  if (there === state && (of === 'all' || wanted === 'app')) return;
  console.log(wanted === 'app' ? 'Installing what Stepwall needs (once) …' : 'Installing what Stepwall and its tests need (once) …');
  npm(['ci', ...(wanted === 'app' ? ['--workspaces=false'] : []), '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(marker, `${state} ${wanted}`);
}

/** Said before the long install: npm needs a Node of its own, and not for every kind of computer one comes with us. */
function refuseOldNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const brought = nodePackage(process.platform, process.arch) in optionalDependencies;
  const needed = brought ? 20 : NEEDED;
  if (Number(process.versions.node.split('.')[0]) < needed)
    stop(`Stepwall needs Node ${needed} or newer on this computer, and this is ${process.versions.node}. Install it from nodejs.org and try again.`);
}

const nodePackage = (platform, processor) => `node-${platform === 'win32' ? 'win' : platform}-${processor}`;

/** The Node that everything of ours runs on. */
export const nodePath = () => nodeFor(process.platform, process.arch).program;

/** A whole Node for a kind of computer, with its licence: the one among the packages, else this machine's own when it is of that kind and new enough. */
export function nodeFor(platform, processor) {
  const folder = join(root, 'node_modules', nodePackage(platform, processor));
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
  const status =
    own && existsSync(own)
      ? run(process.execPath, [own, ...args])
      : run(process.platform === 'win32' ? 'cmd' : 'npm', process.platform === 'win32' ? ['/d', '/s', '/c', 'npm', ...args] : args);
  if (status !== 0) stop('Installing did not work. Is the computer online? It is needed this once.');
}

export function stop(words) {
  console.error(words);
  process.exit(1);
}
