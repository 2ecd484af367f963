import type { z } from 'zod';
import { ReadWriting } from '../../../../core/capture/readWords.ts';
import { createHelperPool, HelperFailure, type HelperPool } from '../../../platform/helpers/helperPool.ts';
import { siblingModule } from '../../../platform/helpers/siblingModule.ts';
import type { StartHelper } from '../../../platform/helpers/startHelper.ts';
import { asFileProblem } from '../asFileProblem.ts';
import type { Placing } from './findNames.ts';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import { Answer } from '../messages.ts';
import type { NamesOnPage } from './namesOnPage.ts';
import { FindAnswer, NamesRequest, ReadBackAnswer, TurnAnswer } from './namesMessages.ts';
import type { Turn } from '../page/turn.ts';
import type { Size } from '../page/guessTrueSize.ts';

/** Reads pages in processes of their own, started when first wanted and ended when idle. Every call may throw a FileProblem; aborting throws the signal's reason. */
export interface NameFinder {
  /** Where names may be on a page picture from `read`, in px of it. `names` is the class list, or empty; it goes no further than the helper's memory. */
  find(page: Uint8Array, asked: { placing: Placing; trueSize: Size | null; names: readonly string[] }, signal?: AbortSignal): Promise<NamesOnPage>;
  /** The clockwise turn that makes the page upright, counted from how `placing` has it; null where a person has to be asked. The same is told by `find`. */
  turn(page: Uint8Array, asked: { placing: Placing; trueSize: Size | null }, signal?: AbortSignal): Promise<Turn | null>;
  /** How many names of the list can be read on a clean copy. */
  readBack(copy: Uint8Array, names: readonly string[], signal?: AbortSignal): Promise<number>;
  /** What is written on a clean copy, without labels and the question that are printed there. */
  writing(copy: Uint8Array, question: string, signal?: AbortSignal): Promise<ReadWriting>;
  close(): Promise<void>;
}

export interface NameFinderOptions {
  readonly processes?: number;
  /** For one page, loading the networks with the first included. */
  readonly seconds?: number;
  /** A helper that holds more is ended. */
  readonly memoryMb?: number;
  readonly idleSeconds?: number;
}

export function createNameFinder(
  startHelper: StartHelper,
  { processes = 2, seconds = 60, memoryMb = 1600, idleSeconds = 60 }: NameFinderOptions = {},
): NameFinder {
  let pool: HelperPool | null = null;
  let busy = 0;
  let rest: NodeJS.Timeout | null = null;
  let closed = false;

  const begin = (): HelperPool => {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    pool ??= createHelperPool(() => startHelper(siblingModule(import.meta.url, './names.helper'), { memoryMb }), processes);
    return pool;
  };
  const stopIdle = async (): Promise<void> => {
    const idle = pool;
    pool = null;
    await idle?.close();
  };

  const ask = async <T>(asked: NamesRequest, answer: z.ZodType<T>, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted();
    if (closed) throw new FileProblem('too-slow');
    const request = NamesRequest.parse(asked);
    busy++;
    try {
      const reply = Answer.parse((await begin().run({ request: () => request, seconds, signal })).answer);
      if (!reply.ok) throw new FileProblem(reply.code, reply.words, { cause: reply.cause });
      return answer.parse(reply.value);
    } catch (error) {
      signal?.throwIfAborted();
      throw (error instanceof HelperFailure && asFileProblem(error)) || error;
    } finally {
      busy--;
      // The networks take half a gigabyte: nobody wants them there all day.
      if (busy === 0 && !closed) rest = setTimeout(() => void stopIdle(), idleSeconds * 1000).unref();
    }
  };

  return {
    find: (page, { placing: { quad, turn, degrees }, trueSize, names }, signal) =>
      ask({ kind: 'find', page, placing: { quad, turn, degrees }, trueSize, names: [...names] }, FindAnswer, signal),
    turn: async (page, { placing: { quad, turn, degrees }, trueSize }, signal) =>
      (await ask({ kind: 'turn', page, placing: { quad, turn, degrees }, trueSize }, TurnAnswer, signal)).turn,
    readBack: async (copy, names, signal) => (await ask({ kind: 'read-back', copy, names: [...names] }, ReadBackAnswer, signal)).names,
    writing: (copy, question, signal) => ask({ kind: 'writing', copy, question }, ReadWriting, signal),
    async close() {
      closed = true;
      if (rest !== null) clearTimeout(rest);
      await stopIdle();
    },
  };
}
