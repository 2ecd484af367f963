import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { flatten } from '../../main/engines/imaging/clean/flatten.ts';
import type { GreyPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { randomFrom } from '../support/syntheticPhoto.ts';

/**
 * How white the paper and how dark the pencil comes out, on a grey A4 page at 300 dpi under a gradient of 25 % and a shadow of 42 %:
 * the share of paper pixels at 245 or more, and the share of stroke pixels at least 40 levels darker than that paper. Ours beside
 * OpenCV's close-and-divide and unpaper, on the same pages in the same run.
 */
const WIDTH = 2480;
const HEIGHT = 3508;

/** Closes the page at an eighth of its size, so that ink vanishes, and divides by what is left. Times itself: starting Python is no part of it. */
const CLOSE_AND_DIVIDE = `
import sys, time, numpy, cv2
cv2.setNumThreads(1)
page = cv2.imread(sys.argv[1], cv2.IMREAD_GRAYSCALE)
start = time.process_time()
small = cv2.resize(page, None, fx=1/8, fy=1/8, interpolation=cv2.INTER_AREA)
paper = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8)), 9)
white = cv2.divide(page, cv2.resize(paper, (page.shape[1], page.shape[0])), scale=255)
print(1000 * (time.process_time() - start))
cv2.imwrite(sys.argv[2], white)
`;

interface Drawn {
  readonly page: GreyPixels;
  readonly stroke: Uint8Array;
}

interface Flattened {
  readonly grey: Uint8Array;
  readonly ms: number;
}

function draw(pencil: number, shadowWidth: number): Drawn {
  const random = randomFrom(7);
  const stroke = new Uint8Array(WIDTH * HEIGHT);
  for (let line = 0; line < 30; line++) {
    for (let x = 200; x < 2100; x++) {
      const y = 260 + line * 104 + Math.round(22 * Math.sin(x / 14 + line));
      if (x % 160 < 128) for (let thick = 0; thick < 5; thick++) stroke[(y + thick) * WIDTH + x] = 1;
    }
  }
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const i = y * WIDTH + x;
      const light = (1 - 0.42 / (1 + Math.exp(-(x + y / 3 - 1500) / (shadowWidth / 4)))) * (1 - (0.25 * y) / HEIGHT);
      const grain = 0.72 + 0.28 * random();
      const value = (stroke[i] === 1 ? 250 * (1 - grain) + pencil * grain : 250) * light + (random() + random() - 1) * 4;
      data[i] = Math.max(0, Math.min(255, value));
    }
  }
  return { page: { data, width: WIDTH, height: HEIGHT }, stroke };
}

/** Ours takes three colours; a grey page has the same in each. */
function ours({ data, width, height }: GreyPixels, strength: number): Flattened {
  const colours = new Uint8Array(data.length * 3);
  data.forEach((value, i) => colours.fill(value, i * 3, i * 3 + 3));
  const { value, ms } = timed(() => flatten({ data: colours, width, height }, strength));
  return { grey: data.map((_, i) => value.data[i * 3 + 1]!), ms };
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const startedAt = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(startedAt);
  return { value, ms: (user + system) / 1000 };
}

/** Debian's module belongs to Debian's Python, which need not be the first in the path. */
function pythonWithOpenCv(): string | null {
  return ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import cv2']).status === 0) ?? null;
}

async function openCv(python: string, folder: string, page: string): Promise<Flattened> {
  const out = join(folder, 'opencv.png');
  const { status, stdout, stderr } = spawnSync(python, ['-c', CLOSE_AND_DIVIDE, page, out], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`OpenCV failed: ${stderr}`);
  return { grey: await greyOf(out), ms: Number(stdout) };
}

/** Nothing that moves the page: its pixels are compared one by one. */
const IN_PLACE = ['--no-deskew', '--no-mask-scan', '--no-mask-center', '--no-border-scan', '--no-border-align'];

/** The whole program with its usual filters, reading and writing included; it is slow enough for that to be no matter. */
async function unpaper(folder: string, { data }: GreyPixels): Promise<Flattened> {
  const [page, out] = [join(folder, 'page.pgm'), join(folder, 'unpaper.pgm')];
  writeFileSync(page, Buffer.concat([Buffer.from(`P5\n${String(WIDTH)} ${String(HEIGHT)}\n255\n`), data]));
  const startedAt = performance.now();
  const { status, stderr } = spawnSync('unpaper', ['--overwrite', ...IN_PLACE, page, out], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`unpaper failed: ${stderr}`);
  const ms = performance.now() - startedAt;
  const file = readFileSync(out);
  return { grey: file.subarray(file.length - WIDTH * HEIGHT), ms };
}

const greyOf = async (file: string): Promise<Uint8Array> => await sharp(file).toColourspace('b-w').raw().toBuffer();

function told(name: string, { stroke }: Drawn, { grey, ms }: Flattened, ourMs: number): string {
  let [paper, white, pencil, dark] = [0, 0, 0, 0];
  stroke.forEach((mark, i) => {
    if (mark === 1) {
      pencil++;
      if (grey[i]! <= 255 - 40) dark++;
    } else {
      paper++;
      if (grey[i]! >= 245) white++;
    }
  });
  const shares = `white ${((100 * white) / paper).toFixed(2).padStart(6)} %   pencil ${((100 * dark) / pencil).toFixed(1).padStart(5)} %`;
  return `  ${name.padEnd(26)} ${shares}   ${ms.toFixed(0).padStart(6)} ms   ${(ms / ourMs).toFixed(1)} x ours`;
}

const folder = mkdtempSync(join(tmpdir(), 'flatten-'));
try {
  const python = pythonWithOpenCv();
  const hasUnpaper = spawnSync('unpaper', ['--version']).status === 0;
  // The first page is the slowest: the engine has yet to learn what is used much.
  ours(draw(140, 250).page, 0.5);
  for (const shadowWidth of [250, 90, 25]) {
    for (const pencil of [100, 140, 175]) {
      const drawn = draw(pencil, shadowWidth);
      console.log(`pencil ${String(pencil)}, shadow's edge ${String(shadowWidth)} px`);
      const half = ours(drawn.page, 0.5);
      console.log(told('ours, faint pencil (0)', drawn, ours(drawn.page, 0), half.ms));
      console.log(told('ours, usual (0.5)', drawn, half, half.ms));
      console.log(told('ours, clean paper (1)', drawn, ours(drawn.page, 1), half.ms));
      const page = join(folder, 'page.png');
      await sharp(drawn.page.data, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
        .png({ compressionLevel: 1 })
        .toFile(page);
      console.log(python === null ? '  OpenCV: not installed' : told('OpenCV close and divide', drawn, await openCv(python, folder, page), half.ms));
      console.log(hasUnpaper ? told('unpaper', drawn, await unpaper(folder, drawn.page), half.ms) : '  unpaper: not installed');
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
