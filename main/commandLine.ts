export class UsageError extends Error {}

export interface CommandLine {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
  /** Set by a command that did its work but has to say no. */
  status?: number;
}

export interface Answer {
  readonly json: unknown;
  readonly text: string;
}

export function need(line: CommandLine, name: string): string {
  const value = line.values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

export function wholeNumber(line: CommandLine, name: string): number | null {
  const value = line.values[name];
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^\d+$/.test(value)) throw new UsageError(`--${name} takes a whole number.`);
  return Number(value);
}

export function millimetres(line: CommandLine, name: string): number | null {
  const value = line.values[name];
  if (value === undefined) return null;
  const number = Number(value);
  if (typeof value !== 'string' || value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new UsageError(`--${name} takes a length in millimetres.`);
  return number;
}
