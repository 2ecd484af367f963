import { z } from 'zod';
import { Rect } from '../kernel/rect.ts';
import { chartWords } from '../words/chart.ts';

/** Column and row in px of the upright picture (EXIF obeyed), origin top left. */
const Corner = z.tuple([z.number(), z.number()]).readonly();

/** One paper of the made-up class: where its picture is, what is written on it, and where things lie on the picture. */
const SamplePaper = z
  .object({
    /** An invented first name, as written on the name line. */
    pupil: z.string().min(1),
    /** File name beside `class.json`. */
    file: z.string().regex(/^[a-z0-9-]+\.(jpg|pdf)$/),
    /** Counts from 1. */
    page: z.int().min(1),
    /** What is written, every error kept, without the name and without words that the pupil crossed out. */
    text: z.string().min(1),
    truth: z
      .object({
        /** The paper's corners: top left, top right, bottom right, bottom left. */
        quad: z.tuple([Corner, Corner, Corner, Corner]).readonly(),
        /** Left, top, right, bottom in px of the upright picture: the "Name:" label, its line and the written name. */
        nameBox: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
        /** The response without the question, in fractions of the straightened page. */
        responseBox: Rect.readonly(),
      })
      .readonly(),
  })
  .readonly();
export type SamplePaper = z.infer<typeof SamplePaper>;

const SampleLevel = z
  .object({
    label: z.string().max(12),
    name: z.string().max(60),
    /** Index into `papers`. */
    anchor: z.int().min(0),
    /** `new`: what this level adds to the one below it. `kept`: what is still here. */
    qualifiers: z
      .array(
        z
          .object({
            text: z.string().min(1).max(400),
            kind: z.enum(['new', 'kept']),
            /** Codes of the starter bank that lead to it. */
            goals: z.array(z.string()).readonly().optional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly();

/** The class that comes with the app, to try everything on: `assets/sample/class.json`. */
export const SampleClass = z
  .object({
    task: z
      .object({
        question: z.string().min(1),
        subject: z.string(),
        year: z.int(),
        /** The skill that the papers are compared by. */
        focus: z.string().min(1),
        /** How long the pupils had. */
        minutes: z.number().positive(),
        paper: z.object({ name: z.string(), widthMm: z.number().positive(), heightMm: z.number().positive() }).readonly(),
      })
      .readonly(),
    papers: z.array(SamplePaper).min(2).readonly(),
    /** Indices into `papers`, lowest to highest. */
    line: z.array(z.int().min(0)).readonly(),
    /** Lowest to highest. */
    levels: z.array(SampleLevel).min(2).max(10).readonly(),
  })
  .superRefine(({ papers, line, levels }, context) => {
    const everyPaperOnce = line.length === papers.length && papers.every((_, index) => line.includes(index));
    if (!everyPaperOnce) context.addIssue({ code: 'custom', path: ['line'], message: chartWords.sample.paperNotOnce });
    const places = levels.map((level) => line.indexOf(level.anchor));
    const climbing = places.every((place, step) => place > (places[step - 1] ?? -1));
    if (!climbing) context.addIssue({ code: 'custom', path: ['levels'], message: chartWords.sample.notClimbing });
  })
  .readonly();
export type SampleClass = z.infer<typeof SampleClass>;
