import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goalsInUse, inYear } from '../../core/goals/bank.ts';
import type { Bank, Goal } from '../../core/goals/goal.ts';
import { pointsOf, type Point } from '../../core/goals/strokes.ts';
import { joinVersions, newestByCode } from '../../core/kernel/versions.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser();
  await app.goTo('#/goals/bank');
});
afterAll(() => app.close());

const WORDS = 'I say a long word slowly.';
const bankNow = (): Promise<Bank> => callInPage(app.page, 'goals.bank', {});
const goalNamed = async (words: string): Promise<Goal | undefined> =>
  [...newestByCode((await bankNow()).goals).values()].find(({ pupilText }) => pupilText === words);
const inCell = async (): Promise<Goal[]> => goalsInUse(await bankNow()).filter((goal) => goal.skillSet === 'HS' && inYear(goal, 4));
const button = (name: string | RegExp): Locator => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string): Locator => app.page.getByLabel(name, { exact: true });
const undo = (): Promise<void> => app.page.locator('.Notices__notice').last().getByRole('button', { name: 'Undo' }).click();
const told = (words: string | RegExp): Promise<void> => app.page.locator('.Notices__notice').getByText(words).last().waitFor();
const open = async (words: string): Promise<void> => app.goTo(`#/goals/bank/goal/${(await goalNamed(words))!.code}`);
const share = async (deed: string): Promise<void> => {
  await button('Share').click();
  await app.page.getByRole('menuitem', { name: deed }).click();
};

/** What a deed saves as a file. */
async function saved(deed: () => Promise<void>): Promise<string> {
  const downloading = app.page.waitForEvent('download');
  await deed();
  return (await downloading).path();
}

async function bringIn(deed: string, file: string): Promise<void> {
  const choosing = app.page.waitForEvent('filechooser');
  await share(deed);
  await (await choosing).setFiles(file);
}

/** Draws strokes with the mouse, in the square's 48 units. */
async function draw(strokes: readonly (readonly Point[])[]): Promise<void> {
  const box = (await app.page.getByLabel('Square to draw in').boundingBox())!;
  const at = ({ x, y }: Point): [number, number] => [box.x + (x / 48) * box.width, box.y + (y / 48) * box.height];
  for (const [first, ...rest] of strokes) {
    await app.page.mouse.move(...at(first!));
    await app.page.mouse.down();
    for (const point of rest) await app.page.mouse.move(...at(point));
    await app.page.mouse.up();
  }
}

test('the card that says what a micro goal is can be put away and comes back', async () => {
  const card = app.page.getByRole('region', { name: 'What we mean by a micro goal' });
  await card.waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Put this card away').click();
  await card.waitFor({ state: 'detached' });
  await app.page.reload();
  await app.page.getByRole('grid', { name: 'Goals by year and skill set' }).waitFor();
  expect(await card.count()).toBe(0);
  await share('What is a micro goal?');
  await card.waitFor();
  await button('Put this card away').click();
});

test('a skill set that expects more years shows where there is room for more', async () => {
  await app.page.getByRole('link', { name: 'Skill sets' }).click();
  await app.page.getByRole('row', { name: 'Hearing sounds' }).click();
  await app.page.getByLabel('To', { exact: true }).selectOption('6');
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Save').click();
  await told('The skill set is saved.');
  await app.page.getByRole('link', { name: 'All goals' }).click();
  await button('Hearing sounds, Year 4: no goals, Room for more').waitFor();
  await button('Hearing sounds, Year 3: 2 goals, Room for more').waitFor();
  await button('Handwriting, Year 0: 5 goals').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await app.page.keyboard.press(key);
  await app.page.getByRole('heading', { name: 'Hearing sounds, year 4' }).waitFor();
  await app.page.getByText('3 more would make three here.').waitFor();
});

test('a goal that is two is told so, and split into drafts', async () => {
  await button('Add to our bank').click();
  await field('What the pupil reads').fill('I clap the beats of a word and I write a sound for each beat.');
  const size = app.page.getByRole('region', { name: 'Is it small enough?' });
  await size.getByText('This sounds like two goals.').waitFor();
  await button('Split this goal').click();
  await size.getByText('I clap the beats of a word.', { exact: true }).click();
  await size.getByText('I write a sound for each beat.', { exact: true }).click();
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Make 2 drafts').click();
  await told('2 smaller goals are in the bank, as drafts.');
  expect((await inCell()).map(({ pupilText, status, yearFrom, yearTo }) => [pupilText, status, yearFrom, yearTo]).sort()).toEqual([
    ['I clap the beats of a word.', 'draft', 4, 4],
    ['I write a sound for each beat.', 'draft', 4, 4],
  ]);
});

