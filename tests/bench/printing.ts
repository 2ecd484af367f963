import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element } from '../../core/chart/document.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planStrip } from '../../core/chart/planStrip.ts';
import { planSheets, type SheetPlan } from '../../core/sheets/sheets.ts';
import { writeChartPdf, writeStripPdf } from '../../main/engines/pdf/chartPdf.ts';
import { whitePictures } from '../../main/engines/pdf/jpegFor.ts';
import type { PdfJob, SheetsToDraw } from '../../main/engines/pdf/makePdf.ts';
import { plainSheets } from '../support/plainSheets.ts';
import { longStrip, type LongStrip } from '../support/longStrip.ts';
import { hasProgram } from '../support/programs.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

/**
 * The tiler beside plakativ and pdfposter on the same strip in the same run: seconds (the middle of three), bytes, what the
 * printer's driver is given (pdftops), sheets, objects cut by seams, ink. Fails nothing. Run: node tests/bench/printing.ts [--all]
 */
const folder = mkdtempSync(join(tmpdir(), 'stepwall-bench-'));
const SETTINGS = { sheetSize: 'A4', orientation: 'landscape', overlap: 10, margin: 10 } as const;
const MAKE = fileURLToPath(new URL('makeOnePdf.ts', import.meta.url));
const fontsFolder = fileURLToPath(new URL('../../assets/fonts', import.meta.url));

interface Row {
  readonly who: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly pages: number;
  readonly postScript: number | null;
  readonly memory: number | null;
}

function jobFor(wall: LongStrip, name: string, plan: SheetPlan): PdfJob & SheetsToDraw {
  const files = new Map<string, string>();
  for (const [media, bytes] of wall.pictures) {
    const file = join(folder, `${name}-${media}.jpg`);
    writeFileSync(file, bytes);
    files.set(media, file);
  }
  return {
    ...plainSheets,
    chart: { title: 'Strip', scale: 'numbers', line: [], levels: [], strip: wall.strip },
    shownPapers: [...wall.papers.values()],
    plan,
    files,
    fontsFolder,
  };
}

/** In a process of its own, so that its memory is its own. */
function ours(job: PdfJob & SheetsToDraw, name: string): Row {
  const [input, output] = [join(folder, `${name}.json`), join(folder, `${name}.pdf`)];
  writeFileSync(input, JSON.stringify({ ...job, files: [...job.files] }));
  const runs = [1, 2, 3].map(
    () =>
      JSON.parse(execFileSync(process.execPath, [MAKE, input, output], { encoding: 'utf8' })) as {
        seconds: number;
        memory: number;
      },
  );
  return { who: 'Stepwall', seconds: middle(runs.map(({ seconds }) => seconds)), memory: middle(runs.map(({ memory }) => memory)), ...judged(output) };
}

function peer(who: string, name: string, args: (input: string, output: string) => string[]): Row[] {
  if (!hasProgram(who)) {
    console.log(`  ${who} is not installed`);
    return [];
  }
  const output = join(folder, `${name}-${who}.pdf`);
  const runs = [1, 2, 3].map(() => timed(() => execFileSync(who, args(join(folder, `${name}-strip.pdf`), output), { stdio: 'ignore' })));
  return [{ who, seconds: middle(runs), memory: null, ...judged(output) }];
}

