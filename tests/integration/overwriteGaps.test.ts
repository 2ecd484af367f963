import Database from 'better-sqlite3';
import fc from 'fast-check';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { overwriteGaps } from '../../main/platform/database/overwriteGaps.ts';

const RUNS = process.env['STEPWALL_LONG'] === '1' ? 400 : 40;

/** Rows come, grow, shrink and go; what each holds is found nowhere else. */
const deeds = fc.array(fc.record({ row: fc.nat(60), length: fc.integer({ min: 0, max: 5000 }), goes: fc.boolean() }), { minLength: 80, maxLength: 400 });

/** @returns how many erased rows are left in the file's bytes before and after */
function leftOf(work: readonly { row: number; length: number; goes: boolean }[]): { before: number; after: number } {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-gaps-'));
  const file = join(folder, 'library.db');
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('secure_delete = ON');
  db.exec('create table note (id text primary key, text text not null) strict; create index by_text on note (text)');
  const handle = openSync(file, 'r+');
  try {
    const there = new Map<string, string>();
    const gone = new Set<string>();
    work.forEach(({ row, length, goes }, n) => {
      const id = `row ${row}`;
      const known = there.get(id);
      if (known !== undefined) gone.add(known);
      if (goes && known !== undefined) {
        db.prepare('delete from note where id = ?').run(id);
        there.delete(id);
      } else {
        const mark = `canary ${n} ends`;
        db.prepare('insert or replace into note values (?, ?)').run(id, mark + 'x'.repeat(length));
        there.set(id, mark);
      }
    });
    const left = (): number => [...gone].filter((mark) => readFileSync(file).includes(mark)).length;
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = left();
    overwriteGaps(db, handle);
    const after = left();
    // It is the same database still, and goes on being one; what SQLite remembered of its pages does not come back.
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(
      new Map(
        db
          .prepare<[], { id: string; text: string }>('select id, text from note')
          .all()
          .map(({ id, text }) => [id, text.replace(/x*$/, '')]),
      ),
    ).toEqual(there);
    for (const [id] of there) db.prepare('update note set text = text || ? where id = ?').run('y', id);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(left()).toBe(0);
    return { before, after };
  } finally {
    db.close();
    closeSync(handle);
    rmSync(folder, { recursive: true, force: true });
  }
}

test('nothing is left of a row that was moved from page to page and then erased', () => {
  let leaky = 0;
  fc.assert(
    fc.property(deeds, (work) => {
      const { before, after } = leftOf(work);
      leaky += before > 0 ? 1 : 0;
      expect(after).toBe(0);
    }),
    { numRuns: RUNS },
  );
  // It proves something only where SQLite by itself left some.
  expect(leaky).toBeGreaterThan(0);
});
