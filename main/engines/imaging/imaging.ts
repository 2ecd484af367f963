import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Cleaning, Proposal } from '../../../core/capture/cleaning.ts';
import { createHelperPool, HelperFailure, type HelperPool } from '../../platform/helpers/helperPool.ts';
import { siblingModule } from '../../platform/helpers/siblingModule.ts';
import type { StartHelper } from '../../platform/helpers/startHelper.ts';
import { asFileProblem } from './asFileProblem.ts';
import type { CleanOptions } from './clean/cleanPage.ts';
import { FileProblem } from '../../../core/capture/fileProblem.ts';
import { DEFAULT_LIMITS, type Limits } from './decode/limits.ts';
import { createNameFinder, type NameFinder } from './names/nameFinder.ts';
import { Answer, BytesAnswer, CleanAnswer, OpenAnswer, PageAnswer, ImagingRequest, type FileRef } from './messages.ts';
import { onceMore, patienceFor } from './decode/patience.ts';

/** One page as an upright sRGB JPEG that holds nothing but pixels; `page` counts from 1, `dpi` is null where the source doesn't say credibly. */
export interface PageEvent {
  readonly kind: 'page';
  readonly page: number;
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly proposal: Proposal;
  /** A small JPEG for the screen, where it was asked for. */
  readonly proxy: Uint8Array | null;
  /** The picture that this page was cut out of together with others; the same object for all of them. */
  readonly whole?: WholePicture;
}

/** An upright picture that shows several papers. */
export type WholePicture = Pick<PageEvent, 'jpeg' | 'width' | 'height' | 'dpi' | 'proposal' | 'proxy'>;

export type ReadEvent =
  { readonly kind: 'opened'; readonly pages: number } | PageEvent | { readonly kind: 'page-failed'; readonly page: number; readonly problem: FileProblem };

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<Limits>;
  /** Only this page, counted from 1. Where the file has fewer pages none comes. */
  readonly only?: number;
  /** The longest side of the proxies to make of the pages, px. */
  readonly proxySide?: number;
}

export interface CleanWish extends Pick<CleanOptions, 'trueSize' | 'longestSide'> {
  /** The page picture of the paper's other side and what is decided about it; it only matters where `cleaning.showThrough` is asked for. */
  readonly otherSide?: { readonly page: Uint8Array; readonly cleaning: Cleaning } | null;
  /** The longest side of a proxy to make of the copy, px. */
  readonly proxySide?: number;
}

export interface CleanPicture {
  readonly jpeg: Uint8Array;
  readonly proxy: Uint8Array | null;
  readonly width: number;
  readonly height: number;
}

/** All that opens, cleans or draws pictures, in processes that may die without harm to the caller. Every call may throw a FileProblem. */
export interface Imaging {
  /**
   * Opens a picture or PDF from anywhere and gives its pages in order. A page that fails says so and the next one follows; where
   * none could be read, the first one's problem is thrown at the end. A page that shows several sheets gives a page picture for each,
   * unless `only` asks for it. Aborting throws the signal's reason.
   */
  read(file: Uint8Array, options?: ReadOptions): AsyncGenerator<ReadEvent>;
  /** `page` is a page picture from `read`. Same input, same bytes. */
  clean(page: Uint8Array, cleaning: Cleaning, wish: CleanWish): Promise<CleanPicture>;
  /** The same without loss, for whoever works on with the pixels. */
  cleanToPng(page: Uint8Array, cleaning: Cleaning, wish: CleanWish): Promise<Uint8Array>;
  /** A JPEG no longer than `longestSide` px. */
  proxy(jpeg: Uint8Array, longestSide: number, quality?: number): Promise<Uint8Array>;
  /** The same of a proxy that we made ourselves, at once and right here: it is small, and nobody else's bytes. */
  smaller(proxy: Uint8Array, longestSide: number): Promise<Uint8Array>;
  /** A PNG of one page, counted from 1. */
  drawPdfPage(pdf: Uint8Array, page: number, dpi: number): Promise<Uint8Array>;
  readonly names: NameFinder;
  close(): Promise<void>;
}

export interface ImagingOptions {
  readonly processes?: number;
  readonly secondsPerPage?: number;
  /** A helper that holds more is ended. */
  readonly memoryMb?: number;
  /** What failed for want of time or memory is tried once more when there are both, or after so long. */
  readonly waitSeconds?: number;
}

/** Starting processes and reporting back take their part of the time that a caller is promised. */
const WORKING_SHARE = 0.9;
/** With less time than this nothing is worth starting. */
const LEAST_SECONDS = 0.1;
const SCREEN_QUALITY = 80;

