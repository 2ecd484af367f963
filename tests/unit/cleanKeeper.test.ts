import { expect, test } from 'vitest';
import { createKeeper } from '../../renderer/screens/capture/clean/createKeeper.ts';

/** A keeper whose work is finished by hand. */
function slowKeeper(): { keeper: ReturnType<typeof createKeeper<string>>; begun: string[]; finish(): Promise<void> } {
  const begun: string[] = [];
  const finishers: (() => void)[] = [];
  const keeper = createKeeper<string>((page, value) => {
    begun.push(`${page}=${value}`);
    return new Promise((resolve) => finishers.push(resolve));
  });
  return {
    keeper,
    begun,
    async finish() {
      finishers.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('only one page is kept at a time, and what was asked for last goes first', async () => {
  const { keeper, begun, finish } = slowKeeper();
  const all = ['a', 'b', 'c'].map((page) => keeper.put(page, '1'));
  expect(begun).toEqual(['a=1']);
  await finish();
  await finish();
  await finish();
  await Promise.all(all);
  expect(begun).toEqual(['a=1', 'c=1', 'b=1']);
});

test('of several values of a page that wait, the newest is kept, and everybody is told', async () => {
  const { keeper, begun, finish } = slowKeeper();
  const told: string[] = [];
  void keeper.put('a', '1').then(() => told.push('1'));
  void keeper.put('a', '2').then(() => told.push('2'));
  void keeper.put('a', '3').then(() => told.push('3'));
  await finish();
  expect(told).toEqual(['1']);
  await finish();
  expect(told).toEqual(['1', '2', '3']);
  expect(begun).toEqual(['a=1', 'a=3']);
});

test('a page is settled when nothing of it is left, whatever else waits', async () => {
  const { keeper, finish } = slowKeeper();
  void keeper.put('a', '1');
  void keeper.put('b', '1');
  void keeper.put('a', '2');
  let settled = false;
  void keeper.settled('a').then(() => (settled = true));
  await finish();
  expect(settled).toBe(false);
  await finish();
  expect(settled).toBe(true);
  await keeper.settled('never seen');
});
