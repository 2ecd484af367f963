/** Reads what was kept under earlier names: each key that `names` knows is given its name of today, unless that is there already. For `z.preprocess`. */
export const renamed =
  (names: Readonly<Record<string, string>>) =>
  (kept: unknown): unknown =>
    typeof kept !== 'object' || kept === null || Array.isArray(kept)
      ? kept
      : Object.fromEntries(Object.entries(kept).map(([key, value]) => [names[key] !== undefined && !(names[key] in kept) ? names[key] : key, value]));
