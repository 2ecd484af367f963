import type { Point } from '../../../../core/capture/cleaning.ts';
import type { Gradients } from './gradients.ts';
import type { Line } from './straightEdges.ts';

/** An edge this much fainter than one that stands out of the noise still goes on. */
const FAINT = 0.8;
/** px by which an edge may lie beside its line. */
const BESIDE = 2;
/** What an edge counts where it is now of this kind, now of that. */
const MIXED = 0.7;
/** px: so near to the ends of a stretch its corners blur it. */
const CORNER = 4;
/** So far behind its ends, as a share of its length, a side is followed. */
const BEYOND = 0.12;
/** px: with less of the picture behind a corner nothing is said about whether a side goes on. */
const LEAST_BEYOND = 3;
/** px: a shorter stretch is no side. */
const LEAST_LENGTH = 8;

/**
 * A straight edge with running sums of how much of it is seen, per channel and polarity, so that any stretch of it is weighed in no
 * time. A place on it is told in px from where the line comes into the picture.
 */
export class Side {
  readonly line: Line;
  /** Where along the line, from the point nearest the picture's first pixel, it comes in; and how long it stays, px. */
  readonly #start: number;
  readonly #length: number;
  readonly #each: readonly Uint16Array[];
  readonly #any: Uint16Array;

  constructor(line: Line, channels: readonly Gradients[]) {
    this.line = line;
    const { start, length } = stretchInside(line, channels[0]!);
    this.#start = start;
    this.#length = length;
    const { each, any } = runningSums(line, start, length, channels);
    this.#each = each;
    this.#any = any;
  }

  place({ x, y }: Point): number {
    return this.#within(Math.round(y * this.line.normal.x - x * this.line.normal.y) - this.#start);
  }

  /** The share, 0 to 1, of the stretch between two places on which any edge is seen. */
  seenAtAll(from: number, to: number): number {
    return Math.abs(this.#any[to]! - this.#any[from]!) / Math.max(1, Math.abs(to - from));
  }

  /** True where an edge leaves this place, to one side at least, along `least` px of the next `reach`. */
  leaves(place: number, reach: number, least: number): boolean {
    const before = this.#any[this.#within(place - CORNER)]! - this.#any[this.#within(place - CORNER - reach)]!;
    const after = this.#any[this.#within(place + CORNER + reach)]! - this.#any[this.#within(place + CORNER)]!;
    return Math.max(before, after) >= least;
  }

  /** The share of the stretch between two places on which an edge is seen, and how far that edge runs on behind both ends, 0 to 1 each. */
  seen(from: number, to: number): { share: number; runsOn: readonly [number, number] } {
    const first = Math.min(from, to);
    const last = Math.max(from, to);
    const length = last - first;
    if (length < LEAST_LENGTH) return { share: 0, runsOn: [1, 1] };
    let best = this.#each[0]!;
    for (const sums of this.#each) if (sums[last]! - sums[first]! > best[last]! - best[first]!) best = sums;
    // What lies beside the paper may change along its side, and so may what sets the paper off; but one thing all along is worth more.
    const one = (best[last]! - best[first]!) / length;
    const share = one + MIXED * ((this.#any[last]! - this.#any[first]!) / length - one);
    const beyond = Math.max(6, Math.round(length * BEYOND));
    const before = Math.min(beyond, first - CORNER);
    const after = Math.min(beyond, this.#length - last - CORNER);
    return { share, runsOn: [ranOn(best, first - CORNER - before, before), ranOn(best, last + CORNER, after)] };
  }

  #within(place: number): number {
    return Math.min(this.#length, Math.max(0, place));
  }
}

function ranOn(sums: Uint16Array, from: number, length: number): number {
  return length < LEAST_BEYOND ? 0 : (sums[from + length]! - sums[from]!) / length;
}

/** The part of a line, in whole px along it, that is in the picture; its outermost pixels have no gradients. */
function stretchInside({ normal, distance }: Line, { width, height }: Gradients): { start: number; length: number } {
  let [start, end] = [-Infinity, Infinity];
  const clip = (from: number, step: number, most: number): void => {
    if (Math.abs(step) < 1e-9) return;
    const [a, b] = [(1 - from) / step, (most - from) / step];
    start = Math.max(start, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
  };
  clip(normal.x * distance, -normal.y, width - 2);
  clip(normal.y * distance, normal.x, height - 2);
  return { start: Math.ceil(start), length: Math.max(0, Math.floor(end) - Math.ceil(start)) };
}

/** Running sums along a line of where an edge is seen: in each channel rising and falling, and in any of them. */
function runningSums({ normal, distance }: Line, start: number, length: number, channels: readonly Gradients[]): { each: Uint16Array[]; any: Uint16Array } {
  const any = new Uint16Array(length + 1);
  const each = Array.from({ length: 2 * channels.length }, () => new Uint16Array(length + 1));
  const { width, height } = channels[0]!;
  const seen = new Uint8Array(each.length);
  for (let i = 0; i < length; i++) {
    seen.fill(0);
    for (let off = -BESIDE; off <= BESIDE; off++) {
      const x = Math.round(normal.x * (distance + off) - normal.y * (start + i));
      const y = Math.round(normal.y * (distance + off) + normal.x * (start + i));
      if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
      const at = y * width + x;
      for (let k = 0; k < channels.length; k++) {
        const channel = channels[k]!;
        const change = channel.x[at]! * normal.x + channel.y[at]! * normal.y;
        if (change >= channel.strong * FAINT) seen[2 * k] = 1;
        else if (change <= -channel.strong * FAINT) seen[2 * k + 1] = 1;
      }
    }
    let isSeen = 0;
    for (let k = 0; k < each.length; k++) {
      each[k]![i + 1] = each[k]![i]! + seen[k]!;
      isSeen |= seen[k]!;
    }
    any[i + 1] = any[i]! + isSeen;
  }
  return { each, any };
}
