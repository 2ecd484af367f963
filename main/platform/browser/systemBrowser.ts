import { spawn } from 'node:child_process';

/** Opens an address in the browser that this user's computer opens addresses with. @returns false where there is none, or nothing to show it on */
export function openSystemBrowser(address: string, environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (process.platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return Promise.resolve(false);
  const [command, args] = opener(address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
    // A browser that was started by it may keep it there.
    setTimeout(() => resolve(true), 3000).unref();
    child.unref();
  });
}

function opener(address: string): [string, string[]] {
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', address]];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
}
