import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  free(): void;
  remove(): void;
}

const succeeds = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Null where this user may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-disk-'));
  if (!succeeds('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler, { force: true }),
    remove() {
      succeeds('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const bytes of [Buffer.alloc(64 * 1024), Buffer.alloc(1)]) writeUntilFull(handle, bytes);
  } finally {
    closeSync(handle);
  }
}

function writeUntilFull(handle: number, bytes: Buffer): void {
  try {
    for (;;) if (writeSync(handle, bytes) < bytes.length) return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/**
 * Takes the right to change anything below `folder`, root's too; null where this file system or this user can't. SQLite's shared memory stays as it is:
 * the system would end whoever has it mapped.
 * @returns what gives the right back
 */
export function makeUnchangeable(folder: string): (() => void) | null {
  const back = (): void => void succeeds('chattr', '-R', '-i', folder);
  if (succeeds('find', folder, '!', '-name', '*-shm', '-exec', 'chattr', '+i', '{}', '+')) return back;
  back();
  return null;
}

/** A test that this computer can't make the trouble for is skipped, and says why. */
export function canMake(possible: boolean, why: string): boolean {
  if (!possible) process.stdout.write(`Skipped: ${why}\n`);
  return possible;
}
