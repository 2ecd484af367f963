import type { Page } from 'playwright';
import { contract, type CallName, type Input, type Output } from '../../core/contract/contract.ts';

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
