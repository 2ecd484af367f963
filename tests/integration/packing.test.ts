import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
const program = (path: string): string => join(root, 'node_modules', path);

/** What `@electron/fuses` looks for in Electron's binary: this, a version, the number of fuses, then one `0` or `1` each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
];

let work = '';
let resources = '';
let asar = '';
let inside: string[] = [];

describe.skipIf(process.platform !== 'linux')('the packed app (Linux)', () => {
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'stepwall-packing-'));
    node('build/scripts/buildMain.mjs');
    if (!existsSync(join(root, 'dist/renderer/index.html'))) node(program('vite/bin/vite.js'), 'build');
    const electron = stubElectron(join(work, 'electron'));
    node(
      program('electron-builder/cli.js'),
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${join(work, 'out')}`,
    );
    resources = join(work, 'out', readdirSync(join(work, 'out')).find((name) => name.endsWith('unpacked')) ?? '', 'resources');
    asar = join(resources, 'app.asar');
    inside = listPackage(asar, { isPack: false }).map((file) => file.slice(1));
  }, 120_000);

  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test('holds all that the app starts from', () => {
    const { main } = JSON.parse(extractFile(asar, 'package.json').toString()) as { main: string };
    const migrations = readdirSync(join(root, 'main/platform/database/migrations')).map((file) => `dist/main/platform/database/migrations/${file}`);
    const fonts = ['Andika-Regular.ttf', 'Andika-Bold.ttf', 'Lexend-Regular.ttf', 'Lexend-SemiBold.ttf'].map((file) => `assets/fonts/${file}`);
    const started = [
      'main/electron/preload.cjs',
      'main/engines/pdf/pdf.worker.js',
      'main/service.js',
      'main/goals/foreign.worker.js',
      'main/platform/helpers/guard.worker.js',
      'main/engines/imaging/imaging.helper.js',
      'main/engines/imaging/names/names.helper.js',
      'renderer/index.html',
    ].map((file) => `dist/${file}`);
    expect(migrations.length).toBeGreaterThan(0);
    expect(inside).toEqual(expect.arrayContaining([main, ...started, ...migrations, ...fonts, 'assets/mark.svg', 'assets/sample/class.json']));
  });

  test('holds nothing else: no sources, tests, tools or papers of ours, and packages for production alone', () => {
    expect([...new Set(inside.map((file) => file.split('/')[0]))].filter((name) => name !== 'LICENSE' && name !== 'THIRD_PARTY_NOTICES.md').sort()).toEqual([
      'assets',
      'dist',
      'node_modules',
      'package.json',
    ]);
    expect([...new Set(inside.filter((file) => file.startsWith('dist/')).map((file) => file.split('/')[1]))].sort()).toEqual(['core', 'main', 'renderer']);
    expect(inside.filter((file) => /\.(ts|cts|mts|tsx|map|flow)$/.test(file))).toEqual([]);
    expect(inside.filter((file) => /\/(tests?|docs?|examples?)\//.test(file))).toEqual([]);
    const packages = new Set(inside.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^@/][^/]*)\//.exec(file)?.[1] ?? []));
    expect(packages).toContain('sharp');
    const allowed = productionPackages();
    expect([...packages].filter((name) => !allowed.has(name))).toEqual([]);
  });

  test('has outside the archive what the services are made of, for this system alone; the window and the shell are in it', () => {
    const unpacked = listFiles(join(resources, 'app.asar.unpacked'));
    expect(unpacked.filter((file) => file.endsWith('.node')).sort()).toEqual([
      expect.stringMatching(/^node_modules\/@img\/sharp-linux-\w+\/lib\/sharp-linux-\w+-[\d.]+\.node$/),
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ]);
    const outside = new Set(unpacked);
    const packed = inside.filter((file) => /\.\w+$/.test(file) && !outside.has(file));
    expect(packed.filter((file) => /^(dist\/(renderer|main\/electron)\/|THIRD_PARTY)/.test(file)).length).toBeGreaterThan(10);
    expect(packed.filter((file) => !/^(dist\/(renderer|main\/electron)\/|THIRD_PARTY)/.test(file) && statOf(file) === 'file')).toEqual([]);
    expect(unpacked.filter((file) => /^dist\/(renderer|main\/electron)\//.test(file))).toEqual([]);
  });

  test('brings a real Node of this kind, whole, with its licence and without its headers', () => {
    const beside = listFiles(join(resources, 'node'));
    expect(beside.sort()).toEqual(['LICENSE', 'node']);
    expect(readFileSync(join(resources, 'node', 'LICENSE'), 'utf8')).toContain('Node.js is licensed for use as follows');
    expect(execFileSync(join(resources, 'node', 'node'), ['--print', 'process.versions.node'], { encoding: 'utf8' })).toMatch(/^24\./);
    expect(inside.filter((file) => /^node_modules\/node-(linux|win)/.test(file))).toEqual([]);
  });

  test('keeps the licences of Electron and Chromium and one language of theirs', () => {
    const beside = readdirSync(join(resources, '..'));
    expect(beside).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'stepwall']));
    expect(readdirSync(join(resources, '..', 'locales'))).toEqual(['en-US.pak']);
    expect(inside).toContain('node_modules/libheif-js/LICENSE');
  });

  test('has its fuses set', () => {
    const binary = readFileSync(join(resources, '..', 'stepwall'));
    const wire = binary.subarray(binary.indexOf(SENTINEL) + SENTINEL.length + 2).toString('latin1');
    const on = FUSES.filter((_, index) => wire[index] === '1');
    expect(on).toEqual(['cookieEncryption', 'asarIntegrity', 'onlyLoadAppFromAsar']);
    expect(getRawHeader(asar).headerString).toContain('"integrity"');
  });

  test('runs on that Node: modules, workers, helpers and libraries, none of them from the archive', () => {
    const proven: unknown = JSON.parse(
      execFileSync(join(resources, 'node', 'node'), [join(root, 'tests/support/proveBuilt.ts'), join(resources, 'app.asar.unpacked')], {
        cwd: work,
        encoding: 'utf8',
      }),
    );
    expect(proven).toMatchObject({
      page: { width: expect.any(Number), height: expect.any(Number) },
      names: ['label'],
      library: { papers: 0 },
      services: { ok: true, value: [] },
      memoryGuard: 'out-of-memory',
    });
  }, 120_000);
});

/** Just enough of Electron for electron-builder to pack around it, without the runtime and without a network. */
function stubElectron(folder: string): string {
  for (const inner of ['resources', 'locales']) mkdirSync(join(folder, inner), { recursive: true });
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES.length]), Buffer.from('10110001')]), { mode: 0o755 });
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/de.pak']) writeFileSync(join(folder, file), file);
  return folder;
}

/** By the lock file: all that is not there for developers alone. The whole Nodes are for npm scripts, `node-addon-api` for compiling. */
function productionPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  const names = Object.entries(packages).flatMap(([path, { dev, devOptional }]) =>
    dev === true || devOptional === true ? [] : (/node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? []),
  );
  return new Set(names.filter((name) => !/^node-(linux|win|addon-api)/.test(name)));
}

const statOf = (file: string): 'file' | 'folder' => ('files' in statFile(asar, file) ? 'folder' : 'file');

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