function judged(file: string): { bytes: number; pages: number; postScript: number | null } {
  const pages = Number(/Pages: +(\d+)/u.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
  const ps = join(folder, 'out.ps');
  if (hasProgram('pdftops')) execFileSync('pdftops', [file, ps]);
  return { bytes: statSync(file).size, pages, postScript: hasProgram('pdftops') ? statSync(ps).size : null };
}

async function compare(name: string, wall: LongStrip): Promise<void> {
  const pictures = sum([...wall.pictures.values()].map((bytes) => bytes.length));
  const startedAt = performance.now();
  const plan = planStrip(wall.strip, SETTINGS);
  const planned = performance.now() - startedAt;
  const even = planSheets({ ...SETTINGS, strip: wall.strip, sheetSize: SHEET_SIZES.A4 });
  console.log(
    `\n${name}: ${wall.pictures.size} pictures, ${megabytes(pictures)}, ${plan.sheets.length} sheets (portrait and landscape mixed: ${planStrip(wall.strip, { ...SETTINGS, orientation: 'auto' }).sheets.length})`,
  );
  console.log(`  seams placed in ${planned.toFixed(0)} ms, ${cutsOf(wall, plan)} objects cut; even seams cut ${cutsOf(wall, even)}`);
  writeFileSync(join(folder, `${name}-strip.pdf`), await writeStripPdf({ title: 'Strip', ...wall, fonts }).catch(() => new Uint8Array()));
  const rows = [
    ours(jobFor(wall, name, plan), name),
    ...(statSync(join(folder, `${name}-strip.pdf`)).size === 0
      ? []
      : [
          ...peer('plakativ', name, (input, output) => [
            '--nogui',
            '--factor',
            '1',
            '--pagesize',
            'A4',
            '--border',
            '10',
            '--cover-page',
            '--cutting-guides',
            '--page-numbers',
            '--poster-border',
            '-o',
            output,
            input,
          ]),
          ...peer('pdfposter', name, (input, output) => ['-m', 'a4', '-s', '1', input, output]),
        ]),
  ];
  for (const { who, seconds, bytes, pages, postScript, memory } of rows)
    console.log(
      `  ${who.padEnd(10)} ${seconds.toFixed(2)} s   ${bytes} bytes (pictures + ${((bytes - pictures) / 1000).toFixed(0)} kB)   ${pages} pages   pdftops ${postScript === null ? '?' : `${postScript} bytes (${(postScript / bytes).toFixed(2)} x)`}${memory === null ? '' : `   ${memory.toFixed(0)} MB memory`}`,
    );
}

/** Objects touched by the bands of seams, each counted once per band. */
function cutsOf({ strip }: LongStrip, { sheets, overlap }: SheetPlan): number {
  const objects = strip.elements.filter(({ kind }) => kind !== 'panel');
  const within = (element: Element, x: number, y: number, width: number, height: number) =>
    element.x < x + width && element.x + element.width > x && element.y < y + height && element.y + element.height > y;
  const right = sheets
    .filter(({ art, visible }) => art.width - visible.width > 1e-4)
    .map(({ visible }) => objects.filter((element) => within(element, visible.x + visible.width, visible.y, overlap, visible.height)).length);
  const levels = new Set(sheets.filter(({ art, visible }) => art.height - visible.height > 1e-4).map(({ visible }) => visible.y + visible.height));
  return sum(right) + sum([...levels].map((y) => objects.filter((element) => within(element, 0, y, strip.width, overlap)).length));
}

async function ink(wall: LongStrip): Promise<void> {
  if (!hasProgram('gs')) return console.log('  ghostscript is not installed');
  const plan = planStrip(wall.strip, SETTINGS);
  const only = plan.sheets.map(({ label }) => label);
  const coverage = (pdf: Uint8Array): number => {
    const file = join(folder, 'ink.pdf');
    writeFileSync(file, pdf);
    const rows = execFileSync('gs', ['-q', '-o', '-', '-sDEVICE=ink_cov', file], { encoding: 'utf8' }).trim().split('\n');
    return sum(rows.map((row) => sum(row.trim().split(/\s+/u).slice(0, 4).map(Number)))) / rows.length;
  };
  const colour = coverage(await writeChartPdf({ title: 'Strip', ...wall, fonts, plan, only }));
  const saver = coverage(await writeChartPdf({ title: 'Strip', ...wall, fonts, plan, only, look: 'ink-saver', pictures: await whitePictures(wall.pictures) }));
  console.log(`  ink_cov: colour ${colour.toFixed(1)} %, ink-saver ${saver.toFixed(1)} % (${(100 - (100 * saver) / colour).toFixed(0)} % less)`);
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

try {
  const wall = await longStrip();
  await compare('strip-h', wall);
  await ink(wall);
  const large = { width: 3543, height: 1890, quality: 94 };
  await compare('strip-h-big', await longStrip(large));
  if (process.argv.includes('--all')) await compare('strip-6m', await longStrip({ ...large, perLevel: 12, length: 6000, distinct: 4 }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
