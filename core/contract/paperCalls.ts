import { z } from 'zod';
import { ImportReport } from '../capture/importReport.ts';
import { Cleaning } from '../capture/cleaning.ts';
import { PageFacts, PaperFacts, Arrangement } from '../capture/paperFacts.ts';
import { ReadWriting } from '../capture/readWords.ts';
import { Id } from '../kernel/id.ts';
import { Nothing, always, changes, job, reads } from './call.ts';

const OfPaper = z.object({ paper: Id });

export const paperCalls = {
  'papers.list': reads(z.object({ task: Id }), z.array(PaperFacts)),
  /** `files` are tokens of offered files. Pages arrive one by one (`papers.changed`); the job's result lists what happened to each file. */
  'papers.import': job(z.object({ task: Id, files: z.array(z.string()).min(1).max(500) }), ImportReport, { tells: ['papers.changed'] }),
  /** The pages of `from` are put behind those of `into`. */
  'papers.merge': changes(z.object({ into: Id, from: Id }), Nothing, { tells: ['papers.changed'] }),
  /** The page and those behind it become a paper of their own. */
  'papers.split': changes(z.object({ page: Id }), z.object({ paper: Id }), { tells: ['papers.changed'] }),
  'papers.reorder': changes(z.object({ task: Id, order: z.array(Id) }), Nothing, { tells: ['papers.changed'] }),
  /** Every `size` pages, in order, become one paper. */
  'papers.group': changes(z.object({ task: Id, size: z.int().min(1).max(8) }), Nothing, { tells: ['papers.changed'] }),
  /** "It is one page": the picture that this paper was cut out of comes into its place; the other parts go to the bin. `papers.cutAgain` takes it back. */
  'papers.asOnePage': changes(OfPaper, Nothing, { tells: ['papers.changed'] }),
  'papers.cutAgain': changes(OfPaper, Nothing, { tells: ['papers.changed'], erases: always }),
  /** Puts pages back into the papers they lay in, in this order: what takes back a merge, a split, a grouping or a new order. */
  'papers.arrange': changes(z.object({ task: Id, papers: z.array(Arrangement).max(2000) }), Nothing, { tells: ['papers.changed'] }),
  'papers.bin': changes(OfPaper, Nothing, { tells: ['papers.changed'] }),
  'papers.takeOut': changes(OfPaper, Nothing, { tells: ['papers.changed'] }),
  /** Destroys a paper for good, its originals and its place in every earlier state of a chart too. */
  'papers.erase': changes(OfPaper, Nothing, { tells: ['papers.changed'], erases: always }),
  'papers.setPupil': changes(z.object({ paper: Id, pupil: Id.nullable() }), Nothing, { tells: ['papers.changed'] }),
  'papers.retype': changes(z.object({ paper: Id, text: z.string().max(4000).nullable() }), Nothing, { tells: ['papers.changed'] }),
  /** A draft of the retype: what can be read on the paper's clean copies. Nothing is kept of it but what stands in the box for the words. */
  'papers.read': job(OfPaper, ReadWriting),
  'papers.setHand': changes(z.object({ paper: Id, hand: PaperFacts.shape.hand }), Nothing, { tells: ['papers.changed'] }),
  'papers.setSharing': changes(z.object({ papers: z.array(Id).min(1).max(500), origin: PaperFacts.shape.origin, consent: PaperFacts.shape.consent }), Nothing, {
    tells: ['papers.changed'],
  }),
  /** "I looked as well": refused with `conflict` before the first look. */
  'papers.lookAgain': changes(z.object({ paper: Id, looked: z.boolean() }), Nothing, { tells: ['papers.changed'] }),
  'papers.checkText': changes(z.object({ paper: Id, checked: z.boolean() }), Nothing, { tells: ['papers.changed'] }),
  /** Keeps what was decided and makes the copy anew; an earlier copy is destroyed and its check with it. */
  'pages.clean': changes(z.object({ page: Id, cleaning: Cleaning }), PageFacts, { tells: ['papers.changed'], erases: always }),
  /** "No name to be seen": only now the copy may leave its seal. */
  'pages.check': changes(z.object({ page: Id, checked: z.boolean() }), PageFacts, { tells: ['papers.changed'], erases: ({ checked }) => !checked }),
} as const;
