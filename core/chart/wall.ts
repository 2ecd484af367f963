import { Paper } from '../capture/shownPaper.ts';
import { Task } from '../capture/task.ts';
import { Id } from '../kernel/id.ts';
import { PrintSettings } from '../sheets/printSettings.ts';
import { ChangeName } from './commands.ts';
import { Chart } from './document.ts';
import { z } from 'zod';

export const Steps = z.enum(['collect', 'clean', 'line-up', 'levels', 'design', 'print', 'present']);

export type Step = z.infer<typeof Steps>;

/** How far a wall is; each step of the rail is ticked by it. */
export const Progress = z.object({
  papers: z.int(),
  pages: z.int(),
  checked: z.int(),
  placed: z.int(),
  levels: z.int(),
  anchored: z.int(),
  worded: z.int(),
  laidOut: z.boolean(),
  printed: z.boolean(),
  next: Steps,
  done: z.array(Steps),
});

export type Progress = z.infer<typeof Progress>;

/** A wall in a list of all. */
export const WallName = z.object({ id: Id, title: z.string(), changedAt: z.string() });

export type WallName = z.infer<typeof WallName>;

/** What the card of a wall shows besides its title. */
export const WallCard = z.object({ task: Task, progress: Progress, chart: Chart, shownPapers: z.array(Paper) });

export type WallCard = z.infer<typeof WallCard>;

export const History = z.object({ revision: z.int(), undo: ChangeName.nullable(), redo: ChangeName.nullable() });

export type History = z.infer<typeof History>;

export const OpenWall = z.object({ id: Id, task: Task, chart: Chart, shownPapers: z.array(Paper), history: History, progress: Progress, print: PrintSettings });

export type OpenWall = z.infer<typeof OpenWall>;
