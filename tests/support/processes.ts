import { readdirSync, readFileSync } from 'node:fs';

/** What Linux tells of processes. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that `pid` started, and those that these started; a process that has ended is none. */
export function descendantsOf(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => look(Number(name)));
  const under = (parent: number): Process[] => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...under(one.pid)]);
  return under(pid);
}

export const isAlive = (pid: number): boolean => look(pid).length > 0;

/** The files of code that the process has in its memory. */
export const mappedBy = (pid: number): string[] => [
  ...new Set(
    readFileSync(`/proc/${pid}/maps`, 'utf8')
      .split('\n')
      .flatMap((line) => /\s(\/.*)$/.exec(line)?.[1] ?? []),
  ),
];

function look(pid: number): Process[] {
  try {
    const [state = 'Z', parent = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // Dead already, and only not yet asked after.
    if (state === 'Z' || state === 'X') return [];
    return [{ pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    return [];
  }
}
