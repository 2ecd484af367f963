import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { beginWhole } from '../media/writeWhole.ts';
import type { Exchange, WaitingFile } from '../work/exchange.ts';

/** Files of this computer by their path. For the process that shows the window alone: no path comes from a window, and none goes there. */
export interface LocalFiles {
  /** @returns the token by which the file can be brought in */
  offerPath(path: string): Promise<string>;
  /** What was made and waits to be fetched. @throws Refusal `not-found` */
  outgoing(token: string): Promise<{ name: string }>;
  /** Where another program finds what was made, in clear, until it is withdrawn; null where it waits no more. */
  show(token: string): Promise<string | null>;
  /** Writes what was made to a place that the teacher chose. @throws Refusal `not-found`, `disk` */
  save(token: string, to: string): Promise<void>;
}

/** The same as messages. */
export const LocalFileWish = z.discriminatedUnion('wish', [
  z.object({ wish: z.literal('offer'), path: z.string() }),
  z.object({ wish: z.literal('outgoing'), token: z.string() }),
  z.object({ wish: z.literal('show'), token: z.string() }),
  z.object({ wish: z.literal('save'), token: z.string(), to: z.string() }),
]);
export type LocalFileWish = z.infer<typeof LocalFileWish>;

export async function answerLocalFileWish(wish: LocalFileWish, exchange: Exchange): Promise<unknown> {
  switch (wish.wish) {
    case 'offer':
      return exchange.offerPath(wish.path);
    case 'outgoing':
      return { name: made(exchange, wish.token).name };
    case 'show':
      return exchange.show(wish.token);
    case 'save':
      await saveTo(wish.to, made(exchange, wish.token));
      return null;
  }
}

/** @param ask hands a wish to where the exchange is; its answer is what `answerLocalFileWish` gives there */
export function localFilesOver(ask: (wish: LocalFileWish) => Promise<unknown>): LocalFiles {
  const Outgoing = z.object({ name: z.string() });
  return {
    offerPath: async (path) => z.string().parse(await ask({ wish: 'offer', path })),
    outgoing: async (token) => Outgoing.parse(await ask({ wish: 'outgoing', token })),
    show: async (token) =>
      z
        .string()
        .nullable()
        .parse(await ask({ wish: 'show', token })),
    save: async (token, to) => void (await ask({ wish: 'save', token, to })),
  };
}

async function saveTo(place: string, { pieces }: WaitingFile): Promise<void> {
  const file = beginWhole(place);
  try {
    for (const piece of pieces()) {
      file.write(piece);
      await breathe();
    }
    await file.flush();
    file.end();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

function made(exchange: Exchange, token: string): WaitingFile {
  const found = exchange.outgoing(token);
  if (found === null) throw new Refusal('not-found', troubleWords.file.gone);
  return found;
}
