/** Numbers that look random and are the same on every run. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  between(low: number, high: number): number;
  /** About normal: mean 0, standard deviation 1, never beyond 3. */
  around(): number;
}

/** Mulberry32 by Tommy Ettinger (public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    // Three draws stand in for a bell curve; each has a variance of 1/12.
    around: () => (next() + next() + next() - 1.5) * 2,
  };
}

function latticeValue(column: number, row: number, seed: number): number {
  let mixed = Math.imul(column, 374761393) ^ Math.imul(row, 668265263) ^ Math.imul(seed, 974634777);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** Value noise, 0 to 1, with features about one unit wide. */
export function smoothNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const across = ease(x - column);
  const down = ease(y - row);
  const top = mix(latticeValue(column, row, seed), latticeValue(column + 1, row, seed), across);
  const bottom = mix(latticeValue(column, row + 1, seed), latticeValue(column + 1, row + 1, seed), across);
  return mix(top, bottom, down);
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** 0 to 1 without a kink at either end. */
export function ease(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
