import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const wall = inject('sampleWall');
let app: AppInBrowser;
let first: PageFacts;

beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  first = await keptPage(0);
  await app.goTo(`#/wall/${wall}/clean`);
  await result().waitFor();
});
afterAll(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const result = () => app.page.getByRole('img', { name: /^The clean copy of/ });
const frame = () => app.page.locator('.Clean__photo .LensFrame__frame');
const progress = (words: string) => app.page.getByText(words, { exact: true }).waitFor();
const papers = async () => callInPage(app.page, 'papers.list', { task: (await callInPage(app.page, 'walls.open', { wall })).task.id });
const press = (keys: string) => app.page.keyboard.press(keys);

async function keptPage(index: number): Promise<PageFacts> {
  const page = (await papers())[index]?.pages[0];
  if (page === undefined) throw new Error(`There is no paper ${index}.`);
  return page;
}

/** Drags by parts of the photo's size. */
async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const box = await frame().boundingBox();
  if (box === null) throw new Error('The photo is not in sight.');
  await app.page.mouse.move(box.x + from.x * box.width, box.y + from.y * box.height);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + to.x * box.width, box.y + to.y * box.height, { steps: 6 });
  await app.page.mouse.up();
}

const cornerOf = ({ cleaning, width, height }: PageFacts, index: number): { x: number; y: number } => {
  const point = cleaning.quad?.[index];
  if (point === undefined) throw new Error('The page has no outline.');
  return { x: point.x / width, y: point.y / height };
};

