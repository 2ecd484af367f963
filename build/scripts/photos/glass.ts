import sharp from 'sharp';
import type { Point, Quad } from '../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { frame, project, projection } from '../../../main/engines/imaging/clean/warp.ts';
import { deskColour, type Colour, type Desk } from '../sample/desks.ts';
import { seeded, smoothNoise, type Random } from '../sample/random.ts';
import { oneOf, writtenPaper, type WrittenPaper } from './writtenPaper.ts';

export type GlassKind = 'white lid' | 'dark lid' | 'two pages photographed';

export interface Glass {
  readonly kind: GlassKind;
  readonly picture: RgbPixels;
  /** In no order, by the centres of pixels. */
  readonly sheets: readonly Quad[];
}

interface Laid {
  readonly paper: WrittenPaper;
  /** Middle, mm; degrees clockwise; size, mm. */
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly width: number;
  readonly height: number;
}

const PX_PER_MM = 150 / 25.4;

/** Slips on a scanner's glass, or two pages under a phone; the same for the same seed. */
export async function glassOf(seed: number): Promise<Glass> {
  const random = seeded(seed * 15485863 + 3);
  const kind: GlassKind = oneOf(random, ['white lid', 'white lid', 'dark lid', 'dark lid', 'two pages photographed']);
  return kind === 'two pages photographed' ? twoPages(seed, random) : scannedSlips(seed, random, kind);
}

async function scannedSlips(seed: number, random: Random, kind: GlassKind): Promise<Glass> {
  const [wide, tall] = [216, 297];
  const [columns, rows] = oneOf(random, [
    [2, 2],
    [2, 3],
    [1, 4],
    [2, 4],
    [2, 5],
    [2, 6],
    [3, 3],
    [3, 4],
  ] as const);
  const cell = { width: wide / columns, height: tall / rows };
  const papers = await Promise.all([0, 1, 2].map((k) => writtenPaper(seed * 3 + k, { kind: 'half-a4' })));
  const laid: Laid[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const turn = random.around() * 2.6;
      const fill = random.between(0.72, 0.9);
      const lean = Math.abs(Math.sin((turn * Math.PI) / 180));
      const width = cell.width * fill - cell.height * lean - 2;
      const height = cell.height * fill - cell.width * lean - 2;
      const room = { x: cell.width * (1 - fill) * 0.4, y: cell.height * (1 - fill) * 0.4 };
      const x = (column + 0.5) * cell.width + (random.next() * 2 - 1) * room.x;
      const y = (row + 0.5) * cell.height + (random.next() * 2 - 1) * room.y;
      laid.push({ paper: papers[(row * columns + column) % papers.length]!, x, y, turn, width, height });
    }
  }
  const level = kind === 'white lid' ? random.between(206, 236) : random.between(14, 70);
  const lid = (x: number, y: number): Colour => {
    const grey = level + (smoothNoise(x / 40, y / 40, seed) - 0.5) * 5;
    return [grey, grey, grey];
  };
  const [width, height] = [Math.round(wide * PX_PER_MM), Math.round(tall * PX_PER_MM)];
  return seenGlass({
    kind,
    laid,
    width,
    height,
    ground: lid,
    corners: frame(width, height),
    wide,
    tall,
    noise: 1.5,
    fall: 0,
    depth: random.between(0.08, 0.28),
    seed,
  });
}

async function twoPages(seed: number, random: Random): Promise<Glass> {
  const papers = await Promise.all([0, 1].map((k) => writtenPaper(seed * 2 + k, { kind: 'a5' })));
  const [wide, tall] = [360, 270];
  const laid = papers.map((paper, k) => ({
    paper,
    x: wide * (k === 0 ? 0.26 : 0.74) + random.around() * 2,
    y: tall / 2 + random.around() * 8,
    turn: random.around() * 1.5,
    width: paper.width > paper.height ? 148 : paper.width,
    height: paper.width > paper.height ? 210 : paper.height,
  }));
  const desk = oneOf<Desk>(random, ['pine', 'walnut', 'blue laminate', 'grey laminate', 'felt', 'cutting mat', 'beech']);
  const [width, height] = [2000, 1500];
  const shake = (): number => random.around() * 40;
  const corners = frame(width, height).map(({ x, y }) => ({ x: x + shake(), y: y + shake() })) as Quad;
  const ground = (x: number, y: number): Colour => deskColour(desk, x, y, seed);
  return seenGlass({
    kind: 'two pages photographed',
    laid,
    width,
    height,
    ground,
    corners,
    wide,
    tall,
    noise: 3,
    fall: random.around() * 0.12,
    depth: 0.35,
    seed,
  });
}

interface View {
  readonly kind: GlassKind;
  readonly laid: readonly Laid[];
  readonly width: number;
  readonly height: number;
  readonly ground: (x: number, y: number) => Colour;
  /** Where the ground's corners lie in the picture, px. */
  readonly corners: Quad;
  readonly wide: number;
  readonly tall: number;
  readonly noise: number;
  readonly fall: number;
  readonly depth: number;
  readonly seed: number;
}

async function seenGlass(view: View): Promise<Glass> {
  const { width, height, laid } = view;
  const toGround = projection(view.corners, frame(view.wide, view.tall));
  const random = seeded(view.seed + 5);
  const data = new Uint8Array(width * height * 3);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const colour = colourAt(view, project(toGround, { x: u + 0.5, y: v + 0.5 }));
      const light = 1 - view.fall * (u / width - 0.5) * 2;
      const i = (v * width + u) * 3;
      const grain = random.around() * view.noise;
      for (let c = 0; c < 3; c++) data[i + c] = Math.min(255, Math.max(0, colour[c]! * light * 0.98 + grain));
    }
  }
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(0.6)
    .jpeg({ quality: 85 })
    .toBuffer();
  const decoded = await sharp(jpeg).raw().toBuffer();
  const fromGround = projection(frame(view.wide, view.tall), view.corners);
  const sheets = laid.map(
    (one) =>
      cornersOf(one)
        .map((corner) => project(fromGround, corner))
        .map(({ x, y }) => ({ x: x - 0.5, y: y - 0.5 })) as Quad,
  );
  return { kind: view.kind, picture: { data: new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length), width, height }, sheets };
}

function colourAt({ laid, ground, depth }: View, at: Point): Colour {
  let shadow = 1;
  for (const one of laid) {
    const { x, y } = onSheet(one, at);
    const outside = Math.max(-x, -y, x - one.width, y - one.height);
    if (outside < 0) {
      const { data, width, height } = one.paper.picture;
      const u = Math.min(width - 1, Math.floor(x * one.paper.pxPerMm));
      const v = Math.min(height - 1, Math.floor(y * one.paper.pxPerMm));
      const i = (v * width + u) * 3;
      return [data[i]!, data[i + 1]!, data[i + 2]!];
    }
    if (outside < 6) shadow *= 1 - depth * Math.exp(-outside / 0.9);
  }
  const [red, green, blue] = ground(at.x, at.y);
  return [red * shadow, green * shadow, blue * shadow];
}

function onSheet({ x, y, turn, width, height }: Laid, at: Point): Point {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [u, v] = [at.x - x, at.y - y];
  return { x: u * cos + v * sin + width / 2, y: v * cos - u * sin + height / 2 };
}

function cornersOf({ x, y, turn, width, height }: Laid): Point[] {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return frame(width, height).map((corner) => {
    const [u, v] = [corner.x - width / 2, corner.y - height / 2];
    return { x: x + u * cos - v * sin, y: y + u * sin + v * cos };
  });
}
