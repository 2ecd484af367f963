import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { SampleClass, type SamplePaper } from '../../core/chart/sampleClass.ts';
import type { Corners } from './sample/homography.ts';
import { readable } from './sample/handwriting.ts';
import type { Seen } from './sample/laidDown.ts';
import { photograph } from './sample/photograph.ts';
import { GOALS_OF, LEVELS, LOWEST_TO_HIGHEST, PHOTOGRAPHED, SCANNED, TASK, type Pupil } from './sample/pupils.ts';
import { scan, scannerPdf, type ScannedPage } from './sample/scan.ts';
import { NAME_BOX, writtenSheet, type Sheet } from './sample/sheet.ts';
import { SHOTS } from './sample/shots.ts';

/**
 * Makes the sample class: lets invented pupils write, photographs eight of their sheets, scans four, and writes down
 * where everything is. The same files on every run. `node build/scripts/makeSample.ts [FOLDER]`
 */

const SCAN_FILE = 'scan-4-pages.pdf';
const SKEWS = [0.7, -1.4, 0.3, 1.1];

const folder = process.argv[2] ?? fileURLToPath(new URL('../../assets/sample/', import.meta.url));
await mkdir(folder, { recursive: true });

const papers: SamplePaper[] = [];
for (const [index, place] of PHOTOGRAPHED.entries()) {
  const { pupil, sheet, seed } = await writtenBy(place);
  const shot = SHOTS[index];
  if (!shot) throw new Error(`No shot is planned for photo ${index + 1}.`);
  const photo = await photograph(sheet, shot, seed);
  const file = `photo-${index + 1}.jpg`;
  await writeFile(join(folder, file), photo.jpeg);
  papers.push(described(pupil, sheet, file, 1, photo));
}

const scans: ScannedPage[] = [];
for (const [index, place] of SCANNED.entries()) {
  const { pupil, sheet, seed } = await writtenBy(place);
  const page = await scan(sheet, SKEWS[index] ?? 0, seed);
  scans.push(page);
  papers.push(described(pupil, sheet, SCAN_FILE, index + 1, page));
}
await writeFile(join(folder, SCAN_FILE), await scannerPdf(scans));

const sampleClass: SampleClass = {
  task: TASK,
  papers,
  line: LOWEST_TO_HIGHEST.map(({ name }) => paperOf(name)),
  levels: LEVELS.map((level) => ({
    label: level.label,
    name: level.name,
    anchor: paperOf(level.pupil),
    qualifiers: [
      ...level.new.map((text) => ({ text, kind: 'new' as const, goals: GOALS_OF[text] ?? [] })),
      ...level.kept.map((text) => ({ text, kind: 'kept' as const })),
    ],
  })),
};
const json = JSON.stringify(SampleClass.parse(sampleClass));
await writeFile(join(folder, 'class.json'), await format(json, { parser: 'json', printWidth: 160 }));

async function writtenBy(place: number): Promise<{ pupil: Pupil; sheet: Sheet; seed: number }> {
  const pupil = LOWEST_TO_HIGHEST[place];
  if (!pupil) throw new Error(`Nobody stands at place ${place} of the line.`);
  const seed = 1000 + place * 37;
  return { pupil, sheet: await writtenSheet(pupil, seed), seed };
}

function described(pupil: Pupil, sheet: Sheet, file: string, page: number, seen: { quad: Corners; toPicture: Seen['toPicture'] }): SamplePaper {
  const { widthMm, heightMm } = TASK.paper;
  const [top, bottom] = [sheet.responseTop / heightMm, sheet.responseBottom / heightMm];
  return {
    pupil: pupil.name,
    file,
    page,
    text: readable(pupil.written),
    truth: {
      quad: seen.quad,
      nameBox: boxRound(NAME_BOX, seen.toPicture),
      responseBox: { x: rounded(4 / widthMm), y: rounded(top), width: rounded(1 - 8 / widthMm), height: rounded(bottom - top) },
    },
  };
}

function rounded(share: number): number {
  return Math.round(share * 10000) / 10000;
}

/** The upright box in px round a box in mm of the sheet. */
function boxRound([left, top, right, bottom]: readonly [number, number, number, number], toPicture: Seen['toPicture']): [number, number, number, number] {
  const corners = [toPicture(left, top), toPicture(right, top), toPicture(right, bottom), toPicture(left, bottom)];
  const across = corners.map(([x]) => x);
  const down = corners.map(([, y]) => y);
  return [Math.floor(Math.min(...across)), Math.floor(Math.min(...down)), Math.ceil(Math.max(...across)), Math.ceil(Math.max(...down))];
}

function paperOf(name: string): number {
  const index = papers.findIndex(({ pupil }) => pupil === name);
  if (index < 0) throw new Error(`${name} has written no paper.`);
  return index;
}
