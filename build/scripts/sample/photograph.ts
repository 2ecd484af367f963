import sharp, { type Exif } from 'sharp';
import { deskColour } from './desks.ts';
import type { Corner, Corners } from './homography.ts';
import { laidDown, type Seen } from './laidDown.ts';
import { ease, seeded, smoothNoise } from './random.ts';
import type { Picture, Sheet } from './sheet.ts';
import type { Shadow, Shot } from './shots.ts';

const LONGER = 2000;
const SHORTER = 1500;
/** Focal length of a phone's main camera (26 mm on 36 mm film) as a share of the picture's longer side. */
const FOCAL = 26 / 36;

export interface Photo {
  readonly jpeg: Buffer;
  /** The paper's corners in px of the upright picture. */
  readonly quad: Corners;
  readonly toPicture: Seen['toPicture'];
}

/** Photographs a sheet on a desk as a hurried teacher would, and stores it as a phone does: turned, with EXIF. */
export async function photograph(sheet: Sheet, shot: Shot, seed: number): Promise<Photo> {
  const [width, height] = shot.held === 'sideways' ? [LONGER, SHORTER] : [SHORTER, LONGER];
  const quad = cornersSeen(sheet, shot, width, height);
  const seen = laidDown(sheet, quad, width, height, {
    colour: (x, y) => deskColour(shot.desk, x, y, seed),
    edgeShadow: { depth: 0.5, reach: 2 },
  });
  const lit = underTheLight(seen.picture, shot, seed);
  const blurred = await sharp(lit.rgb, { raw: { width, height, channels: 3 } })
    .blur(shot.blur)
    .raw()
    .toBuffer();
  const noisy = withSensorNoise(blurred, shot.noise, seed);
  const jpeg = await sharp(noisy, { raw: { width, height, channels: 3 } })
    .rotate(storedTurn(shot.orientation))
    .withExif(exifOf(shot))
    // Everywhere else this call is a trap, for it keeps what came in; here nothing came in, and only it writes the orientation.
    .withMetadata({ orientation: shot.orientation })
    .jpeg({ quality: 87, chromaSubsampling: '4:2:0', mozjpeg: true })
    .toBuffer();
  return { jpeg, quad, toPicture: seen.toPicture };
}

/** A pinhole camera looks at the sheet's middle from above, leaning by `pitch` and `yaw`. */
function cornersSeen(sheet: Sheet, shot: Shot, width: number, height: number): Corners {
  const wide = sheet.picture.width / sheet.pxPerMm;
  const tall = sheet.picture.height / sheet.pxPerMm;
  const focal = FOCAL * LONGER;
  const distance = (focal * wide) / (shot.fill * width);
  const seen = (x: number, y: number): Corner => {
    const [rolledX, rolledY] = turned(x - wide / 2, y - tall / 2, shot.roll);
    const [pitchedY, depthByPitch] = turned(rolledY, 0, -shot.pitch);
    const [leaningX, depth] = turned(rolledX, depthByPitch, shot.yaw);
    const scale = focal / (distance + depth);
    return [tidy(width * (0.5 + shot.shift[0]) + leaningX * scale), tidy(height * (0.5 + shot.shift[1]) + pitchedY * scale)];
  };
  return [seen(0, 0), seen(wide, 0), seen(wide, tall), seen(0, tall)];
}

function turned(x: number, y: number, degrees: number): Corner {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

function underTheLight({ width, height, rgb }: Picture, shot: Shot, seed: number): Picture {
  const lit = new Uint8Array(rgb.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column / width - 0.5, row / height - 0.5];
      const fall = 1 - shot.fallRight * x * 2 - shot.fallDown * y * 2;
      const lens = 1 - 0.22 * (x * x + y * y);
      const unevenPaper = 1 + (smoothNoise(column / 420, row / 380, seed + 5) - 0.5) * 0.05;
      const gain = fall * lens * unevenPaper * shot.shadows.reduce((light, shadow) => light * lightPast(shadow, column, row, width, height), 1);
      const at = (row * width + column) * 3;
      for (let channel = 0; channel < 3; channel++) {
        lit[at + channel] = Math.min(255, (rgb[at + channel] ?? 0) * gain * (shot.light[channel] ?? 1));
      }
    }
  }
  return { width, height, rgb: lit };
}

/** What is left of the light behind a soft, slightly bulging arm. */
function lightPast(shadow: Shadow, column: number, row: number, width: number, height: number): number {
  const [fromX, fromY] = [shadow.from[0] * width, shadow.from[1] * height];
  const [alongX, alongY] = [shadow.to[0] * width - fromX, shadow.to[1] * height - fromY];
  const share = Math.min(1, Math.max(0, ((column - fromX) * alongX + (row - fromY) * alongY) / (alongX * alongX + alongY * alongY)));
  const bulge = 0.8 + 0.4 * smoothNoise(share * 3, 0.5, Math.round(shadow.thickness * 1000));
  const away = Math.hypot(column - fromX - alongX * share, row - fromY - alongY * share) / LONGER - shadow.thickness * bulge;
  return 1 - shadow.depth * (1 - ease((away + shadow.softness / 2) / shadow.softness));
}

function withSensorNoise(rgb: Uint8Array, strength: number, seed: number): Uint8Array {
  const random = seeded(seed + 77);
  const noisy = new Uint8Array(rgb.length);
  for (let at = 0; at < rgb.length; at += 3) {
    // Mostly the same in all three channels: phones smooth colour noise away before they store.
    const grey = random.around() * strength * 0.9;
    for (let channel = 0; channel < 3; channel++) {
      noisy[at + channel] = Math.min(255, Math.max(0, (rgb[at + channel] ?? 0) + grey + random.around() * strength * 0.3));
    }
  }
  return noisy;
}

/** The clockwise turn that leaves the picture to be turned upright again by its EXIF orientation. */
function storedTurn(orientation: Shot['orientation']): number {
  return { 1: 0, 3: 180, 6: 270, 8: 90 }[orientation];
}

/** Phones stamp their pictures; some of these do, so that there is something to take out. */
function exifOf({ tells }: Shot): Exif {
  if (!tells) return {};
  return {
    IFD0: { Make: 'Made-up Phones', Model: tells.camera, DateTime: tells.taken },
    IFD2: { DateTimeOriginal: tells.taken, FocalLengthIn35mmFilm: '26' },
    IFD3: { GPSLatitudeRef: 'S', GPSLatitude: tells.south, GPSLongitudeRef: 'E', GPSLongitude: tells.east },
  };
}

function tidy(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
