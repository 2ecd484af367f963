import type { SheetEdges, SheetSize } from '../../../core/sheets/sheetSize.ts';
import { printingWords } from '../../../core/words/printing.ts';

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

const MATTERS: readonly [RegExp, { problem: string; hint: string }][] = [
  [/offline|connecting-to-device|not responding|may not exist|unreachable|timed-out|unable to (locate|connect)/iu, printingWords.matter.off],
  [/media-empty|media-needed|out of paper/iu, printingWords.matter.noPaper],
  [/media-jam/iu, printingWords.matter.jam],
  [/(cover|door|interlock)-open/iu, printingWords.matter.open],
  [/(toner|marker-supply|ink)-empty/iu, printingWords.matter.noInk],
  [/filter failed|stopped due to filter/iu, printingWords.matter.driver],
];

/** What is the matter with a printer, and what to do; null where it says nothing that stops it. */
export function matterWith({ disabled, message, alerts }: Told): { problem: string; hint: string } | null {
  const said = [message, ...alerts].join(' ');
  const known = MATTERS.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return known[1];
  return disabled ? printingWords.matter.paused : null;
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
