import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { Element, type ElementOf } from '../../core/chart/document.ts';
import { paint, paintStrip, textHeight, typedHeight } from '../../core/chart/paint.ts';
import type { Mark } from '../../core/drawing/mark.ts';
import { markBounds } from '../../core/drawing/markBounds.ts';
import { contrast, toLab } from '../../core/drawing/oklab.ts';
import { levelLook } from '../../core/drawing/ramp.ts';
import { contains } from '../../core/kernel/rect.ts';
import { layOutText } from '../../core/text/wrap.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const fern: Paper = {
  paper: 'fern',
  code: 'Fern',
  text: 'We need bees\nbecos they help flowers.',
  pages: [{ page: 'p1', media: 'abc', width: 1200, height: 900, widthMm: null, heightMm: null }],
};
const context = { fonts, papers: new Map([[fern.paper, fern]]) };
const place = { id: 'e', x: 100, y: 50, width: 120, height: 80 };
const wordsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
const text: ElementOf<'text'> = {
  ...place,
  kind: 'text',
  text: 'Adds a second true fact',
  face: 'andika-bold',
  size: 12,
  leading: 1.3,
  align: 'start',
  colour: '#1f2430',
  bullet: 'none',
};
const typed: ElementOf<'typed'> = { ...place, kind: 'typed', paper: 'fern', size: 8 };

