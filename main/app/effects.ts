import type { Call } from '../../core/contract/call.ts';
import { contract, type CallName, type Done, type Handlers, type Contract, type Services, type Work } from '../../core/contract/contract.ts';
import { events, type EventName, type Tell } from '../../core/contract/events.ts';

/** What the app does after a call, by what the contract says beside it. */
export interface Following {
  readonly tell: Tell;
  /** Withdraws files that wait to be fetched, and destroys what nothing names any more. */
  readonly erase: () => void;
  /** Waits until it is known whether the database is sound. @throws Refusal where it is not */
  readonly requireSound: () => Promise<void>;
  readonly start: (call: CallName, work: Work<unknown>) => { job: string };
}

type Handler = (input: unknown) => unknown;

/** Every call with its effects: no use case has to remember them. */
export function withEffects(handlers: Handlers<Contract>, following: Following): Services {
  const entries = (Object.keys(contract) as CallName[]).map((name) => [name, follow(name, contract[name], handlers[name] as Handler, following)]);
  return Object.fromEntries(entries) as Services;
}

function follow(name: CallName, call: Call, handle: Handler, { tell, erase, requireSound, start }: Following): Handler {
  const erases = (input: unknown): boolean => call.effects.erases(input);
  const ready = async (): Promise<void> => {
    if (!call.effects.onDamaged) await requireSound();
  };
  switch (call.kind) {
    case 'reads':
    case 'outside':
      return handle;
    case 'changes':
      // A call that is refused leaves everything as it was.
      return async (input) => {
        await ready();
        const { answer, told } = (await handle(input)) as Done<unknown, EventName>;
        if (erases(input)) erase();
        tellAll(told, tell);
        return answer;
      };
    case 'job':
      return (input) => {
        const work = handle(input) as Work<unknown>;
        return start(name, async (report, signal) => {
          await ready();
          if (erases(input)) erase();
          try {
            return await work(report, signal);
          } finally {
            if (erases(input)) erase();
          }
        });
      };
  }
}

/** Each event as often as it was named, the same one once. */
function tellAll(told: Done<unknown, EventName>['told'], tell: Tell): void {
  for (const [event, payloads] of Object.entries(told) as [EventName, unknown][]) {
    const distinct = new Map((Array.isArray(payloads) ? payloads : [payloads]).map((payload) => [JSON.stringify(payload), payload]));
    for (const payload of distinct.values()) tell(event, events[event].parse(payload));
  }
}
