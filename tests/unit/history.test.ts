import fc from 'fast-check';
import { statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { papersOn } from '../../core/chart/commands.ts';
import type { Chart } from '../../core/chart/document.ts';
import type { History, OpenWall } from '../../core/chart/wall.ts';
import { erasePaper } from '../../main/capture/erasePaper.ts';
import { commit, step } from '../../main/chart/chartHistory.ts';
import { chartsOfPaper } from '../../main/chart/chartsOfPaper.ts';
import { createWall, listWalls, openWall } from '../../main/chart/walls.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { checkpoint } from '../../main/platform/database/connection.ts';
import { pack } from '../../main/platform/database/rows.ts';
import { busyWall, change, nextDeed } from '../support/busyWall.ts';
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

describe('a long history', () => {
  test('any of 300 states is found again as it was, from a library that was closed meanwhile', () => {
    const titles = Array.from({ length: 300 }, (_, index) => `Bees ${index} ${'and more '.repeat(index % 7)}`.trim());
    titles.forEach((title) => retitle(title));
    library.close();
    library = openLibrary(place.folder, { home: place.home });
    for (const title of titles.slice(0, -1).reverse()) expect(undo().chart.title).toBe(title);
    expect(undo().chart.title).toBe(bees.question);
    expect(undo().history.undo).toBeNull();
    for (const title of titles) expect(redo().chart.title).toBe(title);
  });

  test('goes on from one that an earlier build kept whole', () => {
    retitle('Bees');
    retitle('Bees help');
    library.db.prepare('update chart_revision set document = ?, base = null where chart = ? and position = 2').run(pack(now().chart), wall);
    library.db.prepare('update chart set title = null where id = ?').run(wall);
    expect(listWalls(library).find(({ id }) => id === wall)?.title).toBe('Bees help');
    retitle('Bees help us');
    expect([undo(), undo(), undo()].map(({ chart }) => chart.title)).toEqual(['Bees help', 'Bees', bees.question]);
    expect([redo(), redo(), redo()].map(({ chart }) => chart.title)).toEqual(['Bees', 'Bees help', 'Bees help us']);
  });

  test('takes less than 1 KB a command on a wall of 60 papers, all bytes of the database counted', () => {
    wall = busyWall(library, 60);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const bytes = (): number => {
      checkpoint(library.db);
      return statSync(library.db.name).size;
    };
    const before = bytes();
    for (let count = 0; count < 400; count += 1) change(library, wall, nextDeed(now().chart, random));
    expect((bytes() - before) / 400).toBeLessThan(1024);
  });

  test('no state brings an erased paper back, and what is done afterwards goes on', () => {
    wall = busyWall(library, 6);
    const { task, chart } = now();
    const [gone, stays] = [chart.line[2]!, chart.line.filter((_, index) => index !== 2)];
    erasePaper({ library: () => library, charts: chartsOfPaper }, task.id, gone);
    expect(papersOn(now().chart)).toEqual(new Set(stays));
    expect(papersOn(undo().chart)).toEqual(new Set(stays));
    redo();
    change(library, wall, { name: 'place', paper: stays[0]!, index: 4 });
    expect(now().chart.line).toEqual([...stays.slice(1), stays[0]]);
    expect(undo().chart.line).toEqual(stays);
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
