import type { Quad } from '../../core/capture/cleaning.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { frame, project, projection, warped } from '../../main/engines/imaging/clean/warp.ts';

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A ruled A4 worksheet with lines of pencil scribble: 210 x 297 mm at 4 px per mm. `skew` in degrees turns rules and writing, positive: right end lower. */
export function worksheet(random: () => number, { skew = 0, rules = true, lines = 14 } = {}): RgbPixels {
  const width = 840;
  const height = 1188;
  const data = new Uint8Array(width * height * 3).fill(246);
  const slope = Math.tan((skew * Math.PI) / 180);
  const dot = (x: number, y: number, colour: readonly [number, number, number]): void => {
    const u = Math.round(x);
    const v = Math.round(y);
    if (u >= 0 && v >= 0 && u < width && v < height) data.set(colour, (v * width + u) * 3);
  };
  if (rules) for (let y = 140; y < height - 60; y += 34) for (let x = 30; x < width - 30; x++) dot(x, y + x * slope, [170, 196, 226]);
  for (let line = 0; line < lines; line++) {
    const base = 165 + line * 68;
    let x = 70;
    const end = 70 + (0.5 + 0.45 * random()) * 690;
    while (x < end) {
      const word = 25 + random() * 70;
      const step = 7 + random() * 4;
      for (let t = 0; t < word; t += 0.25) {
        const y = base - 8 + 9 * Math.sin((t / step) * 2 * Math.PI) + (t % 31 < 3 ? -10 : 0);
        for (const thick of [0, 1]) dot(x + t, y + thick + (x + t) * slope, [96, 96, 100]);
      }
      x += word + 16;
    }
  }
  return { data, width, height };
}

export type Desk = 'dark' | 'wood' | 'white' | 'blue' | 'cluttered';

export interface SyntheticPhoto {
  readonly picture: RgbPixels;
  /** Where the paper truly lies. */
  readonly quad: Quad;
}

/** A phone's view of `page` lying on a desk: perspective, uneven light, a hand's soft shadow, sensor noise. */
export function photograph(page: RgbPixels, desk: Desk, random: () => number, { width = 1200, height = 1600 } = {}): SyntheticPhoto {
  const jitter = (share: number): number => (random() - 0.5) * 2 * share;
  const fill = 0.62 + 0.26 * random();
  const sheetHeight = height * fill;
  const sheetWidth = Math.min(width * 0.86, (sheetHeight * 210) / 297);
  const left = (width - sheetWidth) / 2 + jitter(0.03) * width;
  const top = (height - sheetHeight) / 2 + jitter(0.03) * height;
  const wobble = 0.05 * width;
  const tilt = jitter(6) * (Math.PI / 180);
  const corner = (x: number, y: number): { x: number; y: number } => {
    const [u, v] = [x - width / 2, y - height / 2];
    return {
      x: Math.min(width - 12, Math.max(12, width / 2 + u * Math.cos(tilt) - v * Math.sin(tilt) + jitter(1) * wobble)),
      y: Math.min(height - 12, Math.max(12, height / 2 + u * Math.sin(tilt) + v * Math.cos(tilt) + jitter(1) * wobble)),
    };
  };
  const quad: Quad = [corner(left, top), corner(left + sheetWidth, top), corner(left + sheetWidth, top + sheetHeight), corner(left, top + sheetHeight)];
  const toPage = projection(quad, frame(page.width, page.height));
  const onPage = warped(page, toPage, width, height);
  const shadow = { x: random() * width, y: random() * height, angle: random() * Math.PI, depth: 0.15 + 0.25 * random() };
  const light = { x: jitter(0.16), y: jitter(0.16) };
  const data = new Uint8Array(width * height * 3);
  const grain = deskColour(desk, random);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const at = project(toPage, { x: x + 0.5, y: y + 0.5 });
      const inside = Math.min(at.x, at.y, page.width - at.x, page.height - at.y);
      // Paper throws a faint shadow of its own and blends with the desk over the pixel that the edge crosses.
      const cover = Math.min(1, Math.max(0, inside * 1.2 + 0.5));
      const edgeShadow = inside < 0 && inside > -7 ? 0.93 - 0.01 * (7 + inside) : 1;
      const across = (x - shadow.x) * Math.cos(shadow.angle) + (y - shadow.y) * Math.sin(shadow.angle);
      const lit = (1 - shadow.depth / (1 + Math.exp(-across / 40))) * (1 + light.x * (x / width - 0.5) + light.y * (y / height - 0.5));
      const table = grain(x, y);
      const noise = (random() + random() - 1) * 7;
      for (let c = 0; c < 3; c++) {
        const value = (onPage.data[i + c]! * cover + table[c]! * (1 - cover) * edgeShadow) * lit * 0.92 + noise;
        data[i + c] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  return { picture: { data, width, height }, quad };
}

function deskColour(desk: Desk, random: () => number): (x: number, y: number) => readonly [number, number, number] {
  const phase = random() * 100;
  switch (desk) {
    case 'dark':
      return () => [38, 36, 40];
    case 'blue':
      return () => [92, 128, 168];
    case 'white':
      return () => [226, 226, 224];
    case 'wood':
      return (x, y) => {
        const ring = 16 * Math.sin((x + phase) / 23 + Math.sin(y / 190) * 2) + 7 * Math.sin((x + phase) / 5);
        return [158 + ring, 112 + ring, 70 + ring * 0.7];
      };
    case 'cluttered':
      return (x, y) => {
        if ((x + phase) % 410 < 60 && y < 500) return [200, 60, 50];
        if (y > 1250 && (x * 0.4 + y + phase) % 340 < 90) return [220, 215, 200];
        return [104, 110, 96];
      };
  }
}