test('what is being written stays while one looks elsewhere; then it is saved and agreed on', async () => {
  await field('What the pupil reads').fill(WORDS);
  await app.page.getByRole('link', { name: 'Symbols' }).click();
  await app.page.getByRole('link', { name: 'All goals' }).click();
  await app.page.getByRole('link', { name: new RegExp(WORDS) }).click();
  await app.page.getByText('Find up to 5 words that the child can say.').waitFor();
  await field('What the child can say, in five words').fill('Slow it down');
  await app.page.getByText('Small enough for today’s page.').waitFor();
  await field('Another way in: for a child who needs one').fill('Use counters.');
  await app.page.keyboard.press('Control+s');
  await told('The goal is saved.');
  await button('We agree on this').click();
  await told('Agreed: this goal is one of yours now.');
  expect(await goalNamed(WORDS)).toMatchObject({ version: 2, status: 'agreed', sayIt: 'Slow it down', adapt: 'Use counters.', skillSet: 'HS', yearFrom: 4 });
  await app.page.getByRole('link', { name: 'All goals' }).first().click();
  await button('Hearing sounds, Year 4: 3 goals').waitFor();
});

test('a symbol drawn by hand: told when it looks like another, then saved and used', async () => {
  await open(WORDS);
  await button(/^Choose a symbol/).click();
  await button('Draw one').click();
  const dialog = app.page.getByRole('dialog');
  const box = newestByCode((await bankNow()).symbols).get('box-on-line')!;
  await draw(box.strokes.map((stroke) => pointsOf(stroke)));
  await dialog.getByText(`From afar this looks like “${box.title}”.`).waitFor();
  await button('Undo a stroke').click();
  await dialog.getByText(`${box.strokes.length - 1} of 6 strokes`).waitFor();
  await button('Clear').click();
  await dialog.getByText('From afar this looks like').waitFor({ state: 'detached' });
  await draw([Array.from({ length: 120 }, (_, step) => ({ x: 24 + (step / 6) * Math.cos(step / 7), y: 24 + (step / 6) * Math.sin(step / 7) }))]);
  await app.page.getByLabel('Square to draw in').focus();
  for (const key of [' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', ' ']) await app.page.keyboard.press(key);
  await dialog.getByText('2 of 6 strokes').waitFor();
  await field('What it is called').fill('7');
  await dialog.getByText('A bare letter or number hides among the writing.').waitFor();
  await field('What it is called').fill('Snail track');
  await field('How to draw it, stroke by stroke').fill('Round and round.');
  expect(await seriousFindings(app.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await button('Save').click();
  await told('The goal is saved.');
  const drawn = newestByCode((await bankNow()).symbols).get((await goalNamed(WORDS))!.symbol ?? '');
  expect(drawn).toMatchObject({ title: 'Snail track', recipe: 'Round and round.', version: 1 });
  for (const stroke of drawn!.strokes) expect(pointsOf(stroke).length).toBeGreaterThan(1);

  await app.goTo(`#/goals/bank/symbols/${drawn!.code}`);
  await button('Undo a stroke').click();
  await button('Save').click();
  await app.page.getByRole('heading', { name: 'Earlier drawings' }).waitFor();
  expect(newestByCode((await bankNow()).symbols).get(drawn!.code)).toMatchObject({ version: 2, strokes: [drawn!.strokes[0]] });
  await button('Use this drawing again').click();
  await expect.poll(async () => newestByCode((await bankNow()).symbols).get(drawn!.code)).toMatchObject({ version: 3, strokes: drawn!.strokes });
});

test('every wording stays, and an earlier one can be used again; undo writes the one before', async () => {
  await open(WORDS);
  await field('What the pupil reads').fill('I say a long word like a snail.');
  await button('Save').click();
  await told('The goal is saved.');
  const history = app.page.getByRole('region', { name: 'How it grew' });
  await history.getByText('I say a long word like a snail.').first().waitFor();
  await history.getByRole('button', { name: 'Use this wording again' }).first().click();
  await told('The earlier wording is back, as a new version.');
  const back = await goalNamed(WORDS);
  expect(back).toMatchObject({ version: 5, status: 'agreed' });
  await undo();
  await expect.poll(() => goalNamed('I say a long word like a snail.')).toMatchObject({ version: 6 });
  await button('Undo').first().click();
  await expect.poll(() => goalNamed(WORDS)).toMatchObject({ version: 7 });
  expect((await bankNow()).goals.filter(({ code }) => code === back!.code)).toHaveLength(7);
});

test('curriculum text lies beside the goal; the marked words become a draft that is tied to it', async () => {
  await field('Document').fill('Our writing plan');
  await field('Version').fill('2026');
  await field('Its text').fill('Hear every sound. Write every sound.');
  await button('Tie to this goal').click();
  await field('Its text').press('Control+Home');
  await app.page.keyboard.down('Shift');
  for (let letter = 0; letter < 'Hear every sound.'.length; letter += 1) await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.up('Shift');
  await button('New goal from the marked words').click();
  await field('What the pupil reads').fill('I hear the last sound.');
  await button('Save').click();
  await told('The goal is saved.');
  expect((await goalNamed('I hear the last sound.'))!.refs).toEqual([
    { document: 'Our writing plan', version: '2026', year: '', place: '', text: 'Hear every sound.' },
  ]);
  await app.page.getByRole('heading', { name: '2 goals from this document' }).waitFor();
  await app.page.getByRole('link', { name: WORDS }).click();
  await button('Save').click();
  await expect.poll(async () => (await goalNamed(WORDS))!.refs.map(({ text }) => text)).toEqual(['Hear every sound. Write every sound.']);
});

test('two goals become one after a question, and two again', async () => {
  await open('I clap the beats of a word.');
  await button('More').click();
  await app.page.getByRole('menuitem', { name: /part of another goal/ }).click();
  await app.page.getByRole('combobox', { name: 'Which goal shall stand for both?' }).fill('long word slowly');
  await app.page.getByRole('option', { name: WORDS }).click();
  await app.page.getByText(`“I clap the beats of a word.” retires, and “${WORDS}” stands for it`).waitFor();
  await button('Make them one').click();
  await told('The two goals are one now.');
  expect(await goalNamed('I clap the beats of a word.')).toMatchObject({ status: 'retired', replacedBy: (await goalNamed(WORDS))!.code });
  await undo();
  await expect.poll(() => goalNamed('I clap the beats of a word.')).toMatchObject({ status: 'draft', replacedBy: null });
});

test('a table goes out and comes in: the same is nothing new, a line that can’t be read is told, undo takes it back', async () => {
  const out = await saved(() => share('Save as a table (CSV)'));
  const table = readFileSync(out, 'utf8');
  const before = await bankNow();
  const file = join(app.library, '..', 'goals.csv');
  writeFileSync(file, table);
  await bringIn('Bring in a table (CSV) …', file);
  await told('All of it is in your bank already.');
  expect(await bankNow()).toEqual(before);

  writeFileSync(file, 'code,pupil words,skill set,first year,last year\nOWN1,I point at each word.,SP,0,1\nOWN2,,SP,0,1\n');
  await bringIn('Bring in a table (CSV) …', file);
  const report = app.page.getByRole('dialog', { name: 'The table is read' });
  await report.getByText('1 goal came in from the table.').waitFor();
  await report.getByText('Line 3:').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await report.getByRole('button', { name: 'Done' }).click();
  expect(await goalNamed('I point at each word.')).toMatchObject({ status: 'draft', skillSet: 'SP' });
  await button('Undo').first().click();
  await expect.poll(() => goalNamed('I point at each word.')).toMatchObject({ status: 'retired' });
});

test('a pack is held back where a pupil’s name may stand in it; another library takes it in and can take it back', async () => {
  await callInPage(app.page, 'class.add', { names: ['Aroha'] });
  await open(WORDS);
  await field('Show it: how to model it in a minute').fill('Tell the class what Aroha does.');
  await button('Save').click();
  await told('The goal is saved.');
  await share('Save as a pack');
  const question = app.page.getByRole('dialog', { name: 'Is this a pupil’s name?' });
  await question.getByText(WORDS).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  const pack = await saved(() => question.getByRole('button', { name: 'It is no name: save all the same' }).click());
  const file = join(app.library, '..', 'ours.stepwall-goals');
  writeFileSync(file, readFileSync(pack));
  await bringIn('Bring in a pack …', file);
  await told('All of it is in your bank already.');

  const ours = app;
  app = await openInBrowser();
  try {
    await app.goTo('#/goals/bank');
    await app.page.getByRole('grid', { name: 'Goals by year and skill set' }).waitFor();
    const before = await bankNow();
    await bringIn('Bring in a pack …', file);
    await told(/The pack brought \d+ things\. Nothing of yours was lost\./);
    const after = await bankNow();
    const theirs = await callInPage(ours.page, 'goals.bank', {});
    expect(joinVersions(after.goals, [])).toEqual(joinVersions(theirs.goals, []));
    for (const goal of before.goals) expect(after.goals).toContainEqual(goal);
    await undo();
    await expect.poll(() => goalNamed(WORDS)).toMatchObject({ status: 'retired' });
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
    app = ours;
  }
});

test('only the chosen goals go into a pack', async () => {
  await app.goTo('#/goals/bank/map/HW.6');
  await app.page.getByText('Choose “My letters sit on the line.”').waitFor({ state: 'detached' });
  const first = app.page.locator('.Bank__goal').first();
  const words = await first.locator('b').textContent();
  await first.locator('.check').click();
  const pack = await saved(() => button('Save these as a pack').click());
  const { bank } = JSON.parse(readFileSync(pack, 'utf8')) as { bank: Bank };
  expect(bank.goals.map(({ pupilText }) => pupilText)).toContain(words);
  expect(bank.goals.length).toBeLessThan(20);
});

test('skill sets move by keys, and one is nested in another', async () => {
  const names = (): Promise<string[]> => app.page.getByRole('row').locator('b').allTextContents();
  await app.goTo('#/goals/bank/sets/SP');
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Handwriting', 'Spacing and line']);
  await app.page.getByRole('row', { name: 'Spacing and line' }).focus();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Spacing and line', 'Handwriting']);
  await undo();
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Handwriting', 'Spacing and line']);
  await app.page.getByLabel('Part of').selectOption({ label: 'Handwriting' });
  await button('Save').click();
  await expect.poll(async () => newestByCode((await bankNow()).skillSets).get('SP')?.parent).toBe('HW');
});

test('a good-sentence card is changed, tied to a goal and made a poster', async () => {
  await app.goTo('#/goals/bank/cards/good-sentence-2');
  await field('Title').fill('A fine sentence in year 2');
  await button('Add a part').click();
  await app.page
    .getByLabel(/^Part \d$/)
    .last()
    .fill('A word said slowly');
  await app.page.getByRole('combobox', { name: 'Tie a goal' }).fill('long word slowly');
  await app.page.getByRole('option', { name: WORDS }).click();
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Save').click();
  await told('The card is saved.');
  const card = newestByCode((await bankNow()).cards).get('good-sentence-2')!;
  expect([card.title, card.version, card.ingredients.at(-1)]).toEqual([
    'A fine sentence in year 2',
    2,
    { text: 'A word said slowly', goals: [(await goalNamed(WORDS))!.code] },
  ]);
  await button('Print as a poster').click();
  await app.page.getByRole('menuitem', { name: 'On A4' }).click();
  await button('Open the poster').waitFor();
  const poster = await saved(() => button('Save the poster').click());
  expect(readFileSync(poster).subarray(0, 5).toString()).toBe('%PDF-');
});

test('what is worth a look is gathered, with the way to it', async () => {
  await app.page.getByRole('link', { name: /^Worth a look/ }).click();
  const waiting = app.page.getByRole('link', { name: 'I write a sound for each beat.' }).first();
  await waiting.waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await waiting.click();
  // The list says it of several; the goal's own page of one.
  await expect.poll(() => app.page.getByText('has no symbol yet.').count()).toBe(1);
});

test('before a projector: place by place, with a line for the next idea', async () => {
  await button('Show it to the team').click();
  await app.page.getByRole('heading', { name: 'Handwriting, year 0' }).waitFor();
  await app.page.keyboard.press('ArrowRight');
  await app.page.getByRole('heading', { name: 'Handwriting, year 1' }).waitFor();
  await button('Next place with room').click();
  await app.page.getByText(/would make three here/).waitFor();
  await app.page.getByLabel('What else could help?').fill('I always write well.');
  await app.page.getByText('This asks for every time.').waitFor();
  await app.page.getByLabel('What else could help?').fill('I stretch one word.');
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.keyboard.press('Enter');
  await told('The idea is in the bank, as a draft.');
  expect(await goalNamed('I stretch one word.')).toMatchObject({ status: 'draft' });
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('heading', { name: 'Goal bank' }).waitFor();
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
