import { z } from 'zod';
import { Cleaning, Proposal } from '../capture/cleaning.ts';
import { call, Id, Nothing } from './call.ts';

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
  /** The photo: it opens here; its key is on another computer or with another shell; or it was destroyed for good. */
  original: z.enum(['here', 'elsewhere', 'destroyed']),
  /** Cut out of a picture with others, and can become one page with them again. */
  isSlip: z.boolean().optional(),
});
export type PageFacts = z.infer<typeof PageFacts>;

export const SampleFacts = z.object({
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
export type SampleFacts = z.infer<typeof SampleFacts>;

const Sample = z.object({ sample: Id });

/** Which pages a paper is made of, in their order, and its retyped text. */
export const Arrangement = z.object({ sample: Id, pages: z.array(Id), text: z.string().max(40_000).nullable() });
export type Arrangement = z.infer<typeof Arrangement>;

export const paperCalls = {
  'papers.list': call(z.object({ task: Id }), z.array(SampleFacts)),
  /** `files` are tokens of offered files. Pages arrive one by one (`papers.changed`); the job's result lists what happened to each file. */
  'papers.import': call(z.object({ task: Id, files: z.array(z.string()).min(1).max(500) }), z.object({ job: Id })),
  /** The pages of `from` are put behind those of `into`. */
  'papers.merge': call(z.object({ into: Id, from: Id }), Nothing),
  /** The page and those behind it become a paper of their own. */
  'papers.split': call(z.object({ page: Id }), z.object({ sample: Id })),
  'papers.reorder': call(z.object({ task: Id, order: z.array(Id) }), Nothing),
  /** Every `size` pages, in order, become one paper. */
  'papers.group': call(z.object({ task: Id, size: z.int().min(1).max(8) }), Nothing),
  /** "It is one page": the picture that this paper was cut out of comes into its place; the other parts go to the bin. `papers.cutAgain` takes it back. */
  'papers.asOnePage': call(Sample, Nothing),
  'papers.cutAgain': call(Sample, Nothing),
  /** Puts pages back into the papers they lay in, in this order: what takes back a merge, a split, a grouping or a new order. */
  'papers.arrange': call(z.object({ task: Id, papers: z.array(Arrangement).max(2000) }), Nothing),
  'papers.bin': call(Sample, Nothing),
  'papers.takeOut': call(Sample, Nothing),
  /** Destroys a paper for good, its originals and its place in every earlier state of a chart too. */
  'papers.erase': call(Sample, Nothing),
  'papers.setPupil': call(z.object({ sample: Id, pupil: Id.nullable() }), Nothing),
  'papers.retype': call(z.object({ sample: Id, text: z.string().max(4000).nullable() }), Nothing),
  'papers.setHand': call(z.object({ sample: Id, hand: SampleFacts.shape.hand }), Nothing),
  'papers.setSharing': call(z.object({ samples: z.array(Id).min(1).max(500), origin: SampleFacts.shape.origin, consent: SampleFacts.shape.consent }), Nothing),
  /** "I looked as well": refused with `conflict` before the first look. */
  'papers.lookAgain': call(z.object({ sample: Id, looked: z.boolean() }), Nothing),
  'papers.checkText': call(z.object({ sample: Id, checked: z.boolean() }), Nothing),
  /** Keeps what was decided and makes the copy anew; an earlier copy is destroyed and its check with it. */
  'pages.clean': call(z.object({ page: Id, cleaning: Cleaning }), PageFacts),
  /** "No name to be seen": only now the copy may leave its seal. */
  'pages.check': call(z.object({ page: Id, checked: z.boolean() }), PageFacts),
} as const;

/** One line of an import's report. */
export const FileReport = z.object({
  file: z.string(),
  pages: z.int(),
  samples: z.array(Id),
  blank: z.int(),
  /** Answer sheets of another task: put on the wall with this question, or kept here where it is null and nobody here knows the task. */
  strays: z.array(z.object({ question: z.string().nullable(), pages: z.int() })).optional(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type FileReport = z.infer<typeof FileReport>;
export const ImportReport = z.object({ files: z.array(FileReport) });
export type ImportReport = z.infer<typeof ImportReport>;
