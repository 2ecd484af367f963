import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Point } from '../goals/strokes.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import type { KeteOnHandout } from './classFacts.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { insideOf } from './listPages.ts';
import { HANDOUT_GREY, HANDOUT_INK, POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { contextWords, handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

const COLUMNS = 3;
const GAP = 4;
const CARD_HEIGHT = 31;
/** Above the basket's rim: the handles with the words between them. */
const HANDLES = 46;
const RIM = 12;

/** What a pupil can do for good, in a woven basket; as many pages as it takes, and an empty basket for whoever is about to begin. */
export function keteHandout(fonts: Fonts, sheetSize: SheetSize, kete: KeteOnHandout): readonly DrawnPage[] {
  const inside = insideOf(sheetSize);
  const basket = { ...inside, y: inside.y + HANDLES, height: inside.height - HANDLES - 8 };
  const room = { x: basket.x + 9, y: basket.y + RIM + 5, width: basket.width - 18, height: basket.height - 2 * RIM - 10 };
  const rows = Math.floor((room.height + GAP) / (CARD_HEIGHT + GAP));
  const pages = Math.max(1, Math.ceil(kete.skills.length / (rows * COLUMNS)));
  const card = { width: (room.width - (COLUMNS - 1) * GAP) / COLUMNS, height: (room.height - (rows - 1) * GAP) / rows };
  return Array.from({ length: pages }, (_, page) => {
    const here = kete.skills.slice(page * rows * COLUMNS, (page + 1) * rows * COLUMNS);
    const cards = here.flatMap((skill, index) =>
      drawSkill(fonts, skill, {
        x: room.x + (index % COLUMNS) * (card.width + GAP),
        y: room.y + Math.floor(index / COLUMNS) * (card.height + GAP),
        ...card,
      }),
    );
    const empty = fitWords(fonts, handoutWords.keteEmpty, room, { size: 20 * POINT, least: 12 * POINT, align: 'centre', stand: 'middle' });
    return {
      width: sheetSize.width,
      height: sheetSize.height,
      marks: [...drawBasket(basket), ...titleBetween(fonts, kete.who, inside), ...(here.length > 0 ? cards : empty), ...foot(fonts, inside)],
    };
  });
}

function titleBetween(fonts: Fonts, who: string, { x, y, width }: Rect): Mark[] {
  const middle = { x: x + width * 0.3, width: width * 0.4 };
  return [
    ...fitWords(
      fonts,
      handoutWords.kete,
      { ...middle, y: y + 15, height: 13 },
      { size: 28 * POINT, least: 14 * POINT, face: 'andika-bold', align: 'centre', stand: 'middle' },
    ),
    ...fitWords(fonts, who, { ...middle, y: y + 29, height: 8 }, { size: 14 * POINT, least: 8 * POINT, align: 'centre', stand: 'middle' }),
  ];
}

const foot = (fonts: Fonts, { x, y, width, height }: Rect): Mark[] =>
  fitWords(
    fonts,
    handoutWords.keteFoot,
    { x, y: y + height - 6, width, height: 6 },
    { size: 10 * POINT, least: 7 * POINT, align: 'centre', stand: 'foot', colour: HANDOUT_GREY },
  );

function drawSkill(fonts: Fonts, { goal, symbol, contexts }: KeteOnHandout['skills'][number], box: Rect): Mark[] {
  const inset = 2.5;
  const side = 14;
  const inner = { x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset, height: box.height - 2 * inset };
  const seen = contexts.map((context) => contextWords[context]).join(' · ');
  const beside = { x: inner.x + side + 2, width: inner.width - side - 2 };
  return [
    { kind: 'box', box, radius: 3, fill: '#ffffff', stroke: HANDOUT_INK, strokeWidth: 0.35, dash: [] },
    ...symbolMarks(symbol, inner.x, inner.y + (inner.height - side) / 2, side),
    ...fitWords(fonts, goal.pupilText, { ...beside, y: inner.y, height: inner.height - 5 }, { size: 12 * POINT, least: 7 * POINT, stand: 'middle' }),
    ...fitWords(
      fonts,
      seen,
      { ...beside, y: inner.y + inner.height - 4.5, height: 4.5 },
      { size: 7.5 * POINT, least: 6 * POINT, stand: 'foot', colour: HANDOUT_GREY },
    ),
  ];
}

/** A flax basket, a little narrower at its foot: two handles, woven bands as rim and foot. */
function drawBasket(box: Rect): Mark[] {
  const slant = 5;
  const { x, y, width, height } = box;
  const outline = [
    { x, y },
    { x: x + width, y },
    { x: x + width - slant, y: y + height },
    { x: x + slant, y: y + height },
  ];
  const handle = (from: number, to: number, rise: number): Point[] =>
    Array.from({ length: 33 }, (_, index) => {
      const angle = Math.PI * (1 - index / 32);
      return { x: (from + to) / 2 + (Math.cos(angle) * (to - from)) / 2, y: y - Math.sin(angle) * rise };
    });
  const line = (points: readonly Point[], strokeWidth: number, closed = false): Mark => ({
    kind: 'path',
    lines: [points],
    closed,
    fill: null,
    stroke: HANDOUT_INK,
    strokeWidth,
  });
  const [left, right] = [x + width * 0.14, x + width * 0.86];
  return [
    line(handle(left, right, HANDLES - 2), 0.8),
    line(handle(left + 5, right - 5, HANDLES - 7), 0.8),
    line(outline, 0.8, true),
    ...woven({ x, y, width, height: RIM }, 0),
    ...woven({ x: x + slant * (1 - RIM / height), y: y + height - RIM, width: width - 2 * slant * (1 - RIM / height), height: RIM }, slant * (RIM / height)),
  ];
}

/** A band of weaving in black lines: diamonds side by side, each with one strand over the other. */
function woven({ x, y, width, height }: Rect, narrower: number): Mark[] {
  const count = Math.max(2, Math.round(width / (height * 0.75)));
  const inner = { x: x + narrower, width: width - 2 * narrower };
  const step = inner.width / count;
  const [top, middle, foot] = [y + height * 0.08, y + height / 2, y + height * 0.92];
  const diamonds = Array.from({ length: count }, (_, index): readonly (readonly Point[])[] => {
    const left = inner.x + index * step;
    const centre = left + step / 2;
    const right = left + step;
    return [
      [
        { x: left, y: middle },
        { x: centre, y: top },
        { x: right, y: middle },
        { x: centre, y: foot },
        { x: left, y: middle },
      ],
      [
        { x: left + step / 4, y: (top + middle) / 2 },
        { x: right - step / 4, y: (middle + foot) / 2 },
      ],
    ];
  });
  const edges = [y, y + height].map((at): readonly Point[] => [
    { x: inner.x, y: at },
    { x: inner.x + inner.width, y: at },
  ]);
  return [{ kind: 'path', lines: [...diamonds.flat(), ...edges], closed: false, fill: null, stroke: HANDOUT_INK, strokeWidth: 0.4 }];
}
