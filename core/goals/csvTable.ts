/** Tables of text as RFC 4180 writes them: commas, quotes doubled, lines ended by CR LF. */

/** A row and the line of the file it begins on, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Excel takes a file for UTF-8 only where it begins with this mark. */
const MARK = '\uFEFF';

export function tableToCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
}

/**
 * The rows of a CSV file, empty lines left out. Tables that a spreadsheet saved with semicolons or tabs are understood too.
 * A quote that is never closed takes the rest of the file into its cell; `open` is then the line it began on.
 */
export function tableFromCsv(text: string): { readonly rows: readonly Row[]; readonly open: number | null } {
  const source = text.startsWith(MARK) ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: Row[] = [];
  let [cells, cell, line, rowLine]: [string[], string, number, number] = [[], '', 1, 1];
  let openedOn: number | null = null;
  const endCell = (): void => {
    cells.push(unguarded(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
  };
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index]!;
    const endsLine = character === '\n' || (character === '\r' && source[index + 1] !== '\n');
    if (endsLine) line += 1;
    if (openedOn !== null) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else openedOn = null;
    } else if (character === '"' && cell === '') openedOn = line;
    else if (character === separator) endCell();
    else if (endsLine) {
      endRow();
      rowLine = line;
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, open: openedOn };
}

function separatorOf(source: string): string {
  const header = source.slice(0, /[\r\n]|$/.exec(source)?.index);
  return [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length })).sort((a, b) => b.count - a.count)[0]!.mark;
}

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A spreadsheet would run a cell that begins like a formula: it gets an apostrophe in front, taken off again on the way in. */
const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
