import { describe, expect, test } from 'vitest';
import { createHelperPool, HelperFailure } from '../../main/platform/helpers/helperPool.ts';
import { siblingModule } from '../../main/platform/helpers/siblingModule.ts';
import type { Helper } from '../../main/platform/helpers/startHelper.ts';

/** A helper in this process that answers when the test says so. */
class FakeHelper implements Helper {
  readonly received: unknown[] = [];
  killed = false;
  #onMessage: (message: unknown) => void = () => undefined;
  #onExit: (lastWords: string) => void = () => undefined;

  send(message: unknown): void {
    this.received.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }
  onExit(listener: (lastWords: string) => void): void {
    this.#onExit = listener;
  }
  kill(): void {
    this.killed = true;
    this.#onExit('');
  }
  answer(message: unknown): void {
    this.#onMessage(message);
  }
  die(lastWords: string): void {
    this.#onExit(lastWords);
  }
}

function pool(processes: number): {
  helpers: FakeHelper[];
  run: (name: string, options?: { urgent?: boolean; signal?: AbortSignal; seconds?: number }) => Promise<unknown>;
  pool: ReturnType<typeof createHelperPool>;
} {
  const helpers: FakeHelper[] = [];
  const made = createHelperPool(() => {
    const helper = new FakeHelper();
    helpers.push(helper);
    return helper;
  }, processes);
  return { helpers, pool: made, run: async (name, { seconds = 60, ...options } = {}) => (await made.run({ request: () => name, seconds, ...options })).answer };
}

describe('a pool of helpers', () => {
  test('starts none before there is work, and no more than it may', async () => {
    const { helpers, run } = pool(2);
    expect(helpers).toHaveLength(0);
    const answers = ['a', 'b', 'c'].map((name) => run(name));
    expect(helpers.map((helper) => helper.received)).toEqual([['a'], ['b']]);
    helpers[1]!.answer('B');
    expect(helpers[1]!.received).toEqual(['b', 'c']);
    helpers[0]!.answer('A');
    helpers[1]!.answer('C');
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C']);
  });

  test('takes urgent work before patient work, each in its order', async () => {
    const { helpers, run } = pool(1);
    const answers = [run('running'), run('page 2'), run('page 3'), run('clean', { urgent: true }), run('proxy', { urgent: true })];
    for (let k = 0; k < 5; k++) helpers[0]!.answer('done');
    await Promise.all(answers);
    expect(helpers[0]!.received).toEqual(['running', 'clean', 'proxy', 'page 2', 'page 3']);
  });

  test('fails only the work of a helper that dies, tells its last words, and replaces it', async () => {
    const { helpers, run } = pool(1);
    const first = run('bomb');
    const second = run('harmless');
    helpers[0]!.die('segmentation fault');
    await expect(first).rejects.toMatchObject({ name: 'HelperFailure', reason: 'died' });
    await expect(first).rejects.toThrow('segmentation fault');
    helpers[1]!.answer('fine');
    expect(await second).toBe('fine');
  });

  test('kills a helper that takes too long; what waits does not lose time', async () => {
    const { helpers, run } = pool(1);
    const slow = run('endless', { seconds: 0.05 });
    const next = run('next', { seconds: 30 });
    await expect(slow).rejects.toMatchObject({ reason: 'too-slow' });
    expect(helpers[0]!.killed).toBe(true);
    helpers[1]!.answer('fine');
    expect(await next).toBe('fine');
  });

  test('drops queued work and kills running work that is aborted', async () => {
    const { helpers, run } = pool(1);
    const running = new AbortController();
    const queued = new AbortController();
    const one = run('running', { signal: running.signal });
    const two = run('queued', { signal: queued.signal });
    queued.abort();
    await expect(two).rejects.toMatchObject({ reason: 'stopped' });
    expect(helpers[0]!.killed).toBe(false);
    running.abort();
    await expect(one).rejects.toMatchObject({ reason: 'stopped' });
    expect(helpers[0]!.killed).toBe(true);
    await expect(run('late', { signal: running.signal })).rejects.toBeInstanceOf(HelperFailure);
  });

  test('knows what a helper holds until that helper is gone', async () => {
    const { helpers, pool: made } = pool(1);
    const seen: boolean[] = [];
    const ask = (): Promise<unknown> =>
      made.run({
        request: (held) => {
          seen.push(held.has('file'));
          held.add('file');
          return 'page';
        },
        seconds: 60,
      });
    for (const expected of [false, true]) {
      const answer = ask();
      helpers[0]!.answer('ok');
      await answer;
      expect(seen.at(-1)).toBe(expected);
    }
    made.release('file', 'forget');
    expect(helpers[0]!.received.at(-1)).toBe('forget');
    const dying = ask();
    expect(seen.at(-1)).toBe(false);
    helpers[0]!.die('');
    await expect(dying).rejects.toBeInstanceOf(HelperFailure);
    const fresh = ask();
    expect(seen.at(-1)).toBe(false);
    helpers[1]!.answer('ok');
    await fresh;
  });

  test('ends everything when closed', async () => {
    const { helpers, run, pool: made } = pool(1);
    const answers = [run('running'), run('queued')];
    const failures = Promise.allSettled(answers);
    await made.close();
    expect(helpers[0]!.killed).toBe(true);
    expect((await failures).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    await expect(run('late')).rejects.toMatchObject({ reason: 'stopped' });
  });
});

test('a module is found beside the running file, with that file`s extension', () => {
  expect(siblingModule('file:///app/main/imaging/imaging.ts', './imaging.helper').href).toBe('file:///app/main/imaging/imaging.helper.ts');
  expect(siblingModule('file:///app/dist/main/imaging/imaging.js?v=1', './imaging.helper').href).toBe('file:///app/dist/main/imaging/imaging.helper.js');
});
