import type { Db } from '../platform/database/connection.ts';
import { now } from '../platform/database/rows.ts';
import { z } from 'zod';

/** Media that no copy uses any more; their rows are gone afterwards, their files are for the caller to destroy. */
export function takeUnusedMedia(db: Db): string[] {
  return ids(db.prepare('delete from media where id not in (select media from copy) returning id').all());
}

/** Sealed files that nothing uses any more; their rows are gone afterwards, their files are for the caller to destroy. */
export function takeUnusedSealed(db: Db): string[] {
  return ids(
    db
      .prepare(
        `delete from sealed where id not in (select picture from page union select proxy from page union select picture from whole_picture union select proxy from whole_picture
         union select copy from cleaning where copy is not null union select proxy from cleaning where proxy is not null) returning id`,
      )
      .all(),
  );
}

/** Keys that seal nothing any more; they count as destroyed afterwards. */
export function takeUnusedKeys(db: Db): string[] {
  return ids(db.prepare('update seal_key set destroyed_at = ? where destroyed_at is null and id not in (select key from sealed) returning id').all(now()));
}

export function insertKey(db: Db, id: string, keptIn: 'keychain' | 'file'): void {
  db.prepare('insert into seal_key (id, kept_in, made_at) values (?, ?, ?)').run(id, keptIn, now());
}

export function isKeyInUse(db: Db, id: string): boolean {
  return db.prepare('select 1 from seal_key where id = ? and destroyed_at is null').get(id) !== undefined;
}

export function insertSealed(db: Db, id: string, key: string, bytes: number): void {
  db.prepare('insert into sealed (id, key, bytes, made_at) values (?, ?, ?, ?)').run(id, key, bytes, now());
}

export const allMedia = (db: Db): string[] => ids(db.prepare('select id from media').all());

export const allSealed = (db: Db): string[] =>
  ids(db.prepare('select sealed.id from sealed join seal_key on seal_key.id = sealed.key where seal_key.destroyed_at is null').all());

export const allKeys = (db: Db): string[] => ids(db.prepare('select id from seal_key where destroyed_at is null').all());

const ids = (rows: unknown): string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);

/** Sealed files whose key is destroyed: what is left of them goes. */
export function sealedWithoutKey(db: Db): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(db.prepare('select sealed.id from sealed join seal_key on seal_key.id = sealed.key where seal_key.destroyed_at is not null').all())
    .map(({ id }) => id);
}
