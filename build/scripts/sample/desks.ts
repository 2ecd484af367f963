import { mix, smoothNoise } from './random.ts';

export type Desk = 'pine' | 'walnut' | 'blue laminate' | 'grey laminate' | 'cutting mat' | 'beech' | 'felt' | 'speckled';
export type Colour = readonly [number, number, number];

/** The colour of a desk at a place, in mm. */
export function deskColour(desk: Desk, x: number, y: number, seed: number): Colour {
  switch (desk) {
    case 'pine':
      return wood(x, y, seed, [214, 172, 118], [176, 128, 78], 95);
    case 'beech':
      return wood(x, y, seed, [205, 170, 132], [184, 146, 108], 140);
    case 'walnut':
      return wood(x, y, seed, [112, 76, 52], [70, 45, 31], 110);
    case 'blue laminate':
      return flecked(x, y, seed, [72, 104, 142], 10);
    case 'grey laminate':
      return flecked(x, y, seed, [150, 152, 153], 9);
    case 'speckled':
      return flecked(x, y, seed, [176, 166, 148], 30);
    case 'felt':
      return flecked(x, y, seed, [142, 62, 54], 17);
    case 'cutting mat':
      return ruledMat(x, y, seed);
  }
}

function wood(x: number, y: number, seed: number, light: Colour, dark: Colour, plankWidth: number): Colour {
  const plank = Math.floor((y + 400) / plankWidth);
  const within = (y + 400) / plankWidth - plank;
  const bend = smoothNoise(x / 130, y / 60, seed + plank) * 22;
  const rings = smoothNoise(x / 260 + plank * 9, (y + bend) / 3.2, seed + plank) * 0.65 + smoothNoise(x / 45, (y + bend) / 0.9, seed + 7) * 0.35;
  const grain = 0.16 * smoothNoise(x / 9, y / 0.6, seed + 3);
  const seam = within < 0.9 / plankWidth ? 0.5 : 1;
  const tone = smoothNoise(plank * 3.3, 0.5, seed + 11) * 0.3;
  const share = Math.min(1, rings * 0.75 + grain + tone);
  return [mix(light[0], dark[0], share) * seam, mix(light[1], dark[1], share) * seam, mix(light[2], dark[2], share) * seam];
}

function flecked(x: number, y: number, seed: number, base: Colour, depth: number): Colour {
  const fleck = (smoothNoise(x / 0.8, y / 0.8, seed) + smoothNoise(x / 2.2, y / 2.2, seed + 1) - 1) * depth;
  const wear = (smoothNoise(x / 60, y / 60, seed + 2) - 0.5) * 14;
  return [base[0] + fleck + wear, base[1] + fleck + wear, base[2] + fleck + wear];
}

function ruledMat(x: number, y: number, seed: number): Colour {
  const [red, green, blue] = flecked(x, y, seed, [44, 98, 82], 7);
  const line = Math.max(onLine(x, 10, 0.22), onLine(y, 10, 0.22)) * 0.34;
  return [mix(red, 190, line), mix(green, 205, line), mix(blue, 170, line)];
}

function onLine(along: number, every: number, halfWidth: number): number {
  const away = Math.abs((((along % every) + every) % every) - every / 2);
  return Math.max(0, 1 - away / (halfWidth * 2));
}
