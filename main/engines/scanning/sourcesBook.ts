import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ScannerFound, ScanSettings } from '../../../core/capture/scanner.ts';
import { renamed } from '../../../core/kernel/renamed.ts';
import { writeWhole } from '../../platform/media/writeWhole.ts';

/** A page of a watched file by the fingerprint of its picture, and the paper it became. */
const KnownPage = z.preprocess(renamed({ sample: 'paper' }), z.object({ mark: z.string(), paper: z.string().nullable() }));
export type KnownPage = z.infer<typeof KnownPage>;

/** A file as it was when it was dealt with. */
const KnownFile = z.object({ size: z.number(), changed: z.number(), pages: z.array(KnownPage) });
export type KnownFile = z.infer<typeof KnownFile>;

/** A folder that is watched for one task; its files by the fingerprint of their names, which may tell of a class. */
const Watched = z.object({ folder: z.string(), files: z.record(z.string(), KnownFile) });
export type Watched = z.infer<typeof Watched>;

const Pages = z.object({
  scan: z
    .object({ scanner: ScannerFound, settings: z.preprocess(renamed({ paper: 'sheetSize' }), ScanSettings) })
    .nullable()
    .default(null),
  camera: z.string().nullable().default(null),
  watched: z.record(z.string(), Watched).default({}),
});
type Pages = z.infer<typeof Pages>;

export interface SourcesBook {
  read(): Readonly<Pages>;
  /** @throws Refusal `disk` */
  keep(change: Partial<Pages>): void;
  watched(task: string): Watched | null;
  keepWatched(task: string, watched: Watched): void;
}

/** What a teacher chose to take papers from. It belongs to the user of the computer, not to a library: a folder's path may hold a name. A file that can't be read counts as empty. */
export function openSourcesBook(folder: string): SourcesBook {
  const file = join(folder, 'sources.json');
  const read = (): Pages => {
    try {
      return Pages.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return Pages.parse({});
    }
  };
  const keep = (change: Partial<Pages>): void => writeWhole(file, Buffer.from(JSON.stringify({ ...read(), ...change }, null, 1)), 0o600);
  return {
    read,
    keep,
    watched: (task) => read().watched[task] ?? null,
    keepWatched: (task, watched) => keep({ watched: { ...read().watched, [task]: watched } }),
  };
}
