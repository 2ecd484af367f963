import { z } from 'zod';
import { ScanSettings, ScannerFound, ScannerFacts, LastScan } from '../capture/scanner.ts';
import { WatchState, FolderFacts } from '../capture/watchedFolder.ts';
import { Id } from '../kernel/id.ts';
import { call, Nothing } from './call.ts';

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
