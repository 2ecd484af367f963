import type { Checked, Output } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { KeptVote } from '../../core/ranking/voteLog.ts';
import { rankingWords } from '../../core/words/ranking.ts';
import { listAllPapers } from '../capture/paperRows.ts';
import { requireTask } from '../capture/tasks.ts';
import type { Library } from '../library/library.ts';
import type { Db } from '../platform/database/connection.ts';
import * as rows from './voteRows.ts';

/** @throws Refusal `not-found` where there is no such task */
export function openRanking({ db }: Library, task: string): Output<'ranking.open'> {
  requireTask(db, task);
  return { judges: rows.findTeam(db, task), parked: rows.listParked(db, task), votes: rows.listVotes(db, task) };
}

/** @throws Refusal `not-found` where there is no such task */
export function setTeam({ db }: Library, task: string, judges: readonly string[]): void {
  requireTask(db, task);
  rows.keepTeam(db, task, judges);
}

/** @throws Refusal `not-found` where the paper is none of the task's */
export function park({ db }: Library, { task, paper, parked }: Checked<'ranking.park'>): void {
  requirePapers(db, task, [paper]);
  rows.setParked(db, paper, parked);
}

/** @throws Refusal `not-found` where a paper is none of the task's, `bad-request` where both are the same or a judge votes twice */
export function vote({ db }: Library, device: string, { task, left, right, answers }: Checked<'ranking.vote'>): KeptVote[] {
  requirePapers(db, task, [left, right]);
  if (left === right || new Set(answers.map(({ judge }) => judge)).size < answers.length) throw new Refusal('bad-request', rankingWords.voting.twice);
  return db.transaction(() =>
    rows.insertVotes(
      db,
      task,
      answers.map((answer) => ({ ...answer, left, right, device })),
    ),
  )();
}

/** @throws Refusal `not-found` where one of them is not there; then nothing was changed */
export function giveReason({ db }: Library, { task, votes, reason }: Checked<'ranking.giveReason'>): void {
  db.transaction(() => requireAll(votes, rows.setReason(db, task, votes, reason)))();
}

/** @throws Refusal `not-found` where one of them is not there; then nothing was changed */
export function takeBack({ db }: Library, { task, votes }: Checked<'ranking.takeBack'>): void {
  db.transaction(() => requireAll(votes, rows.setTakenBack(db, task, votes)))();
}

function requirePapers(db: Db, task: string, papers: readonly string[]): void {
  const known = new Set(listAllPapers(db, task).map(({ id }) => id));
  if (papers.some((paper) => !known.has(paper))) throw new Refusal('not-found', rankingWords.voting.paperGone);
}

function requireAll(votes: readonly string[], found: number): void {
  if (found < votes.length) throw new Refusal('not-found', rankingWords.voting.voteGone);
}
