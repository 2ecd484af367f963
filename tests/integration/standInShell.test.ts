import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { tempPlace } from '../support/library.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scan = join(root, 'assets/sample/scan-4-pages.pdf');
/** What Electron has in its processes on Linux, and what sharp's own copy must never be bound to. */
const [gobject = null] = globSync('/usr/lib/*/libgobject-2.0.so.0');
if (gobject === null) process.stdout.write('Skipped: the test of pictures beside the system’s GLib needs a libgobject-2.0.so.0.\n');
const places = [tempPlace(), tempPlace()];
afterAll(() => places.forEach((place) => place.remove()));

interface Seen {
  readonly seen: { readonly source: string[]; readonly small: string[] };
  readonly keysKeptIn: string;
  /** Of the stand-in first, then of each process under it. */
  readonly maps: string[][];
}

async function runShell(place: ReturnType<typeof tempPlace>, preloaded: string | null): Promise<{ seen: Seen; said: string; log: string }> {
  const shell = spawn(process.execPath, [join(root, 'tests/support/standInShell.ts'), scan], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      STEPWALL_HOME: place.home,
      STEPWALL_LIBRARY: place.folder,
      STEPWALL_NODE: process.execPath,
      TMPDIR: place.temp,
      ...(preloaded !== null && { LD_PRELOAD: preloaded }),
    },
  });
  const said: Buffer[] = [];
  shell.stderr.on('data', (words: Buffer) => said.push(words));
  const seen = JSON.parse(await secondLine(shell)) as Seen;
  shell.stdin.write('quit\n');
  await once(shell, 'close');
  expect(shell.exitCode).toBe(0);
  const log = join(place.home, 'stepwall.log');
  return { seen, said: Buffer.concat(said).toString(), log: existsSync(log) ? readFileSync(log, 'utf8') : '' };
}

async function secondLine(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  if (child.stdout === null) throw new Error('Nobody hears it.');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 2) return line;
  }
  throw new Error('It ended before it had seen anything.');
}

describe.skipIf(gobject === null)('a shell with the system’s GLib in it (Linux)', () => {
  test('would break sharp in its own process', () => {
    const script = "import sharp from 'sharp'; await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } }).blur(3).jpeg().toBuffer();";
    const inIt = (environment: NodeJS.ProcessEnv): string =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env: { ...process.env, ...environment }, encoding: 'utf8' }).stderr;
    expect(inIt({ LD_PRELOAD: gobject ?? '' })).toContain('GLib-GObject');
    expect(inIt({})).not.toContain('GLib-GObject');
  });

  test('gets the same pictures from its services as every other, whose processes map nothing of it and complain of nothing', { timeout: 120_000 }, async () => {
    const [one, other] = [await runShell(places[0]!, gobject), await runShell(places[1]!, null)];
    const [shell = [], ...services] = one.seen.maps;
    expect(shell.filter((file) => /libgobject/.test(file))).toHaveLength(1);
    expect(shell.filter((file) => /vips/.test(file))).toEqual([]);
    expect(services.length).toBeGreaterThanOrEqual(2);
    for (const files of services) {
      expect(files.filter((file) => /\/libg(object|lib)/.test(file))).toEqual([]);
      expect(files.some((file) => /node_modules\/@img\/.*vips/.test(file))).toBe(true);
    }
    expect(one.seen.seen.source).toHaveLength(4);
    expect(one.seen.seen).toEqual(other.seen.seen);
    expect(one.seen.keysKeptIn).toBe('keychain');
    expect(`${one.said}${one.log}`).not.toMatch(/GLib|\bat main\//);
  });
});
