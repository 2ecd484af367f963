import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { today } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { sweepDrafts, writeWhole } from '../platform/media/writeWhole.ts';
import { destroyKept, freeName } from './keptLibraries.ts';
import { emptyOfLibrary } from './libraryFiles.ts';

/**
 * A library that is on its way to another place, or went there. `copying`: it lies at `from`, and what lies at `to` or beside it is a copy in the making.
 * `leaving`: it lies at `to`, and `from` is still to be emptied. `moved`: it is.
 */
const Move = z.object({ from: z.string(), to: z.string(), state: z.enum(['copying', 'leaving', 'moved']) });
type Move = z.infer<typeof Move>;

const Note = z.object({ format: z.literal('stepwall-moves'), moves: z.array(Move) });

/** Says of a folder that a library is being copied there: only with it may the folder be swept. */
export const ARRIVING = 'moving.json';
/** Stays in the folder that a library was moved out of, for whoever finds it: on another computer, too, with which it may be synced. */
export const MOVED = 'moved.json';
const Moved = z.object({ format: z.literal('stepwall-moved'), computer: z.string(), day: z.iso.date() });
/** Libraries that are kept beside it travel inside it. */
const BESIDE = 'beside';

/** Where a library is copied to, beside its new place. */
export const movingFolder = (to: string): string => `${to} moving`;
/** Where a library that is kept beside it lies on the way. @param name as the kept one's folder begins with the library's own name: the rest of it */
export const keptOnTheWay = (name: string): string => join(BESIDE, name.trim());

/**
 * In the user's own folder, not in the library's: the old place may be synced, where a file comes and goes as the service likes, and a path may hold a
 * name. It is one file, so that writing it is both the moment at which the library moves and the sign that leads to it.
 */
const noteIn = (home: string): string => join(home, 'moves.json');

function readMoves(home: string): readonly Move[] {
  try {
    return Note.parse(JSON.parse(readFileSync(noteIn(home), 'utf8'))).moves;
  } catch {
    return [];
  }
}

const keepMoves = (home: string, moves: readonly Move[]): void =>
  writeWhole(noteIn(home), Buffer.from(`${JSON.stringify({ format: 'stepwall-moves', moves })}\n`), 0o600);

/** Whatever was known of the place that it leaves, or of the one where it arrives, is over. */
function noteMove(home: string, move: Move): void {
  const isOver = ({ from, state }: Move): boolean => from === move.from || (move.state !== 'copying' && state === 'moved' && from === move.to);
  keepMoves(home, [...readMoves(home).filter((known) => !isOver(known)), move]);
}

const forgetMove = (home: string, from: string): void =>
  keepMoves(
    home,
    readMoves(home).filter((move) => move.from !== from),
  );

/** A copy begins to be made. */
export function beginMove(home: string, from: string, to: string): void {
  noteMove(home, { from, to, state: 'copying' });
  writeWhole(join(movingFolder(to), ARRIVING), Buffer.from('{}\n'), 0o600);
}

/** From here on the library lies in its new place. */
export const commitMove = (home: string, from: string, to: string): void => noteMove(home, { from, to, state: 'leaving' });

/** Nothing is left of a copy that nobody went over to. Only whoever holds the library at `from` knows that nobody is making it. */
export function sweepMove(home: string, from: string): void {
  sweepDrafts(home, 'moves.json.');
  for (const move of readMoves(home)) {
    if (move.from !== from || move.state !== 'copying') continue;
    [movingFolder(move.to), move.to].forEach(sweepArrival);
    forgetMove(home, from);
  }
}

/** The mark goes last: who is killed in the middle goes on at the next opening. */
function sweepArrival(folder: string): void {
  if (!existsSync(folder)) return;
  const inside = readdirSync(folder);
  if (inside.length === 0) rmdirSync(folder);
  if (!inside.includes(ARRIVING)) return;
  for (const name of inside) if (name !== ARRIVING) rmSync(join(folder, name), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Where the library lies now that is asked for by a folder where it once was.
 * @throws Refusal `not-found` where it was moved to a folder that is not there, or out of this folder by another computer
 */
export function placeNow(folder: string, home: string): string {
  const moves = readMoves(home);
  let place = folder;
  for (let further = next(place, moves), steps = 0; further !== null && steps < moves.length; further = next(place, moves), steps += 1) place = further;
  if (place !== folder && !existsSync(place)) throw new Refusal('not-found', libraryWords.move.gone(place));
  const away = holdsLibrary(place) ? null : readMoved(place);
  if (away !== null) throw new Refusal('not-found', libraryWords.move.away(away.computer, join(place, MOVED)));
  return place;
}

/** Null where it goes no further. A person may have put it back by hand. */
function next(place: string, moves: readonly Move[]): string | null {
  const from = moves.find((move) => move.from === place && move.state !== 'copying');
  if (from !== undefined) return from.state === 'moved' && holdsLibrary(place) && !holdsLibrary(from.to) ? null : from.to;
  // What lies there is a copy in the making, or a whole one that nobody has gone over to.
  return moves.find((move) => move.to === place && move.state === 'copying')?.from ?? null;
}

const holdsLibrary = (folder: string): boolean => existsSync(join(folder, 'library.db'));

function readMoved(folder: string): z.infer<typeof Moved> | null {
  try {
    return Moved.parse(JSON.parse(readFileSync(join(folder, MOVED), 'utf8')));
  } catch {
    return null;
  }
}

/** The library is open in its new place: the folder that it left is emptied. Asked at every opening, since a killed program may not have come so far. */
export function finishMove(home: string, place: string): void {
  for (const move of readMoves(home)) if (move.to === place && move.state === 'leaving') leave(home, move);
  // It has arrived, or somebody put it back where it was moved out of.
  for (const mark of [ARRIVING, MOVED]) rmSync(join(place, mark), { force: true });
}

function leave(home: string, { from, to }: Move): void {
  try {
    takeOutKept(to);
    destroyKept(from);
    if (existsSync(from)) {
      const said = { format: 'stepwall-moved', computer: hostname(), day: today() };
      writeWhole(join(from, MOVED), Buffer.from(`${JSON.stringify(said)}\n`), 0o600);
      emptyOfLibrary(from);
    }
  } catch {
    // Another program (the one that syncs) has a file open there: it is tried again at the next opening, and said until then.
    return;
  }
  noteMove(home, { from, to, state: 'moved' });
}

function takeOutKept(folder: string): void {
  const beside = join(folder, BESIDE);
  if (!existsSync(beside)) return;
  // Of one that was destroyed on the way only empty folders are left.
  for (const name of readdirSync(beside)) if (holdsLibrary(join(beside, name))) renameSync(join(beside, name), freeName(`${folder} ${name}`));
  rmSync(beside, { recursive: true });
}

/** The folder that the library left and that could not be emptied yet; null where there is none. */
export const leftBehind = (home: string, place: string): string | null =>
  readMoves(home).find(({ to, state }) => to === place && state === 'leaving')?.from ?? null;
