import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Ink } from '../../core/goals/likeness.ts';
import { inkOfPicture } from '../../core/goals/likeness.ts';
import { openFont } from '../../core/text/fonts.ts';

/** 12 mm at 300 dots per inch, in px. */
export const LABEL_SIDE = Math.round((12 / 25.4) * 300);

/** An SVG drawing as grey pixels (0 black, 255 white), `side` px square. */
export async function greyOf(svg: string, side = LABEL_SIDE): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: (72 * side) / 48 })
    .flatten({ background: '#fff' })
    .resize(side, side, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
}

export const inkAtLabelSize = async (svg: string): Promise<Ink> => inkOfPicture(await greyOf(svg), LABEL_SIDE);

/** The ink of a drawing made as large as the square allows, so that a small letter in a corner is no other letter. */
export async function fittedInk(svg: string): Promise<Ink> {
  const picture = await sharp(Buffer.from(svg), { density: 220 })
    .flatten({ background: '#fff' })
    .greyscale()
    .trim({ background: '#fff', threshold: 20 })
    .toBuffer();
  const inner = Math.round((LABEL_SIDE * 5) / 6);
  const edge = Math.floor((LABEL_SIDE - inner) / 2);
  const grey = await sharp(picture)
    .resize(inner, inner, { fit: 'contain', background: '#fff' })
    .extend({ top: edge, left: edge, bottom: LABEL_SIDE - inner - edge, right: LABEL_SIDE - inner - edge, background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer();
  return inkOfPicture(grey, LABEL_SIDE);
}

/** Every letter and digit as the school's two fonts draw it, as SVG. */
export function lettersAndDigits(): { readonly name: string; readonly svg: string }[] {
  const faces = { andika: 'Andika-Regular', lexend: 'Lexend-Regular' } as const;
  return (['andika', 'lexend'] as const).flatMap((face) => {
    const font = openFont(face, readFileSync(new URL(`../../assets/fonts/${faces[face]}.ttf`, import.meta.url)));
    return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].map((character) => {
      const { path } = font.layout(character).glyphs[0]!;
      const { minX, minY, maxX, maxY } = path.bbox;
      return {
        name: `${character} in ${face}`,
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="${minX - 20} ${-maxY - 20} ${maxX - minX + 40} ${maxY - minY + 40}"><path transform="scale(1 -1)" d="${path.toSVG()}"/></svg>`,
      };
    });
  });
}
