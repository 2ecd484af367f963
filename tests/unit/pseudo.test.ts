import { expect, test } from 'vitest';
import { words } from '../../renderer/words/en/words.ts';
import { pseudo } from '../../renderer/words/pseudo.ts';

test('words are 30 % longer and look strange; keys and what is put in stay', () => {
  const said = pseudo({ print: { sheets_one: '{{count}} sheet of paper', sheets_other: '{{count}} sheets' } });
  expect(said).toEqual({
    print: { sheets_one: expect.stringMatching(/^\{\{count\}\} shéét öf påpér/), sheets_other: expect.stringMatching(/^\{\{count\}\} shééts/) },
  });
  const flat = (tree: unknown): string[] => (typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(flat));
  const [english, strange] = [flat(words), flat(pseudo(words))];
  expect(strange).toHaveLength(english.length);
  const placeholders = (text: string): string[] => text.match(/\{\{.*?\}\}/g) ?? [];
  english.forEach((text, index) => {
    const longer = strange[index] ?? '';
    expect(placeholders(longer)).toEqual(placeholders(text));
    const letters = text.replaceAll(/\{\{.*?\}\}/g, '').length;
    expect(longer.length - text.length, text).toBe(Math.ceil(letters * 0.3));
  });
});
