import { z } from 'zod';

/** What of a file from elsewhere was not taken, and why, in plain words. `line` is the line of a table, or the number of the entry or item in its list; from 1. */
export const FileNote = z.object({ line: z.int(), message: z.string() });

export type FileNote = z.infer<typeof FileNote>;

/** What came of a file: how much of it was new, what was left out (the first of it in words), and how much that was in all. */
export const FileTaken = z.object({ added: z.int(), notes: z.array(FileNote).readonly(), leftOut: z.int() });

export type FileTaken = z.infer<typeof FileTaken>;

/** More of them nobody reads. */
const MOST_NOTES = 100;

export const fileTaken = (added: number, notes: readonly FileNote[]): FileTaken => ({ added, notes: notes.slice(0, MOST_NOTES), leftOut: notes.length });
