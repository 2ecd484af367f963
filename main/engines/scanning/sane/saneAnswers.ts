import type { ScanColour, ScannerFound, ScanSource, SourceFacts } from '../../../../core/capture/scanner.ts';
import { sheetSizesWithin, usualDpis, type Bed } from '../glassSizes.ts';
import type { ScanProblem } from '../scanProblems.ts';

/** For `scanimage -f`: one scanner a line. */
export const LIST_FORMAT = '%d\t%v %m%n';

/** What eSCL finds by itself, and cameras, are left out. */
const NOT_OURS = /^(airscan:e|escl:|v4l:)/u;

export function readList(out: string): ScannerFound[] {
  return out.split('\n').flatMap((line) => {
    const [device, name = ''] = line.split('\t');
    return device === undefined || name === '' || NOT_OURS.test(device) ? [] : [{ id: `sane:${device}`, name: tidy(name), by: 'computer' as const }];
  });
}

const tidy = (name: string): string => name.replaceAll('_', ' ').replace(/\s+/gu, ' ').trim();

/** A source of the scanner, and the words its driver has for what can be chosen. */
export interface SaneSource extends SourceFacts {
  readonly word: string | null;
  readonly modes: Partial<Record<ScanColour, string>>;
  readonly bed: Bed;
  /** For drivers that have both sides as an option of its own. */
  readonly duplexOption: string | null;
}

/** Out of `scanimage --all-options`. Drivers call the same things by many names. */
export function readOptions(out: string): SaneSource[] {
  const words = (option: string): string[] | null => {
    const found = new RegExp(`^ +--${option}(?:\\[=\\(|[ =])\\(?(?:auto\\|)?([^\\n]*?)\\)?\\]?(?: \\(in steps of [^)]*\\))? \\[[^\\]\\n]*\\]`, 'mu').exec(
      out,
    )?.[1];
    return found === undefined ? null : found.split('|');
  };
  const length = (letter: string, otherwise: number): number =>
    Number(new RegExp(`^ +-${letter} (?:auto\\|)?[\\d.]+\\.\\.([\\d.]+)mm`, 'mu').exec(out)?.[1] ?? otherwise);
  const bed = { widthMm: length('x', 210), heightMm: length('y', 297) };
  const modes: SaneSource['modes'] = {};
  for (const mode of words('mode') ?? []) {
    if (/colou?r/iu.test(mode)) modes.colour ??= mode;
    else if (/gr[ae]y/iu.test(mode)) modes.grey ??= mode;
  }
  const colours = (['colour', 'grey'] as const).filter((colour) => modes[colour] !== undefined);
  const shared = {
    modes,
    colours: colours.length === 0 ? ['colour' as const] : colours,
    dpis: dpisOf(words('resolution')),
    sheetSizes: sheetSizesWithin(bed),
    bed,
  };
  const bothSides = words('(?:adf-mode|duplex|scan-both-sides)');
  const duplexOption = bothSides === null ? null : /--(adf-mode|duplex|scan-both-sides)/u.exec(out)?.[1] === 'adf-mode' ? '--adf-mode=Duplex' : '--duplex=yes';
  const sources = words('source');
  if (sources === null) return [{ ...shared, source: 'glass', word: null, duplexOption: null }];
  return (['feeder', 'feeder-both', 'glass'] as const).flatMap((source): SaneSource[] => {
    const word = sources.find((one) => sourceOf(one) === source) ?? null;
    if (word !== null) return [{ ...shared, source, word, duplexOption: null }];
    const feeder = sources.find((one) => sourceOf(one) === 'feeder');
    return source === 'feeder-both' && feeder !== undefined && duplexOption !== null ? [{ ...shared, source, word: feeder, duplexOption }] : [];
  });
}

function sourceOf(word: string): ScanSource | null {
  if (/duplex|both|double/iu.test(word)) return 'feeder-both';
  if (/adf|feeder/iu.test(word)) return /back/iu.test(word) ? null : 'feeder';
  return /flatbed|platen|glass|normal/iu.test(word) ? 'glass' : null;
}

function dpisOf(words: readonly string[] | null): number[] {
  const [, least, most] = /^([\d.]+)\.\.([\d.]+)dpi/u.exec(words?.[0] ?? '') ?? [];
  if (least !== undefined && most !== undefined) return usualDpis((dpi) => dpi >= Number(least) && dpi <= Number(most), [Number(least), Number(most)]);
  const known = (words ?? []).map((word) => Number.parseFloat(word)).filter(Number.isFinite);
  return known.length === 0 ? [300] : usualDpis((dpi) => known.includes(dpi), known.map(Math.round));
}

/** The texts of SANE's statuses (SANE API 1.06, section 4.2.7). */
const problems: readonly (readonly [RegExp, ScanProblem])[] = [
  [/feeder jammed/iu, 'jam'],
  [/cover is open/iu, 'cover-open'],
  [/device busy/iu, 'busy'],
  [/access to resource has been denied/iu, 'not-allowed'],
  [/operation was cancell?ed/iu, 'taken-back'],
  [/out of memory/iu, 'no-memory'],
  [/error during device I\/O/iu, 'stumbled'],
  [/rounded value|setting of option .* failed|argument without option/iu, 'settings-refused'],
  [/open of device .* failed|no SANE devices found/iu, 'gone'],
];

/** Why `scanimage` ended; null where the feeder has only become empty behind at least one page. */
export function problemOf(err: string, ok: boolean, pages: number): ScanProblem | null {
  const found = problems.find(([pattern]) => pattern.test(err))?.[1];
  // A rounded value is no more than a remark where it scanned all the same.
  if (found !== undefined && !(ok && found === 'settings-refused')) return found;
  if (/out of documents/iu.test(err)) return pages === 0 ? 'empty' : null;
  if (pages === 0 || !ok) return 'stumbled';
  return null;
}
