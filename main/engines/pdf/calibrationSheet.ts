import type { Mark } from '../../../core/drawing/mark.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { RULER_COLUMN, RULER_INSET, rulersOn } from '../../../core/sheets/rulers.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
import { block, frame, GREY, HAIRLINE, label, line } from './furniture.ts';

const INSET = RULER_INSET;
const CARD = { width: 85.6, height: 54 };
const DEEPEST_RUNG = 15;
const GREYS = 11;
const GREY_SIDE = 9;

/** The page to print and measure before all others; `width` and `height` of the page in mm. */
export function calibrationSheet(fonts: Fonts, title: string, { width, height }: { width: number; height: number }): Mark[] {
  const left = INSET + RULER_COLUMN;
  const room = width - left - INSET;
  const unit = Math.min(1, width / 200);
  const heading = block(fonts, sheetWords.ruler.title, { x: left, y: INSET, size: 7 * unit, width: room, face: 'lexend-bold' });
  const chart = block(fonts, title, { x: left, y: INSET + heading.height, size: 4 * unit, width: room, face: 'andika', colour: GREY });
  const marks = [...heading.marks, ...chart.marks];
  let y = INSET + heading.height + chart.height + 3;
  for (const step of sheetWords.ruler.steps) {
    const words = block(fonts, step, { x: left, y, size: 4 * unit, width: room, face: 'andika' });
    marks.push(...words.marks);
    y += words.height + 1;
  }
  const top = y + 8;
  const rulers = rulersOn({ width, height });
  marks.push(...rulerDown(fonts, INSET, INSET, rulers.down), ...rulerAcross(fonts, left, top, rulers.across));
  const card = { x: left + 5, y: top + 20, ...CARD };
  if (card.x + card.width <= width - 8 && card.y + card.height <= height - INSET) {
    marks.push(
      frame(card, GREY, HAIRLINE, null, 3),
      ...label(fonts, sheetWords.ruler.card, { x: card.x + card.width / 2, y: card.y + card.height / 2, size: 3.2, colour: GREY }).marks,
    );
  }
  const wedge = { x: left + 5, y: card.y + card.height + 10 };
  if (wedge.x + GREYS * GREY_SIDE <= width - 8 && wedge.y + GREY_SIDE + 12 <= height - INSET) marks.push(...greyWedge(fonts, wedge));
  return [...marks, ...ladders(fonts, width, height)];
}

/** Boxes from black to white: a printer short of ink shows neighbours alike. */
function greyWedge(fonts: Fonts, { x, y }: { x: number; y: number }): Mark[] {
  const boxes = Array.from({ length: GREYS }, (_, index) => {
    const level = Math.round((255 * index) / (GREYS - 1));
    return frame({ x: x + index * GREY_SIDE, y, width: GREY_SIDE, height: GREY_SIDE }, GREY, HAIRLINE, `#${level.toString(16).padStart(2, '0').repeat(3)}`);
  });
  return [...boxes, ...block(fonts, sheetWords.ruler.greys, { x, y: y + GREY_SIDE + 1, size: 3.2, colour: GREY }).marks];
}

function tickLength(millimetre: number): number {
  return millimetre % 10 === 0 ? 6 : millimetre % 5 === 0 ? 4.5 : 3;
}

function rulerAcross(fonts: Fonts, x: number, y: number, length: number): Mark[] {
  const ticks = millimetres(length).map((at) => line([x + at, y], [x + at, y + tickLength(at)]));
  const tens = millimetres(length).filter((at) => at % 10 === 0);
  const numbers = tens.flatMap((at) => label(fonts, String(at), { x: x + at, y: y + 8, size: 2.6 }).marks);
  return [
    line([x, y], [x + length, y]),
    ...ticks,
    ...numbers,
    ...label(fonts, `${length} mm`, { x: x + length / 2, y: y + 12.5, size: 3.6, face: 'lexend-bold' }).marks,
  ];
}

function rulerDown(fonts: Fonts, x: number, y: number, length: number): Mark[] {
  const ticks = millimetres(length).map((at) => line([x, y + at], [x + tickLength(at), y + at]));
  const tens = millimetres(length).filter((at) => at % 10 === 0 && at > 0);
  const numbers = tens.flatMap((at) => label(fonts, String(at), { x: x + 7, y: y + at, size: 2.6, align: 'start' }).marks);
  return [
    line([x, y], [x, y + length]),
    ...ticks,
    ...numbers,
    ...label(fonts, `${length} mm`, { x: x + 1, y: y + length + 5, size: 3.6, face: 'lexend-bold', align: 'start' }).marks,
  ];
}

function millimetres(length: number): number[] {
  return Array.from({ length: length + 1 }, (_, at) => at);
}

/** In each corner a stair of lines, each as far from its edge as its number says: top, right, bottom, left, clockwise. */
function ladders(fonts: Fonts, width: number, height: number): Mark[] {
  const step = Math.min(5, (Math.min(width, height) / 2 - 6) / DEEPEST_RUNG);
  return Array.from({ length: DEEPEST_RUNG }, (_, index) => index + 1).flatMap((rung) => {
    const from = 4 + (rung - 1) * step;
    const to = from + step * 0.8;
    const middle = (from + to) / 2;
    const beyond = rung + 1.6;
    const number = (x: number, y: number) => label(fonts, String(rung), { x, y, size: 1.9, colour: GREY }).marks;
    return [
      line([from, rung], [to, rung]),
      ...number(middle, beyond),
      line([width - rung, from], [width - rung, to]),
      ...number(width - beyond, middle),
      line([width - from, height - rung], [width - to, height - rung]),
      ...number(width - middle, height - beyond),
      line([rung, height - from], [rung, height - to]),
      ...number(beyond, height - middle),
    ];
  });
}
