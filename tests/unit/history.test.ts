import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Chart } from '../../core/chart/document.ts';
import type { History, OpenWall } from '../../core/chart/wall.ts';
import { commit, step } from '../../main/chart/chartHistory.ts';
import { createWall, openWall } from '../../main/chart/walls.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { bees, tempPlace } from '../support/library.ts';

const place = tempPlace();
let library: Library;
let wall = '';

beforeAll(() => {
  library = openLibrary(place.folder, { home: place.home });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  wall = createWall(library, bees);
});
afterEach(() => vi.useRealTimers());
afterAll(() => {
  library.close();
  place.remove();
});

const now = (): OpenWall => openWall(library, wall);
const retitle = (title: string, coalesce: string | null = null): History =>
  commit(library, { wall, base: now().history.revision, command: { name: 'retitle', title }, coalesce });
const rescale = (): History =>
  commit(library, {
    wall,
    base: now().history.revision,
    command: { name: 'set-scale', scale: 'stars', levels: now().chart.levels.map(({ id }) => id) },
    coalesce: null,
  });
const undo = (): { chart: Chart; history: History } => step(library, wall, -1);
const redo = (): { chart: Chart; history: History } => step(library, wall, 1);
/** Later than any pause within one stretch of typing. */
const pause = (): void => void vi.advanceTimersByTime(5000);

describe('what was done to a wall', () => {
  test('any commits, undos and redos are those of a list of states with a pointer', () => {
    const deed = fc.oneof(
      fc.record({ title: fc.string({ minLength: 1, maxLength: 9 }).filter((title) => title.trim() === title && title !== '') }),
      fc.constant('undo' as const),
      fc.constant('redo' as const),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        wall = createWall(library, bees);
        const titles = [bees.question as string];
        let at = 0;
        for (const one of deeds) {
          if (one === 'undo') {
            at = Math.max(0, at - 1);
            expect(undo().chart.title).toBe(titles[at]);
          } else if (one === 'redo') {
            at = Math.min(titles.length - 1, at + 1);
            expect(redo().chart.title).toBe(titles[at]);
          } else {
            titles.splice(at + 1, Infinity, one.title);
            at += 1;
            retitle(one.title);
          }
          const { chart, history } = now();
          expect([chart.title, history.undo !== null, history.redo !== null]).toEqual([titles[at], at > 0, at < titles.length - 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('undo and redo say what they would take back and do again', () => {
    retitle('Bees');
    rescale();
    expect(now().history).toMatchObject({ undo: 'set-scale', redo: null });
    expect(undo().history).toMatchObject({ undo: 'retitle', redo: 'set-scale' });
    expect(undo().history).toMatchObject({ undo: null, redo: 'retitle' });
    expect(undo().chart.title).toBe(bees.question);
    expect(redo().history).toMatchObject({ undo: 'retitle', redo: 'set-scale' });
  });

  test('outlives the program', () => {
    retitle('Bees');
    undo();
    library.close();
    library = openLibrary(place.folder, { home: place.home });
    expect(now().history).toMatchObject({ undo: null, redo: 'retitle' });
    expect(redo().chart.title).toBe('Bees');
  });
});

describe('typing and nudging', () => {
  test('is one step of undo as long as it goes on', () => {
    for (const title of ['B', 'Be', 'Bee', 'Bees']) {
      retitle(title, 'typing the title');
      vi.advanceTimersByTime(500);
    }
    expect(undo()).toMatchObject({ chart: { title: bees.question }, history: { undo: null } });
    expect(redo()).toMatchObject({ chart: { title: 'Bees' }, history: { redo: null } });
  });

  test('ends with a pause, with another gesture and with anything else in between', () => {
    retitle('Be', 'typing');
    pause();
    retitle('Bees', 'typing');
    retitle('Bees help', 'another field');
    rescale();
    retitle('Bees help us', 'another field');
    expect([undo(), undo(), undo(), undo(), undo()].map(({ chart }) => chart.title)).toEqual(['Bees help', 'Bees help', 'Bees', 'Be', bees.question]);
  });

  test('never swallows the state that a wall began with', () => {
    retitle('Bees', 'typing');
    undo();
    retitle('Wasps', 'typing');
    expect(undo().chart.title).toBe(bees.question);
  });
});

describe('a window that has not seen the newest state', () => {
  test('is refused and changes nothing, after a commit and after an undo', () => {
    const old = now().history.revision;
    const late = (): unknown => commit(library, { wall, base: old, command: { name: 'retitle', title: 'Late' }, coalesce: null });
    const fresh = retitle('Bees');
    expect(late).toThrow(expect.objectContaining({ code: 'conflict' }));
    undo();
    expect(() => commit(library, { wall, base: fresh.revision, command: { name: 'retitle', title: 'Late' }, coalesce: null })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect([now().chart.title, now().history.redo]).toEqual([bees.question, 'retitle']);
  });

  test('a command that cannot be done leaves everything as it was, what can be done again too', () => {
    retitle('Bees');
    undo();
    const before = now();
    expect(() => commit(library, { wall, base: before.history.revision, command: { name: 'remove-qualifier', qualifier: 'gone' }, coalesce: null })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(now()).toEqual(before);
  });
});
