import { z } from 'zod';
import { goalWords } from '../words/goals.ts';
import { isStroke } from './strokes.ts';

/**
 * The goal bank: skill sets, goals, symbols and good-sentence cards. Everything in it has a code that never changes and
 * a version that only grows; a revision is a new version beside the old one, so that an old page stays explainable.
 */

export const FIRST_YEAR = 0;
export const LAST_YEAR = 6;

/** 0 is the first months of school. Bands are open to what a school adds beyond the starter bank. */
const Year = z.int().min(FIRST_YEAR).max(13);
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, goalWords.field.code);

export const Family = z.enum(['transcription', 'composition', 'process']);
export type Family = z.infer<typeof Family>;

/** What the goal does for this writer: the writing becomes more readable, or the doing more manageable. */
export const Lens = z.enum(['readable', 'manageable']);
export type Lens = z.infer<typeof Lens>;

export const Status = z.enum(['draft', 'agreed', 'retired']);
export type Status = z.infer<typeof Status>;

const versioned = { code: Code, version: z.int().min(1), status: Status };

/** A place in a curriculum, with the text as the school pasted it. */
export const CurriculumRef = z
  .strictObject({
    document: z.string().trim().min(1).max(200),
    version: z.string().trim().min(1).max(60),
    year: z.string().trim().max(40),
    place: z.string().trim().max(200),
    text: z.string().trim().max(2000),
  })
  .readonly();
export type CurriculumRef = z.infer<typeof CurriculumRef>;

export const Goal = z
  .strictObject({
    ...versioned,
    family: Family,
    skillSet: Code,
    yearFrom: Year,
    yearTo: Year,
    /** Its place within the skill set; small comes first. */
    order: z.int().min(0).max(1_000_000),
    /** What the pupil reads, beginning with "I" or "My". */
    pupilText: z.string().trim().min(1).max(160),
    /** What the pupil says when asked for the goal: five words at most. */
    sayIt: z.string().trim().max(60),
    lens: Lens,
    /** The code of its symbol; null while it has none. */
    symbol: Code.nullable(),
    /** What the teacher sees when it is there. */
    lookFor: z.string().trim().max(400),
    /** How to model it in a minute. */
    model: z.string().trim().max(400),
    /** What makes it reachable for a pupil who needs another way. */
    adapt: z.string().trim().max(400).default(''),
    /** Codes of goals that come before it. */
    prerequisites: z.array(Code).max(60).readonly(),
    refs: z.array(CurriculumRef).max(60).readonly(),
    /** Two goals that were made one: the code of the goal that stands for this one now. */
    replacedBy: Code.nullable(),
  })
  .refine((goal) => goal.yearFrom <= goal.yearTo, { message: goalWords.field.yearsTurned, path: ['yearFrom'] })
  .readonly();
export type Goal = z.infer<typeof Goal>;

/** A place for goals, nested one level. Its years say where the matrix expects goals: hearing sounds needs none in year 6. */
export const SkillSet = z
  .strictObject({
    ...versioned,
    family: Family,
    name: z.string().trim().min(1).max(60),
    parent: Code.nullable(),
    order: z.int().min(0).max(1_000_000),
    yearFrom: Year,
    yearTo: Year,
  })
  .readonly();
export type SkillSet = z.infer<typeof SkillSet>;

/** A line drawing in a square of 48 units. A stroke is one pen-down, as SVG path data (M, L, C and Z, absolute). */
export const GoalSymbol = z
  .strictObject({
    ...versioned,
    title: z.string().trim().min(1).max(80),
    /** How to draw it by hand, stroke by stroke. */
    recipe: z.string().trim().min(1).max(300),
    strokes: z.array(z.string().max(4000).refine(isStroke, goalWords.symbol.stroke.message)).min(1).max(6).readonly(),
  })
  .readonly();
export type GoalSymbol = z.infer<typeof GoalSymbol>;

/** What makes a good sentence in this year; each ingredient leads to the goals that teach it. */
export const SentenceCard = z
  .strictObject({
    ...versioned,
    year: Year,
    title: z.string().trim().min(1).max(80),
    example: z.string().trim().max(300),
    ingredients: z
      .array(z.strictObject({ text: z.string().trim().min(1).max(120), goals: z.array(Code).max(60).readonly() }).readonly())
      .max(40)
      .readonly(),
  })
  .readonly();
export type SentenceCard = z.infer<typeof SentenceCard>;

/** Every version of everything. */
export const Bank = z
  .strictObject({
    skillSets: z.array(SkillSet).readonly(),
    goals: z.array(Goal).readonly(),
    symbols: z.array(GoalSymbol).readonly(),
    cards: z.array(SentenceCard).readonly(),
  })
  .readonly();
export type Bank = z.infer<typeof Bank>;
