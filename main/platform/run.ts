import { execFile } from 'node:child_process';

export interface Ran {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
  /** True where there is no such program. */
  readonly missing: boolean;
}

/** Runs a program with its arguments as they are (no shell), its messages in English. Never rejects but when aborted. */
export function run(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { signal, timeout = 30_000 }: { signal?: AbortSignal; timeout?: number } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...environment, LC_ALL: 'C', LANG: 'C' };
    execFile(program, [...args], { env, timeout, maxBuffer: 32 * 1024 * 1024, ...(signal === undefined ? {} : { signal }) }, (error, out, err) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      resolve({ ok: error === null, out, err, missing: error !== null && 'code' in error && error.code === 'ENOENT' });
    });
  });
}
