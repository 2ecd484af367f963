import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScannerFacts } from '../../../../core/capture/scanner.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { scanningWords } from '../../../../core/words/scanning.ts';
import { run } from '../../../platform/run.ts';
import { makeTempFolder } from '../../../platform/tempFolders.ts';
import { areaOf, sheetSizesWithin } from '../glassSizes.ts';
import { scanProblem } from '../scanProblems.ts';
import type { Scanner } from '../scanner.ts';
import { readBed, readDevices, readMade, readProblem } from './wiaAnswers.ts';
import { wiaScript } from './wiaScript.ts';

const PREFIX = 'wia:';
const LOOK_MS = 30_000;
const SCAN_MS = 180_000;
/** WIA's own numbers for what a picture is meant to be. */
const INTENT = { colour: '1', grey: '2' } as const;

/** The glass of scanners that Windows knows (WIA), through its own PowerShell. Feeders are left to the network and the watched folder: this way of asking is known to lose pages. */
export function createWia(environment: NodeJS.ProcessEnv = process.env): Scanner {
  /** Runs the script from a folder of its own, which is gone afterwards with all that was written there. */
  async function ask<T>(what: Record<string, string>, timeout: number, signal: AbortSignal | undefined, use: (out: string) => Promise<T> | T): Promise<T> {
    const folder = makeTempFolder('scan');
    try {
      const script = join(folder, 'ask.ps1');
      await writeFile(script, wiaScript);
      const told = { ...what, STEPWALL_WIA_FILE: join(folder, `${randomUUID()}.png`) };
      const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script];
      const answer = await run('powershell.exe', args, { ...environment, ...told }, { timeout, ...(signal !== undefined && { signal }) });
      if (answer.missing) throw noPowerShell();
      const problem = readProblem(answer.out) ?? (answer.ok ? null : 'stumbled');
      if (problem !== null) throw scanProblem(problem);
      return await use(answer.out);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async function capabilities(id: string, signal?: AbortSignal): Promise<ScannerFacts> {
    const bed = await ask({ STEPWALL_WIA_DO: 'ask', STEPWALL_WIA_DEVICE: id.slice(PREFIX.length) }, LOOK_MS, signal, readBed);
    const glass = { source: 'glass' as const, colours: ['colour' as const, 'grey' as const], dpis: [150, 200, 300], sheetSizes: sheetSizesWithin(bed) };
    return { id, name: 'Scanner', by: 'computer', sources: [glass] };
  }

  return {
    knows: (id) => id.startsWith(PREFIX),
    list: (signal) => ask({ STEPWALL_WIA_DO: 'list' }, LOOK_MS, signal, readDevices),
    capabilities,
    async *scan(id, { colour, dpi, sheetSize }, signal) {
      const device = { STEPWALL_WIA_DEVICE: id.slice(PREFIX.length) };
      const bed = await ask({ STEPWALL_WIA_DO: 'ask', ...device }, LOOK_MS, signal, readBed);
      const area = areaOf(sheetSize, bed);
      const what = {
        STEPWALL_WIA_DO: 'scan',
        ...device,
        STEPWALL_WIA_DPI: String(dpi),
        STEPWALL_WIA_INTENT: INTENT[colour],
        STEPWALL_WIA_WIDTH_MM: String(area.widthMm),
        STEPWALL_WIA_HEIGHT_MM: String(area.heightMm),
      };
      const bytes = await ask(what, SCAN_MS, signal, async (out) => {
        const file = readMade(out);
        if (file === null) throw scanProblem('stumbled');
        return readFile(file);
      });
      yield { name: scanningWords.pageFile(1, '.png'), bytes };
    },
  };
}

const noPowerShell = (): Refusal => new Refusal('not-found', scanningWords.noWia);
