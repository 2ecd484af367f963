import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** One line of an import's report. */
export const FileReport = z.object({
  file: z.string(),
  pages: z.int(),
  papers: z.array(Id),
  blank: z.int(),
  /** Answer sheets of another task: put on the wall with this question, or kept here where it is null and nobody here knows the task. */
  strays: z.array(z.object({ question: z.string().nullable(), pages: z.int() })).optional(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});

export type FileReport = z.infer<typeof FileReport>;

export const ImportReport = z.object({ files: z.array(FileReport) });

export type ImportReport = z.infer<typeof ImportReport>;
