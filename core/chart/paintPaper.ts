import type { Paper } from '../capture/shownPaper.ts';
import type { Mark } from '../drawing/mark.ts';
import { WALL } from '../drawing/palette.ts';
import { setText } from '../drawing/setText.ts';
import type { Rect } from '../kernel/rect.ts';
import type { FaceName } from '../text/face.ts';
import type { Fonts } from '../text/fonts.ts';
import { layOutText, type TextLayout } from '../text/wrap.ts';
import { chartWords } from '../words/chart.ts';
import type { ElementOf } from './document.ts';

/** A retyped page, in ems of its writing: the distance of the lines, the red margin, and the white round the words. */
const PAGE = { leading: 1.6, margin: 1.3, left: 1.8, right: 0.6, top: 0.3, bottom: 0.4, ruleUnderBaseline: 0.1 };
const FRAME_WIDTH = 0.35;
const NOT_READY = chartWords.strip.paperNotReady;

export function paintPicture(element: ElementOf<'picture'>, { fonts, papers }: PaintContext): Mark[] {
  const page = papers.get(element.paper)?.pages.find(({ page }) => page === element.page);
  if (page === undefined) return placeholder(fonts, element, NOT_READY);
  const picture: Mark = { kind: 'picture', media: page.media, box: boxOf(element), crop: element.crop };
  return element.frame
    ? [picture, { kind: 'box', box: boxOf(element), radius: 0, fill: null, stroke: WALL.frame, strokeWidth: FRAME_WIDTH, dash: [] }]
    : [picture];
}

/** Lines that do not fit the box are left out; `heightOfTyped` says how high it must be. */
export function paintTyped(element: ElementOf<'typed'>, { fonts, papers }: PaintContext): Mark[] {
  const paper = papers.get(element.paper);
  const text = paper?.text ?? null;
  if (text === null) return placeholder(fonts, element, NOT_READY);
  const { x, y, width, height, size } = element;
  const { lines } = layOutTyped(fonts, text, size, width, faceOf(paper));
  const room = Math.max(1, Math.floor((height / size - PAGE.top - PAGE.bottom) / PAGE.leading + 1e-6));
  const pageTop = y + PAGE.top * size;
  return [
    { kind: 'box', box: boxOf(element), radius: 0, fill: WALL.sheet, stroke: WALL.frame, strokeWidth: FRAME_WIDTH, dash: [] },
    ...rules(element, pageTop + (lines[0]?.baseline ?? 0) + PAGE.ruleUnderBaseline * size),
    line([x + PAGE.margin * size, y], [x + PAGE.margin * size, y + height], WALL.margin),
    ...setText(fonts, lines.slice(0, room), { x: x + PAGE.left * size, y: pageTop, size, colour: WALL.ink }),
  ];
}

/** In mm; `size` is the em in mm. */
export function heightOfTyped(fonts: Fonts, paper: Paper, size: number, width: number): number {
  return layOutTyped(fonts, paper.text ?? '', size, width, faceOf(paper)).height + (PAGE.top + PAGE.bottom) * size;
}

/** The dashed box with a few words in its middle, as large as they fit. */
export function dashedBox(fonts: Fonts, element: Rect, text: string, radius: number, colour: string): Mark[] {
  const { x, y, width, height } = element;
  let size = Math.max(0.5, Math.min(height * 0.3, width * 0.1));
  let layout = layOutInside(fonts, text, size, width * 0.9);
  while (size > 0.5 && layout.height > height * 0.9) {
    size *= 0.9;
    layout = layOutInside(fonts, text, size, width * 0.9);
  }
  return [
    { kind: 'box', box: boxOf(element), radius, fill: null, stroke: WALL.dash, strokeWidth: 0.8, dash: [4, 3] },
    ...setText(fonts, layout.lines, { x: x + width * 0.05, y: y + (height - layout.height) / 2, size, colour }),
  ];
}

function placeholder(fonts: Fonts, element: Rect, words: string): Mark[] {
  return dashedBox(fonts, element, words, 2, WALL.softInk);
}

function layOutInside(fonts: Fonts, text: string, size: number, width: number): TextLayout {
  return layOutText(fonts, { text, face: 'andika', size, leading: 1.25, align: 'centre', width });
}

const faceOf = (paper: Paper | undefined): FaceName => (paper?.standIn === true ? 'hand' : 'andika');

function layOutTyped(fonts: Fonts, text: string, size: number, width: number, face: FaceName): TextLayout {
  return layOutText(fonts, { text, face, size, leading: PAGE.leading, align: 'start', width: width - (PAGE.left + PAGE.right) * size });
}

function rules({ x, y, width, height, size }: ElementOf<'typed'>, first: number): Mark[] {
  const pitch = PAGE.leading * size;
  const count = Math.max(0, Math.ceil((y + height - PAGE.bottom * size - first) / pitch + 1e-6));
  return Array.from({ length: count }, (_, index) => line([x, first + index * pitch], [x + width, first + index * pitch], WALL.rule));
}

function line([x1, y1]: [number, number], [x2, y2]: [number, number], stroke: string): Mark {
  return {
    kind: 'path',
    lines: [
      [
        { x: x1, y: y1 },
        { x: x2, y: y2 },
      ],
    ],
    closed: false,
    fill: null,
    stroke,
    strokeWidth: FRAME_WIDTH,
  };
}

function boxOf({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}

export interface PaintContext {
  readonly fonts: Fonts;
  /** By the paper's id. */
  readonly papers: ReadonlyMap<string, Paper>;
}
