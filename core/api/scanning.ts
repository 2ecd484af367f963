import { z } from 'zod';
import { call, Id, Nothing } from './call.ts';

export const ScanSource = z.enum(['feeder', 'feeder-both', 'glass']);
export type ScanSource = z.infer<typeof ScanSource>;
export const ScanPaper = z.enum(['A4', 'A5', 'Letter', 'whole']);
export type ScanPaper = z.infer<typeof ScanPaper>;
export const ScanColour = z.enum(['colour', 'grey']);
export type ScanColour = z.infer<typeof ScanColour>;

export const ScanSettings = z.object({ source: ScanSource, colour: ScanColour, dpi: z.int().min(75).max(600), paper: ScanPaper });
export type ScanSettings = z.infer<typeof ScanSettings>;

/** `id` is the scanner's address, or its name in the computer's own scan service. */
export const ScannerFound = z.object({ id: z.string(), name: z.string(), by: z.enum(['network', 'computer']) });
export type ScannerFound = z.infer<typeof ScannerFound>;

/** What the job of `scanners.look` ends with. `note` says, where there is one, why a kind of scanner can't be found here. */
export const ScannersFound = z.object({ scanners: z.array(ScannerFound), note: z.string() });
export type ScannersFound = z.infer<typeof ScannersFound>;

/** What can be chosen for one place that paper is put into. */
export const SourceFacts = z.object({ source: ScanSource, colours: z.array(ScanColour), dpis: z.array(z.int()), papers: z.array(ScanPaper) });
export type SourceFacts = z.infer<typeof SourceFacts>;

export const ScannerFacts = ScannerFound.extend({ sources: z.array(SourceFacts).min(1) });
export type ScannerFacts = z.infer<typeof ScannerFacts>;

const LastScan = z.object({ scanner: ScannerFound, settings: ScanSettings });
export type LastScan = z.infer<typeof LastScan>;

/** Something that happened in a watched folder, newest last; `kept` pages of an earlier state of the file stayed, since someone had worked on them. */
export const WatchNews = z.object({
  number: z.int(),
  file: z.string(),
  kind: z.enum(['arrived', 'added', 'replaced', 'problem']),
  pages: z.int(),
  kept: z.int(),
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});
export type WatchNews = z.infer<typeof WatchNews>;

export const WatchState = z.object({
  /** Remembered for this wall; null where none was chosen yet. */
  folder: z.string().nullable(),
  watching: z.boolean(),
  /** The folder is not to be seen just now: a stick taken out, a network gone. */
  missing: z.boolean(),
  /** Files that are still being written. */
  waiting: z.array(z.string()),
  /** The file being read, or null. */
  reading: z.string().nullable(),
  news: z.array(WatchNews),
});
export type WatchState = z.infer<typeof WatchState>;

/** A folder to choose from, with those in it, and how many files for Stepwall lie in it. */
export const FolderFacts = z.object({
  folder: z.string(),
  above: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), folder: z.string() })),
  papers: z.int(),
});
export type FolderFacts = z.infer<typeof FolderFacts>;

const OfTask = z.object({ task: Id });
const Folder = z.string().trim().min(1).max(4000);

export const scanningCalls = {
  /** What this teacher chose last on this computer. `camera` is the name of a camera. */
  'sources.last': call(Nothing, z.object({ scan: LastScan.nullable(), camera: z.string().nullable() })),
  'sources.keepCamera': call(z.object({ camera: z.string().max(500) }), Nothing),
  /** A job that looks for scanners of this computer and its network; only while it runs anything is asked there. Its result is `ScannersFound`. */
  'scanners.look': call(Nothing, z.object({ job: Id })),
  /** Asks one scanner what it can do; `scanner` is an `id`, or an address as it was typed. */
  'scanners.ask': call(z.object({ scanner: z.string().trim().min(1).max(500) }), ScannerFacts),
  /** A job that scans until no paper is left. Pages arrive one by one (`papers.changed`); the result is an `ImportReport` of one file. */
  'scanners.scan': call(z.object({ task: Id, scanner: ScannerFound, settings: ScanSettings }), z.object({ job: Id })),
  'watching.state': call(OfTask, WatchState),
  /** `existing`: files that lie in the folder already come in too. */
  'watching.start': call(z.object({ task: Id, folder: Folder, existing: z.boolean() }), WatchState),
  'watching.stop': call(OfTask, WatchState),
  /** Null: where this computer's user begins to look. */
  'watching.look': call(z.object({ folder: Folder.nullable() }), FolderFacts),
} as const;
