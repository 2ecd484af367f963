import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Chart, Element, ElementOf } from '../../core/chart/document.ts';
import { overlaps } from '../../core/kernel/rect.ts';
import { assetPath } from '../../main/platform/assets.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const wall = inject('sampleWall');
let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  await app.goTo(`#/wall/${wall}/design`);
  await stage().waitFor();
});
afterAll(() => app.close());

const stage = () => app.page.locator('[data-stage]');
const chart = async (): Promise<Chart> => (await callInPage(app.page, 'walls.open', { wall })).chart;
const elements = async (): Promise<readonly Element[]> => (await chart()).strip?.elements ?? [];
const row = (name: string | RegExp) => app.page.getByRole('option', { name }).first();
const said = () => app.page.locator('[data-part=chosen]').textContent();
const key = (keys: string) => app.page.keyboard.press(keys);

/** The kept element of that name in the list. */
async function kept<K extends Element['kind']>(id: string, kind: K): Promise<ElementOf<K>> {
  const found = (await elements()).find((element) => element.id === id);
  if (found?.kind !== kind) throw new Error(`There is no ${kind} ${id}.`);
  return found as ElementOf<K>;
}

/** Chooses an element in the list and brings it to the middle of the stage. @returns that point and the pixels of a millimetre */
async function zoomTo(element: Element): Promise<{ x: number; y: number; zoom: number }> {
  await app.page.locator(`[data-key="${element.id}"]`).click();
  await stage().focus();
  await key('Shift+2');
  const box = await stage().boundingBox();
  if (box === null) throw new Error('The stage is not in sight.');
  const zoom = Math.min((box.width - 160) / element.width, (box.height - 160) / element.height);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: Math.min(24, zoom) };
}

async function drag(from: { x: number; y: number }, by: { x: number; y: number }, held?: 'Control' | 'Shift'): Promise<void> {
  await app.page.mouse.move(from.x, from.y);
  if (held) await app.page.keyboard.down(held);
  await app.page.mouse.down();
  await app.page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
  await app.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
  await app.page.mouse.up();
  if (held) await app.page.keyboard.up(held);
}

