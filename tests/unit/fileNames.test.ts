import { describe, expect, test } from 'vitest';
import { fileName } from '../../main/sheets/sheetsJob.ts';

describe('a title as the name of a file', () => {
  test.each([
    ['Why do bees matter?', 'Why do bees matter'],
    ['a/b\\c:d*e', 'a b c d e'],
    ['  Ngā\tpī  ', 'Ngā pī'],
    ['...', 'Wall'],
    [' ', 'Wall'],
    ['Ends with a dot.', 'Ends with a dot'],
  ])('%j is %j', (title, name) => expect(fileName(title)).toBe(name));

  test('names that Windows keeps for itself are not taken, whatever follows them', () => {
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
    for (const title of ['Con', 'PRN', 'aux.', 'nul', 'COM1', 'lpt9.txt', 'Con.']) expect(`${fileName(title)}.pdf`).not.toMatch(reserved);
  });

  test('is never longer than a system takes', () => expect(fileName('ā'.repeat(500)).length).toBeLessThanOrEqual(80));
});
