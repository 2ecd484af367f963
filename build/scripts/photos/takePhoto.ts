import sharp from 'sharp';
import type { Point, Quad } from '../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { frame, project, projection } from '../../../main/engines/imaging/clean/warp.ts';
import { deskColour, type Colour } from '../sample/desks.ts';
import { ease, seeded, smoothNoise } from '../sample/random.ts';
import type { PhotoPlan, Shade } from './planPhoto.ts';
import type { WrittenPaper } from './writtenPaper.ts';

export interface Photo {
  /** As decoded from the JPEG that a phone would have stored. */
  readonly picture: RgbPixels;
  /** Where the paper truly lies, by the centres of pixels; null where no four corners are to be seen. */
  readonly quad: Quad | null;
}

export async function takePhoto(plan: PhotoPlan, paper: WrittenPaper, seed: number): Promise<Photo> {
  const { width, height } = plan;
  const sharpened = drawn(plan, paper, seed);
  const blurred = await sharp(sharpened, { raw: { width, height, channels: 3 } })
    .blur(plan.blur)
    .raw()
    .toBuffer();
  const noisy = withNoise(blurred, plan.noise, seed);
  const jpeg = await sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: plan.quality })
    .toBuffer();
  const decoded = await sharp(jpeg).raw().toBuffer();
  const seen = plan.kind === 'cut off' || plan.corners === null ? null : (plan.corners.map(({ x, y }) => ({ x: x - 0.5, y: y - 0.5 })) as Quad);
  return { picture: { data: new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length), width, height }, quad: seen };
}

function drawn(plan: PhotoPlan, paper: WrittenPaper, seed: number): Uint8Array {
  const { width, height } = plan;
  const toDesk = projection(plan.ground, frame(paper.width, paper.height));
  const data = new Uint8Array(width * height * 3);
  const colour: [number, number, number] = [0, 0, 0];
  const exposure = exposureOf(plan, paper, seed);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const at = project(toDesk, { x: u + 0.5, y: v + 0.5 });
      look(plan, paper, at, seed, colour);
      const lit = lightAt(plan, u, v) * exposure;
      const i = (v * width + u) * 3;
      for (let c = 0; c < 3; c++) data[i + c] = Math.min(255, Math.max(0, colour[c]! * lit * plan.light[c]!));
    }
  }
  return data;
}

/** Phones expose so that no more than a glint is blown out. */
function exposureOf(plan: PhotoPlan, paper: WrittenPaper, seed: number): number {
  const toDesk = projection(plan.ground, frame(paper.width, paper.height));
  const colour: [number, number, number] = [0, 0, 0];
  const levels: number[] = [];
  for (let v = 0; v < plan.height; v += 40) {
    for (let u = 0; u < plan.width; u += 40) {
      look(plan, paper, project(toDesk, { x: u + 0.5, y: v + 0.5 }), seed, colour);
      const lit = lightAt(plan, u, v);
      levels.push(Math.max(...colour.map((value, c) => value * lit * plan.light[c]!)));
    }
  }
  levels.sort((a, b) => a - b);
  return Math.min(1, 246 / levels[Math.floor(levels.length * 0.98)]!);
}

function lightAt(plan: PhotoPlan, u: number, v: number): number {
  const { width, height } = plan;
  const x = u / width - 0.5;
  const y = v / height - 0.5;
  const falls = (1 - plan.fall[0] * x * 2 - plan.fall[1] * y * 2) * (1 - 0.25 * (x * x + y * y));
  return plan.shades.reduce((light, shade) => light * past(shade, u, v, width, height), falls);
}

/** The colour under even light at a place of the desk, in mm from the paper's top left corner. */
function look(plan: PhotoPlan, paper: WrittenPaper, at: Point, seed: number, into: [number, number, number]): void {
  for (const thing of plan.over) {
    const colour = thing(at.x, at.y);
    if (colour !== null) return set(into, colour, 1);
  }
  const outside = plan.corners === null ? 1e3 : beyond(plan, paper, at);
  if (outside < 0) {
    const flap = flapShade(plan, paper, at);
    if (flap > 0) return set(into, [238, 236, 230], flap);
    return readPaper(paper, at, into, curlShade(plan, paper, at));
  }
  const shadow = outside > 40 ? 1 : 1 - plan.edge.depth * Math.exp(-Math.max(0, towards(plan, paper, at, outside)) / plan.edge.reach);
  for (const thing of plan.under) {
    const colour = thing(at.x, at.y);
    if (colour !== null) return set(into, colour, shadow);
  }
  const desk = typeof plan.desk === 'string' ? deskColour(plan.desk, at.x, at.y, seed) : plainDesk(plan.desk, at, seed);
  set(into, desk, shadow);
}

