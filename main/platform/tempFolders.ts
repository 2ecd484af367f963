import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in the memory, where Linux has one. */
export const MEMORY_FOLDER = '/dev/shm';

const NAME = /^stepwall-[a-z]+-(\d+)-/;

/** A folder that is gone after use; the name says which program made it, so that what a killed one left is known. */
export function makeTempFolder(purpose: 'files' | 'print' | 'scan', place = tmpdir()): string {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(place, `stepwall-${purpose}-${process.pid}-`));
}

/** Removes what programs left that do not run any more. */
export function sweepTempFolders(...places: readonly string[]): void {
  for (const place of [tmpdir(), MEMORY_FOLDER, ...places]) {
    for (const name of namesIn(place)) {
      const [, program] = NAME.exec(name) ?? [];
      if (program !== undefined && !isRunning(Number(program))) rmSync(join(place, name), { recursive: true, force: true });
    }
  }
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function isRunning(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    // Another user's: not ours to remove.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
