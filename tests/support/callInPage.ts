import type { Page } from 'playwright';
import { contract, type CallName, type Input, type Output } from '../../core/contract/contract.ts';
import { pupilRecord } from './pupilRecord.ts';

/** Asks the services as the window does, with the window's own cookie. Throws an Error with what they said where they refuse. */
export async function callInPage<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate(
    async ([to, body]) =>
      (await fetch(`/api/${to}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json() as Promise<{
        ok: boolean;
        value?: unknown;
        error?: { message: string };
      }>,
    [name, JSON.stringify(input)] as const,
  );
  if (!reply.ok) throw new Error(reply.error?.message ?? 'Refused.');
  return contract[name].output.parse(reply.value) as Output<N>;
}

/** Where a pupil stands, with every outcome that holds. */
export async function recordInPage(page: Page, pupil: string): Promise<ReturnType<typeof pupilRecord>> {
  const state = (await callInPage(page, 'goals.class', {})).find((one) => one.pupil === pupil);
  if (state === undefined) throw new Error('Nobody of this id is in the class.');
  return pupilRecord(state, await callInPage(page, 'goals.story', { pupil }));
}
