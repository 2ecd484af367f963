/** Keeps the newest value of each page, one at a time; what was asked for last goes first. */
export interface Keeper<T> {
  /** Fulfilled when this value or a newer one of the page was kept. */
  put(page: string, value: T): Promise<void>;
  /** Fulfilled when nothing of the page is left to be kept. */
  settled(page: string): Promise<void>;
}

/** @param keep reports its own failures and never throws */
export function createKeeper<T>(keep: (page: string, value: T) => Promise<void>): Keeper<T> {
  const waiting = new Map<string, { value: T; kept: Promise<null>; tell: () => void }>();
  const inHand = new Map<string, Promise<void>>();

  async function work(): Promise<void> {
    if (inHand.size > 0) return;
    for (let [page, next] = newest(); page !== undefined && next !== undefined; [page, next] = newest()) {
      waiting.delete(page);
      const kept = keep(page, next.value);
      inHand.set(page, kept);
      await kept;
      inHand.delete(page);
      next.tell();
    }
  }
  const newest = (): [string?, { value: T; tell: () => void }?] => [...waiting].at(-1) ?? [];

  return {
    async put(page, value) {
      const older = waiting.get(page);
      const { promise: kept, resolve } = Promise.withResolvers<null>();
      const tell = (): void => {
        older?.tell();
        resolve(null);
      };
      waiting.delete(page);
      waiting.set(page, { value, kept, tell });
      void work();
      await kept;
    },
    async settled(page) {
      while (inHand.has(page) || waiting.has(page)) await (inHand.get(page) ?? waiting.get(page)?.kept);
    },
  };
}
