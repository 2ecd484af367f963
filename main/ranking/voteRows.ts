import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Id } from '../../core/kernel/id.ts';
import { KeptVote, Team } from '../../core/ranking/voteLog.ts';
import { rankingWords } from '../../core/words/ranking.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, readable, type RowCheck } from '../platform/database/rows.ts';

const columns = 'id, judge, device, clock, left_paper as left, right_paper as right, answer, reason, taken_back as takenBack';
const VoteRow = KeptVote.unwrap().extend({ takenBack: z.int().transform((kept) => kept === 1) });
const TeamRow = z.object({ judges: json(Team) });

export const voteChecks: readonly RowCheck[] = [
  { table: 'vote', columns, shape: VoteRow, name: ({ judge }) => rankingWords.unreadable.vote(judge) },
  { table: 'team', columns: 'task, judges', shape: TeamRow, name: () => rankingWords.unreadable.team },
];

/** Every vote on a task's papers, those that were taken back too, in the order of the clock. */
export function listVotes(db: Db, task: string): KeptVote[] {
  return readable(VoteRow, db.prepare(`select ${columns} from vote where task = ? order by clock, id`).all(task));
}

export function insertVotes(db: Db, task: string, votes: readonly Omit<KeptVote, 'id' | 'clock' | 'reason' | 'takenBack'>[]): KeptVote[] {
  const clock = 1 + z.int().parse(db.prepare('select coalesce(max(clock), 0) from vote').pluck().get());
  const add = db.prepare(
    'insert into vote (id, task, judge, device, clock, left_paper, right_paper, answer) values (@id, @task, @judge, @device, @clock, @left, @right, @answer)',
  );
  return votes.map((vote) => {
    const kept = { ...vote, id: randomUUID(), clock };
    add.run({ ...kept, task });
    return { ...kept, reason: null, takenBack: false };
  });
}

/** @returns how many of them are votes on this task's papers */
export function setReason(db: Db, task: string, votes: readonly string[], reason: string): number {
  const set = db.prepare('update vote set reason = coalesce(reason, ?) where task = ? and id = ?');
  return votes.reduce((found, id) => found + set.run(reason, task, id).changes, 0);
}

/** @returns how many of them are votes on this task's papers */
export function setTakenBack(db: Db, task: string, votes: readonly string[]): number {
  const set = db.prepare('update vote set taken_back = 1 where task = ? and id = ?');
  return votes.reduce((found, id) => found + set.run(task, id).changes, 0);
}

export function findTeam(db: Db, task: string): string[] {
  const rows = db.prepare('select judges from team where task = ?').all(task);
  return readable(TeamRow, rows)[0]?.judges ?? [];
}

export function keepTeam(db: Db, task: string, judges: readonly string[]): void {
  db.prepare('insert into team (task, judges) values (?, ?) on conflict (task) do update set judges = excluded.judges').run(task, JSON.stringify(judges));
}

export function listParked(db: Db, task: string): string[] {
  const rows = db.prepare('select paper from parked_paper join paper on paper.id = parked_paper.paper where task = ? order by position').all(task);
  return readable(z.object({ paper: Id }), rows).map(({ paper }) => paper);
}

export function setParked(db: Db, paper: string, parked: boolean): void {
  db.prepare(parked ? 'insert or ignore into parked_paper (paper) values (?)' : 'delete from parked_paper where paper = ?').run(paper);
}
