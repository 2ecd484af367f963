import { libraryWords } from '../../core/words/library.ts';
import { findCertificate } from '../capture/anonymisingRows.ts';
import { listPages } from '../capture/pageRows.ts';
import { listAllPapers } from '../capture/paperRows.ts';
import { listTasks } from '../capture/taskRows.ts';
import { chartsOfTask, readEveryState } from '../chart/chartRows.ts';
import { listPupils } from '../class/pupilRows.ts';
import { readBank, readEntries } from '../goals/goalRows.ts';
import { listGroups, listLessons, listTeamNotes } from '../lessons/lessonRows.ts';
import { UnreadablePart, type ReadThrough } from '../library/proveDatabase.ts';
import { findTeam, listParked, listVotes } from '../ranking/voteRows.ts';
import type { Db } from '../platform/database/connection.ts';

const { part } = libraryWords;

/** Reads everything that a screen may show, and every state that undo may lead to, so that nothing unreadable takes a library's place. @throws UnreadablePart */
export const readThrough: ReadThrough = function* (db) {
  yield* reading(part.class, [() => listPupils(db)]);
  yield* reading(part.goals, [() => readBank(db), () => readEntries(db)]);
  yield* reading(part.lessons, [() => listLessons(db, '', '9999'), () => listGroups(db, '', '9999'), () => listTeamNotes(db)]);
  yield* reading(part.papers, [() => listTasks(db)]);
  for (const { id, question } of listTasks(db)) {
    yield* reading(part.wall(question), [() => findCertificate(db, id), () => readPages(db, id), () => readVotes(db, id)]);
    yield* reading(part.wall(question), statesOf(db, id));
  }
};

function readPages(db: Db, task: string): void {
  for (const { id } of listAllPapers(db, task)) listPages(db, id);
}

function readVotes(db: Db, task: string): void {
  listVotes(db, task);
  findTeam(db, task);
  listParked(db, task);
}

function* statesOf(db: Db, task: string): Generator<() => void> {
  for (const { id } of chartsOfTask(db, task)) yield* readEveryState(db, id);
}

function* reading(what: string, parts: Iterable<() => unknown>): Generator<void> {
  try {
    for (const read of parts) {
      read();
      yield;
    }
  } catch (error) {
    throw new UnreadablePart(what, error);
  }
}
