import { FileProblem } from '../../../core/capture/fileProblem.ts';
import { contract, type CallName, type Services } from '../../../core/contract/contract.ts';
import { Refusal, type Problem, type ProblemCode, type Reply } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { asTrouble } from '../asTrouble.ts';

export type Dispatch = (name: unknown, input: unknown) => Promise<Reply>;

/** The single door: checks the name, the input and the output, and turns every failure into words a teacher can read. */
export function createDispatch(services: Services, log: (error: unknown) => void): Dispatch {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return failed('not-found', troubleWords.call.unknown);
    const call = contract[name as CallName];
    const parsed = call.input.safeParse(input);
    if (!parsed.success) {
      log(new Error(`${name}: ${parsed.error.message}`));
      return failed('bad-request', troubleWords.call.notUsable);
    }
    try {
      const run = services[name as CallName] as (input: unknown) => unknown;
      return { ok: true, value: call.output.parse(await run(parsed.data)) };
    } catch (error) {
      return { ok: false, error: problemFrom(error, log) };
    }
  };
}

/** What a failure looks like to a teacher; anything unexpected goes to the log and says only that nothing was lost. */
export function problemFrom(error: unknown, log: (error: unknown) => void): Problem {
  const known = asTrouble(error);
  if (known instanceof Refusal) return { code: known.code, message: known.message, hint: known.hint };
  if (error instanceof FileProblem) return { code: 'unreadable', message: error.message, hint: error.hint };
  log(error);
  return { code: 'internal', ...troubleWords.unexpected };
}

const failed = (code: ProblemCode, said: { message: string; hint: string }): Reply => ({ ok: false, error: { code, ...said } });
