import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { isWrongButSure, measurePhoto, type Measured } from './photos/measurePhotos.ts';
import { KINDS } from './photos/planPhoto.ts';

// How well pages are found in made-up photos whose truth is known: `node build/scripts/photoTable.ts [--count 500] [--seed 1] [--worst]`.

const THREADS = 2;

if (isMainThread) await printTable();
else for (const seed of workerData as number[]) parentPort?.postMessage(await measurePhoto(seed));

async function printTable(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' }, worst: { type: 'boolean' } } });
  const count = Number(values.count ?? 500);
  const first = Number(values.seed ?? 1);
  const seeds = Array.from({ length: count }, (_, k) => first * 100_000 + k);
  const all = (await Promise.all(Array.from({ length: THREADS }, (_, k) => inThread(seeds.filter((_, i) => i % THREADS === k))))).flat();
  const rows = KINDS.map((kind) =>
    row(
      kind,
      all.filter((one) => one.kind === kind),
    ),
  );
  const lines = [['', 'photos', 'IoU >= 0.98', '>= 0.97', 'none or cut', 'missed', 'wrong but sure', 'false splits', 'median ms'], ...rows, row('all', all)];
  process.stdout.write(lines.map((cells) => cells.map((cell, k) => (k === 0 ? cell.padEnd(12) : cell.padStart(14))).join('')).join('\n') + '\n');
  if (values.worst !== true) return;
  const worst = all.filter(({ iou }) => iou < 0.98).sort((a, b) => a.iou - b.iou);
  for (const { seed, kind, iou, confidence, truth, found } of worst) {
    const what = truth === null ? 'page where there is none' : found === null ? 'missed' : `IoU ${iou.toFixed(3)}`;
    process.stdout.write(`${String(seed)} ${kind}: ${what}, confidence ${confidence.toFixed(2)}\n`);
  }
}

function inThread(seeds: number[]): Promise<Measured[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Measured[]>();
  const done: Measured[] = [];
  const worker = new Worker(new URL(import.meta.url), { workerData: seeds });
  worker.on('message', (one: Measured) => done.push(one));
  worker.on('error', reject);
  worker.on('exit', () => resolve(done));
  return promise;
}

function row(name: string, all: readonly Measured[]): string[] {
  const pages = all.filter(({ truth }) => truth !== null);
  const none = all.filter(({ truth }) => truth === null);
  const share = (some: readonly Measured[], of: readonly Measured[]): string => (of.length === 0 ? '-' : `${((100 * some.length) / of.length).toFixed(1)} %`);
  const ms = all.map((one) => one.ms).sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return [
    name,
    String(all.length),
    share(
      pages.filter(({ iou }) => iou >= 0.98),
      pages,
    ),
    share(
      pages.filter(({ iou }) => iou >= 0.97),
      pages,
    ),
    share(
      none.filter(({ iou }) => iou === 1),
      none,
    ),
    share(
      pages.filter(({ found }) => found === null),
      pages,
    ),
    share(all.filter(isWrongButSure), all),
    share(
      all.filter(({ papers }) => papers > 1),
      all,
    ),
    ms.toFixed(0),
  ];
}
