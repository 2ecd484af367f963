import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { words } from '../../renderer/words/en/words.ts';

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));
const sources = readdirSync(renderer, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('i18n'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

/** Every key that leads to words, without the endings that say how many. */
function keysOf(tree: object, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = before === '' ? key : `${before}.${key}`;
    return typeof value === 'string' || Array.isArray(value) ? [path.replace(/_(zero|one|other)$/, '')] : keysOf(value as object, path);
  });
}

test('no words are kept that no screen says', () => {
  const unsaid = Object.entries(words).flatMap(([screen, tree]) =>
    [...new Set(keysOf(tree))]
      // A key is said in full, or by its first part with the rest put together at run time.
      .filter((key) => !sources.includes(`'${key}'`) && !new RegExp(`['\`]${key.split(/[._]/)[0] ?? ''}[._$']`).test(sources))
      .map((key) => `${screen}: ${key}`),
  );
  expect(unsaid).toEqual([]);
});
