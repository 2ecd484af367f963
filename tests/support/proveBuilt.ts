import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Chart } from '../../core/chart/document.ts';
import type * as startHelper from '../../main/platform/helpers/startHelper.ts';
import type * as imagingModule from '../../main/engines/imaging/imaging.ts';
import type * as pdf from '../../main/engines/pdf/makePdf.ts';
import type * as soundness from '../../main/platform/database/soundness.ts';
import type * as services from '../../main/app/openApp.ts';
import type * as readForeignModule from '../../main/goals/readForeign.ts';
import type * as startServicesModule from '../../main/platform/service/startServices.ts';

// Run by plain Node with the folder of a built app: loads every module but the shell's, starts every worker and helper, and opens a library.
// Prints what was proven as JSON.
const root = resolve(process.argv[2] ?? '');
const built = (path: string): string => pathToFileURL(join(root, 'dist', 'main', path)).href;
const home = mkdtempSync(join(tmpdir(), 'stepwall-built-'));

try {
  process.stdout.write(
    JSON.stringify({
      modules: await loadModules(),
      ...(await proveHelperAndLibrary()),
      pdfWorker: await provePdfWorker(),
      foreignWorker: await proveForeignWorker(),
      soundnessWorker: await proveSoundnessWorker(),
      services: await proveServices(),
      memoryGuard: proveMemoryGuard(),
    }),
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function loadModules(): Promise<number> {
  const modules = globSync('**/*.js', { cwd: join(root, 'dist', 'main') }).filter((file) => !/^electron|^(cli|service)\.js$|\.(worker|helper)\.js$/.test(file));
  for (const file of modules) await import(built(file));
  return modules.length;
}

/** A page of the sample class through the helper processes that decode and that read, and a library with its migrations. */
async function proveHelperAndLibrary(): Promise<{ page: { width: number; height: number }; names: string[]; library: { papers: number } }> {
  const { createImaging } = (await import(built('engines/imaging/imaging.js'))) as typeof imagingModule;
  const { startHelperInNode } = (await import(built('platform/helpers/startHelper.js'))) as typeof startHelper;
  const { openApp } = (await import(built('app/openApp.js'))) as typeof services;
  const imaging = createImaging(startHelperInNode, { processes: 1, secondsPerPage: 60 });
  const app = openApp({ folder: join(home, 'library'), home, imaging, tell: () => undefined, log: (error) => void process.stderr.write(`${String(error)}\n`) });
  try {
    const { papers } = await app.services['library.status']({});
    for await (const event of imaging.read(readFileSync(join(root, 'assets', 'sample', 'scan-4-pages.pdf')))) {
      if (event.kind !== 'page') continue;
      const placing = { quad: event.proposal.quad, turn: 0 as const, degrees: 0 };
      const { found } = await imaging.names.find(event.jpeg, { placing, trueSize: null, names: [] });
      return { page: { width: event.width, height: event.height }, names: found.map(({ reason }) => reason), library: { papers } };
    }
    throw new Error('No page came.');
  } finally {
    await Promise.all([app.close(), imaging.close()]);
  }
}

/** What the worker says of a file that is no database. */
async function proveSoundnessWorker(): Promise<readonly string[]> {
  const { askSoundness } = (await import(built('platform/database/soundness.js'))) as typeof soundness;
  const file = join(home, 'no-database.db');
  writeFileSync(file, 'Dear parents, '.repeat(400));
  return askSoundness({ file, thorough: false });
}

/** The worker itself refuses a chart without a size: its words come only from a worker that runs. */
async function provePdfWorker(): Promise<string> {
  const { makePdf } = (await import(built('engines/pdf/makePdf.js'))) as typeof pdf;
  const chart: Chart = { title: 'A wall', scale: 'numbers', line: [], levels: [], strip: null };
  return makePdf({ what: 'strip', look: 'colour', chart, shownPapers: [], files: new Map(), fontsFolder: join(root, 'assets', 'fonts') }).then(
    () => 'a PDF of nothing',
    (error: unknown) => String(error),
  );
}

/** A table without a row, read in the thread that reads other people's files. */
async function proveForeignWorker(): Promise<number> {
  const { readForeign } = (await import(built('goals/readForeign.js'))) as typeof readForeignModule;
  for await (const { goals } of readForeign({ what: 'table', bytes: new TextEncoder().encode('goal\n'), skillSets: [] }, new AbortController().signal))
    return goals.length;
  throw new Error('Nothing was read.');
}

/** Their process, on the Node that this script runs on. */
async function proveServices(): Promise<unknown> {
  const { startServices } = (await import(built('platform/service/startServices.js'))) as typeof startServicesModule;
  const started = startServices({
    node: process.execPath,
    entry: new URL(built('service.js')),
    folder: join(home, 'other library'),
    keychain: Promise.resolve(null),
    tell: () => undefined,
    log: (error) => void process.stderr.write(`${String(error)}\n`),
  });
  await started.opened;
  const reply = await started.dispatch('walls.list', {});
  await started.close();
  return reply;
}

/** A process that may hold 1 MB is ended without a word; left alone, it would end well. */
function proveMemoryGuard(): string {
  const script = `import(${JSON.stringify(built('platform/helpers/guardProcess.js'))}).then(({ guardProcess }) => guardProcess({ parent: process.ppid, megabytes: 1 })); setTimeout(() => undefined, 60_000);`;
  const { status, stderr } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
  return status === 0 ? 'left alone' : stderr.trim() || 'ended';
}
