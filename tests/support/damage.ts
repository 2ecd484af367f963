import { rmSync, writeFileSync } from 'node:fs';
import { everyFile } from './library.ts';

/** What happens to a file outside of Stepwall: `file` below the folder was cut off, changed in a bit, or taken away. */
export interface Damage {
  readonly how: 'cut off' | 'changed in a bit' | 'taken away';
  readonly file: string;
}

/** Spoils one file of those in the folder, at random. Null where there is none. */
export function spoilAFile(folder: string): Damage | null {
  const files = everyFile(folder).filter(({ bytes }) => bytes.length > 0);
  const kinds = [...new Set(files.map(({ file }) => kindOf(file, folder)))];
  const kind = oneOf(kinds);
  const file = oneOf(files.filter((one) => kindOf(one.file, folder) === kind));
  if (file === undefined) return null;
  const how = oneOf(['cut off', 'changed in a bit', 'taken away'] as const) ?? 'taken away';
  if (how === 'taken away') rmSync(file.file);
  else writeFileSync(file.file, how === 'cut off' ? file.bytes.subarray(0, below(file.bytes.length)) : flipped(file.bytes));
  return { how, file: file.file.slice(folder.length + 1) };
}

/** Among many pictures the few other files are to have their turn. */
const kindOf = (file: string, folder: string): string => file.slice(folder.length + 1).split(/[\\/]/)[0] ?? '';

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = below(bytes.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
  return changed;
}

const below = (number: number): number => Math.floor(Math.random() * number);
const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
