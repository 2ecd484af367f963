import { z } from 'zod';
import { Cleaning } from '../capture/cleaning.ts';
import { PageFacts, PaperFacts, Arrangement } from '../capture/paperFacts.ts';
import { Id } from '../kernel/id.ts';
import { call, Nothing } from './call.ts';

const OfPaper = z.object({ paper: Id });

export const paperCalls = {
  'papers.list': call(z.object({ task: Id }), z.array(PaperFacts)),
  /** `files` are tokens of offered files. Pages arrive one by one (`papers.changed`); the job's result lists what happened to each file. */
  'papers.import': call(z.object({ task: Id, files: z.array(z.string()).min(1).max(500) }), z.object({ job: Id })),
  /** The pages of `from` are put behind those of `into`. */
  'papers.merge': call(z.object({ into: Id, from: Id }), Nothing),
  /** The page and those behind it become a paper of their own. */
  'papers.split': call(z.object({ page: Id }), z.object({ paper: Id })),
  'papers.reorder': call(z.object({ task: Id, order: z.array(Id) }), Nothing),
  /** Every `size` pages, in order, become one paper. */
  'papers.group': call(z.object({ task: Id, size: z.int().min(1).max(8) }), Nothing),
  /** "It is one page": the picture that this paper was cut out of comes into its place; the other parts go to the bin. `papers.cutAgain` takes it back. */
  'papers.asOnePage': call(OfPaper, Nothing),
  'papers.cutAgain': call(OfPaper, Nothing),
  /** Puts pages back into the papers they lay in, in this order: what takes back a merge, a split, a grouping or a new order. */
  'papers.arrange': call(z.object({ task: Id, papers: z.array(Arrangement).max(2000) }), Nothing),
  'papers.bin': call(OfPaper, Nothing),
  'papers.takeOut': call(OfPaper, Nothing),
  /** Destroys a paper for good, its originals and its place in every earlier state of a chart too. */
  'papers.erase': call(OfPaper, Nothing),
  'papers.setPupil': call(z.object({ paper: Id, pupil: Id.nullable() }), Nothing),
  'papers.retype': call(z.object({ paper: Id, text: z.string().max(4000).nullable() }), Nothing),
  'papers.setHand': call(z.object({ paper: Id, hand: PaperFacts.shape.hand }), Nothing),
  'papers.setSharing': call(z.object({ papers: z.array(Id).min(1).max(500), origin: PaperFacts.shape.origin, consent: PaperFacts.shape.consent }), Nothing),
  /** "I looked as well": refused with `conflict` before the first look. */
  'papers.lookAgain': call(z.object({ paper: Id, looked: z.boolean() }), Nothing),
  'papers.checkText': call(z.object({ paper: Id, checked: z.boolean() }), Nothing),
  /** Keeps what was decided and makes the copy anew; an earlier copy is destroyed and its check with it. */
  'pages.clean': call(z.object({ page: Id, cleaning: Cleaning }), PageFacts),
  /** "No name to be seen": only now the copy may leave its seal. */
  'pages.check': call(z.object({ page: Id, checked: z.boolean() }), PageFacts),
} as const;