export function createImaging(
  startHelper: StartHelper,
  { processes = 2, secondsPerPage = 10, memoryMb = 1600, waitSeconds = 20 }: ImagingOptions = {},
): Imaging {
  const pool = createHelperPool(() => startHelper(siblingModule(import.meta.url, './imaging.helper'), { memoryMb }), processes);
  const names = createNameFinder(startHelper, { processes, memoryMb });
  const perPage = (): number => patienceFor(secondsPerPage * WORKING_SHARE);

  const now = async <T>(asked: ImagingRequest, answer: z.ZodType<T>): Promise<T> => {
    // What a helper could not understand is refused here; there it would look like a damaged file.
    const request = ImagingRequest.parse(asked);
    const once = async (): Promise<T> => {
      try {
        return valueOf((await pool.run({ request: () => request, seconds: perPage(), urgent: true })).answer, answer);
      } catch (error) {
        throw (error instanceof HelperFailure && asFileProblem(error)) || error;
      }
    };
    return onceMore(once, { wait: waitSeconds });
  };

  const cleaned = (page: Uint8Array, cleaning: Cleaning, { trueSize, longestSide, otherSide = null, proxySide }: CleanWish, as: 'jpeg' | 'png') =>
    now(
      { kind: 'clean', page, cleaning, trueSize, longestSide, otherSide: cleaning.showThrough ? otherSide : null, as, proxySide: proxySide ?? null },
      CleanAnswer,
    );

  return {
    read: (file, { signal, limits, only, proxySide } = {}) =>
      readFile(pool, file, {
        signal,
        limits: { ...DEFAULT_LIMITS, ...limits },
        only,
        proxySide: proxySide ?? null,
        patience: perPage(),
        wait: waitSeconds,
        ahead: processes,
      }),
    clean: async (page, cleaning, options) => {
      const { bytes, ...rest } = await cleaned(page, cleaning, options, 'jpeg');
      return { jpeg: bytes, ...rest };
    },
    cleanToPng: async (page, cleaning, options) => (await cleaned(page, cleaning, options, 'png')).bytes,
    proxy: async (jpeg, longestSide, quality = SCREEN_QUALITY) => (await now({ kind: 'proxy', jpeg, longestSide, quality }, BytesAnswer)).bytes,
    smaller: async (proxy, longestSide) => (await import('./decode/decode.ts')).makeProxy(proxy, longestSide, SCREEN_QUALITY),
    drawPdfPage: async (pdf, page, dpi) => (await now({ kind: 'draw', pdf, page, dpi }, BytesAnswer)).bytes,
    names,
    close: async () => void (await Promise.all([pool.close(), names.close()])),
  };
}

interface Reading {
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  readonly only: number | undefined;
  readonly proxySide: number | null;
  /** Seconds for one page, and for a whole file none of whose pages could be read yet. */
  readonly patience: number;
  /** Seconds to wait for time and memory. */
  readonly wait: number;
  /** How many pages are read at once. */
  readonly ahead: number;
}

async function* readFile(pool: HelperPool, file: Uint8Array, { signal, limits, only, proxySide, patience, wait, ahead }: Reading): AsyncGenerator<ReadEvent> {
  const key = randomUUID();
  const abandoned = new AbortController();
  const stop = signal === undefined ? abandoned.signal : AbortSignal.any([signal, abandoned.signal]);
  let left = patience;
  let anyRead = false;

  const ask = async <T>(request: (ref: FileRef) => ImagingRequest, answer: z.ZodType<T>): Promise<T> =>
    onceMore(
      () =>
        askOnce(request, answer).catch((error: unknown) => {
          // Where it is tried once more, it has all the time once more.
          left = patience;
          throw error;
        }),
      { wait, signal: stop },
    );

  const askOnce = async <T>(request: (ref: FileRef) => ImagingRequest, answer: z.ZodType<T>): Promise<T> => {
    // Until a page was read, the file may be nothing but a trap: opening it and trying its pages share the time of one page.
    const seconds = anyRead ? patience : left;
    if (seconds < LEAST_SECONDS) throw new FileProblem('too-slow');
    try {
      const reply = await pool.run({
        request: (held) => {
          const bytes = held.has(key) ? null : file;
          held.add(key);
          return request({ key, bytes, limits });
        },
        seconds,
        signal: stop,
      });
      left -= reply.seconds;
      return valueOf(reply.answer, answer);
    } catch (error) {
      if (error instanceof HelperFailure) left -= error.seconds;
      signal?.throwIfAborted();
      throw (error instanceof HelperFailure && asFileProblem(error)) || error;
    }
  };

  const readPage = async (page: number): Promise<ReadEvent[]> => {
    try {
      const { slips, ...whole } = await ask((ref) => ({ kind: 'page', file: ref, page, proxySide }), PageAnswer);
      anyRead = true;
      if (only !== undefined || slips === undefined) return [{ kind: 'page', page, ...whole }];
      return slips.map((slip) => ({ kind: 'page', page, ...slip, whole }));
    } catch (error) {
      if (error instanceof FileProblem) return [{ kind: 'page-failed', page, problem: error }];
      throw error;
    }
  };

  try {
    signal?.throwIfAborted();
    const { pages } = await ask((ref) => ({ kind: 'open', file: ref }), OpenAnswer);
    yield { kind: 'opened', pages };
    const wanted = Array.from({ length: pages }, (_, i) => i + 1).filter((page) => only === undefined || page === only);
    const coming: Promise<ReadEvent[]>[] = [];
    let firstProblem: FileProblem | null = null;
    for (let next = 0; next < wanted.length || coming.length > 0;) {
      while (coming.length < ahead && next < wanted.length) coming.push(settledLater(readPage(wanted[next++]!)));
      for (const event of await coming.shift()!) {
        signal?.throwIfAborted();
        if (event.kind === 'page-failed') firstProblem ??= event.problem;
        yield event;
      }
    }
    if (!anyRead && firstProblem !== null) throw firstProblem;
  } finally {
    abandoned.abort();
    pool.release(key, { kind: 'forget', key } satisfies ImagingRequest);
  }
}

/** Keeps a page that fails while an earlier one is still awaited from counting as a rejection that nobody handles. */
function settledLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function valueOf<T>(reply: unknown, answer: z.ZodType<T>): T {
  const result = Answer.parse(reply);
  if (!result.ok) throw new FileProblem(result.code, result.words, { cause: result.cause });
  return answer.parse(result.value);
}
