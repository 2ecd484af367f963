import type { PDFContext, PDFRef } from 'pdf-lib';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import type { FaceName } from '../../../core/text/face.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
import { FontSubset } from './fontSubset.ts';
import { embedJpeg, type Picture } from './jpeg.ts';

/** The fonts and pictures of one file: each stored once, when it is first drawn. */
export class FileInk {
  readonly #context: PDFContext;
  readonly #fonts: Fonts;
  readonly #pictures: ReadonlyMap<string, Picture>;
  readonly look: InkLook;
  readonly #subsets = new Map<FaceName, FontSubset>();
  readonly #images = new Map<string, PDFRef>();

  constructor(context: PDFContext, fonts: Fonts, pictures: ReadonlyMap<string, Picture>, look: InkLook) {
    this.#context = context;
    this.look = look;
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

  /**
   * `use` counts from 0 on each page: some printers' drivers leave out a picture that one page draws twice, so that a second crop
   * of the same picture on a page comes from an object of its own. Throws an Error in plain words where the library has not got the picture.
   */
  picture(media: string, use: number): { name: string; ref: PDFRef } {
    // Named for what it is, not for when it came: a page's content does not change when another page's does.
    const name = `P${use === 0 ? '' : use}${media.replaceAll(/[^A-Za-z0-9]/gu, (character) => `_${character.codePointAt(0)}`)}`;
    const known = this.#images.get(name);
    if (known !== undefined) return { name, ref: known };
    const bytes = this.#pictures.get(media);
    if (bytes === undefined) throw new Error(sheetWords.pdf.pictureGone);
    const ref = embedJpeg(this.#context, bytes);
    this.#images.set(name, ref);
    return { name, ref };
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
  readonly #uses = new Map<string, number>();

  constructor(file: FileInk) {
    this.#file = file;
  }

  /** How everything on the page is inked. */
  get look(): InkLook {
    return this.#file.look;
  }

  font(face: FaceName): { name: string; subset: FontSubset } {
    const subset = this.#file.font(face);
    this.#fonts.set(face, subset.ref);
    return { name: face, subset };
  }

  /** The picture's name on this page, for one use of it. */
  picture(media: string): string {
    const use = this.#uses.get(media) ?? 0;
    this.#uses.set(media, use + 1);
    const { name, ref } = this.#file.picture(media, use);
    this.#pictures.set(name, ref);
    return name;
  }

  resources(): { Font: Record<string, PDFRef>; XObject: Record<string, PDFRef> } {
    return { Font: Object.fromEntries(this.#fonts), XObject: Object.fromEntries(this.#pictures) };
  }
}
