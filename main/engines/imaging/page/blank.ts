import type { GreyPixels } from '../decode/pixels.ts';

/** Ink on this many millionths of the page is still dust and noise. */
const BLANK_INK_PPM = 40;
/** Ink along this share of a whole line across the page is a printed rule; nobody writes like that. */
const RULE_SHARE = 0.45;
/** How far, in px, a rule's ink lies from its middle. */
const RULE_REACH = 3;
/** The edges of a page may show the desk, the lid, a shadow. */
const MARGIN_SHARE = 0.03;

/** True when nothing is on the page but its printed rules, squares and margin. `ink` is 0 where the paper is bare, `skewDegrees` how the rules lean. */
export function isBlank(ink: GreyPixels, skewDegrees: number | null): boolean {
  const slope = Math.tan(((skewDegrees ?? 0) * Math.PI) / 180);
  const { data, width, height } = ink;
  const rows = rules(height, width, (row, k) => at(ink, k, Math.round(row + (k - width / 2) * slope)));
  const columns = rules(width, height, (column, k) => at(ink, Math.round(column - (k - height / 2) * slope), k));
  const marginX = Math.round(width * MARGIN_SHARE);
  const marginY = Math.round(height * MARGIN_SHARE);
  let inked = 0;
  for (let y = marginY; y < height - marginY; y++) {
    for (let x = marginX; x < width - marginX; x++) {
      if (data[y * width + x] === 0) continue;
      const row = Math.round(y - (x - width / 2) * slope);
      const column = Math.round(x + (y - height / 2) * slope);
      if (rows[row] !== 1 && columns[column] !== 1) inked++;
    }
  }
  return (inked * 1e6) / (width * height) < BLANK_INK_PPM;
}

function at({ data, width, height }: GreyPixels, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : data[y * width + x]!;
}

/** 1 for each slanted line across the page that a rule runs along or beside. */
function rules(lines: number, length: number, inkAt: (line: number, k: number) => number): Uint8Array {
  const marked = new Uint8Array(lines);
  for (let line = 0; line < lines; line++) {
    let inked = 0;
    // A rule that is a pixel off its line is the same rule.
    for (let k = 0; k < length; k += 2) if (inkAt(line, k) > 0 || inkAt(line + 1, k) > 0) inked += 2;
    if (inked >= length * RULE_SHARE) marked.fill(1, Math.max(0, line - RULE_REACH), line + 2 + RULE_REACH);
  }
  return marked;
}
