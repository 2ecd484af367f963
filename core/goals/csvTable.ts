import Papa from 'papaparse';

/** Tables of text as RFC 4180 writes them: commas, quotes doubled, lines ended by CR LF. Read and written by Papa Parse. */

/** A row and the line of the file it begins on, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Excel takes a file for UTF-8 only where it begins with this mark; files of earlier builds begin with two. */
const MARK = '\uFEFF';
const MARKS = /^\uFEFF+/;

/** A spreadsheet would run a cell that begins like a formula: it gets an apostrophe in front, taken off again on the way in. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

export function tableToCsv(rows: readonly (readonly string[])[]): string {
  const table = rows.map((cells) => cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return `${MARK}${Papa.unparse(table, { newline: '\r\n' })}\r\n`;
}

/**
 * The rows of a CSV file, empty lines left out. Tables that a spreadsheet saved with semicolons or tabs are understood too.
 * A quote that is never closed takes the rest of the file into its cell; `open` is then the line that its row began on.
 * @param most rows besides the header; what comes behind them is not read, which `isCut` says
 */
export function tableFromCsv(
  text: string,
  most = Number.POSITIVE_INFINITY,
): { readonly rows: readonly Row[]; readonly open: number | null; readonly isCut: boolean } {
  const source = text.replace(MARKS, '');
  const rows: Row[] = [];
  let open: number | null = null;
  let begins = 0;
  let line = 1;
  let isCut = false;
  Papa.parse<string[]>(source, {
    delimiter: separatorOf(source),
    step({ data, errors, meta: { cursor } }, parser) {
      if (rows.length > most) {
        isCut = true;
        return parser.abort();
      }
      const cells = data.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell));
      if (errors.some(({ code }) => code === 'MissingQuotes')) open = line;
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
      line += lineEnds(source.slice(begins, cursor));
      begins = cursor;
    },
  });
  return { rows, open, isCut };
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** What stands most often in the header. */
function separatorOf(source: string): string {
  const header = source.slice(0, /[\r\n]|$/.exec(source)?.index);
  const [most = ','] = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length);
  return most;
}
