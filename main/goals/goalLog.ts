import { randomUUID } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { Report } from '../../core/contract/contract.ts';
import { tableToCsv } from '../../core/goals/csvTable.ts';
import { standing, type Entry } from '../../core/goals/evidenceLog.ts';
import { fileTaken, type FileNote, type FileTaken } from '../../core/goals/fileNote.ts';
import { logText } from '../../core/goals/logFile.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { goalWords } from '../../core/words/goals.ts';
import { allCodes, insertPupil, listPupils } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import type { Db } from '../platform/database/connection.ts';
import { addEntry, keepStanding, nextEntryClock, readEntries } from './goalRows.ts';
import { readForeign } from './readForeign.ts';
import { standingOf } from './writers.ts';

/** More pupils than this no library has: a file that would bring in more is refused. */
const MOST_PUPILS = 5000;

/** The whole log, pupils by their codes. */
export function logAsJson({ db }: Library): Uint8Array {
  const codes = codesByPupil(db);
  return Buffer.from(logText(readEntries(db).map((entry) => ({ ...entry, pupil: codes.get(entry.pupil) ?? entry.pupil }))));
}

/** What holds, one line each, for a spreadsheet. */
export function logAsCsv({ db }: Library): Uint8Array {
  const codes = codesByPupil(db);
  const lines = standing(readEntries(db)).map((entry) => {
    const talk = entry.kind === 'conference' ? entry : null;
    return [
      entry.date,
      codes.get(entry.pupil) ?? '',
      entry.kind,
      'goal' in entry ? (entry.goal ?? '') : '',
      talk?.outcome ?? '',
      talk?.context ?? '',
      talk?.fixedTogether === true ? goalWords.log.yes : '',
      talk?.praise.join(' ') ?? '',
      talk?.says ?? '',
      talk?.seconds?.toString() ?? '',
      entry.kind === 'chose' ? entry.why : entry.kind === 'kete' ? entry.because : entry.kind === 'rested' ? entry.reason : '',
    ];
  });
  return Buffer.from(tableToCsv([goalWords.log.columns, ...lines]));
}

/**
 * Joins a log of another computer, part by part. Pupils whose code isn't known here come in with their code alone. Once stopped, what came in stays; the rest
 * comes in when the file is taken again.
 * @throws Refusal `unreadable`
 */
export async function takeLog(library: Library, bytes: Uint8Array, report: Report, signal: AbortSignal): Promise<FileTaken> {
  const { db } = library;
  report(0, 0, goalWords.reading);
  const known = { latest: nextEntryClock(db) - 1, codes: new Set(allCodes(db)) };
  const notes: FileNote[] = [];
  const touched = new Set<string>();
  let [added, seen] = [0, 0];
  try {
    for await (const { entries, of, notes: more } of readForeign({ what: 'log', bytes, known }, signal)) {
      notes.push(...more);
      const ours = db.transaction(() => ofOurPupils(db, entries).filter((entry) => addEntry(db, entry)))();
      ours.forEach(({ pupil }) => touched.add(pupil));
      added += ours.length;
      seen += entries.length;
      report(seen, of, goalWords.takingEntries(seen, of));
    }
  } finally {
    for (const pupil of touched) {
      db.transaction(() => keepStanding(db, standingOf(library, pupil)))();
      await breath();
    }
  }
  return fileTaken(added, notes);
}

/** The entries under the ids that pupils have here; of a pupil who has left this class nothing is taken in again. */
function ofOurPupils(db: Db, entries: readonly Entry[]): Entry[] {
  const everGiven = new Set(allCodes(db));
  const strangers = [...new Set(entries.map(({ pupil }) => pupil))].filter((code) => !everGiven.has(code));
  if (everGiven.size + strangers.length > MOST_PUPILS) throw new Refusal('unreadable', goalWords.log.tooManyPupils(MOST_PUPILS));
  for (const code of strangers) insertPupil(db, randomUUID(), code);
  const ids = new Map(listPupils(db).map(({ id, code }) => [code, id]));
  return entries.flatMap((entry) => {
    const pupil = ids.get(entry.pupil);
    return pupil === undefined ? [] : [{ ...entry, pupil }];
  });
}

const codesByPupil = (db: Db): Map<string, string> => new Map(listPupils(db).map(({ id, code }) => [id, code]));
