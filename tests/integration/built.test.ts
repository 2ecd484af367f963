import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

beforeAll(() => void run('build/scripts/buildMain.mjs'), 120_000);

describe('what the build makes', () => {
  test('every built module loads, and every worker and helper starts', () => {
    // Whoever adds one here also proves it in `proveBuilt.ts`.
    expect(
      globSync('dist/main/**/*.{worker,helper}.js', { cwd: root })
        .map((file) => file.replaceAll('\\', '/'))
        .sort(),
    ).toEqual([
      'dist/main/engines/imaging/imaging.helper.js',
      'dist/main/engines/imaging/names/names.helper.js',
      'dist/main/engines/pdf/pdf.worker.js',
      'dist/main/goals/foreign.worker.js',
      'dist/main/platform/database/soundness.worker.js',
      'dist/main/platform/helpers/guard.worker.js',
    ]);
    const proven: unknown = JSON.parse(run('tests/support/proveBuilt.ts', root));
    expect(proven).toMatchObject({
      modules: expect.any(Number),
      page: { width: expect.any(Number) },
      library: { papers: 0 },
      memoryGuard: 'out-of-memory',
    });
    expect(proven).toMatchObject({ foreignWorker: 0, services: { ok: true } });
    expect(proven).toHaveProperty('names', ['label']);
    expect(proven).toHaveProperty('soundnessWorker', [expect.stringContaining('is damaged')]);
    expect(proven).toHaveProperty('pdfWorker', expect.stringContaining('The chart has no size yet'));
  }, 120_000);

  test('every source has its built file and nothing else is there', () => {
    const sources = globSync('{core,main}/**/*.{ts,cts,sql}', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
    const wanted = sources.map((file) => join('dist', file.replace(/\.(c?)ts$/, '.$1js')));
    expect(globSync('dist/{core,main}/**/*.*', { cwd: root }).sort()).toEqual(wanted.sort());
  });

  test('the preload requires electron and nothing else, and puts one thing into the window', () => {
    const preload = readFileSync(join(root, 'dist/main/electron/preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(["'electron'"]);
    expect(preload).not.toMatch(/^import /m);
    expect([...preload.matchAll(/exposeInMainWorld\(([^,]*),/g)].map(([, name]) => name)).toEqual(["'bridge'"]);
  });
});
