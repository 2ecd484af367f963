import sharp from 'sharp';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { bring, newWall, openTestApp, tempPlace, type OpenedApp } from '../support/library.ts';
import { ruledPage } from '../support/ruledPage.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

const scanOf = async ({ data, width, height }: RgbPixels): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .withMetadata({ density: 300 })
      .jpeg({ quality: 95 })
      .toBuffer(),
  );
/** The mean of how dark the clean copy is. */
async function inkOf(opened: OpenedApp, { id }: PageFacts): Promise<number> {
  const bytes = await (await opened.ask(`/pictures/page/${id}/clean`)).arrayBuffer();
  const { data } = await sharp(new Uint8Array(bytes)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.reduce((sum, value) => sum + 255 - value, 0) / data.length;
}

test('the other side of a two-page paper is used to take off what shines through, and a new box there makes the copy anew', { timeout: 120_000 }, async () => {
  const place = tempPlace();
  const opened = openTestApp(place, imaging);
  onTestFinished(async () => {
    await opened.close();
    place.remove();
  });
  const { picture, otherSide } = await ruledPage({ ink: [96, 96, 102], font: 'kalam', grain: 0.3, behind: 0.25 });
  const { task } = await newWall(opened);
  const { papers } = await bring(opened, task, [
    ['front.jpg', await scanOf(picture)],
    ['back.jpg', await scanOf(otherSide!)],
  ]);
  const pages = async (): Promise<PageFacts[]> => (await opened.api.call('papers.list', { task })).flatMap(({ pages: all }) => all);
  const plain: Cleaning = { ...papers[0]!.pages[0]!.cleaning, quad: null };
  for (const { id } of await pages()) await opened.api.call('pages.clean', { page: id, cleaning: plain });
  const front = (await pages())[0]!;
  const [before, alone] = [
    await inkOf(opened, front),
    await inkOf(opened, await opened.api.call('pages.clean', { page: front.id, cleaning: { ...plain, showThrough: true } })),
  ];
  expect(alone / before).toBeGreaterThan(0.85);

  await opened.api.call('papers.group', { task, size: 2 });
  const after = await inkOf(opened, await opened.api.call('pages.clean', { page: front.id, cleaning: { ...plain, showThrough: true } }));
  expect(after / before).toBeLessThan(0.75);
  await opened.api.call('pages.check', { page: front.id, checked: true });
  const [seen, back] = await pages();
  expect(seen!.checked).toBe(true);

  await opened.api.call('pages.clean', { page: back!.id, cleaning: { ...plain, flatten: 0.8 } });
  expect((await pages())[0]).toMatchObject({ look: seen!.look, checked: true });
  await opened.api.call('pages.clean', { page: back!.id, cleaning: { ...plain, redactions: [{ x: 160, y: 160, width: 320, height: 96 }] } });
  const [anew] = await pages();
  expect(anew!.look).not.toBe(seen!.look);
  expect([anew!.checked, anew!.cleaning.showThrough]).toEqual([false, true]);
});
