import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { drawNameSheet } from '../../build/scripts/names/drawNameSheet.ts';
import { planNameSheet } from '../../build/scripts/names/planNameSheet.ts';
import { ImportReport } from '../../core/capture/importReport.ts';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import type { PageNames } from '../../core/capture/suggestedNames.ts';
import type { Rect } from '../../core/kernel/rect.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { newWall, offer, openTestApp, tempPlace } from '../support/library.ts';
import { hasProgram } from '../support/programs.ts';

/**
 * A class's papers from the copier, 30 pages of A4 in one PDF, at 300 dpi or as said, through the app to 30 clean copies without names: when the first page was there to be
 * seen, when every page was in, had its boxes, the boxes burned in, and its copy. The goal is 45 s on two cores, the first in 2 s. Beside it pdfimages and a plain
 * decoding and encoding of the same pages. Fails nothing. Run: node tests/bench/copierPdf.ts [--dpi 200] [--pdf a.pdf] [--keep a.pdf] [--list]
 */
const PAGES = 30;

const withBoxes = ({ page, boxes }: PageNames): { page: string; boxes: Rect[] } => ({ page, boxes: boxes.map(({ box }) => box) });
const hasCopy = ({ pages }: PaperFacts): boolean => pages.every(({ clean }) => clean !== null);

const { values } = parseArgs({
  options: { dpi: { type: 'string', default: '300' }, pdf: { type: 'string' }, keep: { type: 'string' }, list: { type: 'boolean' } },
});
const pdf = values.pdf === undefined ? await madeUpClass() : new Uint8Array(readFileSync(values.pdf));
if (values.keep !== undefined) writeFileSync(values.keep, pdf);
console.log(`${String(Math.round(pdf.length / 1e5) / 10)} MB`);
await throughTheApp();
await yardstick();

async function madeUpClass(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let seed = 0, pages = 0; pages < PAGES; seed++) {
    const plan = planNameSheet(seed);
    if (plan.width !== 210 || plan.height !== 297) continue;
    const { picture } = await drawNameSheet(plan, seed, Number(values.dpi));
    const jpeg = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
      .jpeg({ quality: 82 })
      .toBuffer();
    const page = made.addPage([595.28, 841.89]);
    page.drawImage(await made.embedJpg(jpeg), { x: 0, y: 0, width: 595.28, height: 841.89 });
    pages++;
  }
  return made.save({ useObjectStreams: false });
}

async function throughTheApp(): Promise<void> {
  const place = tempPlace();
  const imaging = createImaging(startHelperInNode);
  const opened = openTestApp(place, imaging);
  const { task } = await newWall(opened);
  if (values.list === true) await opened.api.call('class.add', { names: ['Aroha Tāmati', 'Christopher Lee', 'Mei Chen', 'Wiremu Parata', 'Sam Fox'] });
  const files = await offer(opened, [['copier.pdf', pdf]]);
  const startedAt = performance.now();
  const since = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  const told = (what: string): void => console.log(`${what.padEnd(34)} ${since().padStart(7)}`);

  let first: Promise<void> | null = null;
  opened.onTold((event) => {
    if (event === 'papers.changed') first ??= firstPicture();
  });
  const firstPicture = async (): Promise<void> => {
    const [paper] = await opened.api.call('papers.list', { task });
    const page = paper?.pages[0]?.id;
    if (page === undefined) return;
    await (await opened.ask(`/pictures/page/${page}/source?w=512`)).arrayBuffer();
    told('first page to be seen');
  };
  const { job } = await opened.api.call('papers.import', { task, files });
  // As a teacher does who doesn't wait: the names are looked for once every page is in.
  while ((await opened.api.call('papers.list', { task })).length < PAGES) await pause(50);
  told(`${String(PAGES)} pages in`);
  await opened.ended((await opened.api.call('names.suggest', { task, useClassList: values.list === true })).job);
  told('names suggested');
  const suggested = (await opened.api.call('names.suggestions', { task })).filter(({ boxes }) => boxes.length > 0);
  await opened.ended((await opened.api.call('names.apply', { task, pages: suggested.map(withBoxes), cover: 'paper' })).job);
  told(`boxes burned in on ${String(suggested.length)} pages`);
  ImportReport.parse((await opened.ended(job)).result);
  told('every page has its clean copy');
  const papers = await opened.api.call('papers.list', { task });
  console.log(`${String(papers.filter(hasCopy).length)} papers have a clean copy`);
  await first;
  await opened.close();
  await imaging.close();
  place.remove();
}

/** What taking the pictures out, decoding and encoding them costs at the very least. */
async function yardstick(): Promise<void> {
  if (!hasProgram('pdfimages')) return console.log('pdfimages is not installed: no yardstick.');
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-bench-'));
  writeFileSync(join(folder, 'copier.pdf'), pdf);
  const startedAt = performance.now();
  execFileSync('pdfimages', ['-j', join(folder, 'copier.pdf'), join(folder, 'page')]);
  const taken = performance.now();
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.jpg'));
  sharp.concurrency(1);
  for (const name of pictures) await sharp(join(folder, name)).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer();
  const encoded = performance.now();
  console.log(
    `yardstick: pdfimages -j ${((taken - startedAt) / 1000).toFixed(1)} s; sharp decodes and encodes them ${((encoded - taken) / 1000).toFixed(1)} s`,
  );
  rmSync(folder, { recursive: true, force: true });
}
