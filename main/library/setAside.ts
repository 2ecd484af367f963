import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { daysFrom, today } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { KeyStore } from '../platform/media/keyStore.ts';
import type { MediaStore } from '../platform/media/media.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import type { SealedStore } from '../platform/media/sealedStore.ts';
import { sweepDrafts, writeWhole } from '../platform/media/writeWhole.ts';

/** Pictures that a library's database can't explain are kept this long, sealed. */
const DAYS_KEPT = 31;
/** The key that open copies are sealed with while they lie aside. */
const ASIDE_KEY = 'set-aside';

type Kind = 'media' | 'sealed';

/**
 * Where pictures wait that no row names and no erasure explains: their database may be missing or older than they are.
 * One folder for each day on which something was set aside; everything in it is sealed.
 */
export interface SetAside {
  /** Moves the named files out of their stores. What can't be sealed here stays where it is. */
  put(files: Readonly<Record<Kind, readonly string[]>>): void;
  /** Brings back what the database names after all. */
  bringBack(wanted: Readonly<Record<Kind, readonly string[]>>): void;
  /** How many pictures lie aside, and until which day (YYYY-MM-DD) the oldest do. */
  contents(): { pictures: number; until: string | null };
  /** Destroys what has lain aside for a month. */
  letOldGo(day: string): void;
  destroyAll(): void;
}

export function openSetAside(folder: string, stores: { media: MediaStore; sealed: SealedStore; keys: KeyStore }): SetAside {
  const days = (): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)) : []);
  const inside = (day: string, kind: Kind): string[] => {
    const place = join(folder, day, kind);
    return existsSync(place) ? readdirSync(place).filter((name) => !name.startsWith('.')) : [];
  };
  const find = (kind: Kind, id: string): string | null =>
    days()
      .map((day) => join(folder, day, kind, id))
      .find((path) => existsSync(path)) ?? null;

  return {
    put(files) {
      if (files.media.length + files.sealed.length === 0) return;
      const day = join(folder, today());
      const sealed = join(day, 'sealed');
      if (files.sealed.length > 0) mkdirSync(sealed, { recursive: true, mode: 0o700 });
      for (const id of files.sealed) renameSync(stores.sealed.path(id), join(sealed, id));
      if (files.media.length === 0) return;
      const key = asideKey(stores.keys);
      if (key === null) return;
      for (const id of files.media) {
        writeWhole(join(day, 'media', id), seal(stores.media.read(id), key, id), 0o600);
        stores.media.destroy(id);
      }
    },
    bringBack(wanted) {
      if (days().length === 0) return;
      for (const id of wanted.sealed) {
        const path = stores.sealed.has(id) ? null : find('sealed', id);
        if (path !== null) renameSync(path, stores.sealed.path(id));
      }
      for (const id of wanted.media) {
        const path = stores.media.has(id) ? null : find('media', id);
        const key = path === null ? null : asideKey(stores.keys);
        if (path === null || key === null) continue;
        if (unlessUnreadable(() => stores.media.put(unseal(readFileSync(path), key, id)))) rmSync(path, { force: true });
      }
    },
    contents() {
      const filled = days()
        .map((day) => ({ day, pictures: inside(day, 'media').length + inside(day, 'sealed').length }))
        .filter(({ pictures }) => pictures > 0);
      const oldest = filled.map(({ day }) => day).sort()[0];
      return {
        pictures: filled.reduce((sum, { pictures }) => sum + pictures, 0),
        until: oldest === undefined ? null : daysFrom(oldest, DAYS_KEPT),
      };
    },
    letOldGo(now) {
      for (const day of days()) {
        for (const kind of ['media', 'sealed'] as const) sweepDrafts(join(folder, day, kind));
        if (daysFrom(day, DAYS_KEPT) < now) rmSync(join(folder, day), { recursive: true, force: true });
      }
    },
    destroyAll: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file that is damaged stays where it is: the check says that it is missing. */
function unlessUnreadable(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unreadable') return false;
    throw error;
  }
}

/** Null where this computer's keys can't be read or written now. */
function asideKey(keys: KeyStore): Buffer | null {
  try {
    const known = keys.find(ASIDE_KEY);
    if (known !== null) return known;
    const made = randomBytes(KEY_BYTES);
    keys.keep(ASIDE_KEY, made);
    return made;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
