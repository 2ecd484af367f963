import { z } from 'zod';

/** One word as the reader took it, spelt as it stands there. */
export const ReadWord = z.object({
  text: z.string(),
  /** At least one of its letters may be another one. */
  unsure: z.boolean(),
});
export type ReadWord = z.infer<typeof ReadWord>;

/** What was read of a paper's writing, line by line; `readable` is false where so little is sure that typing is quicker than mending. */
export const ReadWriting = z.object({ lines: z.array(z.array(ReadWord)), readable: z.boolean() });
export type ReadWriting = z.infer<typeof ReadWriting>;

/** The lines run on as the pupil's text does: where a line ends says how wide the paper was, not what was meant. */
export const asText = ({ lines }: ReadWriting): string =>
  lines
    .flat()
    .map(({ text }) => text)
    .join(' ');

/** Words to look at, in their order, each once. */
export const unsureWords = ({ lines }: ReadWriting): readonly string[] => [
  ...new Set(
    lines
      .flat()
      .filter(({ unsure }) => unsure)
      .map(({ text }) => text),
  ),
];