const first = async <K extends Element['kind']>(kind: K): Promise<ElementOf<K>> => {
  const found = (await elements()).find((element) => element.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} on the strip.`);
  return found as ElementOf<K>;
};

/** One undo for each deed, no more and no fewer, and the strip is as it was. */
async function undo(deeds: number, same: readonly Element[]): Promise<void> {
  for (let back = 1; back <= deeds; back += 1) {
    const before = JSON.stringify(await elements());
    await stage().focus();
    await key('Control+z');
    if (back < deeds) await expect.poll(async () => JSON.stringify(await elements())).not.toBe(before);
    if (back < deeds) expect(await elements()).not.toEqual(same);
  }
  await expect.poll(elements).toEqual(same);
}

describe('Design', () => {
  test('shows the strip, its size, its sheets and everything that is on it', async () => {
    const status = app.page.locator('.Design__status');
    const { strip } = await chart();
    await status.getByText(`${Math.round(strip?.width ?? 0)} × ${Math.round(strip?.height ?? 0)} mm`).waitFor();
    await status.getByText(/sheets of A4/).waitFor();
    expect(await app.page.getByRole('option').count()).toBe(strip?.elements.length);
    await row('Title: Why do bees matter?').waitFor();
    await row('Qualifier, level 1: Gives one reason').waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('a dragged paper stays where it was put, and undo brings it back', async () => {
    const before = await elements();
    const picture = await first('picture');
    const at = await zoomTo(picture);
    await drag(at, { x: 60, y: 90 }, 'Control');
    await expect.poll(async () => (await kept(picture.id, 'picture')).x).toBeCloseTo(picture.x + 60 / at.zoom, 0);
    const now = await kept(picture.id, 'picture');
    expect(now.y).toBeCloseTo(picture.y + 90 / at.zoom, 0);
    expect(now.byHand).toBe(true);
    await undo(1, before);
  });

  test('a drag that ends a hair from a neighbour’s edge comes to rest on it', async () => {
    const before = await elements();
    const picture = await first('picture');
    const at = await zoomTo(picture);
    await drag(at, { x: 4, y: 60 });
    await expect.poll(async () => (await kept(picture.id, 'picture')).y).not.toBe(picture.y);
    expect((await kept(picture.id, 'picture')).x).toBeCloseTo(picture.x, 6);
    await undo(1, before);
  });

  test('a pulled corner keeps a paper’s shape; words get higher as they get narrower', async () => {
    const before = await elements();
    const picture = await first('picture');
    let at = await zoomTo(picture);
    await drag({ x: at.x + (picture.width * at.zoom) / 2, y: at.y + (picture.height * at.zoom) / 2 }, { x: -120, y: -10 }, 'Control');
    await expect.poll(async () => (await kept(picture.id, 'picture')).width).toBeLessThan(picture.width);
    const smaller = await kept(picture.id, 'picture');
    expect(smaller.width / smaller.height).toBeCloseTo(picture.width / picture.height, 6);
    const words = (await elements()).find((element): element is ElementOf<'text'> => element.kind === 'text' && element.text.includes('Says something'));
    if (words === undefined) throw new Error('The words are missing.');
    at = await zoomTo(words);
    await drag({ x: at.x + (words.width * at.zoom) / 2, y: at.y }, { x: -words.width * at.zoom * 0.7, y: 0 }, 'Control');
    await expect.poll(async () => (await kept(words.id, 'text')).height).toBeGreaterThan(words.height);
    await undo(2, before);
  });

  test('words are typed where they stand; the level says the same, and nothing is covered', async () => {
    const before = await elements();
    const words = before.find((element): element is ElementOf<'text'> => element.kind === 'text' && element.text === 'Gives one reason');
    if (words === undefined) throw new Error('The words are missing.');
    const at = await zoomTo(words);
    await app.page.mouse.dblclick(at.x, at.y);
    const field = app.page.getByRole('textbox', { name: 'Change the words' });
    await field.waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    const long = 'Gives one reason, and says it so well that the reader believes it at once and asks for more of the same';
    await field.fill(long);
    await key('Enter');
    await expect.poll(async () => (await chart()).levels[1]?.qualifiers[0]?.text).toBe(long);
    const now = (await elements()).filter(({ kind }) => kind !== 'panel');
    expect(now.flatMap((one, index) => now.slice(index + 1).filter((other) => overlaps(one, other)))).toEqual([]);
    await undo(1, before);
    expect((await chart()).levels[1]?.qualifiers[0]?.text).toBe('Gives one reason');
  });

  test('a paper is cropped in place: handles crop, a drag pans, what is shown keeps its scale', async () => {
    const before = await elements();
    const picture = await first('picture');
    const at = await zoomTo(picture);
    await app.page.mouse.dblclick(at.x, at.y);
    await app.page.getByText('Drag the handles to crop').waitFor();
    await drag(
      { x: at.x + (picture.width * at.zoom) / 2, y: at.y + (picture.height * at.zoom) / 2 },
      { x: -picture.width * at.zoom * 0.4, y: -picture.height * at.zoom * 0.5 },
      'Control',
    );
    await expect.poll(async () => (await kept(picture.id, 'picture')).crop.width).toBeCloseTo(0.6, 1);
    const cropped = await kept(picture.id, 'picture');
    expect(cropped.width / cropped.crop.width).toBeCloseTo(picture.width, 4);
    await drag({ x: at.x - picture.width * at.zoom * 0.3, y: at.y - picture.height * at.zoom * 0.3 }, { x: -picture.width * at.zoom * 0.2, y: 0 });
    await expect.poll(async () => (await kept(picture.id, 'picture')).crop.x).toBeGreaterThan(0.1);
    expect((await kept(picture.id, 'picture')).x).toBeCloseTo(cropped.x, 6);
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Show all of it' }).click();
    await expect.poll(async () => (await kept(picture.id, 'picture')).crop.width).toBe(1);
    await app.page.locator('.DesignPanels__right').getByRole('button', { name: 'Done cropping' }).click();
    await undo(3, before);
  });

  test('is worked by keys alone: chosen in the list, moved, and deleted', async () => {
    const before = await elements();
    const words = before.find((element) => element.kind === 'text' && element.text === 'Uses because');
    if (words === undefined) throw new Error('The words are missing.');
    await app.page.getByRole('option').first().focus();
    await key('End');
    await key('Home');
    for (let down = 0; down < before.indexOf(words); down += 1) await key('ArrowDown');
    await expect.poll(said).toContain('Uses because');
    await key('Enter');
    await key('ArrowRight');
    await key('Shift+ArrowDown');
    await key('Alt+ArrowLeft');
    await expect.poll(async () => (await kept(words.id, 'text')).y).toBeCloseTo(words.y + 10, 6);
    expect((await kept(words.id, 'text')).x).toBeCloseTo(words.x + 0.9, 6);
    await key('Delete');
    await expect.poll(async () => (await elements()).some(({ id }) => id === words.id)).toBe(false);
    await expect.poll(said).toBe('Nothing chosen');
    await undo(2, before);
  });

  test('a marquee that begins on a ground takes what lies in it; a click takes the ground', async () => {
    await stage().focus();
    await key('Escape');
    const ground = await first('panel');
    const at = await zoomTo(ground);
    await key('Escape');
    const [left, top] = [at.x - (ground.width * at.zoom) / 2, at.y - (ground.height * at.zoom) / 2];
    await drag({ x: left + 2, y: top + 2 }, { x: ground.width * at.zoom - 4, y: ground.height * at.zoom - 4 });
    await expect.poll(said).toMatch(/^\d+ things chosen$/);
    expect(await seriousFindings(app.page)).toEqual([]);
    await key('Escape');
    await app.page.mouse.click(left + 2, top + ground.height * at.zoom * 0.5);
    await expect.poll(said).toBe('Ground of level 0, chosen');
    await key('Escape');
  });

  test('several are moved together and lined up; a locked one stays', async () => {
    const before = await elements();
    const badges = before.filter((element) => element.kind === 'badge');
    const [one, two, three] = badges;
    if (!one || !two || !three) throw new Error('The badges are missing.');
    await app.page.locator(`[data-key="${one.id}"]`).click();
    for (const other of [two, three]) await app.page.locator(`[data-key="${other.id}"]`).click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(said).toBe('3 things chosen');
    await stage().focus();
    await key('Shift+ArrowDown');
    await expect.poll(async () => (await kept(three.id, 'badge')).y).toBeCloseTo(three.y + 10, 6);
    await app.page.getByRole('button', { name: 'Line up on the left' }).click();
    await expect.poll(async () => (await kept(three.id, 'badge')).x).toBeCloseTo(one.x, 6);
    await app.page.locator(`[data-key="${one.id}"]`).click();
    await app.page.getByRole('button', { name: 'Lock', exact: true }).click();
    await app.page.getByText('Locked: it stays where it is.').waitFor();
    await stage().focus();
    await key('ArrowDown');
    await key('Delete');
    await app.page.waitForTimeout(300);
    expect((await kept(one.id, 'badge')).y).toBeCloseTo(one.y + 10, 6);
    await undo(3, before);
  });

  test('words, an arrow and a paper are added, duplicated, restyled and put behind', async () => {
    const before = await elements();
    const ids = new Set(before.map(({ id }) => id));
    const added = async (): Promise<Element[]> => (await elements()).filter(({ id }) => !ids.has(id));
    await app.page.getByRole('button', { name: 'Words', exact: true }).click();
    const field = app.page.getByRole('textbox', { name: 'Change the words' });
    await field.fill('Look here!');
    await key('Control+Enter');
    await expect.poll(async () => (await added()).map((element) => (element.kind === 'text' ? element.text : element.kind))).toEqual(['Look here!']);
    await app.page.getByRole('radio', { name: 'Lexend' }).click({ force: true });
    await app.page.getByRole('radio', { name: 'Green' }).click({ force: true });
    await expect.poll(added).toMatchObject([{ face: 'lexend-bold', colour: '#0f4a37' }]);
    await app.page.getByRole('button', { name: 'Arrow', exact: true }).click();
    await app.page.getByRole('radio', { name: 'Down left' }).click({ force: true });
    await stage().focus();
    await key('Control+d');
    await expect
      .poll(async () => (await added()).map((element) => (element.kind === 'arrow' ? element.head : element.kind)))
      .toEqual(['text', 'bottom-left', 'bottom-left']);
    await app.page.getByRole('button', { name: 'Paper', exact: true }).click();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Paper 9' }).click();
    await expect.poll(async () => (await added()).at(-1)?.kind).toBe('picture');
    await stage().focus();
    await key('[');
    await expect.poll(async () => (await elements())[0]?.kind).toBe('picture');
    await undo(8, before);
  });

  test('the wheel pans and zooms, keys fit and show the real size', async () => {
    const zoom = app.page.getByRole('group', { name: 'Zoom' }).getByText(/%/);
    await stage().focus();
    await key('Shift+0');
    await expect.poll(() => zoom.textContent()).toBe('100 %');
    await key('Shift+1');
    const whole = await zoom.textContent();
    expect(whole).not.toBe('100 %');
    await stage().hover();
    await app.page.keyboard.down('Control');
    await app.page.mouse.wheel(0, -300);
    await app.page.keyboard.up('Control');
    await expect.poll(async () => Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeGreaterThan(Number.parseInt(whole ?? '', 10));
    await key('Shift+1');
    await expect.poll(() => zoom.textContent()).toBe(whole);
  });

  test('two fingers pinch the strip nearer, and what the first one touched stays where it was', async () => {
    const before = await elements();
    await stage().focus();
    await key('Shift+1');
    const zoom = app.page.getByRole('group', { name: 'Zoom' }).getByText(/%/);
    const whole = Number.parseInt((await zoom.textContent()) ?? '', 10);
    await stage().evaluate((host) => {
      const target = host.querySelector('.upper-canvas');
      const box = host.getBoundingClientRect();
      const touch = (name: string, pointerId: number, x: number): void => {
        const where = {
          clientX: box.x + box.width / 2 + x,
          clientY: box.y + box.height / 2,
          button: name === 'pointermove' ? -1 : 0,
          buttons: name === 'pointerup' ? 0 : 1,
        };
        target?.dispatchEvent(
          new PointerEvent(name, { pointerId, pointerType: 'touch', isPrimary: pointerId === 11, bubbles: true, cancelable: true, ...where }),
        );
      };
      touch('pointerdown', 11, -20);
      touch('pointermove', 11, -30);
      touch('pointerdown', 12, 30);
      for (let apart = 30; apart <= 120; apart += 10) {
        touch('pointermove', 11, -apart);
        touch('pointermove', 12, apart);
      }
      touch('pointerup', 12, 120);
      touch('pointerup', 11, -120);
    });
    await expect.poll(async () => Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeGreaterThan(whole * 2);
    expect(await elements()).toEqual(before);
    await key('Shift+1');
  });

  test('the menu opens on the right button and says the keys', async () => {
    await stage().click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: /To the front/ }).waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await key('Escape');
    await expect.poll(() => app.page.getByRole('menu').count()).toBe(0);
  });

  test('turning lays the strip out afresh and says so', async () => {
    const before = await elements();
    await app.page.getByRole('button', { name: 'Upwards' }).click();
    await expect.poll(async () => (await chart()).strip?.orientation).toBe('vertical');
    await app.page.getByText('The strip was turned and laid out afresh.').waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await undo(1, before);
  });

  test('says calmly that the levels changed, and brings the strip up to date at a press', async () => {
    const open = await callInPage(app.page, 'walls.open', { wall });
    const level = open.chart.levels[0]?.id ?? '';
    await callInPage(app.page, 'charts.commit', {
      wall,
      base: open.history.revision,
      command: { name: 'add-qualifier', level, qualifier: { id: 'fresh', text: 'Names the topic', kind: 'new' } },
      coalesce: null,
    });
    await app.page.reload();
    await app.page.getByText('The levels or papers changed').waitFor();
    await app.page.getByRole('button', { name: 'Update the strip' }).click();
    await row('Qualifier, level 0: Names the topic').waitFor();
    await expect.poll(() => app.page.getByText('The levels or papers changed').count()).toBe(0);
  });

  test('leads on to Print', async () => {
    await app.page.getByRole('button', { name: 'Print it' }).click();
    await app.page.getByRole('heading', { name: 'Print the strip' }).waitFor();
    expect(app.page.url()).toContain('/print');
  });

  test('leads back to Levels while no level has a paper, and lays the strip out by itself once one has', async () => {
    const { page } = app;
    const made = await callInPage(page, 'walls.create', {
      question: 'What can you hear?',
      subject: '',
      year: '',
      focus: '',
      trueSize: { name: 'a5', widthMm: null, heightMm: null },
    });
    await app.goTo(`#/wall/${made.wall}/design`);
    await page.getByRole('heading', { name: 'First choose a paper for each level' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go to Levels' }).click();
    await expect.poll(() => page.url()).toContain('/levels');
    const { task } = await callInPage(page, 'walls.open', made);
    const bytes = [...readFileSync(assetPath('sample/photo-1.jpg'))];
    const { token } = await callInPage(page, 'files.offer', { name: 'one.jpg', bytes: bytes.length });
    await page.evaluate(async ([to, body]) => fetch(`incoming/${to}`, { method: 'PUT', body: new Uint8Array(body) }), [token, bytes] as const);
    await callInPage(page, 'papers.import', { task: task.id, files: [token] });
    await expect.poll(async () => (await callInPage(page, 'papers.list', { task: task.id }))[0]?.pages[0]?.clean ?? null).not.toBeNull();
    const [paper] = await callInPage(page, 'papers.list', { task: task.id });
    await callInPage(page, 'pages.check', { page: paper?.pages[0]?.id ?? '', checked: true });
    const open = await callInPage(page, 'walls.open', made);
    await callInPage(page, 'charts.commit', {
      wall: made.wall,
      base: open.history.revision,
      command: { name: 'set-anchors', level: open.chart.levels[0]?.id ?? '', anchors: [paper?.id ?? ''] },
      coalesce: null,
    });
    await page.reload();
    await app.goTo(`#/wall/${made.wall}/design`);
    await page.getByRole('option', { name: /^Paper .*, level 0$/ }).waitFor();
    await expect.poll(async () => (await callInPage(page, 'walls.open', made)).chart.strip?.elements.some(({ kind }) => kind === 'picture')).toBe(true);
  });

  test('nothing threw and the page’s policy was kept', () => {
    expect(app.complaints).toEqual([]);
  });
});
