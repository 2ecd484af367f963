import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { prepareOnce } from '../../main/platform/database/statements.ts';

test('a statement is prepared once, and slow ones are told with their text alone', () => {
  const db = new Database(':memory:');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  prepareOnce(db, -1);
  db.exec('create table one (a text)');
  const insert = db.prepare('insert into one values (?)');
  expect(db.prepare('insert into one values (?)')).toBe(insert);
  insert.run('Wiremu');
  expect(db.prepare('select a from one').all()).toEqual([{ a: 'Wiremu' }]);
  const said = told.mock.calls.map(([words]) => String(words)).join('');
  told.mockRestore();
  expect(said).toMatch(/sql [\d.]+ ms insert into one values \(\?\)\n/);
  expect(said).not.toContain('Wiremu');
  db.close();
});
