const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'å', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', u: 'ü', y: 'ý' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', U: 'Ü', Y: 'Ý' },
};
const FILL = 'ẽïőũ';

/** All words of a tree in a language that nobody speaks: accented, and 30 % longer. Keys and `{{placeholders}}` stay. */
export function pseudo(tree: unknown): unknown {
  if (typeof tree === 'string') return inPseudo(tree);
  if (Array.isArray(tree)) return tree.map(pseudo);
  return typeof tree === 'object' && tree !== null ? Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, pseudo(value)])) : tree;
}

function inPseudo(words: string): string {
  const parts = words.split(/(\{\{.*?\}\}|\$t\(.*?\))/);
  const said = parts.map((part, index) => (index % 2 === 1 ? part : accented(part))).join('');
  const letters = parts.filter((_, index) => index % 2 === 0).join('').length;
  return said + filling(Math.ceil(letters * 0.3));
}

const accented = (words: string): string => [...words].map((letter) => ACCENTED[letter] ?? letter).join('');

/** Words of usual length: a line may break between them. */
const filling = (length: number): string => Array.from({ length }, (_, index) => (index % 7 === 0 && length > 7 ? ' ' : FILL[index % FILL.length])).join('');
