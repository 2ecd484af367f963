import type { chartCalls } from '../../core/contract/chartCalls.ts';
import type { Handlers } from '../../core/contract/contract.ts';
import type { Context } from '../library/context.ts';
import { commit, step } from './chartHistory.ts';
import { createSampleWall } from './sampleWall.ts';
import * as walls from './walls.ts';

/** The calls of walls and their charts. */
export function chartHandlers(context: Context): Handlers<typeof chartCalls> {
  const { library } = context;
  const changed = <A>(wall: string, answer: A, revision: number | null = null) => ({ answer, told: { 'wall.changed': { wall, revision } } }) as const;
  return {
    'walls.list': () => walls.listWalls(library()),
    'walls.card': ({ wall }) => walls.wallCard(library(), wall),
    'walls.binned': () => walls.binnedWalls(library()),
    'walls.create': (wording) => {
      const wall = walls.createWall(library(), wording);
      return changed(wall, { wall });
    },
    'walls.createSample': () => (report, signal) => createSampleWall(context, report, signal),
    'walls.open': ({ wall }) => walls.openWall(library(), wall),
    'walls.rename': ({ wall, title }) => {
      const { revision } = walls.historyOfWall(library(), wall);
      commit(library(), { wall, base: revision, command: { name: 'retitle', title }, coalesce: null });
      return changed(wall, {});
    },
    'walls.earlier': ({ wall }) => {
      const earlier = walls.earlierState(library(), wall);
      return earlier && { madeAt: earlier.made_at };
    },
    'walls.goBack': ({ wall }) => {
      walls.goBack(library(), wall);
      return changed(wall, {});
    },
    'walls.duplicate': ({ wall }) => {
      const copy = walls.duplicateWall(library(), wall);
      return changed(copy, { wall: copy });
    },
    'walls.bin': ({ wall }) => {
      walls.binWall(library(), wall, true);
      return changed(wall, {});
    },
    'walls.takeOut': ({ wall }) => {
      walls.binWall(library(), wall, false);
      return changed(wall, {});
    },
    'walls.destroy': ({ wall }) => {
      walls.destroyWall(library(), wall);
      return changed(wall, {});
    },
    'tasks.change': ({ task, ...wording }) => ({ answer: walls.changeTask(library(), { id: task, ...wording }), told: { 'papers.changed': { task } } }),
    'charts.commit': (change) => {
      const history = commit(library(), change);
      return changed(change.wall, history, history.revision);
    },
    'charts.undo': ({ wall }) => {
      const now = step(library(), wall, -1);
      return changed(wall, now, now.history.revision);
    },
    'charts.redo': ({ wall }) => {
      const now = step(library(), wall, 1);
      return changed(wall, now, now.history.revision);
    },
    'print.settings': ({ wall, settings }) => {
      walls.setPrint(library(), wall, settings);
      return changed(wall, {});
    },
  };
}
