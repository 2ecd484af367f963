import type { Colour } from './desks.ts';
import { homography, type Corners } from './homography.ts';
import type { Picture, Sheet } from './sheet.ts';

/** A sheet seen in a picture, and where a place on the sheet (mm) is in that picture (px). */
export interface Seen {
  readonly picture: Picture;
  readonly toPicture: (x: number, y: number) => readonly [number, number];
}

export interface Ground {
  /** The colour of what the sheet lies on, at a place in mm from the sheet's top left corner. */
  readonly colour: (x: number, y: number) => Colour;
  /** How dark the sheet's own shadow is at its edge, 0 to 1, and how far it reaches, in mm. */
  readonly edgeShadow: { readonly depth: number; readonly reach: number };
}

/** Lays the sheet on a ground and looks at it so that its corners fall on `corners` (px) of a picture of the given size. */
export function laidDown(sheet: Sheet, corners: Corners, width: number, height: number, ground: Ground): Seen {
  const wide = sheet.picture.width / sheet.pxPerMm;
  const tall = sheet.picture.height / sheet.pxPerMm;
  const onSheet: Corners = [
    [0, 0],
    [wide, 0],
    [wide, tall],
    [0, tall],
  ];
  const toSheet = homography(corners, onSheet);
  const rgb = new Uint8Array(width * height * 3);
  const paper = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = toSheet(column + 0.5, row + 0.5);
      const outside = Math.max(-x, x - wide, -y, y - tall);
      // The edge is spread over about a pixel, as a lens does.
      const cover = Math.min(1, Math.max(0, 0.5 - outside / 0.16));
      const at = (row * width + column) * 3;
      if (cover > 0) readSheet(sheet, x, y, paper);
      const under = cover < 1 ? shaded(ground, x, y, wide, tall) : paper;
      for (let channel = 0; channel < 3; channel++) {
        rgb[at + channel] = Math.min(255, Math.max(0, (paper[channel] ?? 0) * cover + (under[channel] ?? 0) * (1 - cover)));
      }
    }
  }
  return { picture: { width, height, rgb }, toPicture: homography(onSheet, corners) };
}

function shaded(ground: Ground, x: number, y: number, wide: number, tall: number): readonly number[] {
  const colour = ground.colour(x, y);
  // The light comes from the upper left, so that the shadow lies a little to the lower right.
  const away = Math.hypot(Math.max(0, -x + 0.6, x - wide - 0.6), Math.max(0, -y + 0.8, y - tall - 0.8));
  const light = 1 - ground.edgeShadow.depth * Math.exp(-away / ground.edgeShadow.reach);
  return colour.map((value) => value * light);
}

/** Bilinear. */
function readSheet({ picture, pxPerMm }: Sheet, x: number, y: number, into: number[]): void {
  const px = Math.min(picture.width - 1.001, Math.max(0, x * pxPerMm - 0.5));
  const py = Math.min(picture.height - 1.001, Math.max(0, y * pxPerMm - 0.5));
  const left = Math.floor(px);
  const top = Math.floor(py);
  const across = px - left;
  const down = py - top;
  const at = (top * picture.width + left) * 3;
  const below = at + picture.width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (picture.rgb[at + channel] ?? 0) * (1 - across) + (picture.rgb[at + 3 + channel] ?? 0) * across;
    const lower = (picture.rgb[below + channel] ?? 0) * (1 - across) + (picture.rgb[below + 3 + channel] ?? 0) * across;
    into[channel] = upper * (1 - down) + lower * down;
  }
}
