import { z } from 'zod';
import { Quad } from '../../../../core/capture/cleaning.ts';
import { Rect } from '../../../../core/kernel/rect.ts';

const Bytes = z.instanceof(Uint8Array<ArrayBufferLike>);
const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

const Placing = z.object({ quad: Quad.nullable(), turn: Turn, degrees: z.number() });
const PaperSize = z.object({ width: z.number().positive(), height: z.number().positive() });

/** What the helper that reads is asked. Class lists are kept by nobody. */
export const NamesRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('find'),
    page: Bytes,
    placing: Placing,
    trueSize: PaperSize.nullable(),
    names: z.array(z.string()),
  }),
  z.object({ kind: z.literal('turn'), page: Bytes, placing: Placing, trueSize: PaperSize.nullable() }),
  z.object({ kind: z.literal('writing'), copy: Bytes, question: z.string() }),
  z.object({ kind: z.literal('read-back'), copy: Bytes, names: z.array(z.string()) }),
]);
export type NamesRequest = z.infer<typeof NamesRequest>;

export const TurnAnswer = z.object({ turn: Turn.nullable() });

export const FindAnswer = z.object({
  turn: Turn,
  told: z.boolean(),
  width: z.int(),
  height: z.int(),
  found: z.array(
    z.object({
      box: Rect,
      reason: z.enum(['label', 'class-list', 'lone-line']),
      sureness: z.enum(['sure', 'likely', 'maybe']),
      name: z.int().nullable(),
    }),
  ),
  look: z.enum(['nothing-found', 'nothing-written', 'none-seen']).nullable(),
});

export const ReadBackAnswer = z.object({ names: z.int().min(0) });
