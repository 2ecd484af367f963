import { answerSheet } from '../../core/handouts/answerSheet.ts';
import type { SheetSize } from '../../core/sheets/sheetSize.ts';
import { decodePicture, pictureFacts } from '../../main/engines/imaging/decode/decode.ts';
import { DEFAULT_LIMITS } from '../../main/engines/imaging/decode/limits.ts';
import { openPdf } from '../../main/engines/imaging/decode/pdfium.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { writePagesPdf } from '../../main/engines/pdf/handoutsPdf.ts';
import { wallFonts as fonts } from './wallFonts.ts';

interface Wish {
  readonly sheetSize: SheetSize;
  readonly task: string;
  readonly pupil: string;
  readonly dpi: number;
  /** Pencil on the lines; without it the sheet is as it came out of the printer. */
  readonly written?: boolean;
  readonly lineHeight?: number;
}

/** An answer sheet as our own PDF has it, drawn as pixels. */
export async function answerSheetPage({ sheetSize, task, pupil, dpi, written = true, lineHeight = 12 }: Wish): Promise<RgbPixels> {
  const sheet = answerSheet(fonts, { sheetSize, task, pupil, question: 'Why do bees matter?', lineHeight });
  const pdf = await openPdf(await writePagesPdf('Answer sheets', fonts, [sheet]));
  try {
    return await pdf.withPage(0, async (page) => {
      const drawn = page.draw(Math.round((sheetSize.width / 25.4) * dpi), Math.round((sheetSize.height / 25.4) * dpi));
      if (written) scribble(drawn, dpi / 25.4, lineHeight);
      return drawn;
    });
  } finally {
    pdf.close();
  }
}

/** Waves of pencil above the first eight lines. */
function scribble({ data, width }: RgbPixels, perMm: number, lineHeight: number): void {
  for (let line = 1; line <= 8; line++) {
    for (let t = 0; t < 120 * perMm; t++) {
      const x = Math.round(18 * perMm + t);
      const y = Math.round((32 + line * lineHeight - 2 + 1.8 * Math.sin(t / (0.9 * perMm))) * perMm);
      for (let thick = 0; thick < 0.5 * perMm; thick++) data.fill(90, ((y + thick) * width + x) * 3, ((y + thick) * width + x) * 3 + 3);
    }
  }
}

/** The picture turned clockwise. */
export function turnedPicture({ data, width, height }: RgbPixels, degrees: 90 | 180 | 270): RgbPixels {
  const upright = degrees === 180 ? { width, height } : { width: height, height: width };
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = degrees === 90 ? [height - 1 - y, x] : degrees === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      out.set(data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), (v * upright.width + u) * 3);
    }
  }
  return { data: out, ...upright };
}

export async function picturePixels(file: Uint8Array): Promise<RgbPixels> {
  return decodePicture(file, 0, await pictureFacts(file, 0, DEFAULT_LIMITS), DEFAULT_LIMITS);
}
