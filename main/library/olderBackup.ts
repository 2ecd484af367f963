import { createHash, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import type { Taker } from '../platform/media/pieces.ts';
import { KEY_BYTES, unseal } from '../platform/media/seal.ts';
import { contentOf, Keys, notWhole, parsed, takeHead, type BackupFile, type KeysById, type ReadBackup } from './backupParts.ts';

const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const MOST_HEAD_BYTES = 64 * 1024 * 1024;

const Head = z.object({
  library: z.uuid(),
  madeAt: z.string(),
  /** Keys to originals and names, wrapped by the passphrase; null when they stayed on the computer. */
  keys: z.object({ salt: z.base64(), box: z.base64() }).nullable(),
  /** In the order in which they follow; `bytes` and `sha256` are of each as it lies in the backup. */
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), packed: z.boolean(), sha256: z.string() })),
});
type Head = z.infer<typeof Head>;

/**
 * Backups as they were made until November 2026: after the line, the length of the head (4 bytes, big endian), the head as JSON, then the files
 * one after the other. Only the keys are sealed by the passphrase.
 * @throws Refusal `unreadable`, `locked` for a wrong passphrase
 */
export function readOlderBackup(source: Taker, passphrase: string | null): ReadBackup {
  const head = parsed(Head, takeHead(source, source.take(4), MOST_HEAD_BYTES));
  return {
    library: head.library,
    madeAt: head.madeAt,
    keys: head.keys === null || passphrase === null ? null : unwrapKeys(head, head.keys, passphrase),
    files: filesIn(head, source),
  };
}

function* filesIn(head: Head, source: Taker): Generator<BackupFile> {
  for (const { path, bytes, packed, sha256 } of head.files) yield { path, bytes, isPacked: packed, content: checkedContent(source, bytes, sha256) };
  if (!source.isEmpty()) throw notWhole();
}

function* checkedContent(source: Taker, bytes: number, sha256: string): Generator<Buffer> {
  const hash = createHash('sha256');
  for (const piece of contentOf(source, bytes)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw notWhole();
}

function unwrapKeys({ library }: Head, { salt, box }: { salt: string; box: string }, passphrase: string): KeysById {
  const key = scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, SCRYPT);
  return parsed(Keys, opened(Buffer.from(box, 'base64'), key, library));
}

function opened(box: Buffer, key: Buffer, library: string): Buffer {
  try {
    return unseal(box, key, library);
  } catch {
    throw new Refusal('locked', libraryWords.backup.wrongPassphrase);
  }
}
