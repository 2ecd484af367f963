import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openApp } from '../../main/app/openApp.ts';
import type { Job } from '../../core/contract/events.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

// A library of 2 GB (STEPWALL_BENCH_MB: another size), backed up and brought back from the command line: time, and the most memory that either took. Yardstick: 300 MB.

const megabytes = Number(process.env['STEPWALL_BENCH_MB'] ?? 2000);
const FILE = 400_000;
/** Sealed page and small page, sealed copy and small copy, open copy. */
const FILES_A_PAPER = 5;
const root = mkdtempSync(join(process.env['STEPWALL_BENCH_PLACE'] ?? tmpdir(), 'stepwall-bench-'));
const home = join(root, 'home');
const library = join(root, 'library');
const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
const tellPeak = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`${process.resourceUsage().maxRSS}`))';

/** No JPEG can be made smaller: bytes by chance stand for one. */
const jpeg = (): Buffer => Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), randomBytes(FILE)]);

async function fill(papers: number): Promise<void> {
  const ended = new Map<string, () => void>();
  const app = openApp({
    folder: library,
    home,
    imaging: madeUpImaging(jpeg),
    log: (error) => console.error(error),
    tell: (event, payload) => {
      if (event === 'job.changed' && (payload as Job).state !== 'running') ended.get((payload as Job).job)?.();
    },
  });
  const wording = { question: 'Why do bees matter?', subject: '', year: '', focus: '', trueSize: { name: 'a5', widthMm: null, heightMm: null } } as const;
  const { wall } = await app.services['walls.create'](wording);
  const { task } = await app.services['walls.open']({ wall });
  const files: string[] = [];
  for (let paper = 0; paper < papers; paper += 1) {
    const token = app.exchange.offer(`${paper}.jpg`, 1);
    await app.exchange.receive(token, [Buffer.from('x')]);
    files.push(token);
  }
  const { job } = await app.services['papers.import']({ task: task.id, files });
  await new Promise<void>((done) => ended.set(job, done));
  for (const { pages } of await app.services['papers.list']({ task: task.id })) await app.services['pages.check']({ page: pages[0]!.id, checked: true });
  await app.close();
}

function run(...args: readonly string[]): void {
  const started = performance.now();
  const errors = join(root, 'peak');
  execFileSync('sh', ['-c', `"$0" "$@" 2> "${errors}"`, process.execPath, '--import', tellPeak, cli, ...args], {
    env: { ...process.env, STEPWALL_HOME: home },
  });
  const peak = Number(execFileSync('cat', [errors], { encoding: 'utf8' }).trim());
  console.log(`${args[0]}: ${((performance.now() - started) / 1000).toFixed(1)} s, at most ${Math.round(peak / 1024)} MB of memory`);
}

try {
  await fill(Math.ceil((megabytes * 1_000_000) / (FILE * FILES_A_PAPER)));
  const file = join(root, 'library.stepwall');
  run('backup', '--library', library, '--out', file, '--json');
  console.log(`the backup: ${Math.round(statSync(file).size / 1_000_000)} MB`);
  run('restore', '--from', file, '--library', library, '--json');
  run('restore', '--from', file, '--library', join(root, 'elsewhere'), '--json');
} finally {
  rmSync(root, { recursive: true, force: true });
}
