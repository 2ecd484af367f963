import type { ScanSettings } from '../../../../core/capture/scanner.ts';
import type { Refusal } from '../../../../core/kernel/refusal.ts';
import { scanningWords } from '../../../../core/words/scanning.ts';
import { areaOf } from '../glassSizes.ts';
import { scanProblem, type ScanProblem } from '../scanProblems.ts';
import { MOST_PAGES, MOST_PAGE_BYTES, type ScannedPage } from '../scanner.ts';
import { isCutOff, pageEnding } from '../wholePage.ts';
import { askScanner, type EsclAnswer, type Question } from './esclAsk.ts';
import type { EsclCapabilities } from './esclCapabilities.ts';
import { isBusy, problemInStatus, wasTakenBack } from './esclStatus.ts';

export interface EsclOptions {
  /** Milliseconds; a scanner that warms up takes a minute for its first page. */
  readonly silentMs: number;
  readonly pageSilentMs: number;
  /** How often a busy scanner is asked again before a scan, and before each page. */
  readonly tries: number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  readonly allowLoopback: boolean;
}

const MOST_WORDS = 1024 * 1024;
const LONGEST_WAIT_S = 10;
const UNITS_PER_MM = 300 / 25.4;

/**
 * Scans as eSCL says (Mopria Alliance, eSCL Technical Specification 2.97): make a job, take its next document until there is none, and delete it where it was not
 * emptied.
 * @param base the scanner's `…/eSCL` @throws Refusal behind the pages that came before the fault
 */
export async function* scanOverEscl(
  base: URL,
  { version, sources }: EsclCapabilities,
  settings: ScanSettings,
  signal: AbortSignal,
  options: EsclOptions,
): AsyncGenerator<ScannedPage> {
  const source = sources.find((one) => one.source === settings.source) ?? sources[0];
  if (source === undefined) throw scanProblem('not-a-scanner');
  const fromFeeder = source.source !== 'glass';
  const ask = (path: string, more: Partial<Question> = {}): Promise<EsclAnswer> =>
    askScanner(new URL(path, base), { signal, mostBytes: MOST_WORDS, silentMs: options.silentMs, allowLoopback: options.allowLoopback, ...more });
  const statusWord = async (): Promise<string> => (await ask(`${base.pathname}/ScannerStatus`)).body.toString();

  const job = await startJob();
  let emptied = false;
  try {
    for (let page = 1; page <= MOST_PAGES && !emptied; page += 1) {
      const answer = await nextDocument();
      if (answer === null) {
        const said = await statusWord().catch(() => '');
        const problem = wasTakenBack(said, job) ? 'taken-back' : problemInStatus(said, fromFeeder);
        if (problem !== null && (problem !== 'empty' || page === 1)) throw scanProblem(problem);
        emptied = true;
        if (page === 1) throw scanProblem(fromFeeder ? 'empty' : 'stumbled');
        break;
      }
      const ending = pageEnding(answer.body);
      if (ending === null) throw scanProblem('not-a-page');
      if (isCutOff(answer.body)) throw scanProblem('cut');
      yield { name: scanningWords.pageFile(page, ending), bytes: answer.body };
      // A flatbed has one page, and some would scan it again and again.
      if (!fromFeeder) break;
    }
  } finally {
    if (!emptied) await ask(job, { method: 'DELETE', signal: undefined }).catch(() => undefined);
  }

  async function startJob(): Promise<string> {
    const body = settingsXml(version, settings, source as EsclCapabilities['sources'][number]);
    const answer = await patiently(() => ask(`${base.pathname}/ScanJobs`, { method: 'POST', body }), 'busy');
    const job = answer.header('location');
    if (answer.status !== 201 || job === undefined) throw await problemOf(answer.status);
    // Only its path: scanners are known to name hosts that nobody else knows.
    return new URL(job, base).pathname.replace(/\/+$/u, '');
  }

  async function nextDocument(): Promise<EsclAnswer | null> {
    const answer = await patiently(() => ask(`${job}/NextDocument`, { mostBytes: MOST_PAGE_BYTES, silentMs: options.pageSilentMs }), 'silent');
    if (answer.status === 200) return answer;
    if (answer.status === 404 || answer.status === 410) return null;
    throw await problemOf(answer.status);
  }

  /** Asks again as long as the answer is 503: come back later. */
  async function patiently(once: () => Promise<EsclAnswer>, inVain: ScanProblem): Promise<EsclAnswer> {
    for (let left = options.tries; ; left -= 1) {
      const answer = await once();
      if (answer.status !== 503) return answer;
      if (left === 0) throw scanProblem(problemInStatus(await statusWord().catch(() => ''), fromFeeder) ?? inVain);
      const seconds = Math.min(LONGEST_WAIT_S, Math.max(1, Number(answer.header('retry-after')) || 1));
      await options.wait(seconds * 1000, signal);
    }
  }

  async function problemOf(status: number): Promise<Refusal> {
    if (status === 401 || status === 403) return scanProblem('not-allowed');
    const said = await statusWord().catch(() => '');
    const problem = problemInStatus(said, fromFeeder);
    if (problem !== null) return scanProblem(problem);
    if (status === 400 || status === 415) return scanProblem('settings-refused');
    if (status === 409) return scanProblem(isBusy(said) ? 'busy' : fromFeeder ? 'empty' : 'stumbled');
    return scanProblem('stumbled');
  }
}

/** In the order of the specification: scanners are known to read only that. */
function settingsXml(
  version: string,
  { source, colour, dpi, sheetSize }: ScanSettings,
  { bed, colours, dpis, format }: EsclCapabilities['sources'][number],
): string {
  const area = areaOf(sheetSize, bed);
  const units = (mm: number): number => Math.floor(mm * UNITS_PER_MM + 0.01);
  const mode = (colours.includes(colour) ? colour : colours[0]) === 'grey' ? 'Grayscale8' : 'RGB24';
  const resolution = dpis.includes(dpi) ? dpi : (dpis[0] ?? dpi);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<scan:ScanSettings xmlns:scan="${SCAN}" xmlns:pwg="${PWG}">`,
    `<pwg:Version>${/^[\d.]+$/u.test(version) ? version : '2.0'}</pwg:Version>`,
    '<scan:Intent>Document</scan:Intent>',
    '<pwg:ScanRegions pwg:MustHonor="false"><pwg:ScanRegion>',
    '<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>',
    `<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset><pwg:Width>${units(area.widthMm)}</pwg:Width><pwg:Height>${units(area.heightMm)}</pwg:Height>`,
    '</pwg:ScanRegion></pwg:ScanRegions>',
    `<pwg:InputSource>${source === 'glass' ? 'Platen' : 'Feeder'}</pwg:InputSource>`,
    `<scan:ColorMode>${mode}</scan:ColorMode>`,
    `<pwg:DocumentFormat>${format}</pwg:DocumentFormat>`,
    ...(Number.parseFloat(version) >= 2.1 ? [`<scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>`] : []),
    `<scan:XResolution>${resolution}</scan:XResolution><scan:YResolution>${resolution}</scan:YResolution>`,
    ...(source === 'glass' ? [] : [`<scan:Duplex>${String(source === 'feeder-both')}</scan:Duplex>`]),
    '</scan:ScanSettings>',
  ].join('\n');
}

/*
 * Names of vocabularies, not addresses that anyone is asked at:
 * http://schemas.hp.com/imaging/escl/2011/05/03
 * http://www.pwg.org/schemas/2010/12/sm
 */
const SCAN = 'http://schemas.hp.com/imaging/escl/2011/05/03';
const PWG = 'http://www.pwg.org/schemas/2010/12/sm';
