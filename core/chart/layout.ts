import type { Paper } from '../capture/shownPaper.ts';
import { levelLook } from '../drawing/ramp.ts';
import { wordsCut, type Seam } from './wordsCut.ts';
import type { Fonts } from '../text/fonts.ts';
import { firstBaseline, layOutText } from '../text/wrap.ts';
import { chartWords } from '../words/chart.ts';
import type { Chart, Element, ElementOf, Level, Strip } from './document.ts';
import { paint, textHeight, typedHeight } from './paint.ts';

/** Lengths in mm. Letters on the wall: 11 mm ems are read from 2 m (a capital is 7.8 mm, 13 minutes of arc). */
const M = {
  edge: 12,
  gap: 6,
  /** Between two levels side by side; with `edge` as it is, the seams of one sheet a level fall into it. */
  gutter: 14,
  title: 22,
  subtitle: 13,
  badge: 26,
  name: 16,
  heading: 9,
  qualifier: 11,
  typed: 9,
  /** A response whose true size nobody knows is shown this wide. */
  unknownWidth: 180,
  narrowest: 150,
  /** Beside the papers on a vertical strip. */
  words: 190,
  dock: 46,
} as const;

/**
 * What a sheet of the usual paper (A4 on its side, 5 mm white, 10 mm glue flap) adds to the strip. Where it costs little,
 * a level gets a sheet's width and its papers one row of sheets, its words the next: then no seam runs through words.
 */
const SHEET = { across: 277, down: 190, flap: 10, widen: 1.3, upright: 287 } as const;
/** Titles are tried from large to small until no seam runs through a word. */
const TITLE_SIZES = [24, 23, 22, 21, 20, 19, 18] as const;

const SUBTITLE = chartWords.strip.subtitle;
const LEADING = 1.3;

const INK = '#1f2430';
const QUIET = '#4a5161';
const GREEN = '#0f4a37';

export interface LayoutContext {
  readonly fonts: Fonts;
  readonly papers: ReadonlyMap<string, Paper>;
}

/**
 * Lays out the strip by itself: lowest level at the left or the bottom, papers at the size they were written, nothing over anything else.
 * Every element's id and `from` say what it was made from, so that laying out again finds it.
 */
export function layOut(chart: Chart, orientation: Strip['orientation'], context: LayoutContext): Strip {
  return orientation === 'horizontal' ? layOutHorizontal(chart, context) : layOutVertical(chart, context);
}

/** One level's parts before they are given a place. */
interface Block {
  readonly level: Level;
  readonly step: number;
  readonly steps: number;
  readonly papers: readonly Sized[];
  readonly papersWidth: number;
  readonly papersHeight: number;
}

interface Sized {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Element;
}

function layOutHorizontal(chart: Chart, context: LayoutContext): Strip {
  const blocks = blocksOf(chart, context);
  const { pitch, seams } = pitchOf(blocks);
  const column = pitch - M.gutter;
  const inner = column - 2 * M.gap;
  const width = 2 * M.edge + blocks.length * pitch - M.gutter;
  const head = headerAcross(chart, { width: width - 2 * M.edge, pitch, seams }, context);
  const top = M.edge + head.height + M.gap;

  const heads = blocks.map((block) => levelHead(block, inner, context));
  const words = blocks.map((block) => qualifierStack(block.level, inner, context));
  const headHeight = Math.max(...heads.map(({ height }) => height));
  const above = top + M.gap + headHeight + M.gap + Math.max(...blocks.map((block) => block.papersHeight)) + M.gap / 2;
  const below = M.gap / 2 + Math.max(...words.map(({ height }) => height)) + M.gap + M.dock + M.gap + M.edge;
  const [seamAt, height] = inTwoRows(above, below);
  const panelHeight = height - M.edge - top;

  const elements: Element[] = [...head.at(M.edge, M.edge)];
  blocks.forEach((block, index) => {
    const x = M.edge + index * pitch;
    let y = top;
    elements.push(panel(block, x, y, column, panelHeight));
    y += M.gap;
    elements.push(...(heads[index]?.at(x + M.gap, y) ?? []));
    y += headHeight + M.gap;
    elements.push(...stackDown(block.papers, x + M.gap, y, inner));
    elements.push(...(words[index]?.at(x + M.gap, seamAt + M.gap / 2) ?? []));
    elements.push(dock(block, x + M.gap, top + panelHeight - M.gap - M.dock, inner, M.dock));
  });
  return { orientation: 'horizontal', width, height, elements };
}

