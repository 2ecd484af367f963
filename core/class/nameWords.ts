/** A label of a form in a line of text: letters `from` up to, not including, `to`. */
export interface Label {
  readonly kind: 'name' | 'other';
  readonly from: number;
  readonly to: number;
}

/** Printed before the place where a name goes; those of one word alone also count without a colon. */
const NAME_LABELS = [
  'name',
  'names',
  'ingoa',
  'by',
  'my name',
  'full name',
  'written by',
  'first name',
  'last name',
  'surname',
  'student',
  'pupil',
  'author',
  'student name',
  'pupil name',
];
/** Printed before something else, so that the name ends there. */
const OTHER_LABELS = [
  'class',
  'date',
  'room',
  'year',
  'group',
  'teacher',
  'grade',
  'subject',
  'ra',
  'te ra',
  'ruma',
  'akomanga',
  'kaiako',
  'school',
  'page',
  'dob',
  'age',
  'address',
  'phone',
];
/** Too common in a sentence to be a label without its colon. */
const ONLY_WITH_COLON = new Set([
  'by',
  'student',
  'pupil',
  'author',
  'ra',
  'page',
  'group',
  'year',
  'school',
  'subject',
  'age',
  'address',
  'phone',
  'first name',
  'last name',
  'my name',
  'my names',
]);

/** Letters without marks and in small; everything else but letters and digits gone. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Where labels stand in a line as it was read, from left to right; one letter of a long label may be misread. */
export function labelsIn(line: string): Label[] {
  const words = [...line.matchAll(/[\p{L}\p{M}\p{N}']+/gu)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));
  const found: Label[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const count of [2, 1]) {
      const some = words.slice(at, at + count);
      if (some.length < count) continue;
      const [first, last] = [some[0]!, some[count - 1]!];
      const said = some.map(({ text }) => folded(text)).join(' ');
      const colon = /^\s?[:;]/.exec(line.slice(last.to));
      const kind = kindOf(said, colon !== null);
      if (kind === null || (colon === null && (leadsOn(line, last.to) || !standsAlone(line, first.from, kind)))) continue;
      found.push({ kind, from: first.from, to: last.to + (colon?.[0].length ?? 0) });
      at += count - 1;
      break;
    }
  }
  return found;
}

/** "Name of student:" is one label, which ends at its colon. */
const leadsOn = (line: string, to: number): boolean => /^\s*of\b/i.test(line.slice(to));

/** Without a colon a label begins its line, or stands behind a gap or a line to write on. */
function standsAlone(line: string, from: number, kind: Label['kind']): boolean {
  const before = line.slice(0, from);
  return before.trim() === '' || /(\s{2,}|[_.-]{2,}\s*)$/.test(before) || (kind === 'other' && /^[A-Z]/.test(line.slice(from)));
}

function kindOf(said: string, colon: boolean): Label['kind'] | null {
  const is = (label: string): boolean => said === label || (label.length >= 4 && said.length >= 4 && editDistance(said, label) <= 1);
  const of = (labels: readonly string[]): boolean => labels.some((label) => is(label) && (colon || (said === label && !ONLY_WITH_COLON.has(label))));
  if (of(NAME_LABELS)) return 'name';
  return of(OTHER_LABELS) ? 'other' : null;
}

/** Words that stand small between the parts of names. */
const BETWEEN = new Set(['and', 'de', 'van', 'der', 'te', 'al', 'von', 'la', 'me', 'ko']);
/** What stands alone at the top of pages and is nobody's name. */
const NO_NAMES = new Set(
  (
    'the a an my our your what why how when where who which monday tuesday wednesday thursday friday saturday sunday january february march april june july ' +
    'august september october november december draft title story date page maths writing reading science diary introduction conclusion plan goal next step part ' +
    'i we it he she they in on at is was are to of because first then after before this that there these school class room test task quick write english science year term week answer question learning can do did does had has have for with not but so'
  ).split(' '),
);

/** What was read with less than this, of 1, is as likely wrong as right. */
const HALF_READ = 0.88;

/** Begins with a small letter that looks unlike its capital. */
const SMALL = /^[abdefghijlmnqrty]/;

/** False where a short line can be told not to be a name; `sure` (0 to 1) is how well it could be read. */
export function mayBeName(line: string, sure: number): boolean {
  const words = line
    .trim()
    .split(/[\s.,]+/u)
    .filter((word) => /\p{L}/u.test(word));
  // A single letter behind a name is its initial.
  const others = words.filter((word, k) => NO_NAMES.has(folded(word)) && !(word.length === 1 && k > 0 && k === words.length - 1)).length;
  // One such word may be a name misread, two are a title.
  if (others >= 2) return false;
  if (sure < HALF_READ) return true;
  if (others > 0) return false;
  if (words.length === 0 || words.length > 6 || /[?!=+]|\d/.test(line)) return false;
  const parts = words.filter((word) => !BETWEEN.has(folded(word)));
  // Some write their names small. Half of them: the capitals of joined hands are easily misread.
  return parts.length <= 2 || parts.filter((word) => !SMALL.test(word)).length * 2 >= parts.length;
}

/** What was read with less than this, of 1, says nothing. */
const READ_AT_ALL = 0.65;
const LEAST_LETTERS = 3;
const MOST_WORDS = 5;

/** True where a short line was read and what was read looks like a name: letters only. `sure` (0 to 1) is how well it could be read. */
export function readsLikeName(line: string, sure: number): boolean {
  const words = line.trim().split(/\s+/u);
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  return sure >= READ_AT_ALL && letters >= LEAST_LETTERS && words.length <= MOST_WORDS && /^[\p{L}\p{M}\s.,'’&-]+$/u.test(line) && mayBeName(line, sure);
}

/** How many letters must be changed, added or taken away (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
