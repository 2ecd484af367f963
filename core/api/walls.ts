import { z } from 'zod';
import { Chart, Paper } from '../chart/document.ts';
import { Command } from '../chart/commands.ts';
import { call, Id, Nothing } from './call.ts';
import { Outgoing } from './library.ts';

/** Which paper the class wrote on; asked once per task. `unknown` is said by the teacher, never guessed; `not-asked` is a task whose papers have not come yet. */
export const TaskPaper = z.object({
  name: z.enum(['a4', 'a5', 'half-a4', 'exercise-book', 'letter', 'custom', 'unknown', 'not-asked']),
  widthMm: z.number().positive().max(2000).nullable(),
  heightMm: z.number().positive().max(2000).nullable(),
});
export type TaskPaper = z.infer<typeof TaskPaper>;

const wording = {
  question: z.string().trim().min(1).max(200),
  subject: z.string().trim().max(80),
  year: z.string().trim().max(40),
  focus: z.string().trim().max(120),
};

export const Task = z.object({ id: Id, ...wording, minutes: z.int().min(1).max(120), paper: TaskPaper });
export type Task = z.infer<typeof Task>;

export const PaperEdges = z.object({ top: z.number().min(0), right: z.number().min(0), bottom: z.number().min(0), left: z.number().min(0) });

/** Settings of the print screen, in mm. What came later has a default: settings kept before still parse. */
export const PrintSettings = z.object({
  paper: z.enum(['A4', 'A3', 'Letter', 'Legal', 'Tabloid', 'custom']),
  /** The size of `custom` paper. */
  ownPaper: z.object({ width: z.number().min(100).max(2000), height: z.number().min(100).max(2000) }).default({ width: 329, height: 483 }),
  orientation: z.enum(['auto', 'portrait', 'landscape']),
  overlap: z.number().min(0).max(50),
  margin: z.number().min(0).max(40),
  /** A printer's own white edges, in the margin's stead. */
  edges: PaperEdges.nullable().default(null),
  look: z.enum(['colour', 'grey', 'ink-saver']).default('colour'),
  finishing: z.enum(['join', 'join-then-laminate', 'laminate-then-join']).default('join'),
  /** What is laminated in: a pouch by its name, or a roll by its width. */
  film: z.union([z.enum(['A4', 'A3', 'Letter']), z.number().min(100).max(2000)]).default('A4'),
  /** Seams that the teacher put where they are: any point on each, on the strip. */
  pinned: z
    .array(z.object({ side: z.enum(['right', 'below']), x: z.number(), y: z.number() }))
    .max(999)
    .default([]),
});
export type PrintSettings = z.infer<typeof PrintSettings>;
/** The same as it may be said: what has a default can be left out. */
export type PrintSettingsSaid = z.input<typeof PrintSettings>;

export const Steps = z.enum(['collect', 'clean', 'line-up', 'levels', 'design', 'print', 'present']);
export type Step = z.infer<typeof Steps>;

/** How far a wall is; each step of the rail is ticked by it. */
export const Progress = z.object({
  samples: z.int(),
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

export const WallCard = z.object({ id: Id, title: z.string(), task: Task, progress: Progress, changedAt: z.string(), chart: Chart, papers: z.array(Paper) });
export type WallCard = z.infer<typeof WallCard>;

export const History = z.object({ revision: z.int(), undo: z.string().nullable(), redo: z.string().nullable() });
export type History = z.infer<typeof History>;

export const OpenWall = z.object({ id: Id, task: Task, chart: Chart, papers: z.array(Paper), history: History, progress: Progress, print: PrintSettings });
export type OpenWall = z.infer<typeof OpenWall>;

const Wall = z.object({ wall: Id });
const ChartNow = z.object({ chart: Chart, history: History });

export const wallCalls = {
  'walls.list': call(Nothing, z.array(WallCard)),
  'walls.binned': call(Nothing, z.array(z.object({ id: Id, title: z.string(), binnedAt: z.string() }))),
  'walls.create': call(z.object({ ...wording, paper: TaskPaper }), z.object({ wall: Id })),
  /** The sample class: its pages, its agreed line-up and its chart. */
  'walls.createSample': call(Nothing, z.object({ job: Id })),
  'walls.open': call(Wall, OpenWall),
  'walls.rename': call(z.object({ wall: Id, title: z.string().trim().min(1).max(200) }), Nothing),
  'walls.duplicate': call(Wall, Wall),
  'walls.bin': call(Wall, Nothing),
  'walls.takeOut': call(Wall, Nothing),
  /** Destroys a binned wall; its papers too, where no other wall uses them. */
  'walls.destroy': call(Wall, Nothing),
  'tasks.change': call(z.object({ task: Id, ...wording, minutes: z.int().min(1).max(120), paper: TaskPaper }), Task),
  /** `base` is the revision that the window changed; refused with `conflict` when it is not the newest. */
  'charts.commit': call(z.object({ wall: Id, base: z.int(), command: Command, coalesce: z.string().max(100).nullable() }), History),
  'charts.undo': call(Wall, ChartNow),
  'charts.redo': call(Wall, ChartNow),
  'print.settings': call(z.object({ wall: Id, settings: PrintSettings }), Nothing),
} as const;

/** What `print.make` leaves behind, in its job's `result`. */
export const PrintMade = z.object({ file: Outgoing, sheets: z.int() });
export type PrintMade = z.infer<typeof PrintMade>;
