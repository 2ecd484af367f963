import { contract, type Api } from '../../core/contract/contract.ts';
import { events, type Job } from '../../core/contract/events.ts';
import { answerOf, type Reply } from '../../core/kernel/refusal.ts';

/** A wire carries replies to calls and payloads of events, nothing more. */
export interface Wire {
  send(name: string, input: unknown): Promise<Reply>;
  listen(event: string, listener: (payload: unknown) => void): () => void;
}

/** The same typed calls over any wire; a refused call throws a `Refusal`. What came over the wire gets its type here and nowhere else. */
export function createApi(wire: Wire): Api {
  return {
    async call(name, input) {
      const answer = answerOf(await wire.send(name, input));
      const call = contract[name];
      return ('result' in call ? { ...call.output.parse(answer), call: name } : call.output.parse(answer)) as never;
    },
    on: (event, listener) => wire.listen(event, (payload) => listener(events[event].parse(payload) as never)),
    ended: ({ job, call }, last) => endOf(job, contract[call].result, last) as never,
  };
}

function endOf(job: string, shape: { parse(result: unknown): unknown }, { state, result }: Job): { job: string; state: Job['state']; result: unknown } | null {
  if (state === 'running') return null;
  if (state === 'failed') return { job, state, result: null };
  return { job, state, result: state === 'cancelled' && result === undefined ? null : shape.parse(result) };
}
