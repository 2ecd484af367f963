import { expect, test } from 'vitest';
import { createPrecedence } from '../../main/platform/work/precedence.ts';

const still = new AbortController().signal;
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is made ready for later waits until nobody waits for anything, also where that failed', async () => {
  const precedence = createPrecedence();
  await precedence.turn(still);
  const one = Promise.withResolvers<string>();
  const two = Promise.withResolvers<null>();
  const done: string[] = [];
  const first = precedence.first(() => one.promise);
  const second = precedence.first(() => two.promise);
  const later = precedence.turn(still).then(() => done.push('later'));
  one.resolve('found');
  expect(await first).toBe('found');
  await soon();
  expect(done).toEqual([]);
  two.reject(new Error('no paper'));
  await expect(second).rejects.toThrow('no paper');
  await later;
  expect(done).toEqual(['later']);
  await precedence.turn(still);
});

test('whoever is stopped waits no longer', async () => {
  const precedence = createPrecedence();
  const never = Promise.withResolvers<null>();
  const work = precedence.first(() => never.promise);
  const stop = new AbortController();
  const turn = precedence.turn(stop.signal);
  stop.abort();
  await turn;
  never.resolve(null);
  await work;
});
