import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, root } from './runtime.mjs';

/** A fetch that has not ended by then is given up. */
const FETCH_MS = Number(process.env.STEPWALL_FETCH_SECONDS ?? 600) * 1000;
/** Who ends badly within this time never had a window. */
const WINDOW_MS = 15_000;
/** A fetch that failed is not tried again before. */
const TRY_AGAIN_MS = 24 * 60 * 60 * 1000;

/**
 * Opens the app in Electron's window and waits until it is closed.
 * @param build makes what the window runs from
 * @returns null where there was a window, else why not, as a sentence
 */
export async function openShell(build) {
  const impossible = whyNoWindow();
  if (impossible !== null) return impossible;
  const shell = electronRuntime();
  if (shell.why !== undefined) return shell.why;
  build();
  const began = Date.now();
  const { status, signal, error } = await ended(
    spawn(shell.program, [root], { cwd: root, stdio: 'inherit', env: { ...process.env, STEPWALL_NODE: nodePath() } }),
  );
  if (status === 0) return null;
  if (Date.now() - began > WINDOW_MS) process.exit(status ?? 1);
  return `Electron’s window could not open on this computer (${error?.message ?? signal ?? `it ended with ${status}`}); on Linux its sandbox is often what is missing.`;
}

/** What makes a window impossible, known beforehand. */
function whyNoWindow() {
  if (process.platform !== 'linux' || process.env.STEPWALL_ELECTRON) return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display for Electron’s window.';
  if (process.getuid() === 0) return 'Electron’s window does not open for the user root.';
  return null;
}

/** Electron's program, fetched once from the internet by Electron's own script, or why there is none. */
function electronRuntime() {
  const own = process.env.STEPWALL_ELECTRON;
  if (own) return { program: own };
  const folder = join(root, 'node_modules', 'electron');
  const named = () => {
    const file = join(folder, 'path.txt');
    return existsSync(file) ? join(folder, 'dist', readFileSync(file, 'utf8').trim()) : '';
  };
  if (existsSync(named())) return { program: named() };
  const failed = join(root, 'out', 'runtime-not-fetched.txt');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [at, of] = existsSync(failed) ? readFileSync(failed, 'utf8').split(' ') : [];
  if (of === version && Date.now() - Number(at) < TRY_AGAIN_MS) {
    return { why: 'Electron’s runtime could not be fetched lately (it is tried again after a day, or once out/runtime-not-fetched.txt is removed).' };
  }
  console.log(`Fetching Electron’s runtime once, about 120 MB, for ${Math.round(FETCH_MS / 60_000)} minutes at most …`);
  // Its own words about a failed download would only frighten; ours follow. It listens to the proxy variables through Node.
  const fetched = spawnSync(nodePath(), [join(folder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: FETCH_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
  });
  if (fetched.status === 0 && existsSync(named())) return { program: named() };
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(failed, `${Date.now()} ${version}`);
  return { why: `Electron’s runtime could not be fetched${fetched.signal === null ? '' : ' in time'}.` };
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, signal: null, error }));
    child.once('exit', (status, signal) => resolve({ status, signal, error: null }));
  });
}
