import { z } from 'zod';
import { TrueSize, taskWording, Task } from '../capture/task.ts';
import { Command } from '../chart/commands.ts';
import { Chart } from '../chart/document.ts';
import { History, OpenWall, WallCard, WallName } from '../chart/wall.ts';
import { Id } from '../kernel/id.ts';
import { PrintSettings } from '../sheets/printSettings.ts';
import { Nothing, always, changes, job, reads } from './call.ts';

const Wall = z.object({ wall: Id });
const ChartNow = z.object({ chart: Chart, history: History });

export const chartCalls = {
  /** All walls, the one changed last first. */
  'walls.list': reads(Nothing, z.array(WallName)),
  /** One wall's picture and how far it is, for a card that comes into view. */
  'walls.card': reads(Wall, WallCard),
  'walls.binned': reads(Nothing, z.array(z.object({ id: Id, title: z.string(), binnedAt: z.string() }))),
  'walls.create': changes(z.object({ ...taskWording, trueSize: TrueSize }), z.object({ wall: Id }), { tells: ['wall.changed'] }),
  /** The sample class: its pages, its agreed line-up and its chart. */
  'walls.createSample': job(Nothing, Wall, { tells: ['wall.changed', 'papers.changed'] }),
  'walls.open': reads(Wall, OpenWall),
  /** Where a wall can't be read as it is now: when its newest state was made that can (ISO 8601); null where it can be read, or none can. */
  'walls.earlier': reads(Wall, z.object({ madeAt: z.string() }).nullable()),
  /** Back to that state; nothing where the wall can be read as it is. */
  'walls.goBack': changes(Wall, Nothing, { tells: ['wall.changed'] }),
  'walls.rename': changes(z.object({ wall: Id, title: z.string().trim().min(1).max(200) }), Nothing, { tells: ['wall.changed'] }),
  'walls.duplicate': changes(Wall, Wall, { tells: ['wall.changed'] }),
  'walls.bin': changes(Wall, Nothing, { tells: ['wall.changed'] }),
  'walls.takeOut': changes(Wall, Nothing, { tells: ['wall.changed'] }),
  /** Destroys a binned wall; its papers too, where no other wall uses them. */
  'walls.destroy': changes(Wall, Nothing, { tells: ['wall.changed'], erases: always }),
  'tasks.change': changes(z.object({ task: Id, ...taskWording, minutes: z.int().min(1).max(120), trueSize: TrueSize }), Task, { tells: ['papers.changed'] }),
  /** `base` is the revision that the window changed; refused with `conflict` when it is not the newest. */
  'charts.commit': changes(z.object({ wall: Id, base: z.int(), command: Command, coalesce: z.string().max(100).nullable() }), History, {
    tells: ['wall.changed'],
  }),
  'charts.undo': changes(Wall, ChartNow, { tells: ['wall.changed'] }),
  'charts.redo': changes(Wall, ChartNow, { tells: ['wall.changed'] }),
  'print.settings': changes(z.object({ wall: Id, settings: PrintSettings }), Nothing, { tells: ['wall.changed'] }),
} as const;
