import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { descendantsOf } from '../support/processes.ts';

const SENTENCE = 'Stepwall had to open its library again; everything you finished is saved.';

describe.skipIf(process.platform !== 'linux')('a window whose services end (Linux)', () => {
  let app: AppInBrowser;
  beforeAll(async () => {
    app = await openInBrowser({ copyOf: inject('sample') });
  });
  afterAll(() => app.close());

  const kill = (): void => {
    const services = descendantsOf(process.pid).filter(({ parent, command }) => parent === process.pid && command.includes('main/service.ts'));
    expect(services).toHaveLength(1);
    services.forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
  };
  const notice = () => app.page.locator('.Notices__notice', { hasText: SENTENCE });

  test('says so in one sentence and goes on: what is asked next is answered, and pictures come', async () => {
    await app.page.getByRole('link', { name: 'Open “Why do bees matter?”' }).waitFor();
    kill();
    await notice().waitFor();
    expect(await app.page.locator('.Notices__notice').count()).toBe(1);
    await app.goTo(`#/wall/${inject('sampleWall')}/collect`);
    await expect.poll(() => app.page.locator('img').count()).toBeGreaterThan(3);
    await expect
      .poll(() =>
        app.page.locator('img').evaluateAll((pictures) => pictures.every((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0)),
      )
      .toBe(true);
  });

  test('does what is asked right after it, or says that it was interrupted and keeps what was typed', async () => {
    await app.goTo('#/class');
    const typed = app.page.getByLabel('Paste or type the names');
    await typed.fill('Aroha\nTama');
    kill();
    const add = app.page.getByRole('button', { name: 'Add 2 pupils' });
    await add.click();
    const shown = (): Promise<string[]> =>
      app.page.locator('.People__pupils input').evaluateAll((inputs) => inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')));
    const interrupted = app.page.getByText('This was interrupted');
    await expect.poll(async () => (await interrupted.count()) + (await shown()).length).toBeGreaterThan(0);
    if ((await interrupted.count()) > 0) {
      expect(await typed.inputValue()).toBe('Aroha\nTama');
      if ((await shown()).length === 0) await add.click();
    }
    await expect.poll(shown).toEqual(['Aroha', 'Tama']);
    await app.page.reload();
    await expect.poll(shown).toEqual(['Aroha', 'Tama']);
    expect(app.complaints).toEqual([]);
  });
});