function set(into: [number, number, number], colour: Colour, by: number): void {
  into[0] = colour[0] * by;
  into[1] = colour[1] * by;
  into[2] = colour[2] * by;
}

function plainDesk(colour: Colour, { x, y }: Point, seed: number): Colour {
  const wear = (smoothNoise(x / 70, y / 70, seed + 2) - 0.5) * 8 + (smoothNoise(x / 1.2, y / 1.2, seed) - 0.5) * 4;
  return [colour[0] + wear, colour[1] + wear, colour[2] + wear];
}

/** mm outside of the paper's edge, negative inside; sides bulge, folded corners are missing. */
function beyond({ bow, ears }: PhotoPlan, { width, height }: WrittenPaper, { x, y }: Point): number {
  const arcX = Math.sin(Math.PI * Math.min(1, Math.max(0, x / width)));
  const arcY = Math.sin(Math.PI * Math.min(1, Math.max(0, y / height)));
  const straight = Math.max(-y - bow[0] * arcX, x - width - bow[1] * arcY, y - height - bow[2] * arcX, -x - bow[3] * arcY);
  const folded = ears.map((ear, k) => (ear === 0 ? -1e3 : (ear - cornerDepth(k, x, y, width, height)) / Math.SQRT2));
  return Math.max(straight, ...folded);
}

function cornerDepth(corner: number, x: number, y: number, width: number, height: number): number {
  return (corner === 1 || corner === 2 ? width - x : x) + (corner >= 2 ? height - y : y);
}

/** How bright the underside of a folded corner is here; 0 where there is none. */
function flapShade({ ears }: PhotoPlan, { width, height }: WrittenPaper, { x, y }: Point): number {
  for (const [corner, ear] of ears.entries()) {
    const depth = cornerDepth(corner, x, y, width, height);
    const across = corner === 1 || corner === 2 ? width - x : x;
    const down = corner >= 2 ? height - y : y;
    if (ear > 0 && depth < 2 * ear && across < ear && down < ear) return 0.86 + 0.1 * ((depth - ear) / ear);
  }
  return 0;
}

/** A bulging side catches the light differently over its last centimetres. */
function curlShade({ bow }: PhotoPlan, { width, height }: WrittenPaper, { x, y }: Point): number {
  const rise = (bulge: number, away: number): number => (away > 45 ? 0 : bulge * 0.05 * (1 - away / 45));
  return 1 + rise(bow[0], y) + rise(bow[1], width - x) - rise(bow[2], height - y) - rise(bow[3], x);
}

/** The paper's shadow falls mostly to one side. */
function towards({ edge }: PhotoPlan, { width, height }: WrittenPaper, { x, y }: Point, outside: number): number {
  const [nx, ny] = [x < 0 ? -1 : x > width ? 1 : 0, y < 0 ? -1 : y > height ? 1 : 0];
  const length = Math.hypot(nx, ny) || 1;
  const facing = (nx * Math.cos(edge.angle) + ny * Math.sin(edge.angle)) / length;
  return outside * (1.6 - facing);
}

function past(shade: Shade, u: number, v: number, width: number, height: number): number {
  const long = Math.max(width, height);
  const away = ((u - shade.x * width) * Math.cos(shade.angle) + (v - shade.y * height) * Math.sin(shade.angle)) / long;
  const here = ease(away / shade.softness + 0.5) * (1 - ease((away - shade.breadth) / shade.softness + 0.5));
  return 1 - shade.depth * here;
}

function readPaper({ picture, pxPerMm }: WrittenPaper, at: Point, into: [number, number, number], by: number): void {
  const { data, width, height } = picture;
  const x = Math.min(width - 1.001, Math.max(0, at.x * pxPerMm - 0.5));
  const y = Math.min(height - 1.001, Math.max(0, at.y * pxPerMm - 0.5));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [x - left, y - top];
  const i = (top * width + left) * 3;
  const below = i + width * 3;
  for (let c = 0; c < 3; c++) {
    const upper = data[i + c]! * (1 - across) + data[i + 3 + c]! * across;
    const lower = data[below + c]! * (1 - across) + data[below + 3 + c]! * across;
    into[c] = (upper * (1 - down) + lower * down) * by;
  }
}

/** A sensor's noise: mostly alike in the three colours, and in patches of two pixels, as phones leave it behind. */
function withNoise(rgb: Uint8Array, strength: number, seed: number): Uint8Array {
  const random = seeded(seed + 77);
  const noisy = new Uint8Array(rgb.length);
  let grey = 0;
  for (let i = 0; i < rgb.length; i += 3) {
    grey = grey * 0.35 + random.around() * strength * 0.85;
    for (let c = 0; c < 3; c++) noisy[i + c] = Math.min(255, Math.max(0, rgb[i + c]! + grey + (random.next() - 0.5) * strength));
  }
  return noisy;
}
