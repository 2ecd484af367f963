import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Page } from 'playwright';
import { makePictureClass } from './pictureClass.ts';
import { openInBrowser } from '../../tests/support/browser.ts';

/** Takes the README's pictures anew from the sample class. Build the window first: `node build/scripts/pictures.ts`. */
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
const app = await openInBrowser();
const { page } = app;

await page.getByRole('button', { name: 'Look at the sample class' }).click();
await page.getByText('Saved').waitFor({ timeout: 120_000 });
await keep(page, 'design');
const wall = /wall\/([^/]+)/.exec(page.url())?.[1] ?? '';
for (const [step, name] of [
  ['line-up', 'line-up'],
  ['levels', 'levels'],
] as const) {
  await app.goTo(`#/wall/${wall}/${step}`);
  await keep(page, name);
}
await app.goTo(`#/wall/${wall}/present`);
await page.getByRole('img', { name: /The whole strip/ }).waitFor();
for (let level = 0; level < 4; level += 1) await page.keyboard.press('PageDown');
await keep(page, 'present');
await page.keyboard.press('Escape');
await app.goTo('#/');
await page.locator('.Home__wall h2').waitFor();
await keep(page, 'home');

const pupil = await makePictureClass(page, wall);
for (const [place, name] of [
  ['confer', 'conference'],
  [`class/${pupil}`, 'kete'],
  ['bank', 'goal-bank'],
] as const) {
  await app.goTo(`#/goals/${place}`);
  await page.reload();
  await keep(page, name);
}
await app.close();

async function keep(shown: Page, name: string): Promise<void> {
  // Pictures arrive a moment after their frames.
  await shown.waitForTimeout(1500);
  await sharp(await shown.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}
