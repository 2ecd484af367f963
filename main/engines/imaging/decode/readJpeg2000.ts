import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import { pageFromPixels, type PagePicture } from '../names/pagePicture.ts';
import { jpeg2000InPdf, jpeg2000Size } from './jpeg2000.ts';
import type { Limits } from './limits.ts';
import { openPdf } from './pdfium.ts';

/** The longest side of a page, in points, up to which every reader of PDF goes. */
const LONGEST_PAGE = 14_400;

/** The picture in a JPEG 2000 file, which says no resolution that could be believed. Throws a FileProblem. */
export async function readJpeg2000(bytes: Uint8Array, limits: Limits): Promise<PagePicture> {
  const size = jpeg2000Size(bytes);
  if (size.width * size.height > limits.megapixels * 1e6 || Math.max(size.width, size.height) > LONGEST_PAGE) throw new FileProblem('too-large');
  const factor = Math.min(1, Math.sqrt((limits.megapixelsKept * 1e6) / (size.width * size.height)));
  const pdf = await openPdf(jpeg2000InPdf(bytes, size));
  try {
    return await pdf.withPage(0, async (page) => {
      const drawn = page.draw(Math.floor(size.width * factor), Math.floor(size.height * factor));
      // PDFium leaves a picture out that it can't decode.
      if (drawn.data.every((level) => level === 255)) throw new FileProblem('damaged');
      return pageFromPixels(drawn, null);
    });
  } finally {
    pdf.close();
  }
}
