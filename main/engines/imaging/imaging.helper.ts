import { connectToParent } from '../../platform/helpers/parentPort.ts';
import { cleanPage } from './clean/cleanPage.ts';
import { encodeJpeg, encodePng, makeProxy, pagePixels } from './decode/decode.ts';
import { FileProblem } from '../../../core/capture/fileProblem.ts';
import { DEFAULT_LIMITS } from './decode/limits.ts';
import type { PagePicture } from './names/pagePicture.ts';
import { failureAnswer, ImagingRequest, type Answer, type FileRef } from './messages.ts';
import { openFile, type OpenFile } from './decode/openFile.ts';

/** Of the cleaned picture; thin pen keeps its edge and a page stays below a megabyte. */
const CLEAN_QUALITY = 88;

const PROXY_QUALITY = 80;

const parent = connectToParent();
const files = new Map<string, OpenFile>();

parent.onMessage((message) => {
  const request = ImagingRequest.parse(message);
  if (request.kind === 'forget') return forget(request.key);
  void answer(request).then((value) => parent.send(value));
});

async function answer(request: ImagingRequest): Promise<Answer> {
  try {
    return { ok: true, value: await work(request) };
  } catch (error) {
    return failureAnswer(error);
  }
}

async function work(request: ImagingRequest): Promise<unknown> {
  switch (request.kind) {
    case 'open':
      return { pages: (await opened(request.file)).pages };
    case 'page':
      return withProxies(await (await opened(request.file)).read(request.page - 1), request.proxySide);
    case 'clean': {
      const { cleaning, trueSize, longestSide, otherSide: other } = request;
      const page = await pagePixels(request.page);
      const otherSide = other === null ? null : { page: await pagePixels(other.page), cleaning: other.cleaning };
      const clean = cleanPage(page, cleaning, { trueSize, longestSide, otherSide });
      const bytes = request.as === 'png' ? await encodePng(clean) : await encodeJpeg(clean, CLEAN_QUALITY);
      return { bytes, width: clean.width, height: clean.height, proxy: await proxyOf(bytes, request.proxySide) };
    }
    case 'proxy':
      return { bytes: await makeProxy(request.jpeg, request.longestSide, request.quality) };
    case 'draw':
      return { bytes: await drawnPdfPage(request.pdf, request.page - 1, request.dpi) };
    case 'forget':
      return null;
  }
}

async function withProxies({ slips, ...whole }: PagePicture, side: number | null): Promise<unknown> {
  const parts = [whole, ...(slips ?? [])];
  const [page, ...cut] = await Promise.all(parts.map(async (part) => ({ ...part, proxy: await proxyOf(part.jpeg, side) })));
  return { ...page, ...(slips !== undefined && { slips: cut }) };
}

async function proxyOf(picture: Uint8Array, side: number | null): Promise<Uint8Array | null> {
  return side === null ? null : makeProxy(picture, side, PROXY_QUALITY);
}

async function opened({ key, bytes, limits }: FileRef): Promise<OpenFile> {
  const known = files.get(key);
  if (known !== undefined) return known;
  if (bytes === null) throw new FileProblem('damaged');
  const file = await openFile(bytes, limits);
  files.set(key, file);
  return file;
}

function forget(key: string): void {
  files.get(key)?.close();
  files.delete(key);
}

async function drawnPdfPage(bytes: Uint8Array, page: number, dpi: number): Promise<Uint8Array> {
  const [{ openPdf }, { drawnSize }] = await Promise.all([import('./decode/pdfium.ts'), import('./decode/readPdfPage.ts')]);
  const pdf = await openPdf(bytes);
  try {
    return await pdf.withPage(page, (drawn) => {
      const { width, height } = drawnSize(drawn, dpi, DEFAULT_LIMITS);
      return encodePng(drawn.draw(width, height));
    });
  } finally {
    pdf.close();
  }
}
