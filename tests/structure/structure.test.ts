import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrows, forbidden, roomOf } from '../../build/arrows.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MOST_LINES = 400;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ['core', 'main', 'renderer', 'tests', 'build'].flatMap((folder) => filesIn(join(root, folder))).map(read);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|cts|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.')
      ? relative(root, resolve(file, '..', name))
          .split(sep)
          .join('/')
      : name,
  );
  return { path: relative(root, file).split(sep).join('/'), text, imports };
}

const code = sources.filter(({ path }) => /\.(ts|tsx|cts)$/.test(path));
const withoutComments = (text: string): string => text.replaceAll(/^\s*(\/?\*|\/\/(?! ?@ts)).*$/gm, '');

/** A way that leads back to where it began, or null. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string | null {
  const state = new Map<string, 'open' | 'done'>();
  const walk = (node: string, way: readonly string[]): string | null => {
    if (state.get(node) === 'done') return null;
    if (state.get(node) === 'open') return [...way.slice(way.indexOf(node)), node].join(' > ');
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) {
      const found = graph.has(next) ? walk(next, [...way, node]) : null;
      if (found !== null) return found;
    }
    state.set(node, 'done');
    return null;
  };
  for (const node of graph.keys()) {
    const found = walk(node, []);
    if (found !== null) return found;
  }
  return null;
}

const offenders = (where: RegExp, forbidden: (name: string, path: string) => boolean): string[] =>
  code
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, imports }) => imports.filter((name) => forbidden(name, path)).map((name) => `${path} imports ${name}`));

describe('who may import whom', () => {
  test('every import follows an arrow of the table', () => {
    const strays = code.flatMap(({ path, imports }) =>
      imports.filter((name) => /^(core|main|renderer|tests|build)\//.test(name)).map((name) => forbidden(path, name)),
    );
    expect(strays.filter((reason) => reason !== null)).toEqual([]);
  });
  test('every file of the product lies in a room of the table, and every arrow is used', () => {
    expect(code.filter(({ path }) => /^(core|main|renderer)\//.test(path) && roomOf(path) === null).map(({ path }) => path)).toEqual([]);
    const used = new Set(code.flatMap(({ path, imports }) => imports.map((name) => `${roomOf(path)} > ${roomOf(name)}`)));
    const rooms = new Set(code.map(({ path }) => roomOf(path)));
    expect(Object.keys(arrows).filter((room) => !rooms.has(room))).toEqual([]);
    // Rooms of core's areas and of main's name each arrow singly: one that nobody needs is taken out.
    const single = Object.entries(arrows).filter(([room]) => /^core\/(?!contract)/.test(room));
    expect(
      single
        .flatMap(([room, known]) => known.map((other) => `${room} > ${other}`))
        .filter((arrow) => !used.has(arrow) && !/> core\/(kernel|text|drawing)$/.test(arrow)),
    ).toEqual([]);
  });
  test('no arrow leads back, between rooms or between files', () => {
    expect(circleIn(new Map(Object.entries(arrows)))).toBeNull();
    expect(circleIn(new Map(code.map(({ path, imports }) => [path, imports.filter((name) => name !== path)])))).toBeNull();
  });
  test('core and the window know nothing of Node', () => {
    expect(offenders(/^(core|renderer)\//, (name) => name.startsWith('node:') || name === 'electron')).toEqual([]);
  });
  test('only the shell knows Electron', () => {
    expect(offenders(/^(core|main|renderer)\/(?!electron\/)/, (name) => name === 'electron')).toEqual([]);
    expect(code.some(({ path, imports }) => path.startsWith('main/electron/') && imports.includes('electron'))).toBe(true);
  });
  test('what shows the window loads no database, no pictures and no decoder: they are in the process of the services', () => {
    const known = new Map(code.map(({ path, imports }) => [path, imports]));
    const reached = new Set<string>();
    const walk = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      known.get(name)?.forEach(walk);
    };
    [...known.keys()].filter((path) => path.startsWith('main/electron/') || path === 'main/serve.ts').forEach(walk);
    const heavy = ['better-sqlite3', 'sharp', '@hyzyla/pdfium', 'heic-decode', 'jsqr', 'onnxruntime-web', 'pdf-lib'];
    expect(heavy.filter((name) => reached.has(name))).toEqual([]);
    // Each of them is there, under this name.
    expect(heavy.filter((name) => !code.some(({ path, imports }) => path.startsWith('main/') && imports.includes(name)))).toEqual([]);
  });
  test('nothing of the product knows a test', () => {
    expect(offenders(/^(core|main|renderer)\//, (name) => /^(tests|build)\//.test(name) || name === 'vitest')).toEqual([]);
  });
});

describe('how files are written', () => {
  test(`no file is longer than ${MOST_LINES} lines`, () => {
    expect(sources.filter(({ text }) => text.split('\n').length > MOST_LINES + 1).map(({ path }) => path)).toEqual([]);
  });
  test('no file only hands on what others define', () => {
    const barrels = code.filter(
      ({ text }) => text.trim() !== '' && text.split('\n').every((line) => line.trim() === '' || /^(export\b.*\bfrom\b|\/\/|\/\*|\*)/.test(line.trim())),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
  test('no type is given up', () => {
    expect(
      code
        .filter(({ path, text }) => !path.startsWith('tests/structure/') && /(:|\bas|<)\s*any\b(?!\w)|@ts-ignore|@ts-expect-error/.test(withoutComments(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });
  test('a rule is switched off only with its reason beside it', () => {
    const bare = code.flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) =>
        /eslint-disable/.test(line) && !path.startsWith('tests/structure/') && !/^\s*(\/\/|\*)/.test(lines[index - 1] ?? '') ? [`${path}:${index + 1}`] : [],
      );
    });
    expect(bare).toEqual([]);
  });
  test('tests are neither focused nor skipped without a condition', () => {
    expect(
      code
        .filter(
          ({ path, text }) => path.startsWith('tests/') && !path.startsWith('tests/structure/') && /\b(it|test|describe)\.(only|skip|todo|fixme)\(/.test(text),
        )
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('nothing leaves the computer', () => {
  test('no address of the internet is in the code', () => {
    const known = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\]|www\.w3\.org\/|\$\{)/;
    const found = code
      .filter(({ path }) => /^(core|main|renderer)\//.test(path))
      .flatMap(({ path, text }) => [...text.matchAll(/https?:\/\/[^\s'"`)]+/g)].map(([url]) => ({ path, url })).filter(({ url }) => !known.test(url)))
      // An address in a comment is where an algorithm comes from.
      .filter(
        ({ path, url }) =>
          !code
            .find((source) => source.path === path)
            ?.text.split('\n')
            .some((line) => line.includes(url) && /^\s*(\*|\/\/|\/\*)/.test(line)),
      );
    expect(found).toEqual([]);
  });
  test('the window is made in one place, locked in', () => {
    const makers = code.filter(({ path, text }) => path.startsWith('main/') && /new BrowserWindow\(/.test(text)).map(({ path }) => path);
    expect(makers).toEqual(['main/electron/window.ts']);
    const window = code.find(({ path }) => path === 'main/electron/window.ts')?.text ?? '';
    for (const setting of [/sandbox: true/, /contextIsolation: true/, /nodeIntegration: false/]) expect(window).toMatch(setting);
  });
});

describe('the two commands', () => {
  interface Manifest {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
    scripts: Record<string, string>;
  }
  const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const manifest = manifestIn('.');
  test('every version is pinned', () => {
    const versions = [manifest, manifestIn('tests')].flatMap((one) =>
      Object.entries({ ...one.dependencies, ...one.devDependencies, ...one.optionalDependencies }),
    );
    expect(versions.filter(([, version]) => !/^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
  test('start, test and demo are there', () => {
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test', 'demo', 'stepwall']));
  });
  test('the lock file names no host', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect([...lock.matchAll(/"resolved": "(?!file:|tests")([^"]*)"/g)].map(([, url]) => url)).toEqual([]);
  });
});
