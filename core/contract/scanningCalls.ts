import { z } from 'zod';
import { ImportReport } from '../capture/importReport.ts';
import { ScanSettings, ScannerFound, ScannerFacts, LastScan, ScannersFound } from '../capture/scanner.ts';
import { WatchState, FolderFacts } from '../capture/watchedFolder.ts';
import { Id } from '../kernel/id.ts';
import { Nothing, job, outside, reads } from './call.ts';

const OfTask = z.object({ task: Id });
const Folder = z.string().trim().min(1).max(4000);

export const scanningCalls = {
  /** What this teacher chose last on this computer. `camera` is the name of a camera. */
  'sources.last': reads(Nothing, z.object({ scan: LastScan.nullable(), camera: z.string().nullable() })),
  'sources.keepCamera': outside(z.object({ camera: z.string().max(500) }), Nothing),
  /** Looks for scanners of this computer and its network; only while it runs anything is asked there. */
  'scanners.look': job(Nothing, ScannersFound),
  /** Asks one scanner what it can do; `scanner` is an `id`, or an address as it was typed. */
  'scanners.ask': outside(z.object({ scanner: z.string().trim().min(1).max(500) }), ScannerFacts),
  /** Scans until no paper is left. Pages arrive one by one (`papers.changed`); the result is an `ImportReport` of one file. */
  'scanners.scan': job(z.object({ task: Id, scanner: ScannerFound, settings: ScanSettings }), ImportReport, { tells: ['papers.changed'] }),
  'watching.state': reads(OfTask, WatchState),
  /** `existing`: files that lie in the folder already come in too. */
  'watching.start': outside(z.object({ task: Id, folder: Folder, existing: z.boolean() }), WatchState),
  'watching.stop': outside(OfTask, WatchState),
  /** Null: where this computer's user begins to look. */
  'watching.look': reads(z.object({ folder: Folder.nullable() }), FolderFacts),
} as const;
