import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

const wall = inject('sampleWall');
let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
});
afterAll(() => app.close());

const codesOnTable = (): Promise<string[]> => app.page.locator('.LineUp__table .LineUp__card-foot b').allTextContents();

describe('Line up', () => {
  test('shows the agreed line, and a paper dragged elsewhere stays there', async () => {
    await app.goTo(`#/wall/${wall}/line-up`);
    const cards = app.page.locator('.LineUp__table .LineUp__paper-card');
    await cards.nth(11).waitFor();
    const before = await codesOnTable();
    const from = await cards.nth(1).boundingBox();
    const to = await cards.nth(2).boundingBox();
    if (from === null || to === null) throw new Error('The table is empty.');
    await app.page.mouse.move(from.x + 40, from.y + 20);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x + to.width - 10, to.y + 20, { steps: 8 });
    await app.page.mouse.up();
    await expect.poll(codesOnTable).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
    await app.page.keyboard.press('Control+z');
    await expect.poll(codesOnTable).toEqual(before);
  });

  test('is worked by keys alone: along, lower, off the table and back', async () => {
    const before = await codesOnTable();
    await app.page.locator('.LineUp__table .LineUp__card-face').nth(3).focus();
    await app.page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(codesOnTable).toEqual([...before.slice(0, 2), before[3], before[2], ...before.slice(4)]);
    await app.page.keyboard.press('Delete');
    await expect.poll(codesOnTable).toEqual([...before.slice(0, 3), ...before.slice(4)]);
    await app.page.locator('.LineUp__tray .LineUp__card-face').first().focus();
    await app.page.keyboard.press('End');
    await expect.poll(codesOnTable).toEqual([...before.slice(0, 3), ...before.slice(4), before[3]]);
    for (let back = 0; back < 3; back += 1) await app.page.keyboard.press('Control+z');
    await expect.poll(codesOnTable).toEqual(before);
  });

  test('puts two papers side by side, and the one said to be higher goes behind the other', async () => {
    const before = await codesOnTable();
    await app.page.locator('.LineUp__table .LineUp__paper-card').nth(0).getByRole('button', { name: 'Side by side' }).click();
    await app.page.locator('.LineUp__table .LineUp__paper-card').nth(2).getByRole('button', { name: 'Side by side' }).click();
    await app.page.locator('.screen-head').getByRole('button', { name: 'Side by side' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'Side by side' });
    await dialog.waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'This one is higher' }).first().click();
    await expect.poll(codesOnTable).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    await app.page.keyboard.press('Control+z');
    await expect.poll(codesOnTable).toEqual(before);
  });

  test('looks closer and walks along the line', async () => {
    await app.page.locator('.LineUp__table .LineUp__card-face').first().dblclick();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Higher neighbour' }).click();
    await expect.poll(() => dialog.getByRole('heading').textContent()).toContain('2 / 12');
    await app.page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await seriousFindings(app.page)).toEqual([]);
  });
});

describe('Levels', () => {
  test('words are added, carried on and undone', async () => {
    await app.goTo(`#/wall/${wall}/levels`);
    const column = app.page.locator('.Levels__level-column').nth(1);
    const field = column.getByPlaceholder('What is new here? In pupils’ words');
    await field.fill('Says it with tūī words');
    await field.press('Enter');
    await expect.poll(() => column.locator('[data-kind=new] textarea').last().inputValue()).toBe('Says it with tūī words');
    await column.getByRole('button', { name: 'What to do with “Says it with tūī words”' }).click();
    await app.page.getByRole('menuitem', { name: 'Also “still here” at the next level' }).click();
    await expect
      .poll(() => app.page.locator('.Levels__level-column').nth(2).locator('[data-kind=kept] textarea').last().inputValue())
      .toBe('Says it with tūī words');
    await app.page.getByRole('heading', { name: 'Choose the levels' }).click();
    await app.page.keyboard.press('Control+z');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => column.locator('[data-kind=new] textarea').last().inputValue()).toBe('Uses because');
  });

  test('another paper is chosen for a level, by a click or a drag', async () => {
    const column = app.page.locator('.Levels__level-column').nth(4);
    await column.getByRole('button', { name: /^Take paper/ }).click();
    await app.page.locator('.Levels__anchor-line button').nth(10).click();
    await expect.poll(() => column.locator('figcaption').textContent()).toContain('Paper 11');
    await app.page.locator('.Levels__anchor-line button').nth(9).dragTo(column);
    await expect.poll(() => column.locator('figcaption').textContent()).toContain('Paper 5');
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('the scale takes two to ten levels, in numbers, letters, words or stars', async () => {
    const labels = (): Promise<string[]> => app.page.locator('.Levels__level-head .LevelBadge__level-badge').allTextContents();
    await app.page.getByRole('button', { name: 'One level more' }).click();
    await expect.poll(labels).toEqual(['0', '1', '2', '3', '4', '5']);
    await app.page.getByText('A B C').click();
    await expect.poll(labels).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    await app.page.getByText('★ ★★').click();
    await expect.poll(labels).toEqual(['★', '★★', '★★★', '★★★★', '★★★★★', '6★']);
    for (let fewer = 0; fewer < 4; fewer += 1) await app.page.getByRole('button', { name: 'One level fewer' }).click();
    await expect.poll(labels).toEqual(['★', '★★']);
    expect(await app.page.getByRole('button', { name: 'One level fewer' }).isDisabled()).toBe(true);
  });
});

describe('Present', () => {
  test('a clicker goes through the levels, blanks the screen and leaves; F5 does not reload', async () => {
    await app.goTo(`#/wall/${wall}/present`);
    await app.page.getByRole('img', { name: /The whole strip/ }).waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.evaluate(() => {
      document.body.dataset['same'] = 'yes';
    });
    await app.page.keyboard.press('PageDown');
    await app.page.locator('.Present__level-view').waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.keyboard.press('.');
    await expect.poll(() => app.page.locator('.Present__present-view').count()).toBe(0);
    await app.page.keyboard.press('b');
    await app.page.locator('.Present__level-view').waitFor();
    await app.page.keyboard.press('F5');
    expect(await app.page.evaluate(() => document.body.dataset['same'])).toBe('yes');
    await app.page.keyboard.press('PageUp');
    await app.page.getByRole('img', { name: /The whole strip/ }).waitFor();
    await app.page.keyboard.press('Escape');
    await expect.poll(() => app.page.url()).toContain('/design');
  });
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
