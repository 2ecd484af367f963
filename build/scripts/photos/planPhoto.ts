import type { Quad } from '../../../core/capture/cleaning.ts';
import type { Colour, Desk } from '../sample/desks.ts';
import { seeded, type Random } from '../sample/random.ts';
import { book, cable, finger, keyboard, mug, otherPaper, pencil, ruler, type Thing } from './things.ts';
import { oneOf, type WrittenPaper } from './writtenPaper.ts';

export const KINDS = ['desk', 'white desk', 'clutter', 'curled', 'low light', 'blurred', 'cut off', 'no page'] as const;
export type Kind = (typeof KINDS)[number];

export interface Shade {
  /** A straight edge through a point (fractions of the picture) at an angle (radians), `softness` of the longer side wide. */
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly softness: number;
  /** How far behind the edge the shade ends again, as a share of the longer side. */
  readonly breadth: number;
  readonly depth: number;
}

export interface PhotoPlan {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  /** The paper's corners (px, by the edges of pixels), even those beyond the picture; null where there is no paper. */
  readonly corners: Quad | null;
  /** What the camera's place and lean are told by when there is no paper. */
  readonly ground: Quad;
  readonly desk: Desk | Colour;
  readonly under: readonly Thing[];
  readonly over: readonly Thing[];
  /** mm by which each side bulges outwards in its middle; top, right, bottom, left. */
  readonly bow: readonly [number, number, number, number];
  /** mm of each corner that are folded over; from the top left clockwise. */
  readonly ears: readonly [number, number, number, number];
  readonly shades: readonly Shade[];
  /** Of the paper's own shadow: depth (0 to 1), reach (mm), and to which side it falls. */
  readonly edge: { readonly depth: number; readonly reach: number; readonly angle: number };
  readonly light: Colour;
  readonly fall: readonly [number, number];
  /** Standard deviations, px and levels of 255. */
  readonly blur: number;
  readonly noise: number;
  readonly quality: number;
}

const DESKS: readonly Desk[] = ['pine', 'walnut', 'blue laminate', 'grey laminate', 'cutting mat', 'beech', 'felt', 'speckled'];

/** Of 100 photos. */
const SHARES: Record<Kind, number> = { desk: 26, 'white desk': 16, clutter: 20, curled: 11, 'low light': 9, blurred: 6, 'cut off': 6, 'no page': 6 };

/** How the photo of this number is taken; the same for the same seed. */
export function planPhoto(seed: number, paper: WrittenPaper): PhotoPlan {
  const random = seeded(seed * 104729 + 7);
  const kind = kindOf(random);
  const [width, height] = pictureSize(random);
  const ground = seenCorners(random, paper, width, height, kind === 'cut off');
  const desk = deskOf(random, kind);
  const { under, over } = thingsAround(random, kind, paper);
  const curled = kind === 'curled';
  const bow = (): number => random.around() * Math.max(paper.width, paper.height) * (curled ? 0.003 : 0.0007);
  const ear = (): number => (curled && random.next() < 0.45 ? random.between(5, 20) : 0);
  return {
    kind,
    width,
    height,
    corners: kind === 'no page' ? null : ground,
    ground,
    desk,
    under,
    over,
    bow: [bow(), bow(), bow(), bow()],
    ears: [ear(), ear(), ear(), ear()],
    shades: Array.from({ length: Math.floor(random.next() * 3) }, () => shadeOf(random)),
    edge: { depth: random.between(0.08, 0.45), reach: random.between(0.4, 3), angle: random.between(0, 2 * Math.PI) },
    light: lightOf(random, kind),
    fall: [random.around() * 0.14, random.around() * 0.14],
    blur: kind === 'blurred' ? random.between(1.6, 3.2) : random.between(0.4, 1.1),
    noise: kind === 'low light' ? random.between(6, 13) : random.between(1.2, 4),
    quality: Math.round(random.between(76, 93)),
  };
}

function kindOf(random: Random): Kind {
  let left = random.next() * 100;
  for (const kind of KINDS) {
    left -= SHARES[kind];
    if (left < 0) return kind;
  }
  return 'desk';
}

function pictureSize(random: Random): [number, number] {
  const draw = random.next();
  const [long, short] = draw < 0.04 ? [4032, 3024] : draw < 0.3 ? [1600, 1200] : draw < 0.4 ? [1920, 1080] : [2000, 1500];
  return random.next() < 0.7 ? [short, long] : [long, short];
}

function deskOf(random: Random, kind: Kind): Desk | Colour {
  if (kind === 'white desk') {
    const level = random.between(214, 240);
    const tint = random.around() * 3;
    return [level + tint, level, level - tint * 1.5];
  }
  const draw = random.next();
  if (draw < 0.12) return [random.between(20, 60), random.between(20, 55), random.between(20, 60)];
  if (draw < 0.2) return [random.between(175, 205), random.between(175, 205), random.between(170, 200)];
  return oneOf(random, DESKS);
}

function lightOf(random: Random, kind: Kind): Colour {
  const bright = kind === 'low light' ? random.between(0.4, 0.7) : random.between(0.72, 1);
  const warm = random.between(-0.06, 0.16);
  return [bright * (1 + Math.min(0, warm)), bright * (1 - Math.abs(warm) * 0.3), bright * (1 - Math.max(0, warm))];
}

