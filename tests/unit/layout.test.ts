import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Chart, Element, Strip } from '../../core/chart/document.ts';
import { layOut } from '../../core/chart/layout.ts';
import { paint, paintStrip, textHeight, typedHeight } from '../../core/chart/paint.ts';
import { isOutOfDate, layOutAgain } from '../../core/chart/relayout.ts';
import { labelsFor } from '../../core/chart/scale.ts';
import { contains, overlaps } from '../../core/kernel/rect.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets } from '../../core/sheets/sheets.ts';
import { papersCut, visibleSeams, wordsCut } from '../../core/chart/wordsCut.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const word = fc.constantFrom('bees', 'because', 'Whānau', 'flowers', 'the', 'a', 'antidisestablishmentarianism', 'shows', 'what', 'happens-next', '★');
const wording = (most: number): fc.Arbitrary<string> => fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' ').slice(0, 400));
/** Millimetres with tenths. */
const length = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from * 10, max: to * 10 }).map((tenths) => tenths / 10);

const written = fc.record({ widthMm: length(60, 297), heightMm: length(20, 297) });
const pixels = fc.record({ width: fc.integer({ min: 200, max: 4000 }), height: fc.integer({ min: 200, max: 4000 }) });
const page = fc.tuple(pixels, fc.option(written)).map(([size, known]) => ({ ...size, widthMm: known?.widthMm ?? null, heightMm: known?.heightMm ?? null }));
const paper = fc.record({ pages: fc.array(page, { minLength: 1, maxLength: 2 }), text: fc.option(wording(30), { freq: 3 }) });
const level = fc.record({
  name: fc.oneof(
    fc.constant(''),
    wording(5).map((words) => words.slice(0, 60)),
  ),
  papers: fc.array(paper, { maxLength: 2 }),
  qualifiers: fc.array(fc.record({ text: wording(40), kind: fc.constantFrom('new' as const, 'kept' as const) }), { maxLength: 4 }),
});
const team = fc
  .record({
    title: wording(24).map((words) => words.slice(0, 200)),
    scale: fc.constantFrom('numbers' as const, 'letters' as const, 'words' as const, 'stars' as const),
    levels: fc.array(level, { minLength: 2, maxLength: 10 }),
  })
  .map(({ title, scale, levels }) => {
    const papers = new Map<string, Paper>();
    const labels = labelsFor(scale, levels.length);
    const chart: Chart = {
      title,
      scale,
      line: [],
      strip: null,
      levels: levels.map(({ name, papers: own, qualifiers }, step) => ({
        id: `l${step}`,
        label: labels[step] ?? '',
        name,
        anchors: own.map(({ pages, text }, index) => {
          const paper = `s${step}-${index}`;
          papers.set(paper, { paper, code: paper, text, pages: pages.map((one, number) => ({ ...one, page: `${paper}-p${number}`, media: 'm' })) });
          return paper;
        }),
        qualifiers: qualifiers.map((qualifier, index) => ({ ...qualifier, id: `q${step}-${index}` })),
      })),
    };
    return { chart, papers };
  });
function titled(title: string): { chart: Chart; papers: Map<string, Paper> } {
  const page = { page: 'p', media: 'm', width: 200, height: 200, widthMm: null, heightMm: null };
  const levels = [
    { id: 'l0', label: '0', name: '', anchors: ['s'], qualifiers: [] },
    { id: 'l1', label: '1', name: 'bees', anchors: [], qualifiers: [] },
  ];
  return { chart: { title, scale: 'numbers', line: [], strip: null, levels }, papers: new Map([['s', { paper: 's', code: 's', text: null, pages: [page] }]]) };
}
const orientation = fc.constantFrom('horizontal' as const, 'vertical' as const);

const notGrounds = ({ elements }: Strip): Element[] => elements.filter(({ kind }) => kind !== 'panel');
const middle = ({ y, height }: Element): number => y + height / 2;

