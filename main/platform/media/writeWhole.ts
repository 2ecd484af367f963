import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { asTrouble } from '../asTrouble.ts';

/**
 * Writes a file so that after a crash it is there whole or not at all: a new file beside it, flushed, then renamed over it.
 * Only this user can read it, unless `mode` says otherwise.
 * @throws Refusal `disk` when the disk is full or the folder can't be written.
 */
export function writeWhole(file: string, bytes: Uint8Array, mode = 0o600): void {
  const draft = beginWhole(file, mode);
  draft.write(bytes);
  draft.end();
}

/** A file on its way to be whole: the same, for what is too large for the memory. A failed write leaves nothing behind. */
export interface WholeFile {
  /** Where it lies until it is whole. */
  readonly draft: string;
  /** @throws Refusal `disk` */
  write(bytes: Uint8Array): void;
  /** Waits until the disk has it, while other work goes on. @throws Refusal `disk` */
  flush(): Promise<void>;
  /** Flushes it and puts it in its place. @throws Refusal `disk` */
  end(): void;
  /** Nothing of it is left. */
  abandon(): void;
}

export function beginWhole(file: string, mode = 0o600): WholeFile {
  const folder = dirname(file);
  const draft = join(folder, `.${basename(file)}.${randomUUID()}.draft`);
  let handle: number | null = null;
  const abandon = (): void => {
    if (handle !== null) closeSync(handle);
    handle = null;
    rmSync(draft, { force: true });
  };
  const orRefuse = <T>(work: (open: number) => T): T => {
    try {
      return work(handle ?? -1);
    } catch (error) {
      abandon();
      throw asWriteTrouble(error, file);
    }
  };
  orRefuse(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    handle = openSync(draft, 'wx', mode);
  });
  return {
    draft,
    write: (bytes) =>
      orRefuse((open) => {
        for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
      }),
    async flush() {
      const failed = await new Promise<unknown>((flushed) => fsync(handle ?? -1, flushed));
      orRefuse(() => {
        if (failed instanceof Error) throw failed;
      });
    },
    end: () =>
      orRefuse((open) => {
        fsyncSync(open);
        closeSync(open);
        handle = null;
        renameSync(draft, file);
        flushFolder(folder);
      }),
    abandon,
  };
}

/** Drafts that a killed program left in the folder, of the file `of` or of every file: what they hold may since have been destroyed elsewhere. */
export function sweepDrafts(folder: string, of = ''): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith(`.${of}`) && name.endsWith('.draft')) rmSync(join(folder, name), { force: true });
}

/** A rename is safe only once its folder is on the disk too; Windows does this by itself and can't open folders. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Why `file` could not be written, in words for a teacher where it is the disk or the folder; any other failure as it is. */
export function asWriteTrouble(error: unknown, file: string): unknown {
  // A folder in a folder that can't be written is said not to be there.
  const isFolderMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && !existsSync(dirname(file));
  return isFolderMissing ? new Refusal('disk', troubleWords.disk.notAllowed(dirname(file))) : asTrouble(error, file);
}
