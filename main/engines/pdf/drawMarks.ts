import { inLook } from '../../../core/drawing/inkLook.ts';
import type { BoxMark, LineOfTextMark, Mark, PathMark, PictureMark } from '../../../core/drawing/mark.ts';
import type { Rect } from '../../../core/kernel/rect.ts';
import type { PageInk } from './ink.ts';

/** How far a Bézier's handles reach for a quarter of a circle, in radii. */
const QUARTER = 0.5522847498;

/** The operators (PDF 1.7, annex A) that draw the marks, in mm with y down; the page has turned its axes so. */
export function drawMarks(marks: readonly Mark[], ink: PageInk): string {
  return marks.map((mark) => drawMark(inLook(mark, ink.look), ink)).join('');
}

/** Everything in `content` only inside `box`. */
export function clipped(box: Rect, content: string): string {
  return `q\n${rectangle(box)}W n\n${content}Q\n`;
}

/** Everything in `content` moved and then made larger or smaller. */
export function placed({ x, y, scale }: { x: number; y: number; scale: number }, content: string): string {
  const factor = String(Number(scale.toFixed(8)));
  return `q\n${factor} 0 0 ${factor} ${numbers(x, y)} cm\n${content}Q\n`;
}

/** Numbers as PDF wants them: to a thousandth (of a millimetre, for lengths), no exponent. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => String(Number(value.toFixed(3)) + 0)).join(' ');
}

function drawMark(mark: Mark, ink: PageInk): string {
  switch (mark.kind) {
    case 'box':
      return drawBox(mark);
    case 'path':
      return drawPath(mark);
    case 'text':
      return drawText(mark, ink);
    case 'picture':
      return drawPicture(mark, ink);
  }
}

function drawBox({ box, radius, fill, stroke, strokeWidth, dash }: BoxMark): string {
  // A box without height would be drawn there and back, and its dashes would fill their own gaps.
  if (box.width === 0 || box.height === 0)
    return drawOutline(`${numbers(box.x, box.y)} m\n${numbers(box.x + box.width, box.y + box.height)} l\n`, false, { fill: null, stroke, strokeWidth, dash });
  return drawOutline(radius > 0 ? roundedRectangle(box, radius) : rectangle(box), true, { fill, stroke, strokeWidth, dash });
}

function drawPath({ lines, closed, fill, stroke, strokeWidth }: PathMark): string {
  const outline = lines.map((line) => line.map(({ x, y }, index) => `${numbers(x, y)} ${index === 0 ? 'm' : 'l'}\n`).join('') + (closed ? 'h\n' : '')).join('');
  return drawOutline(outline, closed, { fill, stroke, strokeWidth, dash: [] });
}

function drawOutline(outline: string, closed: boolean, { fill, stroke, strokeWidth, dash }: Pick<BoxMark, 'fill' | 'stroke' | 'strokeWidth' | 'dash'>): string {
  const filled = fill !== null && closed;
  const stroked = stroke !== null && strokeWidth > 0;
  if (outline === '' || (!filled && !stroked)) return '';
  const dashed = stroked && dash.some((length) => length > 0);
  const pens = [
    filled ? `${colour(fill, 'rg')}\n` : '',
    stroked ? `${colour(stroke, 'RG')}\n${numbers(strokeWidth)} w\n` : '',
    dashed ? `[${numbers(...dash)}] 0 d\n` : '',
  ].join('');
  const operator = filled && stroked ? 'B' : filled ? 'f' : 'S';
  return `${pens}${outline}${operator}\n${dashed ? '[] 0 d\n' : ''}`;
}

/** Where the glyphs do not stand as far apart as their widths say, TJ moves them: they lie where the screen has them. */
function drawText({ face, size, colour: fill, x, baseline, glyphs }: LineOfTextMark, ink: PageInk): string {
  const { name, subset } = ink.font(face);
  const shown: string[] = [];
  let run = '';
  let rise = 0;
  let pen = 0;
  const show = () => {
    if (run !== '') shown.push(`[${run}] TJ\n`);
    run = '';
  };
  for (const glyph of glyphs) {
    const code = subset.codeOf(glyph);
    const back = thousandths(pen - (glyph.x / size) * 1000);
    if ((glyph.y ?? 0) !== rise) {
      show();
      rise = glyph.y ?? 0;
      shown.push(`${numbers(rise)} Ts\n`);
    }
    if (Math.abs(back) >= 0.01) {
      run += `${back} `;
      pen -= back;
    }
    run += `<${code.hex}>`;
    pen += code.width;
  }
  show();
  if (rise !== 0) shown.push('0 Ts\n');
  return `BT\n${colour(fill, 'rg')}\n/${name} ${numbers(size)} Tf\n1 0 0 -1 ${numbers(x, baseline)} Tm\n${shown.join('').replaceAll('><', '')}ET\n`;
}

function drawPicture({ media, box, crop }: PictureMark, ink: PageInk): string {
  if (!(crop.width > 0 && crop.height > 0 && box.width > 0 && box.height > 0)) return '';
  const width = box.width / crop.width;
  const height = box.height / crop.height;
  const left = box.x - crop.x * width;
  const bottom = box.y - crop.y * height + height;
  return clipped(box, `${numbers(width, 0, 0, -height, left, bottom)} cm\n/${ink.picture(media)} Do\n`);
}

function rectangle({ x, y, width, height }: Rect): string {
  return `${numbers(x, y, width, height)} re\n`;
}

function roundedRectangle({ x, y, width, height }: Rect, wanted: number): string {
  const radius = Math.min(wanted, width / 2, height / 2);
  const handle = radius * (1 - QUARTER);
  const [right, bottom] = [x + width, y + height];
  return [
    `${numbers(x + radius, y)} m\n`,
    `${numbers(right - radius, y)} l\n${numbers(right - handle, y, right, y + handle, right, y + radius)} c\n`,
    `${numbers(right, bottom - radius)} l\n${numbers(right, bottom - handle, right - handle, bottom, right - radius, bottom)} c\n`,
    `${numbers(x + radius, bottom)} l\n${numbers(x + handle, bottom, x, bottom - handle, x, bottom - radius)} c\n`,
    `${numbers(x, y + radius)} l\n${numbers(x, y + handle, x + handle, y, x + radius, y)} c\nh\n`,
  ].join('');
}

/** Greys are said as greys, so that a printer uses no coloured ink for them. */
export function colour(hex: string, operator: 'rg' | 'RG'): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const grey = channels.every((channel) => channel === channels[0]);
  return grey ? `${numbers(channels[0] ?? 0)} ${operator === 'rg' ? 'g' : 'G'}` : `${numbers(...channels)} ${operator}`;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
