import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../../core/kernel/parseJson.ts';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { writeWhole } from './writeWhole.ts';

/** Where the keys to sealed pages and names are kept: the system's keychain, or a file that only this user can read. */
export interface KeyStore {
  readonly place: 'keychain' | 'file';
  keep(id: string, key: Uint8Array): void;
  /** Keeps those that are not here yet: a key that is here is never replaced. */
  keepAbsent(keys: ReadonlyMap<string, Uint8Array>): void;
  /** Null when there is no such key here. @throws Refusal `locked` when it is here but wrapped by the other place. */
  find(id: string): Buffer | null;
  destroy(ids: readonly string[]): void;
  /** Whether the place of the keys can't be read. */
  isDamaged(): boolean;
}

/** Wraps keys before they are written: the shell's keychain, or nothing. */
export interface KeyWrap {
  readonly place: KeyStore['place'];
  wrap(key: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array;
}

const plain: KeyWrap = { place: 'file', wrap: (key) => key, unwrap: (key) => key };

const KeyFile = z.record(z.string(), z.object({ keptIn: z.enum(['keychain', 'file']), key: z.base64() }));

/**
 * One owner-only file a library, outside the library's folder: who copies the folder does not copy the keys.
 * @throws Refusal `unreadable` when the file is damaged.
 */
export function openKeyStore(file: string, wrap: KeyWrap = plain): KeyStore {
  const read = (): z.infer<typeof KeyFile> => {
    if (!existsSync(file)) return {};
    const parsed = KeyFile.safeParse(parseJson(readFileSync(file, 'utf8')));
    if (!parsed.success) throw new Refusal('unreadable', troubleWords.keys.damaged(file));
    return parsed.data;
  };
  const write = (keys: z.infer<typeof KeyFile>): void => writeWhole(file, Buffer.from(JSON.stringify(keys)), 0o600);
  const wrapped = (key: Uint8Array): z.infer<typeof KeyFile>[string] => ({ keptIn: wrap.place, key: Buffer.from(wrap.wrap(key)).toString('base64') });
  return {
    place: wrap.place,
    keep(id, key) {
      write({ ...read(), [id]: wrapped(key) });
    },
    keepAbsent(keys) {
      const known = read();
      const absent = [...keys].filter(([id]) => !Object.hasOwn(known, id));
      if (absent.length > 0) write({ ...known, ...Object.fromEntries(absent.map(([id, key]) => [id, wrapped(key)])) });
    },
    find(id) {
      const entry = read()[id];
      if (entry === undefined) return null;
      if (entry.keptIn !== wrap.place) throw new Refusal('locked', entry.keptIn === 'keychain' ? troubleWords.keys.byTheApp : troubleWords.keys.inTheBrowser);
      return Buffer.from(wrap.unwrap(Buffer.from(entry.key, 'base64')));
    },
    isDamaged: () => existsSync(file) && !KeyFile.safeParse(parseJson(readFileSync(file, 'utf8'))).success,
    destroy(ids) {
      const keys = Object.entries(read());
      const left = keys.filter(([id]) => !ids.includes(id));
      if (left.length < keys.length) write(Object.fromEntries(left));
    },
  };
}

/** The folder for keys and settings of this user. `STEPWALL_HOME` moves it, for tests and for sticks. */
export function userFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['STEPWALL_HOME']) return environment['STEPWALL_HOME'];
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Stepwall');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Stepwall');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'stepwall');
}