/** How far apart the levels begin, and the seams that then fall between them; without seams where a sheet a level would cost too much. */
function pitchOf(blocks: readonly Block[]): { pitch: number; seams: readonly Seam[] } {
  const needed = Math.max(M.narrowest, ...blocks.map(({ papersWidth }) => papersWidth)) + 2 * M.gap + M.gutter;
  // Any less, and the strip would fit on one sheet fewer, with seams anywhere.
  const least = (SHEET.across * (blocks.length - 1)) / blocks.length + 1;
  if (needed > SHEET.across || least > needed * SHEET.widen) return { pitch: needed, seams: [] };
  const pitch = Math.max(needed, least);
  return { pitch, seams: blocks.slice(1).map((_, index) => ({ axis: 'x', at: (index + 1) * pitch, from: 0, to: Number.MAX_VALUE })) };
}

/** Where the words begin below the papers, and the strip's height: two rows of sheets meet exactly there if that takes no third row. */
function inTwoRows(above: number, below: number): [number, number] {
  const seamAt = Math.max(above, below - SHEET.flap);
  const fits = above + below > SHEET.upright && seamAt <= SHEET.down;
  return fits ? [seamAt, 2 * seamAt + SHEET.flap] : [above, above + below];
}

function layOutVertical(chart: Chart, context: LayoutContext): Strip {
  const blocks = blocksOf(chart, context);
  const papersWidth = Math.max(M.narrowest, ...blocks.map((block) => block.papersWidth));
  const inner = papersWidth + M.gap + M.words;
  const width = 2 * M.edge + 2 * M.gap + inner;
  const head = header(chart, width - 2 * M.edge, context);

  const elements: Element[] = [...head.at(M.edge, M.edge)];
  let y = M.edge + head.height + M.gap;
  for (const block of blocks.toReversed()) {
    const top = levelHead(block, inner, context);
    const words = qualifierStack(block.level, M.words, context);
    const body = Math.max(block.papersHeight, words.height + M.gap + M.dock);
    const height = M.gap + top.height + M.gap + body + M.gap;
    const left = M.edge + M.gap;
    const bodyTop = y + M.gap + top.height + M.gap;
    elements.push(panel(block, M.edge, y, inner + 2 * M.gap, height));
    elements.push(...top.at(left, y + M.gap));
    elements.push(...stackDown(block.papers, left, bodyTop, papersWidth));
    elements.push(...words.at(left + papersWidth + M.gap, bodyTop));
    elements.push(dock(block, left + papersWidth + M.gap, bodyTop + body - M.dock, M.words, M.dock));
    y += height + M.gap;
  }
  return { orientation: 'vertical', width, height: y - M.gap + M.edge, elements };
}

function blocksOf(chart: Chart, context: LayoutContext): Block[] {
  return chart.levels.map((level, step) => {
    const papers = level.anchors.flatMap((paper) => sizedPapers(level, paper, context));
    return {
      level,
      step,
      steps: chart.levels.length,
      papers,
      papersWidth: Math.max(0, ...papers.map(({ width }) => width)),
      papersHeight: papers.reduce((sum, { height }, index) => sum + height + (index > 0 ? M.gap : 0), 0),
    };
  });
}

function sizedPapers(level: Level, paper: string, context: LayoutContext): Sized[] {
  const shown = context.papers.get(paper);
  if (shown === undefined) return [];
  // Strips that were laid out before know their parts by these words.
  const from = `level:${level.id}:sample:${paper}`;
  if (shown.text !== null) {
    const width = M.unknownWidth;
    const height = typedHeight(context.fonts, shown, M.typed, width);
    return [{ width, height, at: (x, y) => ({ id: from, from, kind: 'typed', paper, size: M.typed, x, y, width, height }) }];
  }
  return shown.pages.map((page) => {
    const width = page.widthMm ?? M.unknownWidth;
    const height = page.heightMm ?? (width * page.height) / page.width;
    const id = `${from}:${page.page}`;
    return {
      width,
      height,
      at: (x, y) => ({ id, from: id, kind: 'picture', paper, page: page.page, crop: { x: 0, y: 0, width: 1, height: 1 }, frame: true, x, y, width, height }),
    };
  });
}

/** Puts papers under each other, each in the middle of the column. */
function stackDown(papers: readonly Sized[], x: number, y: number, width: number): Element[] {
  let down = y;
  return papers.map((paper) => {
    const element = paper.at(x + (width - paper.width) / 2, down);
    down += paper.height + M.gap;
    return element;
  });
}

/** Parts that have a height and can be put anywhere. */
interface Part {
  readonly height: number;
  at(x: number, y: number): Element[];
}

