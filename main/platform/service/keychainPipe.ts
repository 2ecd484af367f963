import { readSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { answerOf, Reply } from '../../../core/kernel/refusal.ts';
import { problemFrom } from '../host/dispatch.ts';
import type { KeyWrap } from '../media/keyStore.ts';

/** One line of JSON each way, one at a time: only Electron's own process reaches the keychain, and keys are needed in the middle of a transaction. */
const Wish = z.discriminatedUnion('wish', [
  z.object({ wish: z.literal('find') }),
  z.object({ wish: z.literal('wrap'), key: z.base64() }),
  z.object({ wish: z.literal('unwrap'), key: z.base64() }),
]);
type Wish = z.infer<typeof Wish>;

const MOST_BYTES = 64 * 1024;

/** Answers the process at the other end of the pipe, until it is gone. `keychain` is null where this computer has none. */
export function answerKeychain(pipe: Duplex, keychain: Promise<KeyWrap | null>, log: (error: unknown) => void): void {
  pipe.on('error', () => undefined);
  createInterface({ input: pipe }).on('line', (line) => {
    void answer(line, keychain, log).then((reply) => pipe.write(`${JSON.stringify(reply)}\n`));
  });
}

async function answer(line: string, keychain: Promise<KeyWrap | null>, log: (error: unknown) => void): Promise<Reply> {
  try {
    const wish = Wish.parse(JSON.parse(line));
    const wrap = await keychain;
    if (wish.wish === 'find') return { ok: true, value: wrap?.place ?? null };
    if (wrap === null) throw new Error('There is no keychain.');
    const key = Buffer.from(wish.key, 'base64');
    return { ok: true, value: Buffer.from(wish.wish === 'wrap' ? wrap.wrap(key) : wrap.unwrap(key)).toString('base64') };
  } catch (error) {
    return { ok: false, error: problemFrom(error, log) };
  }
}

/**
 * The keychain at the other end of an open file; null where there is none. Each wish waits for its answer and stops the whole process meanwhile.
 * @throws Refusal `locked` as the keychain does
 */
export function keychainOver(file: number): KeyWrap | null {
  const place = z
    .enum(['keychain', 'file'])
    .nullable()
    .parse(ask(file, { wish: 'find' }));
  const bytes = (wish: Wish): Buffer => Buffer.from(z.base64().parse(ask(file, wish)), 'base64');
  return (
    place && {
      place,
      wrap: (key) => bytes({ wish: 'wrap', key: Buffer.from(key).toString('base64') }),
      unwrap: (wrapped) => bytes({ wish: 'unwrap', key: Buffer.from(wrapped).toString('base64') }),
    }
  );
}

function ask(file: number, wish: Wish): unknown {
  writeSync(file, `${JSON.stringify(wish)}\n`);
  return answerOf(Reply.parse(JSON.parse(readLine(file))));
}

function readLine(file: number): string {
  const line = Buffer.alloc(MOST_BYTES);
  for (let length = 0; length < line.length;) {
    const read = readSync(file, line, length, line.length - length, null);
    if (read === 0) break;
    length += read;
    if (line[length - 1] === 0x0a) return line.toString('utf8', 0, length);
  }
  throw new Error('Whoever has the keychain is gone.');
}
