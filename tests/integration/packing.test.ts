import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
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
      'main/platform/helpers/memoryGuard.worker.js',
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

  test('has outside the archive only what the system must load, for this system alone, and libheif', () => {
    const unpacked = listFiles(join(resources, 'app.asar.unpacked'));
    expect(unpacked.filter((file) => file.endsWith('.node')).sort()).toEqual([
      expect.stringMatching(/^node_modules\/@img\/sharp-linux-\w+\/lib\/sharp-linux-\w+-[\d.]+\.node$/),
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ]);
    expect(unpacked.filter((file) => !/^node_modules\/(@img|better-sqlite3|libheif-js)\//.test(file))).toEqual([]);
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

  test('runs from the archive: modules, workers, helpers and libraries, with what is native from outside it', () => {
    const extracted = join(work, 'extracted');
    extractAll(asar, extracted);
    const loaded = join(work, 'loaded.txt');
    const hook = join(work, 'asElectronDoes.cjs');
    // Electron loads the unpacked twin of a native file inside the archive; plain Node has to be told.
    writeFileSync(
      hook,
      `const { dlopen } = process;
      process.dlopen = (module, file, ...flags) => {
        const twin = file.replace(${JSON.stringify(extracted)}, ${JSON.stringify(join(resources, 'app.asar.unpacked'))});
        require('node:fs').appendFileSync(${JSON.stringify(loaded)}, twin + '\\n');
        return dlopen(module, twin, ...flags);
      };`,
    );
    const proven: unknown = JSON.parse(
      execFileSync(process.execPath, [join(root, 'tests/support/proveBuilt.ts'), extracted], {
        cwd: work,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` },
      }),
    );
    expect(proven).toMatchObject({
      page: { width: expect.any(Number), height: expect.any(Number) },
      names: ['label'],
      library: { papers: 0 },
      memoryGuard: 'ended',
    });
    const natives = [...new Set(readFileSync(loaded, 'utf8').trim().split('\n'))];
    expect(natives.map((file) => file.slice(resources.length)).sort()).toEqual([
      expect.stringMatching(/^\/app\.asar\.unpacked\/node_modules\/@img\/sharp-linux-/),
      expect.stringMatching(/^\/app\.asar\.unpacked\/node_modules\/better-sqlite3\/prebuilds\/linux-/),
    ]);
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

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
