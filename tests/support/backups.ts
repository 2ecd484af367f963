import { createHash } from 'node:crypto';
import { readBackup, writeBackup } from '../../main/library/backupFormat.ts';

export interface HandMade {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything that lies in a backup, opened. */
export const filesOf = (backup: Uint8Array, passphrase: string | null): HandMade[] => {
  const files: HandMade[] = [];
  for (const { path, content } of readBackup([backup], passphrase).files)
    files.push({ path, bytes: Buffer.concat(Array.from(content, (piece) => Buffer.from(piece))) });
  return files;
};

export const insideOf = (backup: Uint8Array, passphrase: string | null): Buffer => Buffer.concat(filesOf(backup, passphrase).map(({ bytes }) => bytes));

/** A backup by somebody who knows the format and means harm: whole, and with whatever they like in it. */
export function madeByHand(
  library: string,
  files: readonly HandMade[],
  passphrase: string | null = null,
  keys: ReadonlyMap<string, Buffer> = new Map(),
): Buffer {
  const written: Buffer[] = [];
  const backup = writeBackup((bytes) => written.push(Buffer.from(bytes)), library, passphrase, keys);
  for (const { path, bytes } of files) Array.from(backup.add(path, bytes.length, [bytes]));
  backup.end();
  return Buffer.concat(written);
}

/** The same in the format before: a line, four bytes of length, the head as JSON, the files. */
export function oldByHand(
  library: string,
  files: readonly (HandMade & { readonly packed?: boolean; readonly says?: number })[],
  keys: { salt: string; box: string } | null = null,
): Buffer {
  const listed = files.map(({ path, bytes, packed = false, says }) => ({
    path,
    bytes: says ?? bytes.length,
    packed,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const head = Buffer.from(JSON.stringify({ library, madeAt: '', keys, files: listed }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([Buffer.from('stepwall-backup 1\n'), length, head, ...files.map(({ bytes }) => bytes)]);
}
