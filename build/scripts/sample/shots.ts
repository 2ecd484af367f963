import type { Desk } from './desks.ts';

/** A soft shadow of an arm or a phone: a thick line, in fractions of the picture; may start outside it. */
export interface Shadow {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Half its thickness and the softness of its edge, in fractions of the longer side. */
  readonly thickness: number;
  readonly softness: number;
  /** 0: none; 1: black. */
  readonly depth: number;
}

/** How one photo was taken. Angles in degrees. */
export interface Shot {
  readonly desk: Desk;
  readonly held: 'upright' | 'sideways';
  /** EXIF's number for how the stored rows must be turned: 1 not, 3 half a turn, 6 a quarter clockwise, 8 anticlockwise. */
  readonly orientation: 1 | 3 | 6 | 8;
  /** Lean of the phone forwards and sideways, and turn of the paper, clockwise. */
  readonly pitch: number;
  readonly yaw: number;
  readonly roll: number;
  /** The paper's width as a share of the picture's, before it is tilted; and the shift of its middle. */
  readonly fill: number;
  readonly shift: readonly [number, number];
  readonly shadows: readonly Shadow[];
  /** How much darker the right and the bottom edge are than the middle; negative: lighter. */
  readonly fallRight: number;
  readonly fallDown: number;
  /** Red, green, blue of the light. */
  readonly light: readonly [number, number, number];
  /** Standard deviation of the blur, px. */
  readonly blur: number;
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise: number;
  /** What a phone would tell about itself and its owner; every value is made up, the place lies in the open sea. */
  readonly tells?: { readonly camera: string; readonly taken: string; readonly south: string; readonly east: string };
}

const WARM = [1.0, 0.965, 0.89] as const;
const COOL = [0.94, 0.975, 1.0] as const;
const PLAIN = [0.985, 0.98, 0.95] as const;
const DIM = [0.87, 0.84, 0.78] as const;

const armFromBelow: Shadow = { from: [0.78, 1.25], to: [0.62, 0.7], thickness: 0.1, softness: 0.13, depth: 0.3 };
const phoneAbove: Shadow = { from: [0.2, 1.1], to: [0.52, 1.02], thickness: 0.24, softness: 0.13, depth: 0.26 };

export const SHOTS: readonly Shot[] = [
  {
    desk: 'pine',
    held: 'sideways',
    orientation: 1,
    pitch: 9,
    yaw: -4,
    roll: 2.5,
    fill: 0.84,
    shift: [0.01, -0.01],
    shadows: [armFromBelow],
    fallRight: 0.08,
    fallDown: 0.07,
    light: WARM,
    blur: 0.7,
    noise: 3,
  },
  {
    desk: 'blue laminate',
    held: 'upright',
    orientation: 6,
    pitch: 13,
    yaw: 5,
    roll: -3,
    fill: 0.86,
    shift: [0, -0.03],
    shadows: [phoneAbove],
    fallRight: -0.06,
    fallDown: 0.1,
    light: PLAIN,
    blur: 0.6,
    noise: 3,
    tells: { camera: 'Made-up Phone 1', taken: '2025:05:06 09:41:07', south: '40/1 30/1 12/1', east: '178/1 45/1 0/1' },
  },
  {
    desk: 'walnut',
    held: 'sideways',
    orientation: 1,
    pitch: 6,
    yaw: 7,
    roll: -4,
    fill: 0.83,
    shift: [-0.01, 0.01],
    shadows: [],
    fallRight: 0.14,
    fallDown: -0.04,
    light: COOL,
    blur: 0.6,
    noise: 3,
  },
  {
    desk: 'cutting mat',
    held: 'upright',
    orientation: 8,
    pitch: 10,
    yaw: -6,
    roll: 4,
    fill: 0.84,
    shift: [0.01, 0.02],
    shadows: [{ from: [-0.2, 0.75], to: [0.22, 0.52], thickness: 0.07, softness: 0.12, depth: 0.28 }],
    fallRight: -0.1,
    fallDown: 0.05,
    light: WARM,
    blur: 0.8,
    noise: 4,
    tells: { camera: 'Made-up Phone 2', taken: '2025:05:06 09:43:50', south: '41/1 10/1 30/1', east: '179/1 2/1 24/1' },
  },
  {
    desk: 'grey laminate',
    held: 'sideways',
    orientation: 1,
    pitch: 14,
    yaw: 3,
    roll: 1,
    fill: 0.83,
    shift: [0.01, -0.02],
    shadows: [{ ...phoneAbove, from: [0.75, 1.15], to: [0.45, 1.0] }],
    fallRight: 0.05,
    fallDown: 0.12,
    light: PLAIN,
    blur: 0.7,
    noise: 3,
  },
  {
    desk: 'beech',
    held: 'sideways',
    orientation: 3,
    pitch: 7,
    yaw: -9,
    roll: -2,
    fill: 0.82,
    shift: [-0.01, 0],
    shadows: [],
    fallRight: -0.16,
    fallDown: 0.04,
    light: DIM,
    blur: 0.9,
    noise: 5,
  },
  {
    desk: 'felt',
    held: 'upright',
    orientation: 6,
    pitch: 8,
    yaw: 3,
    roll: 5,
    fill: 0.83,
    shift: [-0.01, 0],
    shadows: [{ ...armFromBelow, from: [1.3, 0.85], to: [0.74, 0.6] }],
    fallRight: 0.1,
    fallDown: 0.02,
    light: COOL,
    blur: 0.6,
    noise: 3,
    tells: { camera: 'Made-up Phone 1', taken: '2025:05:06 09:47:31', south: '40/1 30/1 12/1', east: '178/1 45/1 0/1' },
  },
  {
    desk: 'speckled',
    held: 'sideways',
    orientation: 1,
    pitch: 16,
    yaw: -2,
    roll: -1.5,
    fill: 0.81,
    shift: [0, -0.03],
    shadows: [{ ...armFromBelow, from: [0.2, 1.3], to: [0.3, 0.72], depth: 0.24 }],
    fallRight: 0.04,
    fallDown: 0.1,
    light: WARM,
    blur: 0.7,
    noise: 3,
  },
];
