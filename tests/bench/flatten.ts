import type { RgbPixels } from '../../main/imaging/pixels.ts';
import { flatten } from '../../main/imaging/flatten.ts';
import { randomFrom } from '../support/syntheticPhoto.ts';

/**
 * How white the paper and how dark the pencil comes out, on an A4 page at 300 dpi under a gradient of 25 % and a shadow of 42 %:
 * the share of paper pixels at 245 or more, and the share of stroke pixels at least 40 levels darker than that paper.
 */
const WIDTH = 2480;
const HEIGHT = 3508;

function page(pencil: number, shadowWidth: number): { picture: RgbPixels; stroke: Uint8Array } {
  const random = randomFrom(7);
  const stroke = new Uint8Array(WIDTH * HEIGHT);
  for (let line = 0; line < 30; line++) {
    for (let x = 200; x < 2100; x++) {
      const y = 260 + line * 104 + Math.round(22 * Math.sin(x / 14 + line));
      if (x % 160 < 128) for (let thick = 0; thick < 5; thick++) stroke[(y + thick) * WIDTH + x] = 1;
    }
  }
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const i = y * WIDTH + x;
      const light = (1 - 0.42 / (1 + Math.exp(-(x + y / 3 - 1500) / (shadowWidth / 4)))) * (1 - (0.25 * y) / HEIGHT);
      const grain = 0.72 + 0.28 * random();
      const value = (stroke[i] === 1 ? 250 * (1 - grain) + pencil * grain : 250) * light + (random() + random() - 1) * 4;
      data.fill(Math.max(0, Math.min(255, value)), i * 3, i * 3 + 3);
    }
  }
  return { picture: { data, width: WIDTH, height: HEIGHT }, stroke };
}

function measure({ picture, stroke }: ReturnType<typeof page>, strength: number): { paper: number; pencil: number; ms: number } {
  const startedAt = process.cpuUsage();
  const { data } = flatten(picture, strength);
  const { user, system } = process.cpuUsage(startedAt);
  let [paper, white, pencil, dark] = [0, 0, 0, 0];
  for (let i = 0; i < stroke.length; i++) {
    const level = data[i * 3 + 1]!;
    if (stroke[i] === 1) {
      pencil++;
      if (level <= 255 - 40) dark++;
    } else {
      paper++;
      if (level >= 245) white++;
    }
  }
  return { paper: (100 * white) / paper, pencil: (100 * dark) / pencil, ms: (user + system) / 1000 };
}

for (const shadowWidth of [250, 90, 25]) {
  for (const pencil of [100, 140, 175, 195]) {
    const drawn = page(pencil, shadowWidth);
    const results = [0, 0.5, 1].map((strength) => measure(drawn, strength));
    const told = results.map(({ paper, pencil: recall }) => `${paper.toFixed(2)} / ${recall.toFixed(1)}`).join('   ');
    console.log(
      `shadow ${String(shadowWidth)} px, pencil ${String(pencil)}: white paper / pencil kept, at strength 0, 0.5, 1: ${told} %   ${results[2]!.ms.toFixed(0)} ms`,
    );
  }
}
