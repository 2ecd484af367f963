import { contract, events, type Api } from '../../core/contract/contract.ts';
import { Refusal, type Reply } from '../../core/kernel/refusal.ts';

/** A wire carries replies to calls and payloads of events, nothing more. */
export interface Wire {
  send(name: string, input: unknown): Promise<Reply>;
  listen(event: string, listener: (payload: unknown) => void): () => void;
}

/** The same typed calls over any wire; a refused call throws a `Refusal`. */
export function createApi(wire: Wire): Api {
  return {
    async call(name, input) {
      const reply = await wire.send(name, input);
      if (!reply.ok) throw new Refusal(reply.error.code, reply.error);
      return contract[name].output.parse(reply.value) as never;
    },
    on: (event, listener) => wire.listen(event, (payload) => listener(events[event].parse(payload) as never)),
  };
}
