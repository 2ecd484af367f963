import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, ChangeName, Command, withoutPaper } from '../../core/chart/commands.ts';
import { Chart } from '../../core/chart/document.ts';
import { newChart } from '../../core/chart/scale.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { words } from '../../renderer/words/en/words.ts';

let count = 0;
const start: Chart = {
  ...newChart('Why do bees matter?', () => `l${count++}`),
  line: ['a', 'b', 'c'],
  strip: {
    orientation: 'horizontal',
    width: 1000,
    height: 400,
    elements: [
      {
        id: 'title',
        from: 'title',
        kind: 'text',
        text: 'Why do bees matter?',
        face: 'lexend',
        size: 20,
        leading: 1.3,
        align: 'start',
        colour: '#1f2430',
        bullet: 'none',
        x: 0,
        y: 0,
        width: 300,
        height: 26,
      },
      { id: 'pic', kind: 'picture', paper: 'a', page: 'p', crop: { x: 0, y: 0, width: 1, height: 1 }, frame: true, x: 0, y: 40, width: 100, height: 50 },
      {
        id: 'box',
        from: 'level:l0:panel',
        kind: 'panel',
        fill: null,
        stroke: null,
        strokeWidth: 0,
        radius: 0,
        dashed: false,
        x: 0,
        y: 40,
        width: 200,
        height: 300,
      },
    ],
  },
};
const paper = fc.constantFrom('a', 'b', 'c', 'd');
const level = fc.constantFrom('l0', 'l2', 'l4', 'gone');
const element = fc.constantFrom('title', 'pic', 'box', 'gone');
const qualifier = fc.record({ id: fc.constantFrom('q1', 'q2'), text: fc.string({ maxLength: 40 }), kind: fc.constantFrom('new' as const, 'kept' as const) });
const size = fc.integer({ min: 1, max: 20000 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ name: fc.constant('retitle' as const), title: fc.stringMatching(/^[a-z]{1,20}$/) }),
  fc.record({ name: fc.constant('place' as const), paper, index: fc.nat(6) }),
  fc.record({ name: fc.constant('take-off' as const), paper }),
  fc.record({ name: fc.constant('set-line' as const), line: fc.array(paper) }),
  fc.record({
    name: fc.constant('set-scale' as const),
    scale: fc.constantFrom('letters' as const, 'stars' as const, 'words' as const),
    levels: fc.uniqueArray(fc.constantFrom('l0', 'l1', 'l2', 'l3', 'l4', 'n1'), { minLength: 2 }),
  }),
  fc.record({ name: fc.constant('set-anchors' as const), level, anchors: fc.array(paper, { maxLength: 2 }) }),
  fc.record({ name: fc.constant('add-qualifier' as const), level, qualifier }),
  fc.record({ name: fc.constant('move-qualifier' as const), qualifier: fc.constantFrom('q1', 'q2'), level, index: fc.nat(3) }),
  fc.record({ name: fc.constant('remove-qualifier' as const), qualifier: fc.constantFrom('q1', 'q2') }),
  fc.record({ name: fc.constant('reword' as const), id: element, text: fc.string({ maxLength: 50 }), height: size }),
  fc.record({ name: fc.constant('remove-elements' as const), ids: fc.array(element) }),
  fc.record({ name: fc.constant('order-elements' as const), ids: fc.array(element) }),
  fc.record({ name: fc.constant('resize-strip' as const), width: size, height: size }),
);

/** The chart after all commands; those that name what is gone, or what is there already, are refused in words. */
function after(commands: readonly Command[]): Chart {
  return commands.reduce((chart, one) => {
    try {
      return apply(chart, one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(['not-found', 'bad-request']).toContain(error.code);
      return chart;
    }
  }, start);
}

describe('commands', () => {
  test('in any order give a chart that may be kept, leave the one before as it was, and survive the journey to the services', () => {
    const untouched = JSON.stringify(start);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const chart = after(commands);
        expect(Chart.safeParse(chart).success).toBe(true);
        expect(after(commands.map((one) => Command.parse(JSON.parse(JSON.stringify(one)))))).toEqual(chart);
        expect(new Set(chart.line).size).toBe(chart.line.length);
        const anchors = chart.levels.flatMap((one) => one.anchors);
        expect(new Set(anchors).size).toBe(anchors.length);
      }),
      { numRuns: 200 },
    );
    expect(JSON.stringify(start)).toBe(untouched);
  });

  test('ordering loses no element and adds none', () => {
    fc.assert(
      fc.property(fc.array(element), (ids) => {
        const { strip } = apply(start, { name: 'order-elements', ids });
        expect(strip?.elements.map(({ id }) => id).toSorted()).toEqual(['box', 'pic', 'title']);
      }),
    );
  });

  test('the title changes with its words on the strip', () => {
    const chart = apply(start, { name: 'reword', id: 'title', text: 'What do bees do?', height: 30 });
    expect(chart.title).toBe('What do bees do?');
    expect(chart.strip?.elements[0]).toMatchObject({ text: 'What do bees do?', height: 30 });
  });

  test('a part of the layout that was taken away is remembered', () => {
    expect(apply(start, { name: 'remove-elements', ids: ['box', 'pic'] }).strip).toMatchObject({ elements: [{ id: 'title' }], without: ['level:l0:panel'] });
  });

  test('a paper that leaves is nowhere any more', () => {
    const anchored = apply(start, { name: 'set-anchors', level: 'l1', anchors: ['a', 'b'] });
    expect(JSON.stringify(withoutPaper(anchored, 'a'))).not.toContain('"a"');
  });

  test('a change of what is not there is refused', () => {
    const gone = start.strip?.elements.map((one) => ({ ...one, id: 'gone' })) ?? [];
    expect(() => apply(start, { name: 'change-elements', elements: gone })).toThrow('no longer on the strip');
    expect(() => apply({ ...start, strip: null }, { name: 'resize-strip', width: 1, height: 1 })).toThrow('no strip yet');
  });

  test('every change has words that a teacher reads beside Undo', () => {
    const { changes } = words.common;
    expect(Object.keys(changes).toSorted()).toEqual(ChangeName.options.toSorted());
    for (const said of Object.values(changes)) expect(said).toMatch(/^[A-Z]/);
  });
});
