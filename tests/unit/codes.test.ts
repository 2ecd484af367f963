import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesFrom, newCodes } from '../../core/class/codes.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('codes of pupils', () => {
  test('are never given twice, whatever was given before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { maxLength: 6 }), fc.infiniteStream(random), (classes, numbers) => {
        const next = (): number => numbers.next().value;
        const given = classes.reduce<string[]>((taken, count) => [...taken, ...newCodes(count, taken, next)], []);
        expect(given).toHaveLength(classes.reduce((sum, count) => sum + count, 0));
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  test('are words as long as there are words, then words with a number', () => {
    const all = newCodes(400, [], () => 0);
    const words = all.filter((code) => /^[a-z]+$/.test(code));
    expect(words.length).toBeGreaterThan(100);
    expect(all.slice(words.length)).toEqual(all.slice(words.length).map(() => expect.stringMatching(/^[a-z]+-[2-9]$/)));
    expect(newCodes(1, words, () => 0)[0]).toBe(`${words[0]}-2`);
  });

  test('do not tell the order of the class list', () => {
    expect(newCodes(5, [], () => 0.999)).not.toEqual(newCodes(5, [], () => 0));
  });
});

describe('names as a teacher pastes them', () => {
  test.each([
    ['Ana\nWiremu\n', ['Ana', 'Wiremu']],
    ['1. Ana\r\n2) Wiremu\r\n3 Mei', ['Ana', 'Wiremu', 'Mei']],
    ['Ana, Wiremu; Mei\tTāne', ['Ana', 'Wiremu', 'Mei', 'Tāne']],
    ['  Ana Smith  \n\n ,, \n', ['Ana Smith']],
    ['', []],
    ['Ta\u0304ne', ['Tāne']],
  ])('%j', (text, names) => expect(namesFrom(text)).toEqual(names));

  test('whatever is pasted, no name is empty, has room around it or holds a separator', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'ā', ' ', '1', '.', ',', ';', '\t', '\n', '\r', ')') }), (text) => {
        for (const name of namesFrom(text)) {
          expect(name).toBe(name.trim());
          expect(name).not.toMatch(/^$|[\n\r\t;,]/);
        }
      }),
    );
  });
});
