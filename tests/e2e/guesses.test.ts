import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawNameSheet } from '../../build/scripts/names/drawNameSheet.ts';
import { planNameSheet } from '../../build/scripts/names/planNameSheet.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { handOver } from '../support/handOver.ts';
import { jpegOf } from '../support/pictureFiles.ts';

let app: AppInBrowser;
let wall: string;
let task: string;

/** A sheet with a name at its head and no label before it. */
beforeAll(async () => {
  app = await openInBrowser();
  const path = join(app.library, '..', 'sheet.jpg');
  writeFileSync(path, await jpegOf((await drawNameSheet(planNameSheet(7), 7)).picture, 200));
  const trueSize = { name: 'a4', widthMm: 210, heightMm: 297 } as const;
  ({ wall } = await callInPage(app.page, 'walls.create', { question: 'How do you know?', subject: '', year: '', focus: '', trueSize }));
  task = (await callInPage(app.page, 'walls.open', { wall })).task.id;
  await app.goTo(`#/wall/${wall}/collect`);
  await app.page.getByRole('heading', { name: 'Bring in the papers' }).waitFor();
  await handOver(app.page, 'drop', [path]);
});
afterAll(() => app.close());

const redactions = async (): Promise<number> =>
  (await callInPage(app.page, 'papers.list', { task })).flatMap(({ pages }) => pages)[0]!.cleaning.redactions.length;

test('a guess is found by itself and only offered; it is hidden where somebody takes it', { timeout: 300_000 }, async () => {
  const { page } = app;
  // Nobody asked: names are looked for as pages come in.
  await expect.poll(async () => (await callInPage(page, 'names.suggestions', { task }))[0]?.boxes.length ?? 0, { timeout: 120_000 }).toBe(1);
  await app.goTo(`#/wall/${wall}/clean`);
  await page.getByRole('button', { name: 'Names on the stack' }).click();
  const guess = page.getByRole('button', { name: /^Box 1 is only a guess/ });
  await guess.waitFor();
  await page.getByText('a name?').waitFor();
  // As it is, nothing would be hidden.
  await page.getByRole('button', { name: 'Go on page by page' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await guess.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Hide them on 1 page' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Go on page by page' }).waitFor();
  await guess.click();
  await page.getByRole('button', { name: 'Hide them on 1 page' }).click();
  await expect.poll(redactions, { timeout: 60_000 }).toBe(1);
  expect(app.complaints).toEqual([]);
});