test('a finished class leads on to lining up, and every state can be read by everyone', async () => {
  await progress('12 of 12 checked');
  await button('Line up').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('a corner is dragged under a magnifier; the page must be looked at again; Ctrl+Z gives the outline back and leaves the chart alone', async () => {
  const chart = (await callInPage(app.page, 'walls.open', { wall })).chart;
  const at = cornerOf(first, 0);
  const box = await frame().boundingBox();
  if (box === null) throw new Error('The photo is not in sight.');
  await app.page.mouse.move(box.x + at.x * box.width, box.y + at.y * box.height);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + (at.x + 0.05) * box.width, box.y + (at.y + 0.06) * box.height, { steps: 5 });
  await app.page.locator('.OnPicture__lens').waitFor();
  await app.page.mouse.up();
  await expect.poll(() => app.page.locator('.OnPicture__lens').count()).toBe(0);
  await progress('11 of 12 checked');
  await expect.poll(async () => (await keptPage(0)).checked).toBe(false);
  await expect.poll(async () => cornerOf(await keptPage(0), 0).x).toBeCloseTo(at.x + 0.05, 2);
  expect(cornerOf(await keptPage(0), 0).y).toBeCloseTo(at.y + 0.06, 2);
  await press('Control+z');
  await expect.poll(async () => (await keptPage(0)).cleaning.quad).toEqual(first.cleaning.quad);
  expect((await callInPage(app.page, 'walls.open', { wall })).chart).toEqual(chart);
});

test('arrow keys move a corner by one pixel of the photo, with Shift by ten, as one step of undo', async () => {
  await button('Bottom right corner').focus();
  for (const keys of ['ArrowLeft', 'ArrowLeft', 'Shift+ArrowUp']) await press(keys);
  const [, , from] = first.cleaning.quad ?? [];
  await expect.poll(async () => (await keptPage(0)).cleaning.quad?.[2]).toEqual({ x: (from?.x ?? 0) - 2, y: (from?.y ?? 0) - 10 });
  await press('Control+z');
  await expect.poll(async () => (await keptPage(0)).cleaning.quad).toEqual(first.cleaning.quad);
});

test('a name is hidden by a drawn box, which is moved by keys and taken away by Delete', async () => {
  await press('n');
  expect(await seriousFindings(app.page)).toEqual([]);
  await drag({ x: 0.4, y: 0.55 }, { x: 0.6, y: 0.62 });
  await expect.poll(async () => (await keptPage(0)).cleaning.redactions.length).toBe(2);
  const [, drawn] = (await keptPage(0)).cleaning.redactions;
  expect((drawn?.width ?? 0) / first.width).toBeCloseTo(0.2, 1);
  expect((drawn?.x ?? 0) / first.width).toBeCloseTo(0.4, 1);
  await button('Hidden: box 2').focus();
  await press('Shift+ArrowRight');
  await expect.poll(async () => (await keptPage(0)).cleaning.redactions[1]?.x).toBeCloseTo((drawn?.x ?? 0) + 10, 6);
  await button('Hidden: box 2').focus();
  await press('Delete');
  await expect.poll(async () => (await keptPage(0)).cleaning.redactions).toEqual(first.cleaning.redactions);
});

test('the page is turned, straightened, left as it is and cut; what is seen follows, and is kept on leaving', async () => {
  const wideOf = async (): Promise<number> =>
    result().evaluate((image) => (image as HTMLImageElement).naturalWidth / (image as HTMLImageElement).naturalHeight);
  const before = await wideOf();
  await button('Turn right').click();
  await expect.poll(wideOf).toBeLessThan(1);
  await button('Turn left').click();
  await expect.poll(wideOf).toBeCloseTo(before, 1);
  await button('Adjust').click();
  await app.page.getByRole('slider', { name: 'Straighten' }).focus();
  expect(await seriousFindings(app.page)).toEqual([]);
  await press('ArrowRight');
  await expect.poll(async () => (await keptPage(0)).cleaning.degrees).toBeCloseTo(first.cleaning.degrees + 0.1, 6);
  await app.page.getByText('Leave the paper as it is').click();
  await expect.poll(async () => (await keptPage(0)).cleaning.flatten).toBeNull();
  await button('Cut to the response').click();
  await expect.poll(wideOf).toBeLessThan(before);
  await button('Whole page').click();
  await button('The part that is kept').focus();
  expect(await seriousFindings(app.page)).toEqual([]);
  await press('Escape');
  await press('j');
  await expect.poll(async () => (await keptPage(0)).cleaning.crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  await press('k');
});

test('“No name to be seen” is said by Enter, taken back by a click, and only then is the copy on the wall', async () => {
  const onWall = async (): Promise<number> =>
    (await callInPage(app.page, 'walls.open', { wall })).shownPapers.reduce((sum, { pages }) => sum + pages.length, 0);
  await app.page.getByRole('option', { name: /^Paper 1,/ }).click();
  await button('No name to be seen').waitFor();
  await expect.poll(() => button('No name to be seen').isEnabled()).toBe(true);
  expect(await onWall()).toBe(11);
  await press('Enter');
  await progress('12 of 12 checked');
  await expect.poll(onWall).toBe(12);
  await button('Take it back').click();
  await progress('11 of 12 checked');
  await expect.poll(onWall).toBe(11);
});

test('a page is seen whole at once, closer by keys, wheel and drag, and the next one is whole again; the list follows', async () => {
  const seen = async (): Promise<{ x: number; y: number; width: number; height: number }> => (await result().boundingBox())!;
  const isWhole = async (): Promise<boolean> => {
    const { x, y, width, height } = await seen();
    const place = (await app.page.getByRole('region', { name: 'How it will look' }).locator('[data-lens]').boundingBox())!;
    return x >= place.x - 1 && y >= place.y - 1 && x + width <= place.x + place.width + 1 && y + height <= place.y + place.height + 1;
  };
  await app.page.getByRole('option', { name: /^Paper 3,/ }).click();
  await expect.poll(isWhole).toBe(true);
  const whole = await seen();
  await press('+');
  await expect.poll(async () => (await seen()).width).toBeCloseTo(whole.width * 1.4, 0);
  expect(await isWhole()).toBe(false);
  await app.page.mouse.move(whole.x + whole.width / 2, whole.y + whole.height / 2);
  await app.page.mouse.wheel(0, -300);
  await expect.poll(async () => (await seen()).width).toBeGreaterThan(whole.width * 2);
  const before = await seen();
  await app.page.mouse.down();
  await app.page.mouse.move(whole.x + whole.width / 2 - 40, whole.y + whole.height / 2 - 30, { steps: 4 });
  await app.page.mouse.up();
  const after = await seen();
  expect([after.x - before.x, after.y - before.y]).toEqual([expect.closeTo(-40, 0), expect.closeTo(-30, 0)]);
  await app.page.getByRole('region', { name: 'How it will look' }).locator('[data-lens]').focus();
  await press('ArrowDown');
  await expect.poll(async () => (await seen()).y).toBeLessThan(after.y);
  for (let step = 0; step < 7; step++) await press('j');
  await expect.poll(isWhole).toBe(true);
  const chosen = app.page.getByRole('option', { selected: true });
  const list = (await app.page.getByRole('listbox').boundingBox())!;
  await expect
    .poll(async () => {
      const { y, height } = (await chosen.boundingBox())!;
      return y >= list.y - 4 && y + height <= list.y + list.height + 4;
    })
    .toBe(true);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('one box goes to the same place of every page; each page takes it back by itself, the notice all that were changed', async () => {
  const boxes = async (): Promise<number[]> => (await papers()).map(({ pages }) => pages[0]?.cleaning.redactions.length ?? 0);
  expect(await boxes()).toEqual(Array(12).fill(1));
  await app.page.getByRole('option', { name: /^Paper 1,/ }).click();
  await press('n');
  await app.page.getByText('Drag a box over the name.').waitFor();
  await press('Enter');
  await expect.poll(async () => (await boxes())[0]).toBe(2);
  await button('On every page').click();
  await progress('0 of 12 checked');
  await expect.poll(boxes, { timeout: 50_000 }).toEqual([2, ...Array(11).fill(3)]);
  await app.page.getByRole('option', { name: /^Paper 2,/ }).click();
  await press('Control+z');
  await expect.poll(boxes).toEqual([2, 1, ...Array(10).fill(3)]);
  await app.page.getByRole('option', { name: /^Paper 1,/ }).click();
  await button('On every page').click();
  await expect.poll(async () => (await boxes())[1]).toBe(3);
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await boxes())[1]).toBe(1);
});

test('a response is retyped with its errors, and its text stands in once someone has seen that no name is in it', async () => {
  await app.page.getByRole('option', { name: /^Paper 2,/ }).click();
  await button('Retype it instead').click();
  const field = app.page.getByLabel('What the pupil wrote');
  expect(await field.getAttribute('spellcheck')).toBe('false');
  await field.fill('bees are gud becos');
  expect(await seriousFindings(app.page)).toEqual([]);
  await expect.poll(async () => (await papers())[1]).toMatchObject({ text: 'bees are gud becos', textChecked: false });
  await button('No name in the text').click();
  await expect.poll(async () => (await papers())[1]?.textChecked).toBe(true);
  await expect.poll(async () => (await callInPage(app.page, 'walls.open', { wall })).shownPapers[1]?.text).toBe('bees are gud becos');
  await app.page.getByRole('option', { name: /^Paper 2,/ }).click();
  await button('Use the picture again').click();
  await expect.poll(async () => (await papers())[1]?.text).toBeNull();
  expect(app.complaints).toEqual([]);
});

test('what is written is read as a first draft of the retype, with the words to look at; a word that is pressed is chosen in the text', async () => {
  await app.page.getByRole('option', { name: /^Paper 2,/ }).click();
  await button('Retype it instead').click();
  const field = app.page.getByLabel('What the pupil wrote');
  await button('Read it for me').click();
  await expect.poll(() => field.inputValue(), { timeout: 60_000 }).not.toBe('');
  const word = app.page.getByRole('group', { name: 'Look at these words:' }).getByRole('button').first();
  const text = await word.innerText();
  await word.click();
  expect(await field.evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd))).toBe(text);
  expect(await seriousFindings(app.page)).toEqual([]);
  await expect.poll(async () => (await papers())[1]?.textChecked).toBe(false);
  await button('Use the picture again').click();
  await expect.poll(async () => (await papers())[1]?.text).toBeNull();
  expect(app.complaints).toEqual([]);
});

test('a wall without pages leads back to Collect', async () => {
  const fresh = await callInPage(app.page, 'walls.create', {
    question: 'Nothing yet',
    subject: '',
    year: '',
    focus: '',
    trueSize: { name: 'a4', widthMm: 210, heightMm: 297 },
  });
  await app.goTo(`#/wall/${fresh.wall}/clean`);
  await button('Collect the papers').click();
  await expect.poll(() => app.page.url()).toContain('/collect');
  expect(app.complaints).toEqual([]);
});
