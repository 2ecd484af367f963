import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classList } from '../../main/class/classList.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary } from '../../main/library/library.ts';
import { golden, goldenLibrary } from '../support/golden.ts';
import { everyFile, tempPlace } from '../support/library.ts';

const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
const place = tempPlace();
const file = join(place.root, 'all.stepwall');
const passphrase = join(place.root, 'passphrase.txt');
afterAll(() => place.remove());

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly problem: string;
}
const environment = (home: string) => ({ ...process.env, STEPWALL_HOME: home, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(place.root, 'compiled') });
function stepwall(home: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { env: environment(home), cwd: place.root, encoding: 'utf8' });
  return { status, out: stdout, problem: stderr };
}

beforeAll(() => {
  goldenLibrary(place);
  writeFileSync(passphrase, 'Ngā pī me ngā putiputi\n');
  const made = stepwall(place.home, 'backup', '--library', place.folder, '--out', file, '--passphrase-file', passphrase, '--json');
  expect([made.status, made.problem]).toEqual([0, '']);
  expect(JSON.parse(made.out)).toMatchObject({ file, leftOut: 0, bytes: readFileSync(file).length });
});

describe('backup and restore from a terminal', () => {
  test('bring a library to another computer, into a new folder, with its originals and names', () => {
    const home = join(place.root, 'other home');
    const folder = join(place.root, 'new', 'library');
    const back = stepwall(home, 'restore', '--from', file, '--library', folder, '--passphrase-file', passphrase, '--json');
    expect([back.status, back.problem]).toEqual([0, '']);
    expect(JSON.parse(back.out)).toMatchObject({ library: folder, walls: 1 });
    const library = openLibrary(folder, { home });
    expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
    expect(classList(library).names).toBe('open');
    library.close();
    expect(readdirSync(join(place.root, 'new'))).toEqual(['library']);
  });

  test('put a whole library into the place of a damaged one, which stays beside it', () => {
    const folder = join(place.root, 'damaged');
    cpSync(place.folder, folder, { recursive: true });
    writeFileSync(join(folder, 'library.db'), 'not a database any more'.repeat(1000));
    expect(stepwall(place.home, 'check', '--library', folder).status).toBe(1);
    const back = stepwall(place.home, 'restore', '--from', file, '--library', folder, '--passphrase-file', passphrase);
    expect([back.status, back.problem]).toEqual([0, '']);
    expect(stepwall(place.home, 'check', '--library', folder).status).toBe(0);
    const [kept] = readdirSync(place.root).filter((name) => name.startsWith('damaged before'));
    expect(readFileSync(join(place.root, kept!, 'library.db'), 'utf8')).toContain('not a database any more');
  });

  test('a backup of the format before comes back', () => {
    writeFileSync(join(place.root, 'old.txt'), 'correct horse');
    const folder = join(place.root, 'from before');
    const back = stepwall(place.home, 'restore', '--from', golden('with-keys.stepwall'), '--library', folder, '--passphrase-file', join(place.root, 'old.txt'));
    expect([back.status, back.problem]).toEqual([0, '']);
  });

  test('what is refused leaves everything as it was', () => {
    const others = join(place.root, 'other things');
    mkdirSync(others);
    writeFileSync(join(others, 'letter.txt'), 'Dear parents');
    const bad = join(place.root, 'bad.stepwall');
    writeFileSync(bad, readFileSync(file).subarray(0, -1));
    const wrong = join(place.root, 'wrong.txt');
    writeFileSync(wrong, 'not the passphrase');
    const before = everyFile(place.folder, place.home, others).map(({ file: name, bytes }) => [name, bytes.toString('base64')]);
    const restore = (from: string, folder: string, ...more: readonly string[]): Ended =>
      stepwall(place.home, 'restore', '--from', from, '--library', folder, ...more);
    expect(restore(bad, place.folder, '--passphrase-file', passphrase)).toMatchObject({
      status: 1,
      problem: expect.stringContaining('not a whole Stepwall backup'),
    });
    expect(restore(file, place.folder, '--passphrase-file', wrong)).toMatchObject({ status: 1, problem: expect.stringContaining('not the passphrase') });
    expect(restore(file, place.folder)).toMatchObject({ status: 1, problem: expect.stringContaining('sealed by a passphrase') });
    expect(restore(join(place.root, 'none.stepwall'), place.folder)).toMatchObject({ status: 1, problem: expect.stringContaining('There is no file') });
    expect(restore(file, others, '--passphrase-file', passphrase)).toMatchObject({ status: 1, problem: expect.stringContaining('other files') });
    expect(restore(file, place.folder, '--passphrase', 'on the command line')).toMatchObject({ status: 2 });
    expect(stepwall(place.home, 'backup', '--library', join(place.root, 'nowhere'), '--out', join(place.root, 'x.stepwall')).status).toBe(1);
    expect(everyFile(place.folder, place.home, others).map(({ file: name, bytes }) => [name, bytes.toString('base64')])).toEqual(before);
    expect([existsSync(join(place.root, 'x.stepwall')), readdirSync(place.root).filter((name) => /restoring|library before|\.draft/.test(name))]).toEqual([
      false,
      [],
    ]);
  });

  test('killed while it writes, a backup leaves no file that looks like one', async () => {
    const out = join(place.root, 'half', 'all.stepwall');
    const child = spawn(process.execPath, [cli, 'backup', '--library', place.folder, '--out', out], { env: environment(place.home), stdio: 'ignore' });
    const closed = once(child, 'close');
    while (!existsSync(join(place.root, 'half'))) await new Promise((soon) => setTimeout(soon, 1));
    child.kill('SIGKILL');
    await closed;
    expect(existsSync(out)).toBe(false);
    rmSync(join(place.root, 'half'), { recursive: true });
    expect(stepwall(place.home, 'check', '--library', place.folder).status).toBe(0);
    expect(existsSync(join(place.folder, 'backing-up'))).toBe(false);
  });
});
