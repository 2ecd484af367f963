import type { Fonts } from '../text/fonts.ts';
import type { LineOfText, RunOfText } from '../text/wrap.ts';
import type { Mark } from './mark.ts';
import { standIn } from './symbols.ts';

/** Where and how a laid-out block is drawn: its top left corner and em in mm. */
interface Setting {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** The marks of laid-out lines: one for each run of a face, and a sign or box for each character that no font has. */
export function setText(fonts: Fonts, lines: readonly LineOfText[], setting: Setting): Mark[] {
  return lines.flatMap((line) => line.runs.flatMap((run) => setRun(fonts, line, run, setting)));
}

function setRun(fonts: Fonts, line: LineOfText, run: RunOfText, { x, y, size, colour }: Setting): Mark[] {
  const start = x + line.x + run.x;
  const baseline = y + line.baseline;
  const { face, text, width, glyphs } = run;
  if (face !== null) return text.trim() === '' ? [] : [{ kind: 'text', text, face, size, colour, x: start, baseline, width, glyphs }];
  const height = fonts.andika.capHeight * size;
  return glyphs.map((glyph) =>
    standIn(glyph.text, { x: start + glyph.x + glyph.advance * 0.08, y: baseline - height, width: glyph.advance * 0.84, height }, colour),
  );
}