describe('the automatic layout', () => {
  test('puts nothing over anything else but its own ground, and nothing off the strip', () => {
    fc.assert(
      fc.property(team, orientation, ({ chart, papers }, way) => {
        const context = { fonts, papers };
        const strip = layOut(chart, way, context);
        const grounds = strip.elements.filter(({ kind }) => kind === 'panel');
        const others = notGrounds(strip);
        const sheet = { x: 0, y: 0, width: strip.width, height: strip.height };
        expect(strip.elements.filter((element) => !contains(sheet, element, 1e-6))).toEqual([]);
        expect(
          others.flatMap((one, index) =>
            others
              .slice(index + 1)
              .filter((other) => overlaps(one, other))
              .map((other) => [one.id, other.id]),
          ),
        ).toEqual([]);
        expect(grounds.flatMap((one, index) => grounds.slice(index + 1).filter((other) => overlaps(one, other)))).toEqual([]);
        for (const element of others) {
          const own = grounds.filter((ground) => overlaps(ground, element));
          expect(own.length).toBe(element.from === 'title' || element.from === 'subtitle' ? 0 : 1);
          expect(own.every((ground) => contains(ground, element, 1e-6))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gives every text the height it needs, in letters that can be read from the floor', () => {
    fc.assert(
      fc.property(team, orientation, ({ chart, papers }, way) => {
        const context = { fonts, papers };
        for (const element of layOut(chart, way, context).elements) {
          if (element.kind === 'text') expect(element.height).toBeGreaterThanOrEqual(textHeight(fonts, element) - 1e-9);
          if (element.kind === 'typed')
            expect(element.height).toBeGreaterThanOrEqual(typedHeight(fonts, context.papers.get(element.paper)!, element.size, element.width) - 1e-9);
          if (element.kind === 'text' || element.kind === 'typed') expect(element.size).toBeGreaterThanOrEqual(8.5);
        }
      }),
      // No face has the star: it is drawn as a plain box, which the title has to make room for.
      { numRuns: 120, examples: [[titled('bees the the because ★'), 'horizontal']] },
    );
  });

  test('shows papers as large as they were written, and every word that the team chose', () => {
    fc.assert(
      fc.property(team, orientation, ({ chart, papers }, way) => {
        const context = { fonts, papers };
        const { elements } = layOut(chart, way, context);
        const pages = elements.flatMap((element) => (element.kind === 'picture' ? [element] : []));
        for (const picture of pages) {
          const copy = context.papers.get(picture.paper)?.pages.find((one) => one.page === picture.page);
          expect(copy).toBeDefined();
          if (copy === undefined) continue;
          if (copy.widthMm !== null) expect([picture.width, picture.height]).toEqual([copy.widthMm, copy.heightMm]);
          else expect(picture.width / picture.height).toBeCloseTo(copy.width / copy.height, 6);
        }
        const anchors = chart.levels.flatMap(({ anchors: own }) => own.map((paper) => context.papers.get(paper)));
        expect(pages.length).toBe(anchors.reduce((sum, one) => sum + (one?.text === null ? one.pages.length : 0), 0));
        expect(elements.filter(({ kind }) => kind === 'typed').length).toBe(anchors.filter((one) => one?.text !== null).length);
        const said = elements.flatMap((element) => (element.kind === 'text' ? [element.text] : []));
        expect(said).toEqual(expect.arrayContaining([chart.title, ...chart.levels.flatMap(({ qualifiers }) => qualifiers.map(({ text }) => text))]));
        expect(elements.filter(({ kind }) => kind === 'dock').length).toBe(chart.levels.length);
      }),
      { numRuns: 120 },
    );
  });

  test('lays the lowest level at the left, or at the bottom', () => {
    fc.assert(
      fc.property(team, ({ chart, papers }) => {
        const context = { fonts, papers };
        const grounds = (way: Strip['orientation']): Element[] => layOut(chart, way, context).elements.filter(({ kind }) => kind === 'panel');
        const across = chart.levels.map(({ id }) => grounds('horizontal').find(({ from }) => from === `level:${id}:panel`)?.x ?? Number.NaN);
        const up = chart.levels
          .map(({ id }) => grounds('vertical').find(({ from }) => from === `level:${id}:panel`))
          .map((ground) => (ground ? middle(ground) : Number.NaN));
        expect(across).toEqual(across.toSorted((a, b) => a - b));
        expect(up).toEqual(up.toSorted((a, b) => b - a));
      }),
      { numRuns: 20 },
    );
  });

  test('gives each of five levels with half-page papers its own sheets: no seam runs through a word or a paper', () => {
    const papers = new Map<string, Paper>();
    const levels = [1, 3, 2, 4, 6].map((lines, step) => {
      const paper = `s${step}`;
      papers.set(paper, {
        paper,
        code: paper,
        text: null,
        pages: [{ page: 'p', media: 'm', width: 1700, height: 400, widthMm: 202, heightMm: 30 + lines * 8 }],
      });
      return {
        id: `l${step}`,
        label: String(step),
        name: 'Cause and effect',
        anchors: [paper],
        qualifiers: [
          { id: `q${step}`, text: 'Shows what happens next, and why', kind: 'new' as const },
          { id: `k${step}`, text: 'Has more than one idea', kind: 'kept' as const },
        ],
      };
    });
    const chart: Chart = { title: 'Why do bees matter?', scale: 'numbers', line: [], levels, strip: null };
    const strip = layOut(chart, 'horizontal', { fonts, papers });
    const plan = planSheets({ strip, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 5 });
    const seams = visibleSeams(plan);
    expect(plan.sheets.length).toBe(10);
    expect(seams.length).toBeGreaterThan(8);
    expect(wordsCut(paintStrip(strip, { fonts, papers }), seams, fonts)).toBe(0);
    expect(papersCut(strip, seams)).toBe(0);
  });

  test('words under a seam are counted one by one', () => {
    const element: Element = {
      id: 't',
      kind: 'text',
      text: 'one two three',
      face: 'andika',
      size: 10,
      leading: 1.3,
      align: 'start',
      colour: '#1f2430',
      bullet: 'none',
      x: 0,
      y: 0,
      width: 200,
      height: 13,
    };
    const marks = paint(element, { fonts, papers: new Map() });
    const [line] = marks;
    if (line?.kind !== 'text') throw new Error('The words were not painted.');
    const inside = (letter: number): number => line.x + (line.glyphs[letter]?.x ?? 0) + (line.glyphs[letter]?.advance ?? 0) / 2;
    const upright = (at: number) => ({ axis: 'x' as const, at, from: 0, to: 50 });
    expect(wordsCut(marks, [upright(inside(1))], fonts)).toBe(1);
    expect(wordsCut(marks, [upright(inside(3))], fonts)).toBe(0);
    expect(wordsCut(marks, [upright(inside(1)), upright(inside(5))], fonts)).toBe(2);
    expect(wordsCut(marks, [{ axis: 'y', at: line.baseline - 2, from: 0, to: 200 }], fonts)).toBe(3);
    expect(wordsCut(marks, [{ axis: 'y', at: line.baseline + 9, from: 0, to: 200 }], fonts)).toBe(0);
  });
});

describe('laying out again', () => {
  const [example] = fc.sample(
    team.filter(({ chart }) => chart.levels.every(({ qualifiers, name }) => qualifiers.length > 0 && name !== '')),
    { numRuns: 1, seed: 7 },
  );
  if (example === undefined) throw new Error('No example.');
  const { chart: bare, papers } = example;
  const context = { fonts, papers };
  const chart: Chart = { ...bare, strip: layOut(bare, 'horizontal', context) };
  const strip = chart.strip ?? layOut(bare, 'horizontal', context);
  const changed = (change: (element: Element) => Element): Chart => ({ ...chart, strip: { ...strip, elements: strip.elements.map(change) } });
  const find = (one: Strip, from: string): Element | undefined => one.elements.find((element) => element.from === from);

  test('of an unchanged chart changes nothing, and nothing is out of date', () => {
    expect(layOutAgain(chart, context)).toEqual(strip);
    expect(isOutOfDate(chart, context)).toBe(false);
  });

  test('leaves what a person moved, added or took away', () => {
    const own: Element = { id: 'mine', kind: 'arrow', head: 'top-left', colour: '#1f2430', strokeWidth: 2, x: 5, y: 5, width: 20, height: 20 };
    const moved = changed((element) => (element.from === 'title' ? { ...element, x: 33, y: 44, byHand: true } : element));
    const taken = { ...strip, elements: [...(moved.strip?.elements.filter(({ from }) => from !== 'level:l0:dock') ?? []), own], without: ['level:l0:dock'] };
    const again = layOutAgain({ ...chart, strip: taken }, context);
    expect(find(again, 'title')).toMatchObject({ x: 33, y: 44 });
    expect(find(again, 'level:l0:dock')).toBeUndefined();
    expect(again.elements).toContainEqual(own);
    expect(isOutOfDate({ ...chart, strip: taken }, context)).toBe(false);
  });

  test('teaches a moved text its new words, and is asked for when words changed', () => {
    const moved = changed((element) => (element.from === 'qualifier:q0-0' ? { ...element, x: 3, byHand: true } : element));
    const reworded = {
      ...moved,
      levels: moved.levels.map((one, step) =>
        step === 0 ? { ...one, qualifiers: one.qualifiers.map((qualifier, index) => (index === 0 ? { ...qualifier, text: 'Says it anew' } : qualifier)) } : one,
      ),
    };
    expect(isOutOfDate(reworded, context)).toBe(true);
    expect(find(layOutAgain(reworded, context), 'qualifier:q0-0')).toMatchObject({ text: 'Says it anew', x: 3 });
  });

  test('turned keeps nothing that was moved by hand', () => {
    const moved = changed((element) => ({ ...element, x: element.x + 7, byHand: true }));
    expect(layOutAgain(moved, context, 'vertical')).toEqual(layOut(bare, 'vertical', context));
  });
});
