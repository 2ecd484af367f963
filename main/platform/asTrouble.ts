import { dirname } from 'node:path';
import { Refusal, type ProblemCode, type Said } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';

/** What can be wrong with a disk, a folder or a file, whoever says so. */
type Trouble = keyof typeof words;

const words = {
  full: (place: string) => troubleWords.disk.full(place),
  fileTooLarge: (place: string) => troubleWords.disk.fileTooLarge(place),
  notAllowed: (place: string) => troubleWords.disk.notAllowed(place),
  inUse: (place: string) => troubleWords.disk.inUse(place),
  notAnswering: (place: string) => troubleWords.disk.notAnswering(place),
  missing: (_place: string, file: string) => troubleWords.disk.missing(file),
  wrongName: (_place: string, file: string) => troubleWords.disk.wrongName(file),
  notOpened: (_place: string, file: string) => troubleWords.database.notOpened(file),
  damaged: (_place: string, file: string) => troubleWords.database.damaged(file),
  tooMuchOpen: () => troubleWords.disk.tooMuchOpen,
} satisfies Record<string, (place: string, file: string) => Said>;

const codes: Partial<Record<Trouble, ProblemCode>> = { damaged: 'unreadable', missing: 'not-found', inUse: 'locked' };

/** Error names of Node (libuv) and POSIX. */
const system: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'fileTooLarge',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
  EIO: 'notAnswering',
  ENODEV: 'notAnswering',
  ENXIO: 'notAnswering',
  ESTALE: 'notAnswering',
  ENOTCONN: 'notAnswering',
  ETIMEDOUT: 'notAnswering',
  EHOSTDOWN: 'notAnswering',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'wrongName',
  ENAMETOOLONG: 'wrongName',
  EMFILE: 'tooMuchOpen',
  ENFILE: 'tooMuchOpen',
  ENOMEM: 'tooMuchOpen',
};

/** Primary result codes of SQLite; its extended codes begin with them. */
const sqlite: Readonly<Record<string, Trouble>> = {
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'notAllowed',
  SQLITE_PERM: 'notAllowed',
  SQLITE_BUSY: 'inUse',
  SQLITE_LOCKED: 'inUse',
  SQLITE_PROTOCOL: 'inUse',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  SQLITE_IOERR: 'notAnswering',
  SQLITE_CANTOPEN: 'notOpened',
  SQLITE_NOMEM: 'tooMuchOpen',
};

/**
 * What SQLite or the system says of a full, closed, missing, busy or broken disk, as a Refusal in words for a teacher; any other failure as it is.
 * @param file what was being written or read, where the failure does not say it by itself
 */
export function asTrouble(error: unknown, file?: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const trouble = troubleOf(error);
  if (trouble === null) return error.cause instanceof Error ? causeOr(error, file) : error;
  const where = file ?? pathOf(error);
  return new Refusal(
    codes[trouble] ?? 'disk',
    words[trouble](where === null ? troubleWords.disk.ofLibrary : dirname(where), where ?? troubleWords.disk.ofLibrary),
  );
}

/** Who passed a failure on with words of its own still carries what the system said. */
function causeOr(error: Error, file?: string): unknown {
  const cause = asTrouble(error.cause, file);
  return cause instanceof Refusal ? cause : error;
}

function troubleOf(error: Error): Trouble | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error.name === 'SqliteError') return sqlite[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''] ?? null;
  // A failure that says no path and no system call is not of a disk: a socket, a helper.
  return 'syscall' in error || 'path' in error ? (system[code] ?? null) : null;
}

const pathOf = (error: Error): string | null => ('path' in error && typeof error.path === 'string' ? error.path : null);
