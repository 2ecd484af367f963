import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../media/writeWhole.ts';

/** How a second start finds the first one of the same library: a note that only this user can read. */
const Note = z.object({ origin: z.url(), key: z.string(), program: z.number() });

const noteOf = (home: string, folder: string): string =>
  join(home, 'running', `${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32)}.json`);

/** Leaves the note for as long as the program runs. @returns what takes it away */
export function announceStart(home: string, folder: string, { origin, key }: { readonly origin: string; readonly key: string }): () => void {
  const file = noteOf(home, folder);
  writeWhole(file, Buffer.from(JSON.stringify({ origin, key, program: process.pid })), 0o600);
  return () => rmSync(file, { force: true });
}

/** Asks an earlier start of this library to show its window. @returns false where there is none that answers */
export async function showFirstStart(home: string, folder: string): Promise<boolean> {
  const file = noteOf(home, folder);
  if (!existsSync(file)) return false;
  try {
    const { origin, key, program } = Note.parse(JSON.parse(readFileSync(file, 'utf8')));
    process.kill(program, 0);
    const { status } = await fetch(`${origin}/show`, { method: 'POST', headers: { 'x-stepwall-key': key }, signal: AbortSignal.timeout(5000) });
    return status === 204;
  } catch {
    // It was killed, or is not ours to ask.
    return false;
  }
}
