/** Anything of the bank: its code never changes, its version only grows. */
export interface Versioned {
  readonly code: string;
  readonly version: number;
}

/**
 * Every version of both lists, each once, in an order that depends on nothing but what is in them. A union: joining in
 * any order, any grouping, any number of times gives the same list, and nothing is ever lost (a grow-only set; Shapiro
 * et al. 2011, "A comprehensive study of convergent and commutative replicated data types", section 3.3.1).
 */
export function joinVersions<T extends Versioned>(a: readonly T[], b: readonly T[]): T[] {
  const byText = new Map([...a, ...b].map((item) => [canonicalText(item), item]));
  return [...byText.entries()]
    .sort(([textA, itemA], [textB, itemB]) => compare(itemA.code, itemB.code) || itemA.version - itemB.version || compare(textA, textB))
    .map(([, item]) => item);
}

/** The newest version of each code, in order of their codes. Of two that carry the same number the same one is taken on every machine. */
export function newestByCode<T extends Versioned>(versions: readonly T[]): Map<string, T> {
  const newest = new Map<string, T>();
  for (const item of versions) {
    const known = newest.get(item.code);
    if (known === undefined || isNewer(item, known)) newest.set(item.code, item);
  }
  return new Map([...newest].sort(([a], [b]) => compare(a, b)));
}

/** Texts are compared only where two carry one number: a search asks for the newest of a whole bank at every key. */
const isNewer = (item: Versioned, known: Versioned): boolean =>
  item.version === known.version ? compare(canonicalText(item), canonicalText(known)) > 0 : item.version > known.version;

/** All versions of one code, oldest first. */
export function historyOf<T extends Versioned>(versions: readonly T[], code: string): T[] {
  return joinVersions(versions, []).filter((item) => item.code === code);
}

/** Newest versions that two places wrote differently under one number: people must choose, by writing the next version. */
export function clashes<T extends Versioned>(versions: readonly T[]): T[][] {
  return [...newestByCode(versions).values()]
    .map((newest) => historyOf(versions, newest.code).filter(({ version }) => version === newest.version))
    .filter((same) => same.length > 1);
}

/** The list with one more version of `item`, numbered after all that are there. */
export function revised<T extends Versioned>(versions: readonly T[], item: NoInfer<T>): T[] {
  const last = Math.max(0, ...versions.filter(({ code }) => code === item.code).map(({ version }) => version));
  return joinVersions(versions, [{ ...item, version: last + 1 }]);
}

/** JSON with its keys in order, so that equal things have equal text. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .sort(([a], [b]) => compare(a, b))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalText(field)}`)
    .join(',')}}`;
}

/** By code units, the same in every language of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