function shadeOf(random: Random): Shade {
  return {
    x: random.between(0.1, 0.9),
    y: random.between(0.1, 0.9),
    angle: random.between(0, 2 * Math.PI),
    softness: random.between(0.012, 0.16),
    breadth: random.between(0.12, 1.2),
    depth: random.between(0.08, 0.42),
  };
}

/** A pinhole camera, 24 to 30 mm on film, above the paper; retried until the paper lies in the picture, or truly out of it. */
function seenCorners(random: Random, paper: { width: number; height: number }, width: number, height: number, cut: boolean): Quad {
  for (;;) {
    const focal = random.between(24, 30) / 36;
    const steep = random.next() < 0.2 ? 32 : 14;
    const [pitch, yaw] = [random.between(-0.35, 1) * steep, random.around() * 0.5 * steep];
    const lies = random.next();
    const roll = (lies < 0.7 ? 0 : lies < 0.85 ? 90 : 180) + random.around() * (random.next() < 0.15 ? 18 : 5);
    const long = Math.max(width, height);
    const sideways = Math.abs(((roll + 360) % 180) - 90) < 45;
    const [across, down] = sideways ? [paper.height, paper.width] : [paper.width, paper.height];
    const fill = random.between(cut ? 0.8 : 0.5, cut ? 1.3 : 0.93);
    const distance = focal * long * Math.max(across / (fill * width), down / (fill * height));
    const shift = cut ? 0.3 : 0.1;
    const [dx, dy] = [(random.next() * 2 - 1) * shift * width, (random.next() * 2 - 1) * shift * height];
    const see = (x: number, y: number): { x: number; y: number } => {
      const [u, v] = turned(x - paper.width / 2, y - paper.height / 2, roll);
      const [v2, depth] = turned(v, 0, -pitch);
      const [u2, depth2] = turned(u, depth, yaw);
      const scale = (focal * long) / (distance + depth2);
      return { x: width / 2 + dx + u2 * scale, y: height / 2 + dy + v2 * scale };
    };
    const quad: Quad = [see(0, 0), see(paper.width, 0), see(paper.width, paper.height), see(0, paper.height)];
    const inside = Math.min(...quad.map(({ x, y }) => Math.min(x / width, y / height, 1 - x / width, 1 - y / height)));
    if (cut ? inside < -0.05 : inside > 0.008) return quad;
  }
}

function turned(x: number, y: number, degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

/** Nothing but a finger or a pencil's end ever lies on the paper; no other paper is seen whole, so that there is one right answer. */
function thingsAround(random: Random, kind: Kind, { width, height }: WrittenPaper): { under: Thing[]; over: Thing[] } {
  const wanted = kind === 'clutter' ? random.between(2, 6) : kind === 'no page' ? random.between(0, 5) : random.next() < 0.25 ? 1 : 0;
  const under: Thing[] = [];
  const over: Thing[] = [];
  for (let k = 0; k < Math.floor(wanted); k++) {
    const side = random.next() * 2 * Math.PI;
    const [ox, oy] = [Math.cos(side), Math.sin(side)];
    const beside = { x: width / 2 + ox * (width * 0.62 + 20), y: height / 2 + oy * (height * 0.58 + 20), turn: random.between(0, 360) };
    const draw = random.next();
    if (draw < 0.3) (random.next() < 0.35 ? over : under).push(pencil(beside, random));
    else if (draw < 0.4) under.push(ruler(beside, random));
    else if (draw < 0.5) under.push(keyboard({ ...beside, turn: random.around() * 12 }, random));
    else if (draw < 0.72) {
      // Reaches under the paper and out of the picture.
      const away = { x: width / 2 + ox * width * 1.02 - 105, y: height / 2 + oy * height * 0.98 - 148, turn: random.around() * 14 };
      under.push(otherPaper(away, random.between(180, 320), random.between(240, 420), random));
    } else if (draw < 0.82)
      under.push(book({ x: width / 2 + ox * width * 1.1 - 90, y: height / 2 + oy * height * 1.1 - 120, turn: random.around() * 20 }, random));
    else if (draw < 0.9) under.push(mug({ ...beside, x: width / 2 + ox * (width * 0.6 + 40), y: height / 2 + oy * (height * 0.55 + 40) }, random));
    else under.push(cable(beside, random));
  }
  if ((kind === 'clutter' || kind === 'curled') && random.next() < 0.35) over.push(fingerAtEdge(random, width, height));
  return { under, over };
}

function fingerAtEdge(random: Random, width: number, height: number): Thing {
  const depth = random.between(4, 12);
  const along = random.between(0.2, 0.8);
  switch (Math.floor(random.next() * 3)) {
    case 0:
      return finger({ x: depth, y: along * height, turn: random.around() * 15 }, random);
    case 1:
      return finger({ x: width - depth, y: along * height, turn: 180 + random.around() * 15 }, random);
    default:
      return finger({ x: along * width, y: height - depth, turn: 270 + random.around() * 15 }, random);
  }
}
