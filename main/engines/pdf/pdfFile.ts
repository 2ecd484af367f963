import { Duplex, PDFDocument, PDFName, PrintScaling } from 'pdf-lib';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { TRUE_SCALE, type PrinterScale } from '../../../core/sheets/printerScale.ts';
import { FileInk, PageInk } from './ink.ts';
import type { Picture } from './jpeg.ts';

const POINTS = 72 / 25.4;

/** A PDF under way: the same pages give the same bytes, and nothing in it says when, where or from what it was made. */
export class PdfFile {
  readonly #document: PDFDocument;
  readonly #ink: FileInk;
  readonly #scale: PrinterScale;

  private constructor(document: PDFDocument, ink: FileInk, scale: PrinterScale) {
    this.#document = document;
    this.#ink = ink;
    this.#scale = scale;
  }

  /** `pictures`: JPEG bytes by their content address. `scale`: what the printer makes of a millimetre; it is made up for round each page's middle. */
  static async begin(
    title: string,
    fonts: Fonts,
    pictures: ReadonlyMap<string, Picture>,
    { look = 'colour', scale = TRUE_SCALE }: { look?: InkLook; scale?: PrinterScale } = {},
  ): Promise<PdfFile> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.setTitle(title);
    const viewer = document.catalog.getOrCreateViewerPreferences();
    viewer.setPrintScaling(PrintScaling.None);
    viewer.setPickTrayByPDFSize(true);
    viewer.setDuplex(Duplex.Simplex);
    return new PdfFile(document, new FileInk(document.context, fonts, pictures, look), scale);
  }

  /** A page of `width` by `height` mm. `draw` gives its content in mm from the top left corner, y down. */
  addPage({ width, height }: { width: number; height: number }, draw: (ink: PageInk) => string): void {
    const { context } = this.#document;
    const ink = new PageInk(this.#ink);
    const page = this.#document.addPage([points(width), points(height)]);
    const [across, down] = [POINTS / this.#scale.x, POINTS / this.#scale.y];
    const left = (points(width) - width * across) / 2;
    const top = points(height) - (points(height) - height * down) / 2;
    const content = `${across.toFixed(9)} 0 0 ${(-down).toFixed(9)} ${left.toFixed(3)} ${top.toFixed(3)} cm\n${draw(ink)}`;
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    // On its own it is packed with others; the page itself never is.
    page.node.set(PDFName.of('Resources'), context.register(context.obj(ink.resources())));
  }

  async finish(): Promise<Uint8Array> {
    this.#ink.embedFonts();
    return this.#document.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: 500 });
  }
}

/** Page boxes as everybody writes them: A4 is 595.276 x 841.89 points. */
function points(millimetres: number): number {
  return Math.round(millimetres * POINTS * 1000) / 1000;
}
