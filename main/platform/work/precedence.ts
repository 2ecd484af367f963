/** Lets what a person waits for go before what is only made ready for later. */
export interface Precedence {
  /** Does what a person waits for. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Comes back once nobody waits for anything, or the signal is aborted. */
  turn(signal: AbortSignal): Promise<void>;
}

export function createPrecedence(): Precedence {
  let going = 0;
  let free = Promise.withResolvers<null>();
  return {
    async first(work) {
      going++;
      try {
        return await work();
      } finally {
        going--;
        if (going === 0) {
          free.resolve(null);
          free = Promise.withResolvers();
        }
      }
    },
    async turn(signal) {
      const aborted = Promise.withResolvers<null>();
      const stop = (): void => aborted.resolve(null);
      signal.addEventListener('abort', stop);
      while (going > 0 && !signal.aborted) await Promise.race([free.promise, aborted.promise]);
      signal.removeEventListener('abort', stop);
    },
  };
}
