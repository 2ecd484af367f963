import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { writeWhole } from '../media/writeWhole.ts';
import type { Exchange } from '../work/exchange.ts';

/** Files of this computer by their path. For the process that shows the window alone: no path comes from a window, and none goes there. */
export interface LocalFiles {
  /** @returns the token by which the file can be brought in */
  offerPath(path: string): Promise<string>;
  /** What was made and waits to be fetched. @throws Refusal `not-found` */
  outgoing(token: string): Promise<{ name: string; path: string }>;
  /** Writes what was made to a place that the teacher chose. @throws Refusal `not-found`, `disk` */
  save(token: string, to: string): Promise<void>;
}

/** The same as messages. */
export const LocalFileWish = z.discriminatedUnion('wish', [
  z.object({ wish: z.literal('offer'), path: z.string() }),
  z.object({ wish: z.literal('outgoing'), token: z.string() }),
  z.object({ wish: z.literal('save'), token: z.string(), to: z.string() }),
]);
export type LocalFileWish = z.infer<typeof LocalFileWish>;

export function answerLocalFileWish(wish: LocalFileWish, exchange: Exchange): unknown {
  switch (wish.wish) {
    case 'offer':
      return exchange.offerPath(wish.path);
    case 'outgoing':
      return made(exchange, wish.token);
    case 'save':
      writeWhole(wish.to, readFileSync(made(exchange, wish.token).path));
      return null;
  }
}

/** @param ask hands a wish to where the exchange is; its answer is what `answerLocalFileWish` gives there */
export function localFilesOver(ask: (wish: LocalFileWish) => Promise<unknown>): LocalFiles {
  const Outgoing = z.object({ name: z.string(), path: z.string() });
  return {
    offerPath: async (path) => z.string().parse(await ask({ wish: 'offer', path })),
    outgoing: async (token) => Outgoing.parse(await ask({ wish: 'outgoing', token })),
    save: async (token, to) => void (await ask({ wish: 'save', token, to })),
  };
}

function made(exchange: Exchange, token: string): { name: string; path: string } {
  const found = exchange.outgoing(token);
  if (found === null) throw new Refusal('not-found', troubleWords.file.gone);
  return found;
}
