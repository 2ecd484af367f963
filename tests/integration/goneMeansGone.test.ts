import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../main/library/library.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import type { Erasing } from '../support/eraser.ts';
import { everyFile, openTestApp, tempPlace, type Place } from '../support/library.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

const program = fileURLToPath(new URL('../support/eraser.ts', import.meta.url));

/** Places that hold what is looked for anywhere in their bytes: the library, its log, its copies, this user's folder, temporary ones. */
const holding = (place: Place, needle: string): string[] =>
  everyFile(place.root)
    .filter(({ file, bytes }) => !file.includes('compiled') && (bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le'))))
    .map(({ file }) => file.slice(place.root.length));
const keysIn = (place: Place): string[] =>
  readdirSync(join(place.home, 'keys')).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(place.home, 'keys', file), 'utf8')) as object));

describe.each<[Erasing, readonly string[]]>([
  ['paper', ['retype', 'picture']],
  ['pupil', ['name', 'why']],
  ['names', ['name']],
  ['finish', []],
  ['wall', ['title', 'retype', 'picture']],
])('erasing: %s', (what, kinds) => {
  test('no byte of it is left a second later, with the app open, after it was killed, and when it is opened again', { timeout: 120_000 }, async () => {
    const place = tempPlace();
    const child = spawn(process.execPath, [program, place.folder, place.home, what], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(place.root, 'compiled') },
    });
    try {
      const closed = once(child, 'close');
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      expect(await lines.next()).toMatchObject({ value: 'planted' });
      const canaries = kinds.map((kind) => `canary-${kind}-gone-`);
      // It proves something only where there was something: names are sealed, all else lies in the library, in the one kept before, in the one before the migration.
      for (const canary of canaries.filter((one) => !one.includes('name'))) expect(holding(place, canary).length, canary).toBeGreaterThan(1);
      expect(readdirSync(place.root).filter((name) => name.startsWith('library before'))).toHaveLength(1);
      expect(keysIn(place)).toHaveLength(2);
      child.stdin.write('go\n');
      expect(await lines.next()).toMatchObject({ value: 'erased' });
      const look = (): Record<string, string[]> => Object.fromEntries(canaries.map((canary) => [canary, holding(place, canary)]));
      const nothing = Object.fromEntries(canaries.map((canary) => [canary, []]));
      expect(look()).toEqual(nothing);
      child.kill('SIGKILL');
      await closed;
      expect(look()).toEqual(nothing);
      // Neither the library as it was nor the database from before a migration is left.
      expect(readdirSync(place.root).filter((name) => name.startsWith('library before'))).toEqual([]);
      expect(readdirSync(place.folder).filter((name) => name.endsWith('.before'))).toEqual([]);
      expect(keysIn(place)).toHaveLength(['names', 'finish', 'paper', 'wall'].includes(what) ? 1 : 2);
      if (what === 'finish') expect(readdirSync(join(place.folder, 'sealed'))).toEqual([]);

      // What waited to be fetched lay sealed, under a key that died with the program, and goes at the next start.
      expect(everyFile(join(place.home, 'waiting')).filter(({ bytes }) => bytes.includes('canary'))).toEqual([]);
      const again = openTestApp(
        place,
        madeUpImaging(() => Buffer.alloc(0)),
      );
      expect(look()).toEqual(nothing);
      expect(readdirSync(join(place.home, 'waiting'))).toHaveLength(1);
      await again.close();
      expect(readdirSync(join(place.home, 'waiting'))).toEqual([]);
      const library = openLibrary(place.folder, { home: place.home });
      expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
      library.close();
    } finally {
      child.kill('SIGKILL');
      place.remove();
    }
  });
});
