import { randomUUID } from 'node:crypto';
import type { Checked } from '../../core/contract/contract.ts';
import { inBrief, questionBeforeChoosing } from '../../core/goals/evidence.ts';
import { Entry } from '../../core/goals/evidenceLog.ts';
import type { Goal } from '../../core/goals/goal.ts';
import type { SuggestedGoal } from '../../core/goals/placement.ts';
import type { Told } from '../../core/goals/pupilGoals.ts';
import { storyOf, type InStory } from '../../core/goals/story.ts';
import { suggestGoals } from '../../core/goals/suggest.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { goalWords } from '../../core/words/goals.ts';
import { requirePupil } from '../class/classList.ts';
import type { Library } from '../library/library.ts';
import { goalBank } from './goalBank.ts';
import { addEntry, findEntry, findGoal, isBankEmpty, keepStanding, nextEntryClock, readEntries } from './goalRows.ts';
import { nextFor } from './placements.ts';
import { asSuggested, standingOf, writerOf } from './writers.ts';

/** @throws Refusal `conflict` where the pupil has a goal and nobody confirmed a second */
export function chooseGoal(library: Library, { confirmed, goal, ...choice }: Checked<'goals.choose'>): Told {
  const state = standingOf(library, requirePupil(library, choice.pupil).id);
  const { version, status } = requireGoal(library, goal);
  if (status === 'retired' && !state.kete.some((kept) => kept.goal === goal)) throw new Refusal('bad-request', goalWords.choose.retired);
  const question = questionBeforeChoosing(state, goal, choice.second);
  const isConfirmed = confirmed && choice.second && state.active.length === 1 && state.active[0]?.goal !== goal;
  if (question !== null && !isConfirmed) throw new Refusal('conflict', { message: question });
  return tell(library, { kind: 'chose', ...choice, goal, goalVersion: version });
}

/** Half a minute beside a pupil. */
export function confer(library: Library, conference: Checked<'goals.confer'>): Told {
  requirePupil(library, conference.pupil);
  if (conference.goal !== null) requireGoal(library, conference.goal);
  if (conference.supersedes !== null) requireEntry(library, conference.supersedes, conference.pupil);
  return tell(library, { kind: 'conference', ...conference });
}

export function master(library: Library, { goal, ...mastery }: Checked<'goals.master'>): Told {
  requirePupil(library, mastery.pupil);
  return tell(library, { kind: 'kete', ...mastery, goal, goalVersion: requireGoal(library, goal).version });
}

export function rest(library: Library, rested: Checked<'goals.rest'>): Told {
  requirePupil(library, rested.pupil);
  return tell(library, { kind: 'rested', ...rested });
}

/** @throws Refusal `bad-request` for what is in a kete: it stays, unless it got there by mistake (`unmaster`) */
export function takeBack(library: Library, { pupil, date, entry }: Checked<'goals.takeBack'>): Told {
  if (requireEntry(library, entry, pupil).kind === 'kete') throw new Refusal('bad-request', goalWords.log.inKete);
  return tell(library, { kind: 'undid', pupil, date, supersedes: entry });
}

/** The mastery was a mistake. @throws Refusal `bad-request` for an entry that tells of no mastery */
export function unmaster(library: Library, { pupil, date, entry }: Checked<'goals.unmaster'>): Told {
  if (requireEntry(library, entry, pupil).kind !== 'kete') throw new Refusal('bad-request', goalWords.log.noMastery);
  return tell(library, { kind: 'mistook', pupil, date, supersedes: entry });
}

export const story = (library: Library, pupil: string): InStory[] => storyOf(readEntries(library.db, requirePupil(library, pupil).id));

/** Fitting next goals; what the next level of the pupil's newest chart asks goes before the rest. */
export function suggest(library: Library, pupil: string, date: string): SuggestedGoal[] {
  return suggestGoals({ ...writerOf(library, pupil, date), next: nextFor(library, pupil) }).map(asSuggested);
}

type Untold = { [K in Entry['kind']]: Omit<Extract<Entry, { kind: K }>, 'id' | 'clock'> }[Entry['kind']];

function tell(library: Library, untold: Untold): Told {
  const { db } = library;
  const id = randomUUID();
  return db.transaction(() => {
    addEntry(db, Entry.parse({ ...untold, id, clock: nextEntryClock(db) }));
    const state = standingOf(library, untold.pupil);
    keepStanding(db, state);
    return { entry: id, state: inBrief(state) };
  })();
}

function requireGoal(library: Library, code: string): Goal {
  if (isBankEmpty(library.db)) goalBank(library);
  const goal = findGoal(library.db, code);
  if (goal === null) throw new Refusal('not-found', goalWords.bank.gone);
  return goal;
}

function requireEntry({ db }: Library, id: string, pupil: string): Entry {
  const entry = findEntry(db, id);
  if (entry === null || entry.pupil !== pupil) throw new Refusal('not-found', goalWords.log.gone);
  return entry;
}
