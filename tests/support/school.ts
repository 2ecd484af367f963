import { randomUUID } from 'node:crypto';
import { goalsInUse } from '../../core/goals/bank.ts';
import type { Entry } from '../../core/goals/evidenceLog.ts';
import { addPupils, placePupils } from '../../main/class/classList.ts';
import { goalBank } from '../../main/goals/goalBank.ts';
import { addEntry } from '../../main/goals/goalRows.ts';
import type { Library } from '../../main/library/library.ts';
import { busyWall } from './busyWall.ts';

export interface SchoolSize {
  readonly walls: number;
  readonly papersPerWall: number;
  readonly rooms: number;
  readonly pupilsPerRoom: number;
  readonly entries: number;
}

/** A made-up school that has worked for years in one library: its walls, its rooms, and what was noted of its pupils. */
export function fillSchool(library: Library, { walls, papersPerWall, rooms, pupilsPerRoom, entries }: SchoolSize): void {
  for (let count = 0; count < walls; count += 1) busyWall(library, papersPerWall);
  const { pupils } = addPupils(
    library,
    Array.from({ length: rooms * pupilsPerRoom }, () => ''),
  );
  for (let room = 0; room < rooms; room += 1) {
    const here = pupils.slice(room * pupilsPerRoom, (room + 1) * pupilsPerRoom).map(({ id }) => id);
    placePupils(library, here, `Room ${room + 1}`, 1 + (room % 6));
  }
  const goals = goalsInUse(goalBank(library)).map(({ code }) => code);
  const each = Math.round(entries / pupils.length);
  library.db.transaction(() => {
    for (let turn = 0; turn < each; turn += 1) {
      for (const [at, { id }] of pupils.entries()) addEntry(library.db, entryOf(id, turn, turn * pupils.length + at, goals));
    }
  })();
}

/** A goal is chosen, looked at eight times, and mastered; then comes the next. */
function entryOf(pupil: string, turn: number, clock: number, goals: readonly string[]): Entry {
  const goal = goals[Math.floor(turn / 10) % goals.length]!;
  const base = { id: randomUUID(), pupil, clock, date: new Date(Date.UTC(2020, 1, 1) + turn * 43_200_000).toISOString().slice(0, 10) };
  const step = turn % 10;
  if (step === 0) return { ...base, kind: 'chose', goal, goalVersion: 1, origin: 'bank', why: '', second: false };
  if (step === 9) return { ...base, kind: 'kete', goal, goalVersion: 1, because: 'three-times' };
  const outcome = (['tried', 'with-help', 'by-myself'] as const)[turn % 3]!;
  const talk = { context: 'writing' as const, fixedTogether: false, praise: ['content' as const], says: null, seconds: 35, supersedes: null };
  return { ...base, kind: 'conference', goal, outcome, ...talk };
}
