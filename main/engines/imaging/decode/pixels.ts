/** One byte a pixel, row by row. */
export interface GreyPixels {
  /** Never set: it keeps the two kinds of pictures apart where they are handed on. */
  readonly channels?: 1;
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Three bytes (sRGB red, green, blue) a pixel, row by row. */
export interface RgbPixels {
  readonly channels?: 3;
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The brightness of each pixel, by the weights of ITU-R BT.601. */
export function brightness(picture: RgbPixels): GreyPixels {
  const { data: source, width, height } = picture;
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) data[i] = (source[j]! * 77 + source[j + 1]! * 150 + source[j + 2]! * 29) >> 8;
  return { data, width, height };
}

/** The picture shrunk by averaging whole areas to at most `longestSide` px; a picture that is no longer is given back as it is. */
export function shrink(picture: RgbPixels, longestSide: number): RgbPixels {
  const factor = Math.max(picture.width, picture.height) / longestSide;
  if (factor <= 1) return picture;
  return squeezed(picture, Math.max(1, Math.round(picture.width / factor)), Math.max(1, Math.round(picture.height / factor)));
}

/** The picture at another size, each pixel the mean of the area that it stands for; its shape may change. */
export function squeezed(picture: RgbPixels, width: number, height: number): RgbPixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * picture.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width));
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let v = top; v < bottom; v++) {
        let i = (v * picture.width + left) * 3;
        for (let u = left; u < right; u++, i += 3) {
          red += picture.data[i]!;
          green += picture.data[i + 1]!;
          blue += picture.data[i + 2]!;
        }
      }
      const count = (bottom - top) * (right - left);
      const o = (y * width + x) * 3;
      data[o] = red / count;
      data[o + 1] = green / count;
      data[o + 2] = blue / count;
    }
  }
  return { data, width, height };
}
