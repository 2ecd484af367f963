import type { Rect } from '../kernel/rect.ts';
import type { FaceName } from '../text/face.ts';
import type { Fonts } from '../text/fonts.ts';
import { graphemesOf } from '../text/shape.ts';
import { HANDOUT_INK, sizeToFit, wordsIn } from './drawnPage.ts';
import type { Mark } from './mark.ts';

interface Fit {
  /** The em in mm: as large as this where there is room, no smaller than `least`. */
  readonly size: number;
  readonly least: number;
  readonly face?: FaceName;
  readonly align?: 'start' | 'centre' | 'end';
  readonly stand?: 'top' | 'middle' | 'foot';
  readonly colour?: string;
}

/** Words that stay inside `box` whatever their length: smaller first, then shortened with an ellipsis; none where not even one line has room. */
export function fitWords(
  fonts: Fonts,
  text: string,
  box: Rect,
  { size, least, face = 'andika', align = 'start', stand = 'top', colour = HANDOUT_INK }: Fit,
): Mark[] {
  const said = text.trim();
  if (said === '' || box.width <= 0) return [];
  const em = sizeToFit(fonts, said, box, size, least, face);
  const set = (words: string) => wordsIn(fonts, words, box, em, { face, align, colour });
  const whole = set(said);
  const { marks, height } = whole.height <= box.height + 1e-9 ? whole : set(shortened(said, (words) => set(words).height <= box.height + 1e-9));
  if (height > box.height + 1e-9 || marks.some((mark) => mark.kind === 'text' && mark.width > box.width + 1e-6)) return [];
  const lower = (box.height - height) * { top: 0, middle: 0.5, foot: 1 }[stand];
  return marks.map((mark) => movedDown(mark, lower));
}

/** The longest beginning that fits with an ellipsis behind it. */
function shortened(text: string, fits: (words: string) => boolean): string {
  const graphemes = graphemesOf(text);
  let [low, high] = [0, graphemes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${graphemes.slice(0, middle).join('').trimEnd()}…`)) low = middle;
    else high = middle - 1;
  }
  return `${graphemes.slice(0, low).join('').trimEnd()}…`;
}

function movedDown(mark: Mark, by: number): Mark {
  switch (mark.kind) {
    case 'text':
      return { ...mark, baseline: mark.baseline + by };
    case 'path':
      return { ...mark, lines: mark.lines.map((line) => line.map(({ x, y }) => ({ x, y: y + by }))) };
    default:
      return { ...mark, box: { ...mark.box, y: mark.box.y + by } };
  }
}