describe('the look of levels', () => {
  const every = fc.integer({ min: 1, max: 10 }).chain((steps) => fc.tuple(fc.integer({ min: 0, max: steps - 1 }), fc.constant(steps)));

  test('is the design’s own five colours for five levels', () => {
    expect([0, 1, 2, 3, 4].map((step) => levelLook(step, 5).badge)).toEqual(['#f6e7c8', '#f0cd8c', '#d9a35a', '#8a9a5b', '#2f6b4f']);
  });

  test('can be read: label 4.5, outline 3, dark ink on the ground 7', () => {
    fc.assert(
      fc.property(every, ([step, steps]) => {
        const look = levelLook(step, steps);
        expect(contrast(look.badge, look.badgeInk)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(look.outline, look.tint)).toBeGreaterThanOrEqual(3);
        expect(contrast('#1f2430', look.tint)).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  test('grows darker and changes its shape with every level, so that grey print tells them apart', () => {
    for (let steps = 2; steps <= 10; steps++) {
      const looks = Array.from({ length: steps }, (_, step) => levelLook(step, steps));
      expect(new Set(looks.map((look) => look.shape)).size).toBe(steps);
      for (const [below, above] of looks.slice(1).map((look, index) => [looks[index] ?? look, look] as const)) {
        expect(toLab(below.badge).lightness - toLab(above.badge).lightness).toBeGreaterThan(0.025);
        expect(toLab(below.tint).lightness).toBeGreaterThan(toLab(above.tint).lightness);
      }
    }
  });

  test('stays apart to eyes without red or green: neighbours of five differ by 0.06 in OKLab, three times what is just seen', () => {
    // Machado, Oliveira, Fernandes 2009: full protanopia and deuteranopia.
    for (const blind of [PROTAN, DEUTAN]) {
      const seen = [0, 1, 2, 3, 4].map((step) => toLab(asSeenBy(blind, levelLook(step, 5).badge)));
      for (const [index, { lightness, a, b }] of seen.slice(1).entries()) {
        const below = seen[index] ?? { lightness: 0, a: 0, b: 0 };
        expect(Math.hypot(lightness - below.lightness, a - below.a, b - below.b)).toBeGreaterThan(0.06);
      }
    }
  });

  test('of a level that is not there is refused', () => {
    expect(() => levelLook(5, 5)).toThrow('There is no level 6 in a chart of 5 levels.');
  });
});

describe('text', () => {
  test('with a mark starts further in, wraps sooner, and its height says so', () => {
    const marked = { ...text, bullet: 'new' as const };
    const snug = { width: textWidth(text) + 1 };
    const [triangle, first] = paint(marked, context);
    expect(triangle).toMatchObject({ kind: 'path', closed: true, fill: '#17624a' });
    expect(first).toMatchObject({ kind: 'text', x: 100 + 1.3 * 12 });
    expect(textHeight(fonts, { ...text, ...snug })).toBeCloseTo(12 * 1.3);
    expect(textHeight(fonts, { ...marked, ...snug })).toBeCloseTo(2 * 12 * 1.3);
  });

  test('that is kept has a tick', () => {
    expect(paint({ ...text, bullet: 'kept' }, context)[0]).toMatchObject({ kind: 'path', closed: false, fill: null, stroke: '#1f2430' });
  });

  test('draws a star though no font has one, and a plain box for what nobody knows', () => {
    const marks = paint({ ...text, text: '★ 🐝' }, context);
    expect(marks.map((mark) => mark.kind)).toEqual(['path', 'box']);
  });
});

describe('papers', () => {
  test('show the part of the page that was cropped', () => {
    const crop = { x: 0.1, y: 0.2, width: 0.5, height: 0.5 };
    const [picture, frame] = paint({ ...place, kind: 'picture', paper: 'fern', page: 'p1', crop, frame: true }, context);
    expect(picture).toEqual({ kind: 'picture', media: 'abc', crop, box: { x: 100, y: 50, width: 120, height: 80 } });
    expect(frame).toMatchObject({ kind: 'box', fill: null });
  });

  test('that may not be shown leave a dashed place that says so', () => {
    for (const element of [
      { ...place, kind: 'picture', paper: 'fern', page: 'p2', crop: { x: 0, y: 0, width: 1, height: 1 }, frame: true },
      { ...typed, paper: 'nobody' },
    ] as const) {
      const marks = paint(element, context);
      expect(marks[0]).toMatchObject({ kind: 'box', dash: [4, 3] });
      expect(wordsOf(marks)).toBe('paper not ready');
    }
  });

  test('retyped keep their errors, line by line, on rules with a red margin', () => {
    const marks = paint(typed, context);
    expect(wordsOf(marks)).toBe('We need bees becos they help flowers.');
    const rules = marks.flatMap((mark) => (mark.kind === 'path' && mark.stroke === '#cfe0f2' ? [mark.lines[0]?.[0]?.y] : []));
    expect(rules.length).toBeGreaterThanOrEqual(5);
    const lines = marks.filter((mark) => mark.kind === 'text');
    for (const [index, line] of lines.entries()) expect(rules[index]).toBeCloseTo(line.baseline + 0.8);
  });

  test('retyped show every line at the height they ask for, and none outside a lower one', () => {
    const long = { ...fern, text: 'so the bees go '.repeat(40).trim() };
    const papers = new Map([[long.paper, long]]);
    const height = typedHeight(fonts, long, 8, 120);
    expect(wordsOf(paint({ ...typed, height }, { fonts, papers }))).toBe(long.text);
    for (const mark of paint({ ...typed, height: height / 2 }, { fonts, papers }))
      if (mark.kind === 'text') expect(mark.baseline).toBeLessThan(50 + height / 2);
  });
});

test('a badge’s label stays inside its shape’s box, a word too', () => {
  for (let step = 0; step < 10; step++) {
    for (const label of ['4', '10', 'Starting', '★★★']) {
      const [shape, ...rest] = paint({ ...place, width: 40, height: 40, kind: 'badge', label, step, steps: 10 }, context);
      expect(shape).toMatchObject({ kind: 'path', closed: true });
      expect(rest.length).toBeGreaterThan(0);
      for (const mark of rest) {
        const box = mark.kind === 'text' ? { x: mark.x, y: mark.baseline - mark.size * 0.7, width: mark.width, height: mark.size * 0.7 } : markBounds(mark);
        expect(contains({ x: 100, y: 50, width: 40, height: 40 }, box ?? place)).toBe(true);
      }
    }
  }
});

test('a dock’s words fit its box, however small', () => {
  for (const [width, height] of [
    [160, 40],
    [20, 8],
    [30, 200],
  ] as const) {
    const marks = paint({ ...place, width, height, kind: 'dock', text: 'Where does my writing fall? Hold your page here.' }, context);
    for (const mark of marks)
      if (mark.kind === 'text')
        expect(contains({ x: 100, y: 50, width, height }, { x: mark.x, y: mark.baseline - mark.size * 0.7, width: mark.width, height: mark.size })).toBe(true);
  }
});

test('an arrow ends with its point in the corner it names', () => {
  const [, head] = paint({ ...place, kind: 'arrow', head: 'bottom-left', colour: '#17624a', strokeWidth: 2 }, context);
  expect(head).toMatchObject({ kind: 'path', closed: true });
  expect(head?.kind === 'path' ? head.lines[0]?.[0] : null).toEqual({ x: 100, y: 130 });
});

test('a strip is painted on white, in the order of its elements', () => {
  const panel = Element.parse({ ...place, kind: 'panel', fill: '#fdf8ec', stroke: null, strokeWidth: 0, radius: 2, dashed: true });
  const marks = paintStrip({ orientation: 'horizontal', width: 600, height: 300, elements: [panel, text] }, context);
  expect(marks[0]).toMatchObject({ kind: 'box', fill: '#ffffff', box: { x: 0, y: 0, width: 600, height: 300 } });
  expect(marks[1]).toMatchObject({ kind: 'box', fill: '#fdf8ec', dash: [] });
  expect(marks[2]).toMatchObject({ kind: 'text' });
});

function textWidth({ text, face, size, leading }: ElementOf<'text'>): number {
  return layOutText(fonts, { text, face, size, leading, align: 'start', width: 10_000 }).widest;
}

const PROTAN = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];
const DEUTAN = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881];

function asSeenBy(eyes: readonly number[], colour: string): string {
  const linear = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  const seen = [0, 3, 6].map((row) => linear.reduce((sum, channel, index) => sum + channel * (eyes[row + index] ?? 0), 0));
  return `#${seen
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) ** (1 / 2.2) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
