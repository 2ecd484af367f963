import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { measureSheet, type MeasuredSheet } from './names/measureNames.ts';
import { KINDS } from './names/planNameSheet.ts';
import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';

// How well names are found on made-up sheets whose truth is known: `node build/scripts/nameTable.ts [--count 300] [--first 0] [--list] [--worst]`.

const THREADS = 2;

interface Work {
  readonly seeds: readonly number[];
  readonly list: boolean;
}

if (isMainThread) await printTable();
else {
  const { seeds, list } = workerData as Work;
  const models = await ocrModels();
  for (const seed of seeds) parentPort?.postMessage(await measureSheet(models, seed, list));
}

async function printTable(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string' }, first: { type: 'string' }, list: { type: 'boolean' }, worst: { type: 'boolean' } },
  });
  const first = Number(values.first ?? 0);
  const seeds = Array.from({ length: Number(values.count ?? 300) }, (_, k) => first + k);
  const shares = Array.from({ length: THREADS }, (_, k) => seeds.filter((_seed, i) => i % THREADS === k));
  const all = (await Promise.all(shares.map((share) => inThread({ seeds: share, list: values.list === true })))).flat();
  const head = ['', 'sheets', 'names covered', 'asked for', 'missed', 'false boxes', 'asked in vain', 'a box takes', 'median ms'];
  const lines = [
    head,
    ...KINDS.map((kind) =>
      row(
        kind,
        all.filter((one) => one.kind === kind),
      ),
    ),
    row('all', all),
  ];
  process.stdout.write(lines.map((cells) => cells.map((cell, k) => (k === 0 ? cell.padEnd(12) : cell.padStart(15))).join('')).join('\n') + '\n');
  const falseBoxes = all.reduce((sum, one) => sum + one.falseBoxes, 0);
  process.stdout.write(`False boxes in 30 pages: ${((falseBoxes * 30) / all.length).toFixed(2)}\n`);
  if (values.worst !== true) return;
  for (const { seed, kind, covered, falseBoxes: wrong } of all.filter((one) => (one.covered ?? 1) < 1 || one.falseBoxes > 0).sort((a, b) => a.seed - b.seed))
    process.stdout.write(
      `${String(seed)} ${kind}: ${covered === null ? 'no name' : `${(covered * 100).toFixed(1)} % covered`}, ${String(wrong)} false boxes\n`,
    );
}

function inThread(work: Work): Promise<MeasuredSheet[]> {
  const { promise, resolve, reject } = Promise.withResolvers<MeasuredSheet[]>();
  const done: MeasuredSheet[] = [];
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  worker.on('message', (one: MeasuredSheet) => done.push(one));
  worker.on('error', reject);
  worker.on('exit', () => resolve(done));
  return promise;
}

/** A sheet counts as covered when every bit of its names' ink lies in boxes; where the app asks instead, it is neither covered nor missed. Asked in vain: of the sheets without a name. */
function row(name: string, all: readonly MeasuredSheet[]): string[] {
  const named = all.filter(({ covered }) => covered !== null);
  const nameless = all.filter(({ covered }) => covered === null);
  const of = (some: readonly MeasuredSheet[]): string => (named.length === 0 ? '-' : `${String(some.length)} of ${String(named.length)}`);
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return [
    name,
    String(all.length),
    of(named.filter(({ covered }) => covered === 1)),
    of(named.filter(({ covered, asked }) => covered !== 1 && asked)),
    of(named.filter(({ covered, asked }) => covered !== 1 && !asked)),
    String(all.reduce((sum, one) => sum + one.falseBoxes, 0)),
    nameless.length === 0 ? '-' : `${String(nameless.filter(({ asked }) => asked).length)} of ${String(nameless.length)}`,
    `${(100 * median(all.map(({ area }) => area))).toFixed(1)} %`,
    median(all.map(({ ms }) => ms)).toFixed(0),
  ];
}