/** The title, and behind it in the next free column what the strip asks; below each other where there is no room. */
function headerAcross(chart: Chart, { width, pitch, seams }: { width: number; pitch: number; seams: readonly Seam[] }, context: LayoutContext): Part {
  const { fonts } = context;
  const sizes: readonly number[] = seams.length === 0 ? [M.title] : TITLE_SIZES;
  const titles = sizes.map((size) => text('title', chart.title, width, { face: 'lexend-bold', size, colour: INK }, fonts));
  const whole = titles.find(
    (title) =>
      wordsCut(
        title.at(M.edge, M.edge).flatMap((element) => paint(element, context)),
        seams,
        fonts,
      ) === 0,
  );
  const title = whole ?? text('title', chart.title, width, { face: 'lexend-bold', size: M.title, colour: INK }, fonts);
  const [element] = title.at(0, 0);
  if (element?.kind !== 'text') return title;
  const across = layOutText(fonts, element).widest;
  const at = Math.ceil((across + M.gutter - SHEET.flap / 2) / pitch) * pitch;
  const subtitle = text('subtitle', SUBTITLE, Math.min(width - at, pitch - M.gutter), { face: 'andika', size: M.subtitle, colour: QUIET }, fonts);
  const oneLine = (part: Part, size: number): boolean => part.height < size * LEADING * 1.5;
  if (at + M.narrowest > width || !oneLine(title, element.size) || !oneLine(subtitle, M.subtitle)) return header(chart, width, context);
  const drop = firstBaseline(fonts, element) - firstBaseline(fonts, { face: 'andika', size: M.subtitle, leading: LEADING });
  return { height: title.height, at: (x, y) => [{ ...element, x, y, width: at - M.gap }, ...subtitle.at(x + at, y + drop)] };
}

function header(chart: Chart, width: number, { fonts }: LayoutContext): Part {
  const title = text('title', chart.title, width, { face: 'lexend-bold', size: M.title, colour: INK }, fonts);
  const subtitle = text('subtitle', SUBTITLE, width, { face: 'andika', size: M.subtitle, colour: QUIET }, fonts);
  return under([title, subtitle], 2);
}

function levelHead({ level, step, steps }: Block, width: number, { fonts }: LayoutContext): Part {
  const name = text(`level:${level.id}:name`, level.name, width - M.badge - M.gap, { face: 'lexend-bold', size: M.name, colour: INK }, fonts);
  const height = Math.max(M.badge, name.height);
  return {
    height,
    at: (x, y) => [
      { id: `level:${level.id}:badge`, from: `level:${level.id}:badge`, kind: 'badge', label: level.label, step, steps, x, y, width: M.badge, height: M.badge },
      ...(level.name === '' ? [] : name.at(x + M.badge + M.gap, y + (height - name.height) / 2)),
    ],
  };
}

function qualifierStack(level: Level, width: number, { fonts }: LayoutContext): Part {
  const of = (kind: 'new' | 'kept'): Part[] =>
    level.qualifiers
      .filter((qualifier) => qualifier.kind === kind)
      .map((qualifier) =>
        text(
          `qualifier:${qualifier.id}`,
          qualifier.text,
          width,
          { face: kind === 'new' ? 'andika-bold' : 'andika', size: M.qualifier, colour: kind === 'new' ? INK : QUIET, bullet: kind },
          fonts,
        ),
      );
  const heading = (kind: 'new' | 'kept', words: string): Part =>
    text(`level:${level.id}:${kind}`, words, width, { face: 'lexend-bold', size: M.heading, colour: GREEN }, fonts);
  const fresh = of('new');
  const kept = of('kept');
  return under(
    [
      ...(fresh.length > 0 ? [heading('new', chartWords.strip.new), ...fresh] : []),
      ...(kept.length > 0 ? [heading('kept', chartWords.strip.kept), ...kept] : []),
    ],
    3,
  );
}

function text(
  from: string,
  words: string,
  width: number,
  look: Partial<ElementOf<'text'>> & Pick<ElementOf<'text'>, 'face' | 'size' | 'colour'>,
  fonts: Fonts,
): Part {
  const draft: ElementOf<'text'> = {
    id: from,
    from,
    kind: 'text',
    text: words,
    leading: LEADING,
    align: 'start',
    bullet: 'none',
    x: 0,
    y: 0,
    width,
    height: 0,
    ...look,
  };
  const height = words === '' ? 0 : textHeight(fonts, draft);
  return { height, at: (x, y) => (words === '' ? [] : [{ ...draft, x, y, height }]) };
}

function under(parts: readonly Part[], gap: number): Part {
  const shown = parts.filter(({ height }) => height > 0);
  return {
    height: shown.reduce((sum, { height }, index) => sum + height + (index > 0 ? gap : 0), 0),
    at(x, y) {
      let down = y;
      return shown.flatMap((part) => {
        const elements = part.at(x, down);
        down += part.height + gap;
        return elements;
      });
    },
  };
}

function panel({ level, step, steps }: Block, x: number, y: number, width: number, height: number): Element {
  const from = `level:${level.id}:panel`;
  return { id: from, from, kind: 'panel', fill: levelLook(step, steps).tint, stroke: null, strokeWidth: 0, radius: 4, dashed: false, x, y, width, height };
}

function dock({ level }: Block, x: number, y: number, width: number, height: number): Element {
  const from = `level:${level.id}:dock`;
  return { id: from, from, kind: 'dock', text: chartWords.strip.dock, x, y, width, height };
}
