import { pictureFacts } from './decode.ts';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import type { Limits } from './limits.ts';
import { pageFromPicture, type PagePicture } from '../names/pagePicture.ts';
import { sniffFormat, type Format } from './sniffFormat.ts';

/** A file from outside whose pages can be asked for one by one. */
export interface OpenFile {
  readonly pages: number;
  /** `page` counts from 0. Throws a FileProblem. */
  read(page: number): Promise<PagePicture>;
  close(): void;
}

/** Opens by what the bytes are. Throws a FileProblem. */
export async function openFile(bytes: Uint8Array, limits: Limits): Promise<OpenFile> {
  if (bytes.length === 0) throw new FileProblem('empty');
  if (bytes.length > limits.megabytes * 1e6) throw new FileProblem('too-large');
  const format = sniffFormat(bytes);
  if (format === null) throw new FileProblem('not-a-picture');
  const file = await (openers[format] ?? openPictureFile)(bytes, limits);
  if (file.pages === 0) throw new FileProblem('empty');
  if (file.pages > limits.pages) throw new FileProblem('too-large');
  return file;
}

async function openPictureFile(bytes: Uint8Array, limits: Limits): Promise<OpenFile> {
  const { pages } = await pictureFacts(bytes, 0, limits);
  return { pages, read: (page) => pageFromPicture(bytes, page, limits), close: () => undefined };
}

// Each of these decoders is some megabytes of WebAssembly; most files need neither.
async function openPdfFile(bytes: Uint8Array, limits: Limits): Promise<OpenFile> {
  const [{ openPdf }, { readPdfPage }] = await Promise.all([import('./pdfium.ts'), import('./readPdfPage.ts')]);
  const pdf = await openPdf(bytes);
  return { pages: pdf.pages, read: (page) => pdf.withPage(page, (opened) => readPdfPage(opened, limits)), close: () => pdf.close() };
}

async function openJpeg2000File(bytes: Uint8Array, limits: Limits): Promise<OpenFile> {
  const { readJpeg2000 } = await import('./readJpeg2000.ts');
  return { pages: 1, read: () => readJpeg2000(bytes, limits), close: () => undefined };
}

async function openHeicFile(bytes: Uint8Array, limits: Limits): Promise<OpenFile> {
  const { readHeic } = await import('./readHeic.ts');
  return { pages: 1, read: () => readHeic(bytes, limits), close: () => undefined };
}

/** Formats that the usual decoder can't read. */
const openers: Partial<Record<Format, (bytes: Uint8Array, limits: Limits) => Promise<OpenFile>>> = {
  pdf: openPdfFile,
  heic: openHeicFile,
  jpeg2000: openJpeg2000File,
};
