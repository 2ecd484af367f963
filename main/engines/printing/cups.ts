import { setTimeout as wait } from 'node:timers/promises';
import type { SheetEdges, SheetSize } from '../../../core/sheets/sheetSize.ts';
import { printingWords } from '../../../core/words/printing.ts';
import { matterWith, mediaName, readEdges, readJob, readPrinters, type Told } from './cupsAnswers.ts';
import { PrintProblem, type PrintEnd, type Printing, type PrintOptions, type PrintOrder, type PrinterState } from './printer.ts';
import { run, type Ran } from '../../platform/run.ts';

const LOOK_EVERY_MS = 500;
/** Looks. */
const BELIEVED_AFTER = 6;
/** The pages' size and no scaling are always said: a queue's own defaults shrink a page by up to a tenth. */
const TRUE_SIZE = ['-o', 'print-scaling=none', '-o', 'sides=one-sided'];
/** The queue shows job names to others on the network: they must not tell of a class. */
const JOB_NAME = 'Stepwall';

/** Printing through CUPS, on Linux and macOS; `environment` may name another server (`CUPS_SERVER`). */
export function createCups(environment: NodeJS.ProcessEnv = process.env): Printing {
  const ask = (program: string, args: readonly string[], signal?: AbortSignal) => run(program, args, environment, signal === undefined ? {} : { signal });

  async function told(): Promise<readonly Told[]> {
    const answer = await ask('lpstat', ['-l', '-p']);
    if (!answer.ok && !/No destinations added/u.test(answer.err)) throw noService(answer);
    return readPrinters(answer.out);
  }

  async function list(): Promise<readonly PrinterState[]> {
    const printers = await told();
    const standard = /system default destination: (\S+)/u.exec((await ask('lpstat', ['-d'])).out)?.[1];
    return printers.map((printer) => {
      const matter = matterWith(printer);
      // A driver that failed once may manage the next file.
      const stopped = matter !== null && (printer.disabled || printer.alerts.length > 0);
      return {
        name: printer.name,
        isDefault: printer.name === standard,
        ready: !stopped,
        problem: stopped ? printingWords.printer(printer.name, matter.problem) : '',
      };
    });
  }

  async function edges(printer: string, sheetSize: SheetSize): Promise<SheetEdges | null> {
    const server = environment['CUPS_SERVER'] ?? 'localhost:631';
    if (server.startsWith('/')) return null;
    const host = server.includes(':') ? server : `${server}:631`;
    const answer = await ask('ipptool', ['-tv', `ipp://${host}/printers/${encodeURIComponent(printer)}`, 'get-printer-attributes.test']);
    return readEdges(answer.out, sheetSize);
  }

  async function print({ file, sheetSize, printer }: PrintOrder, { signal, onProgress }: PrintOptions = {}): Promise<PrintEnd> {
    signal?.throwIfAborted();
    const known = (await told()).find(({ name }) => name === printer);
    if (known === undefined) throw new PrintProblem(printingWords.printerGone(printer));
    if (known.disabled) throw problemOf(known);
    onProgress?.(printingWords.handingOver);
    const answer = await ask('lp', ['-d', printer, '-t', JOB_NAME, '-o', `media=${mediaName(sheetSize)}`, ...TRUE_SIZE, '--', file], signal);
    const job = readJob(answer.out);
    if (job === null) throw answer.missing ? noService(answer) : new PrintProblem(printingWords.notTaken(printer));
    try {
      await untilPrinted(job, printer, signal, onProgress);
    } catch (error) {
      await run('cancel', [job], environment);
      throw error;
    }
    return 'printed';
  }

  async function untilPrinted(job: string, printer: string, signal: AbortSignal | undefined, onProgress: PrintOptions['onProgress']): Promise<void> {
    for (let stuck = 0; (await waiting(printer)).includes(job);) {
      const state = (await told()).find(({ name }) => name === printer);
      if (state !== undefined) {
        // A queue may still tell what was the matter with the job before: only what stays is believed.
        stuck = matterWith(state) === null ? 0 : stuck + 1;
        if (stuck > 0 && (state.disabled || stuck > BELIEVED_AFTER)) throw problemOf(state);
        onProgress?.(state.printing ? printingWords.printing : printingWords.waiting);
      }
      await wait(LOOK_EVERY_MS, undefined, signal === undefined ? {} : { signal });
    }
  }

  async function waiting(printer: string): Promise<readonly string[]> {
    return (await ask('lpstat', ['-o', printer])).out.split('\n').map((line) => line.split(/\s/u)[0] ?? '');
  }

  return { direct: true, list, edges, print };
}

function problemOf(printer: Told): PrintProblem {
  const { problem, hint } = matterWith(printer) ?? printingWords.matter.unsaid;
  return new PrintProblem({ message: printingWords.printer(printer.name, problem), hint });
}

function noService({ missing }: Ran): PrintProblem {
  return missing ? new PrintProblem(printingWords.noService) : new PrintProblem(printingWords.serviceSilent);
}
