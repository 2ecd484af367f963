import { z } from 'zod';
import { TrueSize, taskWording, Task } from '../capture/task.ts';
import { Command } from '../chart/commands.ts';
import { Chart } from '../chart/document.ts';
import { WallCard, History, OpenWall } from '../chart/wall.ts';
import { Id } from '../kernel/id.ts';
import { PrintSettings } from '../sheets/printSettings.ts';
import { call, Nothing } from './call.ts';

const Wall = z.object({ wall: Id });
const ChartNow = z.object({ chart: Chart, history: History });

export const chartCalls = {
  'walls.list': call(Nothing, z.array(WallCard)),
  'walls.binned': call(Nothing, z.array(z.object({ id: Id, title: z.string(), binnedAt: z.string() }))),
  'walls.create': call(z.object({ ...taskWording, trueSize: TrueSize }), z.object({ wall: Id })),
  /** The sample class: its pages, its agreed line-up and its chart. */
  'walls.createSample': call(Nothing, z.object({ job: Id })),
  'walls.open': call(Wall, OpenWall),
  'walls.rename': call(z.object({ wall: Id, title: z.string().trim().min(1).max(200) }), Nothing),
  'walls.duplicate': call(Wall, Wall),
  'walls.bin': call(Wall, Nothing),
  'walls.takeOut': call(Wall, Nothing),
  /** Destroys a binned wall; its papers too, where no other wall uses them. */
  'walls.destroy': call(Wall, Nothing),
  'tasks.change': call(z.object({ task: Id, ...taskWording, minutes: z.int().min(1).max(120), trueSize: TrueSize }), Task),
  /** `base` is the revision that the window changed; refused with `conflict` when it is not the newest. */
  'charts.commit': call(z.object({ wall: Id, base: z.int(), command: Command, coalesce: z.string().max(100).nullable() }), History),
  'charts.undo': call(Wall, ChartNow),
  'charts.redo': call(Wall, ChartNow),
  'print.settings': call(z.object({ wall: Id, settings: PrintSettings }), Nothing),
} as const;
