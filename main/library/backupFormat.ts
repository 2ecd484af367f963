import { randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { base64Of, contentOf, Keys, MAGIC_BYTES, notWhole, parsed, takeHead, type BackupFile, type KeysById, type ReadBackup } from './backupParts.ts';
import { PIECE, takeFrom, type Taker } from '../platform/media/pieces.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import { openPieces, sealPieces } from '../platform/media/sealedPieces.ts';
import { readOlderBackup } from './olderBackup.ts';

/**
 * A backup: this line, the length of the head (4 bytes, big endian), the head as JSON, then everything else in sealed pieces: for each file the
 * length of its own head (4 bytes), that head as JSON, its bytes; and 4 bytes of zero at the end. The heads before are bound to every piece.
 */
const MAGIC = Buffer.from('stepwall-backup 2\n');
/** Fixed, never read from a file: what it costs to try a passphrase can be neither lowered nor raised by one. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const MOST_HEAD_BYTES = 4096;
const MOST_FILE_BYTES = 2 ** 40;
const MOST_KEY_BYTES = 2 ** 24;
const KEYS = 'keys';

const Head = z.strictObject({
  library: z.uuid(),
  madeAt: z.iso.datetime(),
  /** `passphrase`: the key comes of it, and `check` tells a wrong one. `open`: the key lies here and proves only that nothing was changed by accident. */
  sealed: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('passphrase'), salt: base64Of(16), check: z.base64() }),
    z.strictObject({ by: z.literal('open'), key: base64Of(KEY_BYTES) }),
  ]),
});

const FileHead = z.strictObject({ path: z.string().min(1).max(200), bytes: z.int().min(0).max(MOST_FILE_BYTES) });

export interface BackupWriter {
  add(path: string, bytes: number, content: Iterable<Uint8Array>): Generator<void>;
  end(): void;
}

/** Begins a backup; what is written goes to `write` in pieces. With a passphrase everything is sealed by it, and the keys go along. */
export function writeBackup(write: (bytes: Uint8Array) => void, library: string, passphrase: string | null, keys: KeysById): BackupWriter {
  const salt = randomBytes(16);
  const key = passphrase === null ? randomBytes(KEY_BYTES) : keyFrom(passphrase, salt);
  const head: z.input<typeof Head> = {
    library,
    madeAt: new Date().toISOString(),
    sealed:
      passphrase === null
        ? { by: 'open', key: key.toString('base64') }
        : { by: 'passphrase', salt: salt.toString('base64'), check: seal(Buffer.alloc(0), key, library).toString('base64') },
  };
  const start = Buffer.concat([MAGIC, withLength(head)]);
  write(start);
  const sealer = sealPieces(write, key, start);
  if (passphrase !== null) {
    const box = Buffer.from(JSON.stringify(Object.fromEntries([...keys].map(([id, one]) => [id, one.toString('base64')]))));
    sealer.write(withLength({ path: KEYS, bytes: box.length }));
    sealer.write(box);
  }
  return {
    *add(path, bytes, content) {
      sealer.write(withLength({ path, bytes }));
      let left = bytes;
      for (const piece of content) {
        left -= piece.length;
        sealer.write(piece);
        yield;
      }
      if (left !== 0) throw new Refusal('conflict', libraryWords.backup.changedMeanwhile(path));
    },
    end() {
      sealer.write(Buffer.alloc(4));
      sealer.end();
    },
  };
}

/**
 * Opens a backup of this format or of the one before.
 * @throws Refusal `unreadable` for what is no whole backup (also while its files are read), `locked` for a wrong or missing passphrase, `conflict` for a newer format
 */
export function readBackup(backup: Iterable<Uint8Array>, passphrase: string | null): ReadBackup {
  const source = takeFrom(asWhole(backup));
  const magic = source.take(MAGIC_BYTES).toString('latin1');
  const [, version] = /^stepwall-backup ([1-9])\n$/.exec(magic) ?? [];
  if (version === undefined) throw notWhole();
  if (version === '1') return readOlderBackup(source, passphrase);
  if (version !== '2') throw new Refusal('conflict', libraryWords.backup.newer);
  const length = Buffer.from(source.take(4));
  const written = Buffer.from(takeHead(source, length, MOST_HEAD_BYTES));
  const head = parsed(Head, written);
  const sealed = openPieces(restOf(source), keyOf(head, passphrase), Buffer.concat([MAGIC, length, written]));
  const content = takeFrom(asWhole(sealed));
  if (head.sealed.by === 'open') return { library: head.library, madeAt: head.madeAt, keys: null, files: filesIn(content) };
  const box = nextFile(content);
  if (box?.path !== KEYS) throw notWhole();
  if (box.bytes > MOST_KEY_BYTES) throw notWhole();
  return {
    library: head.library,
    madeAt: head.madeAt,
    keys: parsed(Keys, Buffer.concat(Array.from(box.content, (piece) => Buffer.from(piece)))),
    files: filesIn(content),
  };
}

function* filesIn(source: Taker): Generator<BackupFile> {
  for (let file = nextFile(source); file !== null; file = nextFile(source)) yield file;
  if (!source.isEmpty()) throw notWhole();
}

function nextFile(source: Taker): BackupFile | null {
  const length = source.take(4);
  if (length.length === 4 && length.readUInt32BE() === 0) return null;
  const { path, bytes } = parsed(FileHead, takeHead(source, length, MOST_HEAD_BYTES));
  return { path, bytes, isPacked: false, content: contentOf(source, bytes) };
}

function keyOf({ library, sealed }: z.output<typeof Head>, passphrase: string | null): Buffer {
  if (sealed.by === 'open') return Buffer.from(sealed.key, 'base64');
  if (passphrase === null) throw new Refusal('locked', libraryWords.backup.needsPassphrase);
  const key = keyFrom(passphrase, Buffer.from(sealed.salt, 'base64'));
  try {
    unseal(Buffer.from(sealed.check, 'base64'), key, library);
    return key;
  } catch {
    throw new Refusal('locked', libraryWords.backup.wrongPassphrase);
  }
}

const keyFrom = (passphrase: string, salt: Buffer): Buffer => scryptSync(passphrase.normalize('NFC'), salt, KEY_BYTES, SCRYPT);

function withLength(head: object): Buffer {
  const written = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(written.length);
  return Buffer.concat([length, written]);
}

function* restOf(source: Taker): Generator<Buffer> {
  while (!source.isEmpty()) yield source.take(PIECE);
}

/** What can't be opened is no whole backup. */
function* asWhole<T>(pieces: Iterable<T>): Generator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw error instanceof Refusal && error.code === 'unreadable' ? notWhole() : error;
  }
}
