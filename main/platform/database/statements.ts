import type Database from 'better-sqlite3';
import { performance } from 'node:perf_hooks';
import type { Db } from './connection.ts';

type Statement = Database.Statement;

/**
 * Prepares each statement once and hands it out again. Who sets `STEPWALL_SLOW_SQL` to a number of ms is told on standard error of statements that take longer:
 * their text, never what was bound to them.
 */
export function prepareOnce(db: Db, slowMs = Number(process.env['STEPWALL_SLOW_SQL'] ?? Number.NaN)): void {
  const known = new Map<string, Statement>();
  const prepare = db.prepare.bind(db) as (sql: string) => Statement;
  const once = (sql: string): Statement => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const made = Number.isNaN(slowMs) ? prepare(sql) : timed(prepare(sql), sql, slowMs);
    known.set(sql, made);
    return made;
  };
  db.prepare = once as Db['prepare'];
}

function timed(statement: Statement, sql: string, slowMs: number): Statement {
  for (const name of ['run', 'get', 'all'] as const) {
    const work: (...bound: unknown[]) => unknown = statement[name].bind(statement);
    const watched = (...bound: unknown[]): unknown => {
      const started = performance.now();
      try {
        return work(...bound);
      } finally {
        const took = performance.now() - started;
        if (took > slowMs) process.stderr.write(`sql ${took.toFixed(1)} ms ${sql.replace(/\s+/g, ' ')}\n`);
      }
    };
    Object.assign(statement, { [name]: watched });
  }
  return statement;
}
