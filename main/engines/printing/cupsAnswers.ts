import type { SheetEdges, SheetSize } from '../../../core/sheets/sheetSize.ts';

/** What `lpstat -l -p` says of one printer. */
export interface Told {
  readonly name: string;
  readonly disabled: boolean;
  readonly printing: boolean;
  /** The queue's last word, such as “Filter failed”. */
  readonly message: string;
  readonly alerts: readonly string[];
}

/** Reads `lpstat -l -p` (in English): a line for each printer, indented lines with what else there is to say. */
export function readPrinters(text: string): readonly Told[] {
  return text
    .split(/^(?=printer )/mu)
    .filter((part) => part.startsWith('printer '))
    .map((part) => {
      const [first = '', second = ''] = part.split('\n');
      const alerts = /^\s*Alerts: (.*)$/mu.exec(part)?.[1]?.split(/[\s,]+/u) ?? [];
      return {
        name: first.split(' ')[1] ?? '',
        disabled: / disabled since /u.test(first),
        printing: / now printing /u.test(first),
        message: /^\s+(?!Form mounted)\S/u.test(second) ? second.trim() : '',
        alerts: alerts.filter((alert) => alert !== 'none' && alert !== ''),
      };
    });
}

/** The job's name from what `lp` answers: `request id is PDF-12 (1 file(s))`. */
export function readJob(text: string): string | null {
  return /request id is (\S+-\d+)/u.exec(text)?.[1] ?? null;
}

const MATTERS: readonly [RegExp, string, string][] = [
  [
    /offline|connecting-to-device|not responding|may not exist|unreachable|timed-out|unable to (locate|connect)/iu,
    'is off, or not connected',
    'Switch it on, look at its cable or Wi-Fi, and print again.',
  ],
  [/media-empty|media-needed|out of paper/iu, 'has no paper', 'Put paper of the right size in.'],
  [/media-jam/iu, 'has a paper jam', 'Open it, take the paper out, and print the sheet again.'],
  [/(cover|door|interlock)-open/iu, 'is open', 'Close its cover.'],
  [/(toner|marker-supply|ink)-empty/iu, 'has no ink or toner left', 'Put a new cartridge in.'],
  [
    /filter failed|stopped due to filter/iu,
    'could not be given the pages: its driver failed',
    'Print the PDF from another program at “Actual size”, or choose another printer.',
  ],
];

/** What is the matter with a printer, and what to do; null where it says nothing that stops it. */
export function matterWith({ disabled, message, alerts }: Told): { problem: string; hint: string } | null {
  const said = [message, ...alerts].join(' ');
  const known = MATTERS.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return { problem: known[1], hint: known[2] };
  return disabled ? { problem: 'is paused', hint: 'Resume it in the computer’s printer settings.' } : null;
}

/** The white edges of `paper` from what `ipptool -tv … get-printer-attributes.test` prints (hundredths of a millimetre, RFC 8011 and PWG 5100.7). */
export function readEdges(text: string, sheetSize: SheetSize): SheetEdges | null {
  const database = /media-col-database \([^)]*\) = (.*)$/mu.exec(text)?.[1] ?? '';
  for (const [entry] of database.matchAll(/\{media-size=\{[^}]*\}[^}]*\}/gu)) {
    const value = (name: string) => Number(new RegExp(`${name}=(\\d+)`, 'u').exec(entry)?.[1] ?? Number.NaN) / 100;
    const sameSize = Math.abs(value('x-dimension') - sheetSize.width) < 1 && Math.abs(value('y-dimension') - sheetSize.height) < 1;
    const edges = {
      top: value('media-top-margin'),
      right: value('media-right-margin'),
      bottom: value('media-bottom-margin'),
      left: value('media-left-margin'),
    };
    if (sameSize && Object.values(edges).every(Number.isFinite)) return edges;
  }
  return null;
}

/** How CUPS calls a paper. */
export function mediaName({ name, width, height }: SheetSize): string {
  return name === 'custom' ? `Custom.${width}x${height}mm` : name;
}
