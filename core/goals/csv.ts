import type { CurriculumRef, Goal as GoalType, SkillSet } from './goal.ts';
import { Goal } from './goal.ts';
import { tableFromCsv, tableToCsv } from './csvTable.ts';
import type { FileNote } from './fileNote.ts';
import { goalWords } from '../words/goals.ts';

interface Column {
  readonly title: string;
  readonly write: (goal: GoalType) => string;
  /** What a school's own list may leave out. `row` counts the goals of the file from 1. */
  readonly whenAbsent: ((row: number) => string) | null;
}

const COLUMNS = {
  code: { title: 'code', write: (goal) => goal.code, whenAbsent: null },
  pupilText: { title: 'pupil words', write: (goal) => goal.pupilText, whenAbsent: null },
  skillSet: { title: 'skill set', write: (goal) => goal.skillSet, whenAbsent: null },
  yearFrom: { title: 'first year', write: (goal) => String(goal.yearFrom), whenAbsent: null },
  yearTo: { title: 'last year', write: (goal) => String(goal.yearTo), whenAbsent: null },
  family: { title: 'family', write: (goal) => goal.family, whenAbsent: () => '' },
  sayIt: { title: 'say it', write: (goal) => goal.sayIt, whenAbsent: () => '' },
  lens: { title: 'lens', write: (goal) => goal.lens, whenAbsent: () => 'readable' },
  symbol: { title: 'symbol', write: (goal) => goal.symbol ?? '', whenAbsent: () => '' },
  lookFor: { title: 'look for', write: (goal) => goal.lookFor, whenAbsent: () => '' },
  model: { title: 'model', write: (goal) => goal.model, whenAbsent: () => '' },
  adapt: { title: 'adapt', write: (goal) => goal.adapt, whenAbsent: () => '' },
  prerequisites: { title: 'builds on', write: (goal) => goal.prerequisites.join(' '), whenAbsent: () => '' },
  refs: { title: 'curriculum', write: (goal) => goal.refs.map(writeRef).join('\n'), whenAbsent: () => '' },
  order: { title: 'order', write: (goal) => String(goal.order), whenAbsent: (row) => String(row * 10) },
  version: { title: 'version', write: (goal) => String(goal.version), whenAbsent: () => '1' },
  status: { title: 'status', write: (goal) => goal.status, whenAbsent: () => 'draft' },
  replacedBy: { title: 'replaced by', write: (goal) => goal.replacedBy ?? '', whenAbsent: () => '' },
} satisfies Readonly<Record<keyof GoalType, Column>>;

/** No school's list is longer. */
const MOST_ROWS = 5000;

type Name = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Name[];

/** The goals as a table for a spreadsheet, one line each, nothing left out. */
export function goalsToCsv(goals: readonly GoalType[]): string {
  return tableToCsv([NAMES.map((name) => COLUMNS[name].title), ...goals.map((goal) => NAMES.map((name) => COLUMNS[name].write(goal)))]);
}

/**
 * Goals from a table with a header. A school's own list needs the code, the pupil's words, the skill set and the years; the
 * columns may stand in any order, others are named in a note and left out. Lines that can't be read are told, the rest comes in.
 * @param skillSets tell the family where the file doesn't
 */
export function goalsFromCsv(text: string, skillSets: readonly SkillSet[]): { readonly goals: readonly GoalType[]; readonly notes: readonly FileNote[] } {
  const { rows, open, isCut } = tableFromCsv(text, MOST_ROWS);
  const [header, ...lines] = rows;
  if (!header) return { goals: [], notes: [{ line: 1, message: goalWords.table.empty }] };
  const titles = header.cells.map((cell) => cell.trim().toLowerCase());
  const absent = NAMES.filter((name) => !titles.includes(COLUMNS[name].title));
  const needed = absent.filter((name) => COLUMNS[name].whenAbsent === null);
  if (needed.length > 0)
    return {
      goals: [],
      notes: [{ line: header.line, message: goalWords.table.columnsMissing(needed.map((name) => COLUMNS[name].title).join(', ')) }],
    };

  const notes: FileNote[] = unknownColumns(titles).map((title) => ({ line: header.line, message: goalWords.table.columnUnknown(title) }));
  if (isCut) notes.push({ line: lines.at(-1)?.line ?? header.line, message: goalWords.table.tooMany(MOST_ROWS) });
  if (open !== null) notes.push({ line: open, message: goalWords.table.quoteOpen });
  const goals = lines.flatMap(({ line, cells }, index) => {
    const read = (name: Name): string =>
      absent.includes(name) ? (COLUMNS[name].whenAbsent?.(index + 1) ?? '') : (cells[titles.indexOf(COLUMNS[name].title)] ?? '');
    if (cells.length > titles.length) notes.push({ line, message: goalWords.table.tooManyCells(cells.length, titles.length) });
    const goal = goalOf(read, skillSets);
    if (goal.success) return [goal.data];
    notes.push(...goal.error.issues.map((issue) => ({ line, message: plain(issue.path, issue.message) })));
    return [];
  });
  return { goals, notes };
}

const unknownColumns = (titles: readonly string[]): string[] => titles.filter((title) => title !== '' && !NAMES.some((name) => COLUMNS[name].title === title));

function goalOf(read: (name: Name) => string, skillSets: readonly SkillSet[]) {
  const word = (name: Name): string => read(name).trim();
  return Goal.safeParse({
    code: word('code'),
    version: wholeNumber(word('version')),
    status: word('status').toLowerCase(),
    family: word('family').toLowerCase() || skillSets.find(({ code }) => code === word('skillSet'))?.family,
    skillSet: word('skillSet'),
    yearFrom: wholeNumber(word('yearFrom')),
    yearTo: wholeNumber(word('yearTo')),
    order: wholeNumber(word('order')),
    pupilText: read('pupilText'),
    sayIt: read('sayIt'),
    lens: word('lens').toLowerCase(),
    symbol: word('symbol') || null,
    lookFor: read('lookFor'),
    model: read('model'),
    adapt: read('adapt'),
    prerequisites: word('prerequisites')
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
    refs: read('refs')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readRef),
    replacedBy: word('replacedBy') || null,
  });
}

/** Not a number where the cell is empty, so that the schema refuses it. */
const wholeNumber = (text: string): number => (text === '' ? Number.NaN : Number(text));

function plain(path: readonly PropertyKey[], message: string): string {
  const name = NAMES.find((known) => known === path[0]);
  const title = name === undefined ? goalWords.table.thisLine : goalWords.quoted(COLUMNS[name].title);
  const words: Partial<Record<Name, string>> = goalWords.table.must;
  return `${title} ${name === undefined ? message : (words[name] ?? goalWords.table.notRead(message))}`;
}

/** One reference on a line: document | version | year | place | text, with a backslash before |, \ and line ends of its own. */
function writeRef({ document, version, year, place, text }: CurriculumRef): string {
  return [document, version, year, place, text]
    .map((part) => part.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n').replaceAll('\r', '\\r'))
    .join(' | ');
}

function readRef(line: string): Record<string, string> {
  const parts = [''];
  for (const [token] of line.matchAll(/\\.|[\s\S]/g)) {
    if (token === '|') parts.push('');
    else parts[parts.length - 1] += token === '\\n' ? '\n' : token === '\\r' ? '\r' : token.length === 2 ? token.slice(1) : token;
  }
  const [document = '', version = '', year = '', place = '', ...text] = parts.map((part) => part.trim());
  return { document, version, year, place, text: text.join(' | ') };
}
