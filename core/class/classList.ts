import { editDistance, folded } from './nameWords.ts';

/** A name of the list in a line: which one, its letters `from` up to, not including, `to`, and how many letters differ. */
export interface Hit {
  readonly name: number;
  readonly from: number;
  readonly to: number;
  readonly distance: number;
}

interface Form {
  readonly name: number;
  readonly letters: string;
  readonly parts: readonly string[];
}

/** Names that are also words; in small letters they are taken for the word. */
const ALSO_WORDS = new Set(
  'will may mark grace rose jack bill hope joy april june ray dawn summer daisy lily ruby pearl rich art pat sue drew frank miles chase hunter river sky star moon rain sunny iris ivy holly jasmine kit max pip rowan sage robin dean grant guy harry jay jean josh lane penny reed rob sandy skip ted tom violet wade ward'.split(
    ' ',
  ),
);
const MOST_WORDS = 3;

/** Whole names and first names, as they are looked for. */
function formsOf(names: readonly string[]): Form[] {
  return names.flatMap((full, name) => {
    const parts = full
      .split(/[\s-]+/u)
      .map(folded)
      .filter((part) => part.length > 0);
    const forms = [{ name, letters: parts.join(''), parts }];
    if (parts.length > 1) forms.push({ name, letters: parts[0]!, parts: parts.slice(0, 1) });
    return forms.filter(({ letters }) => letters.length >= 2);
  });
}

/** How many letters of a name may be misread in the middle of a text. */
const tolerance = (length: number): number => (length <= 4 ? 0 : length <= 6 ? 1 : length <= 9 ? 2 : 3);

/** Names of the list anywhere in a line as it was read, those that fit best; first names and whole names. */
export function namesInLine(line: string, names: readonly string[]): Hit[] {
  const words = [...line.matchAll(/[\p{L}\p{M}'’]+/gu)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));
  const found: Hit[] = [];
  for (const { name, letters, parts } of formsOf(names)) {
    for (let at = 0; at < words.length; at++) {
      for (let some = 1; some <= Math.min(MOST_WORDS, parts.length); some++) {
        const taken = words.slice(at, at + some);
        if (taken.length < some) continue;
        const hit = hitIn(taken, name, letters);
        // Each word for itself, or any short word behind a long first name would pass for a surname.
        const fits = some < parts.length || parts.every((part, k) => editDistance(folded(taken[k]!.text), part) <= Math.max(1, Math.floor(part.length / 3)));
        if (hit !== null && (fits || hit.distance === 0)) found.push(hit);
      }
    }
  }
  // The whole name before the first name in it: what is left over would still tell.
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.distance - b.distance);
  const kept: Hit[] = [];
  for (const hit of found) if (!kept.some(({ from, to }) => hit.from < to && from < hit.to)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}

function hitIn(words: readonly { text: string; from: number; to: number }[], name: number, letters: string): Hit | null {
  const said = folded(words.map(({ text }) => text).join(''));
  const [from, to] = [words[0]!.from, words.at(-1)!.to];
  const capital = /^\p{Lu}/u.test(words[0]!.text);
  if (!capital && ALSO_WORDS.has(letters)) return null;
  // Words that ran together when they were read.
  const inside = letters.length >= 5 ? said.indexOf(letters) : -1;
  if (inside >= 0) return { name, from, to, distance: 0 };
  if (Math.abs(said.length - letters.length) > tolerance(letters.length)) return null;
  const distance = editDistance(said, letters);
  return distance <= tolerance(letters.length) && (distance === 0 || capital) ? { name, from, to, distance } : null;
}

/** Of a line that is nothing but a name, the one of the list that is nearest; null where several are as near, or none is near enough. */
export function whoseName(line: string, names: readonly string[]): number | null {
  const said = folded(line);
  if (said.length < 2) return null;
  const ranked = formsOf(names)
    .map(({ name, letters }) => ({ name, share: editDistance(said, letters) / Math.max(said.length, letters.length) }))
    .sort((a, b) => a.share - b.share);
  const [best] = ranked;
  const rival = ranked.find(({ name }) => name !== best?.name);
  return best === undefined || best.share > 0.34 || (rival !== undefined && rival.share <= best.share) ? null : best.name;
}
