import { z } from 'zod';
import { Cleaning, Proposal } from '../../../core/capture/cleaning.ts';
import { FileProblem } from '../../../core/capture/fileProblem.ts';
import { DEFAULT_LIMITS } from './decode/limits.ts';

const Bytes = z.instanceof(Uint8Array<ArrayBufferLike>);
const Count = z.int().min(0);
/** The longest side of a picture, px; where a proxy is asked for, the proxy's. */
const Side = z.int().min(1);

const LimitsMessage = z.object({ megapixels: z.number(), megapixelsKept: z.number(), pages: z.number(), megabytes: z.number() }).default({ ...DEFAULT_LIMITS });

/** A foreign file under a key by which the helper keeps it open; the bytes come along only where it does not have it yet. */
const FileRef = z.object({ key: z.string(), bytes: Bytes.nullable(), limits: LimitsMessage });
export type FileRef = z.infer<typeof FileRef>;

const Paper = z.object({ width: z.number().positive(), height: z.number().positive() });

/** What a helper is asked; each request but `forget` gets one answer. */
export const ImagingRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forget'), key: z.string() }),
  z.object({ kind: z.literal('open'), file: FileRef }),
  z.object({ kind: z.literal('page'), file: FileRef, page: z.int().min(1), proxySide: Side.nullable() }),
  z.object({
    kind: z.literal('clean'),
    page: Bytes,
    cleaning: Cleaning,
    trueSize: Paper.nullable(),
    longestSide: Side.or(z.undefined()),
    otherSide: z.object({ page: Bytes, cleaning: Cleaning }).nullable(),
    as: z.enum(['jpeg', 'png']),
    proxySide: Side.nullable(),
  }),
  z.object({ kind: z.literal('proxy'), jpeg: Bytes, longestSide: Side, quality: z.int().min(1).max(100) }),
  z.object({ kind: z.literal('draw'), pdf: Bytes, page: z.int().min(1), dpi: z.number().positive() }),
]);
export type ImagingRequest = z.infer<typeof ImagingRequest>;

export const OpenAnswer = z.object({ pages: Count });
const PageParts = z.object({ jpeg: Bytes, width: Count, height: Count, dpi: z.number().nullable(), proposal: Proposal, proxy: Bytes.nullable() });
export const PageAnswer = PageParts.extend({ slips: z.array(PageParts).optional() });
export const CleanAnswer = z.object({ bytes: Bytes, width: Count, height: Count, proxy: Bytes.nullable() });
export const BytesAnswer = z.object({ bytes: Bytes });

const ProblemWords = z.object({ message: z.string(), hint: z.string() });
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['not-a-picture', 'damaged', 'locked', 'too-large', 'too-slow', 'no-memory', 'empty']),
    words: ProblemWords,
    cause: z.string(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

const causeOf = ({ cause }: FileProblem): string => (cause instanceof Error ? String(cause) : typeof cause === 'string' ? cause : '');

/** What libraries say when memory runs out. */
const NO_MEMORY = /out of memory|allocat/i;

/** A failure as it travels; what isn't a FileProblem came from a decoder that met something it did not expect. */
export function failureAnswer(error: unknown): Answer {
  const found = error instanceof FileProblem ? error : new FileProblem('damaged', undefined, { cause: error });
  const problem = found.code === 'damaged' && NO_MEMORY.test(causeOf(found)) ? new FileProblem('no-memory', undefined, { cause: found.cause }) : found;
  return { ok: false, code: problem.code, words: { message: problem.message, hint: problem.hint }, cause: causeOf(problem).slice(0, 300) };
}
