import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Db } from './connection.ts';
import type { Migration } from './migrate.ts';

const Applied = z.array(z.string());
const Schema = z.array(z.object({ type: z.string(), name: z.string(), sql: z.string().nullable() }));

/** Whether the database has the tables, indexes and triggers that its migrations make, and no other: a trigger of somebody else's would run with every change. */
export function hasOurSchema(db: Db, migrations: readonly Migration[]): boolean {
  const applied = Applied.parse(db.prepare('select name from migration').pluck().all());
  const model = new Database(':memory:');
  try {
    model.exec('create table if not exists migration (name text primary key, checksum text not null, applied_at text not null) strict');
    migrations.filter(({ name }) => applied.includes(name)).forEach(({ sql }) => model.exec(sql));
    return JSON.stringify(schemaOf(db)) === JSON.stringify(schemaOf(model));
  } finally {
    model.close();
  }
}

/** Versions of SQLite put quotes and spaces in other places when a table is renamed; what `analyze` writes is none of the schema. */
const schemaOf = (db: Db): string[] =>
  Schema.parse(db.prepare("select type, name, sql from sqlite_schema where name not like 'sqlite_stat%'").all())
    .map(({ type, name, sql }) => `${type} ${name} ${(sql ?? '').replaceAll(/["\s]/g, '')}`)
    .sort();
