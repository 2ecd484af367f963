import { Id } from '../kernel/id.ts';
import { Cleaning, Proposal } from './cleaning.ts';
import { z } from 'zod';

export const PageFacts = z.object({
  id: Id,
  /** Pixels of the upright page picture. */
  width: z.int().positive(),
  height: z.int().positive(),
  dpi: z.number().nullable(),
  proposal: Proposal,
  /** What is in force: the proposal until a person decides otherwise. */
  cleaning: Cleaning,
  /** A person looked at the cleaning and kept or changed it. */
  decided: z.boolean(),
  /** Pixels of the cleaned copy; null while it is being made. */
  clean: z.object({ width: z.int().positive(), height: z.int().positive() }).nullable(),
  /** Changes whenever the cleaned copy does; part of its picture's address. */
  look: z.string(),
  /** Someone has said "no name to be seen". */
  checked: z.boolean(),
  /** The photo: it opens here; its key is on another computer or with another shell, or can't be read; or it was destroyed for good. */
  original: z.enum(['here', 'elsewhere', 'keys-damaged', 'destroyed']),
  /** Cut out of a picture with others, and can become one page with them again. */
  isSlip: z.boolean().optional(),
});

export type PageFacts = z.infer<typeof PageFacts>;

export const PaperFacts = z.object({
  id: Id,
  /** "7", or the pupil's code where one is set. */
  code: z.string(),
  pupil: Id.nullable(),
  pages: z.array(PageFacts),
  /** The response retyped with every error kept; it then stands in for the pictures. */
  text: z.string().nullable(),
  textChecked: z.boolean(),
  /** How the retyped words are set: plainly, or in a hand that is nobody's. */
  hand: z.enum(['plain', 'stand-in']),
  /** Whose handwriting it is: classmates may know a hand of this class. */
  origin: z.enum(['not-asked', 'this-class', 'elsewhere']),
  /** What pupil and family said to showing this handwriting. */
  consent: z.enum(['not-asked', 'yes', 'no']),
  /** Another person has looked for names as well. */
  secondLook: z.boolean(),
});

export type PaperFacts = z.infer<typeof PaperFacts>;

/** Which pages a paper is made of, in their order, and its retyped text. */
export const Arrangement = z.object({ paper: Id, pages: z.array(Id), text: z.string().max(40_000).nullable() });

export type Arrangement = z.infer<typeof Arrangement>;
