import { z } from 'zod';

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
