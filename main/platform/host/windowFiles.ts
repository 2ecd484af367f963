import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { decoded, plain, safe, typeOf } from './answers.ts';
import { contentSecurityPolicy } from './csp.ts';
import type { AnswerFile } from './files.ts';

export interface WindowFilesOptions {
  /** The built window. */
  readonly window: string;
  /** Fonts and symbols. */
  readonly assets: string;
  /** Answers what lies in the library or is on its way. */
  readonly library: AnswerFile;
}

/**
 * Everything with an address, the same under `app://stepwall/` and on the loopback host. The window itself and `/assets/…` are answered here, so
 * that the window stays while the services are started again.
 */
export function createWindowFiles({ window, assets, library }: WindowFilesOptions): AnswerFile {
  return async (request) => {
    const path = decoded(new URL(request.url).pathname);
    if (path === null) return plain(400);
    if (/^\/(pictures|incoming|outgoing)\//.test(path)) return library(request);
    if (request.method !== 'GET') return plain(405);
    if (path.startsWith('/assets/')) return fileIn(assets, path.slice('/assets/'.length)) ?? plain(404);
    return fileIn(window, path === '/' ? 'index.html' : path.slice(1)) ?? plain(404);
  };
}

function fileIn(folder: string, name: string): Response | null {
  const root = resolve(folder);
  const file = join(root, name);
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  const type = typeOf(file);
  const headers = {
    ...safe,
    'content-type': type,
    'cache-control': 'no-cache',
    ...(type.startsWith('text/html') && { 'content-security-policy': contentSecurityPolicy }),
  };
  return new Response(readFileSync(file), { headers });
}
