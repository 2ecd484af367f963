import { goalsNow } from '../../core/goals/bank.ts';
import { classStates, inBrief, pupilState, type PupilState, type Standing } from '../../core/goals/evidence.ts';
import type { SuggestedGoal } from '../../core/goals/placement.ts';
import type { Suggestion, Writer } from '../../core/goals/suggest.ts';
import { requirePupil } from '../class/classList.ts';
import { listPupils } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import { goalBank } from './goalBank.ts';
import { keepStanding, pupilsToCatchUp, readEntries, readStandings } from './goalRows.ts';

/** Where no year is known: the middle of the years that the bank is made for. */
const USUAL_YEAR = 3;

/** Where every pupil of the class stands, in the order of the class list. */
export function classGoals({ db }: Library): Standing[] {
  const kept = readStandings(db);
  return listPupils(db).map(({ id }) => kept.get(id) ?? inBrief(pupilState([], id)));
}

/** Everything that was seen of every pupil, for counting over a stretch of time; reads the whole log. */
export function classStories({ db }: Library): PupilState[] {
  const states = classStates(readEntries(db));
  return listPupils(db).map(({ id }) => states.get(id) ?? pupilState([], id));
}

/** Writes down where pupils stand of whom an earlier build, or a program that was killed, has noted entries only. */
export function catchUpStandings(library: Library): void {
  const { db } = library;
  const behind = pupilsToCatchUp(db);
  if (behind.length > 0) db.transaction(() => behind.forEach((pupil) => keepStanding(db, standingOf(library, pupil))))();
}

export const standingOf = ({ db }: Library, pupil: string): PupilState => pupilState(readEntries(db, pupil), pupil);

/** What suggestions look at, but for what a chart asks. */
export function writerOf(library: Library, pupil: string, today: string): Omit<Writer, 'next'> {
  const { year } = requirePupil(library, pupil);
  return { goals: goalsNow(goalBank(library)), year: year ?? USUAL_YEAR, state: standingOf(library, pupil), today };
}

export const asSuggested = ({ goal, reasons }: Suggestion): SuggestedGoal => ({ goal: goal.code, reasons: [...reasons] });
