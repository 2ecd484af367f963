import type { PDFContext, PDFRef } from 'pdf-lib';
import type { FaceName } from '../../core/chart/document.ts';
import type { Fonts } from '../../core/text/fonts.ts';
import { FontSubset } from './fontSubset.ts';
import { embedJpeg } from './jpeg.ts';

/** The fonts and pictures of one file: each stored once, when it is first drawn. */
export class FileInk {
  readonly #context: PDFContext;
  readonly #fonts: Fonts;
  readonly #pictures: ReadonlyMap<string, Uint8Array>;
  readonly #subsets = new Map<FaceName, FontSubset>();
  readonly #images = new Map<string, { name: string; ref: PDFRef }>();

  constructor(context: PDFContext, fonts: Fonts, pictures: ReadonlyMap<string, Uint8Array>) {
    this.#context = context;
    this.#fonts = fonts;
    this.#pictures = pictures;
  }

  font(face: FaceName): FontSubset {
    let subset = this.#subsets.get(face);
    if (subset === undefined) {
      subset = new FontSubset(this.#context, this.#fonts[face]);
      this.#subsets.set(face, subset);
    }
    return subset;
  }

  /** Throws an Error in plain words where the library has not got the picture. */
  picture(media: string): { name: string; ref: PDFRef } {
    const known = this.#images.get(media);
    if (known !== undefined) return known;
    const bytes = this.#pictures.get(media);
    if (bytes === undefined)
      throw new Error('The picture of a paper on this chart is not in the library any more. Put the paper on the chart again, or take it off.');
    const image = { name: `P${this.#images.size + 1}`, ref: embedJpeg(this.#context, bytes) };
    this.#images.set(media, image);
    return image;
  }

  /** Once every page is drawn. */
  embedFonts(): void {
    for (const subset of this.#subsets.values()) subset.embed();
  }
}

/** What one page draws with, for its resources. */
export class PageInk {
  readonly #file: FileInk;
  readonly #fonts = new Map<string, PDFRef>();
  readonly #pictures = new Map<string, PDFRef>();

  constructor(file: FileInk) {
    this.#file = file;
  }

  font(face: FaceName): { name: string; subset: FontSubset } {
    const subset = this.#file.font(face);
    this.#fonts.set(face, subset.ref);
    return { name: face, subset };
  }

  /** The picture's name on this page. */
  picture(media: string): string {
    const { name, ref } = this.#file.picture(media);
    this.#pictures.set(name, ref);
    return name;
  }

  resources(): { Font: Record<string, PDFRef>; XObject: Record<string, PDFRef> } {
    return { Font: Object.fromEntries(this.#fonts), XObject: Object.fromEntries(this.#pictures) };
  }
}
