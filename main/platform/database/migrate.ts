import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import type { Db } from './connection.ts';

export interface Migration {
  /** `001_library`: the number orders it. */
  readonly name: string;
  readonly sql: string;
}

/** The migrations beside this file, in order. */
export function ourMigrations(): Migration[] {
  const folder = new URL('./migrations/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.sql'.length), sql: readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n') }));
}

/** @throws Refusal `conflict` where the database knows migrations that we don't, or others under our names */
export function requireOurs(db: Db, migrations: readonly Migration[]): void {
  appliedTo(db).forEach(({ name, checksum }, index) => {
    const ours = migrations[index];
    if (ours === undefined) throw new Refusal('conflict', troubleWords.database.newer);
    if (ours.name !== name || checksumOf(ours) !== checksum) throw new Refusal('conflict', troubleWords.database.otherBuild);
  });
}

export const isUpToDate = (db: Db, migrations: readonly Migration[]): boolean => appliedTo(db).length === migrations.length;

/** Applies what is missing, each migration in a transaction of its own; a copy of the database is kept first. */
export function migrate(db: Db, file: string, migrations: readonly Migration[], isNew: boolean): void {
  const applied = appliedTo(db).length;
  const missing = migrations.slice(applied);
  if (missing.length === 0) return;
  if (!isNew) keepCopy(db, file, applied);
  for (const migration of missing) {
    db.transaction(() => {
      db.exec('create table if not exists migration (name text primary key, checksum text not null, applied_at text not null) strict');
      db.exec(migration.sql);
      db.prepare('insert into migration (name, checksum, applied_at) values (?, ?, ?)').run(migration.name, checksumOf(migration), new Date().toISOString());
    })();
  }
}

function appliedTo(db: Db): { name: string; checksum: string }[] {
  const known = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'migration'").get();
  return known === undefined ? [] : (db.prepare('select name, checksum from migration order by name').all() as { name: string; checksum: string }[]);
}

const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

function keepCopy(db: Db, file: string, version: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, `${file}.${String(version).padStart(3, '0')}.before`);
}
