import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNames } from '../../main/library/nameBook.ts';
import { openKeyStore, type KeyStore } from '../../main/platform/media/keyStore.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stepwall-names-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const bookOf = (keys: KeyStore) => openNames(join(folder, 'names.sealed'), keys);
const keysHere = (): KeyStore => openKeyStore(join(folder, 'keys.json'));

describe('the first name, when the app is killed in the middle', () => {
  const killed = new Error('killed');

  test('after its key is kept: the name is there', () => {
    const keys = keysHere();
    const book = bookOf({
      ...keys,
      keep: (id, key) => {
        keys.keep(id, key);
        throw killed;
      },
    });
    expect(() => book.set(new Map([['pupil', 'Aroha']]))).toThrow(killed);
    const next = bookOf(keysHere());
    expect(next.trouble()).toBeNull();
    expect([...next.all().values()]).toEqual(['Aroha']);
  });

  test('before its key is kept: there is no name, and nothing is left of it or called missing', () => {
    const book = bookOf({
      ...keysHere(),
      keep: () => {
        throw killed;
      },
    });
    expect(() => book.set(new Map([['pupil', 'Aroha']]))).toThrow(killed);
    const next = bookOf(keysHere());
    expect([next.state(), next.trouble()]).toEqual(['none', null]);
    expect(readdirSync(folder)).toEqual([]);
    next.set(new Map([['pupil', 'Mere']]));
    expect([...bookOf(keysHere()).all().values()]).toEqual(['Mere']);
  });
});
