import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ScanSettings } from '../../../../core/capture/scanner.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { scanningWords } from '../../../../core/words/scanning.ts';
import { run } from '../../../platform/run.ts';
import { makeTempFolder, MEMORY_FOLDER } from '../../../platform/tempFolders.ts';
import { areaOf } from '../glassSizes.ts';
import { scanProblem } from '../scanProblems.ts';
import type { ScannedPage, Scanner } from '../scanner.ts';
import { LIST_FORMAT, problemOf, readList, readOptions, type SaneSource } from './saneAnswers.ts';

const PREFIX = 'sane:';
const LOOK_MS = 30_000;
const MOST_MESSAGES = 64 * 1024;
/** A scanner brings its carriage home before it lets go. */
const KILL_AFTER_MS = 5000;

/** Scanners that Linux knows (SANE), by its own program `scanimage`; `environment` may name another configuration (`SANE_CONFIG_DIR`). */
export function createSane(environment: NodeJS.ProcessEnv = process.env): Scanner {
  const ask = (args: readonly string[], signal?: AbortSignal) =>
    run('scanimage', args, environment, { timeout: LOOK_MS, ...(signal !== undefined && { signal }) });

  async function sourcesOf(id: string, signal?: AbortSignal): Promise<readonly SaneSource[]> {
    const answer = await ask(['-d', id.slice(PREFIX.length), '-A'], signal);
    if (answer.missing) throw noScanimage();
    if (!answer.ok) throw scanProblem(problemOf(answer.err, false, 0) ?? 'gone');
    const sources = readOptions(answer.out);
    if (sources.length === 0) throw scanProblem('not-a-scanner');
    return sources;
  }

  return {
    knows: (id) => id.startsWith(PREFIX),
    list: async (signal) => readList((await ask(['-f', LIST_FORMAT], signal)).out),
    async capabilities(id, signal) {
      const sources = await sourcesOf(id, signal);
      return {
        id,
        name: id.slice(PREFIX.length),
        by: 'computer',
        sources: sources.map(({ source, colours, dpis, sheetSizes }) => ({ source, colours, dpis, sheetSizes })),
      };
    },
    async *scan(id, settings, signal) {
      const sources = await sourcesOf(id, signal);
      const source = sources.find((one) => one.source === settings.source) ?? sources[0];
      if (source !== undefined) yield* scanimage(id.slice(PREFIX.length), source, settings, environment, signal);
    },
  };
}

/** Pages lie in a file only until they are read; where the computer has a folder in its memory, they never reach the disk. */
async function* scanimage(
  device: string,
  source: SaneSource,
  settings: ScanSettings,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): AsyncGenerator<ScannedPage> {
  signal.throwIfAborted();
  const folder = makeTempFolder('scan', memoryFolder());
  const args = ['-d', device, ...argumentsFor(source, settings), '--format=tiff', `--batch=${join(folder, 'page-%d.tif')}`, '--batch-print'];
  const program = spawn('scanimage', args, { env: { ...environment, LC_ALL: 'C', LANG: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(program, 'close').then(
    ([code]) => code === 0,
    () => false,
  );
  let messages = '';
  program.stderr.on('data', (chunk: Buffer) => {
    messages = (messages + chunk.toString()).slice(-MOST_MESSAGES);
  });
  const stop = (): void => void program.kill('SIGINT');
  signal.addEventListener('abort', stop, { once: true });
  let pages = 0;
  try {
    for await (const file of createInterface({ input: program.stdout })) {
      signal.throwIfAborted();
      const bytes = await readFile(file);
      await rm(file);
      pages += 1;
      yield { name: scanningWords.pageFile(pages, '.tif'), bytes };
    }
    const ok = await ended;
    signal.throwIfAborted();
    const problem = problemOf(messages, ok, pages);
    if (problem !== null) throw scanProblem(problem);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    const cutOff = setTimeout(() => program.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(cutOff);
    await rm(folder, { recursive: true, force: true });
  }
}

function argumentsFor({ word, modes, dpis, bed, duplexOption, source }: SaneSource, { colour, dpi, sheetSize }: ScanSettings): string[] {
  const mode = modes[colour] ?? modes.colour ?? modes.grey;
  const area = areaOf(sheetSize, bed);
  return [
    ...(word === null ? [] : [`--source=${word}`]),
    ...(duplexOption === null ? [] : [duplexOption]),
    ...(mode === undefined ? [] : [`--mode=${mode}`]),
    `--resolution=${dpis.includes(dpi) ? dpi : (dpis[0] ?? dpi)}`,
    '-x',
    String(area.widthMm),
    '-y',
    String(area.heightMm),
    ...(source === 'glass' ? ['--batch-count=1'] : []),
  ];
}

function memoryFolder(): string {
  try {
    accessSync(MEMORY_FOLDER, constants.W_OK);
    return MEMORY_FOLDER;
  } catch {
    return tmpdir();
  }
}

const noScanimage = (): Refusal => new Refusal('not-found', scanningWords.noSane);
