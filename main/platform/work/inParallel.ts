/** Does `work` for every item, at most `most` at a time, begun in their order. The first failure is thrown once all that was begun has ended. */
export async function inParallel<T>(items: readonly T[], most: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  const left = [...items.entries()];
  const failures: unknown[] = [];
  const hand = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && failures.length === 0; next = left.shift()) {
      const [index, item] = next;
      await work(item, index).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: most }, hand));
  if (failures.length > 0) throw failures[0];
}
