import type { AnswerSheetSeen } from '../../core/capture/cleaning.ts';
import type { FileReport } from '../../core/capture/importReport.ts';
import { listPupils } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import { findTask, isTaskOnWall } from './taskRows.ts';

/** Whose page it is, and of which task. */
export interface Home {
  readonly task: string;
  readonly pupil: string | null;
}

type Strays = NonNullable<FileReport['strays']>;

/** An answer sheet goes to its own task, where that is on a wall of this library, and to its pupil, where the code is known here; any other page belongs where it was brought in. */
export function homeOf({ db }: Library, task: string, sheet: AnswerSheetSeen | undefined): Home {
  const own = sheet?.task ?? task;
  const isOurs = own === task || isTaskOnWall(db, own);
  const pupil = isOurs ? listPupils(db).find(({ code }) => code.normalize('NFC') === sheet?.pupil) : undefined;
  return { task: isOurs ? own : task, pupil: pupil?.id ?? null };
}

/** The report of a file with one more page of another task; without, where the page is of the task it was brought to. */
export function withStray({ db }: Library, strays: Strays, task: string, sheet: AnswerSheetSeen | undefined): Strays {
  const own = sheet?.task ?? task;
  if (own === task) return strays;
  const question = isTaskOnWall(db, own) ? (findTask(db, own)?.question ?? null) : null;
  const known = strays.find((stray) => stray.question === question);
  return known === undefined ? [...strays, { question, pages: 1 }] : strays.map((stray) => (stray === known ? { question, pages: stray.pages + 1 } : stray));
}
