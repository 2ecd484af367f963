import { seeded, smoothNoise, type Random } from '../sample/random.ts';
import type { Colour } from '../sample/desks.ts';

/** Something that lies about: its colour at a place of the desk (mm), or null beside it. */
export type Thing = (x: number, y: number) => Colour | null;

interface Place {
  readonly x: number;
  readonly y: number;
  /** Degrees, clockwise. */
  readonly turn: number;
}

type Local = (x: number, y: number) => Colour | null;

function placed({ x: left, y: top, turn }: Place, local: Local): Thing {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return (x, y) => local((x - left) * cos + (y - top) * sin, (y - top) * cos - (x - left) * sin);
}

const PAINT: readonly Colour[] = [
  [214, 168, 40],
  [178, 44, 40],
  [40, 92, 160],
  [44, 130, 70],
  [30, 30, 34],
  [222, 222, 218],
];

function paint(random: Random): Colour {
  return PAINT[Math.floor(random.next() * PAINT.length)]!;
}

const shade = (colour: Colour, by: number): Colour => [colour[0] * by, colour[1] * by, colour[2] * by];

/** 175 mm long, pointed, six-sided. */
export function pencil(place: Place, random: Random): Thing {
  const colour = paint(random);
  return placed(place, (x, y) => {
    const half = x > 160 ? Math.max(0, 3.6 * (1 - (x - 160) / 18)) : 3.6;
    if (x < 0 || x > 178 || Math.abs(y) > half) return null;
    if (x > 172) return [50, 50, 52];
    if (x > 160) return [222, 184, 140];
    if (x < 7) return [224, 130, 140];
    return shade(colour, y < -1.3 ? 1.12 : y < 1.3 ? 0.95 : 0.72);
  });
}

/** A wooden or clear ruler with its ticks. */
export function ruler(place: Place, random: Random): Thing {
  const colour: Colour = random.next() < 0.5 ? [226, 196, 130] : [216, 224, 228];
  return placed(place, (x, y) => {
    if (x < 0 || x > 310 || y < 0 || y > 32) return null;
    const tick = x % 1 < 0.25 && y < (x % 10 < 1 ? 8 : 4);
    return tick ? [50, 46, 40] : colour;
  });
}

/** Rows of keys, 300 x 120 mm. */
export function keyboard(place: Place, random: Random): Thing {
  const light = random.next() < 0.4;
  return placed(place, (x, y) => {
    if (x < 0 || x > 300 || y < 0 || y > 120) return null;
    const gap = (x + 4) % 19 < 3 || (y + 4) % 19 < 3 || x < 6 || y < 6 || x > 294 || y > 114;
    return light ? (gap ? [186, 188, 190] : [232, 232, 230]) : gap ? [24, 24, 26] : [58, 58, 62];
  });
}

/** Another sheet, with lines of writing on it. */
export function otherPaper(place: Place, width: number, height: number, random: Random): Thing {
  const white = random.between(232, 250);
  const seed = Math.floor(random.next() * 1e6);
  return placed(place, (x, y) => {
    if (x < 0 || x > width || y < 0 || y > height) return null;
    const line = y % 9 > 6.6 && x > 15 && x < width * 0.8 && y > 20 && smoothNoise(x / 2, Math.floor(y / 9) * 7, seed) > 0.55;
    return line ? [96, 96, 104] : [white, white - 1, white - 6];
  });
}

/** A closed book or a folder. */
export function book(place: Place, random: Random): Thing {
  const colour = paint(random);
  const [width, height] = [random.between(150, 230), random.between(200, 300)];
  return placed(place, (x, y) => {
    if (x < 0 || x > width || y < 0 || y > height) return null;
    if (x < 8) return shade(colour, 0.8);
    const title = x > 30 && x < width - 30 && y > 40 && y < 62;
    return title ? [236, 228, 206] : colour;
  });
}

/** A mug seen from above. */
export function mug(place: Place, random: Random): Thing {
  const colour = paint(random);
  return placed(place, (x, y) => {
    const away = Math.hypot(x, y);
    if (away > 42) return null;
    return away > 37 ? colour : away > 34 ? shade(colour, 0.7) : [62, 38, 22];
  });
}

/** The tip of a finger or thumb that holds the paper down, pointing along +x. */
export function finger(place: Place, random: Random): Thing {
  const skin: Colour = random.next() < 0.5 ? [222, 172, 142] : [134, 90, 66];
  const half = random.between(7, 10);
  return placed(place, (x, y) => {
    const inside = x < 0 ? Math.abs(y) < half : Math.hypot(x, y) < half;
    if (!inside) return null;
    const nail = x > 0 && Math.hypot(x - 2, y) < half * 0.55;
    return shade(nail ? [234, 196, 180] : skin, 1 - 0.25 * (Math.abs(y) / half) ** 2);
  });
}

/** A cable in wide bends. */
export function cable(place: Place, random: Random): Thing {
  const seed = Math.floor(random.next() * 1e6);
  const dark = seeded(seed).next() < 0.6;
  return placed(place, (x, y) => {
    if (x < -400 || x > 400) return null;
    const middle = (smoothNoise(x / 90, 0.5, seed) - 0.5) * 120;
    return Math.abs(y - middle) < 2.6 ? (dark ? [26, 26, 28] : [238, 238, 238]) : null;
  });
}
