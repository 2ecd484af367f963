import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { readFileSync } from 'node:fs';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const wall = inject('sampleWall');
let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
});
afterAll(() => app.close());
afterEach(() => expect(app.complaints).toEqual([]));

const date = '2026-03-02';
const button = (name: string) => app.page.getByRole('button', { name });
const madePages = async (): Promise<number> => {
  await button('Make the PDF').click();
  await app.page.getByRole('button', { name: 'Open' }).waitFor();
  const [download] = await Promise.all([app.page.waitForEvent('download'), button('Save').click()]);
  return (await PDFDocument.load(readFileSync(await download.path()))).getPageCount();
};
/** Chooses a goal for the pupil and says which. */
const choose = async (pupil: string): Promise<string> => {
  const goal = (await callInPage(app.page, 'goals.suggest', { pupil, date }))[0]!.goal;
  await callInPage(app.page, 'goals.choose', { pupil, date, goal, origin: 'bank', why: '', second: false, confirmed: false });
  return goal;
};

describe('Tomorrow', () => {
  test('says what to do first where there is nobody, and where nobody has a goal', async () => {
    await app.goTo('#/goals/tomorrow');
    await app.page.getByRole('link', { name: 'To the class list' }).waitFor();
    await callInPage(app.page, 'class.add', { names: ['Mia', 'Noah', 'Isla'] });
    await app.goTo('#/');
    await app.goTo('#/goals/tomorrow');
    await app.page.getByRole('heading', { name: 'Nobody has a goal yet' }).waitFor();
    await expect.poll(() => button('Make the PDF').isDisabled()).toBe(true);
  });

  test('one click makes labels for everyone with a goal; who has none is a link to choose one', async () => {
    const { pupils } = await callInPage(app.page, 'class.list', {});
    for (const { id } of pupils.slice(0, 2)) await choose(id);
    await app.goTo('#/');
    await app.goTo('#/goals/tomorrow');
    await app.page.getByText('1 pupil has no goal yet').waitFor();
    expect(await app.page.getByRole('link', { name: 'Choose a goal for Isla' }).getAttribute('href')).toBe(`#/goals/class/${pupils[2]!.id}`);
    await app.page.getByRole('img', { name: 'Page 1 of 1' }).waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('textbox', { name: 'Begin at label' }).fill('21');
    await app.page.keyboard.press('Tab');
    await app.page.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
    await app.page.getByRole('radio', { name: 'Names' }).click({ force: true });
    expect(await madePages()).toBe(2);
    await button('Draw by hand').click();
    await app.page.getByText('All goals are as you last printed them.').waitFor();
    expect(await callInPage(app.page, 'handouts.goalsPrinted', {})).toMatchObject({
      names: true,
      pupils: [{ pupil: pupils[0]!.id }, { pupil: pupils[1]!.id }],
    });
  });

  test('afterwards only the new goals can be printed, with names as last time', async () => {
    const { pupils } = await callInPage(app.page, 'class.list', {});
    await choose(pupils[2]!.id);
    await app.goTo('#/');
    await app.page.reload();
    await app.goTo('#/goals/tomorrow');
    await app.page.getByText('1 new goal since you last printed').waitFor();
    await app.page.getByRole('radio', { name: 'New goals only' }).click({ force: true });
    await expect.poll(() => app.page.getByRole('radio', { name: 'Names' }).isChecked()).toBe(true);
    await button('Strips to glue in').click();
    expect(await madePages()).toBe(1);
    await button('Draw by hand').click();
    await app.page.getByRole('heading', { name: 'Nobody has a new goal since you last printed.' }).waitFor();
    await button('Print for everyone').click();
    await app.page.getByRole('img', { name: 'Page 1 of 1' }).waitFor();
  });

  test.each(['Sticker charts', 'Ketes', 'Conference list', 'Visit to a lesson'])('%s: seen as it will be printed, and made', async (name) => {
    await button(name).click();
    await app.page.getByRole('heading', { name, level: 1 }).waitFor();
    await app.page.getByRole('img', { name: /^Page 1 of/ }).waitFor();
    expect(await madePages()).toBeGreaterThan(0);
    expect(await seriousFindings(app.page)).toEqual([]);
  });
});

describe('Handouts', () => {
  test.each([
    ['Answer sheets', 3],
    ['Glow and grow', 1],
    ['Labels', 1],
  ])('%s for the class', async (name, pages) => {
    await app.goTo(`#/handouts/${wall}`);
    await button(name).click();
    await app.page.getByRole('img', { name: `Page 1 of ${pages}` }).waitFor();
    expect(await madePages()).toBe(pages);
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('the chart for desks is one page', async () => {
    await button('Chart for desks').click();
    await app.page.getByRole('img', { name: 'The chart as it lies on a desk' }).first().waitFor();
    expect(await madePages()).toBe(1);
  });

  test('answer sheets with numbers, as many as asked for', async () => {
    await button('Answer sheets').click();
    await app.page.getByRole('radio', { name: 'With numbers' }).click({ force: true });
    await app.page.getByRole('textbox', { name: 'How many' }).fill('5');
    await app.page.keyboard.press('Tab');
    await app.page.getByRole('img', { name: 'Page 1 of 5' }).waitFor();
    expect(await madePages()).toBe(5);
    expect((await callInPage(app.page, 'handouts.sheetsOut', { task: (await callInPage(app.page, 'walls.open', { wall })).task.id })).printed).toBe(3);
  });
});
