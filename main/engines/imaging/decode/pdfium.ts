import { PDFiumLibrary } from '@hyzyla/pdfium';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import type { RgbPixels } from './pixels.ts';

/** The C functions of PDFium that we call, in fpdfview.h, fpdf_edit.h and fpdf_formfill.h; all handles and addresses are numbers. */
interface PdfiumFunctions {
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_DocumentHasValidCrossReferenceTable(document: number): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number;
  _FPDFDOC_ExitFormFillEnvironment(form: number): void;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDF_GetPageBoundingBox(page: number, box: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFImageObj_GetImageFilterCount(object: number): number;
  _FPDFImageObj_GetImageFilter(object: number, index: number, buffer: number, size: number): number;
  _FPDFImageObj_GetImageDataRaw(object: number, buffer: number, size: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(bitmap: number, page: number, x: number, y: number, width: number, height: number, rotate: number, flags: number): void;
  _FPDF_FFLDraw(form: number, bitmap: number, page: number, x: number, y: number, width: number, height: number, rotate: number, flags: number): void;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  readonly HEAPU8: Uint8Array;
}

const PASSWORD_ERROR = 4;
const IMAGE_OBJECT = 3;
const THREE_BYTES_A_PIXEL = 2;
const DRAW_ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;
const FORM_INFO_SIZE = 256;

/** A JPEG that is all there is on a page, and where it lies. */
export interface LoneJpeg {
  readonly jpeg: Uint8Array;
  /** The picture's unit square to the page, in points from the page's bottom left before /Rotate. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  /** The visible page before /Rotate, in points. */
  readonly box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
  /** Clockwise, in degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
}

export interface PdfPage {
  /** Points, upright (/Rotate obeyed). */
  readonly width: number;
  readonly height: number;
  /** The stored bytes of the page's picture where the page is one JPEG and nothing else, else null. */
  loneJpeg(): LoneJpeg | null;
  draw(width: number, height: number): RgbPixels;
}

export interface PdfFile {
  readonly pages: number;
  /** `index` counts from 0. Throws a FileProblem 'damaged'. */
  withPage<T>(index: number, use: (page: PdfPage) => Promise<T>): Promise<T>;
  close(): void;
}

let loaded: Promise<PdfiumFunctions> | null = null;

async function load(): Promise<PdfiumFunctions> {
  const library = await PDFiumLibrary.init();
  // The package wraps only part of PDFium: a picture's placement and a page's rotation are reached through the module it holds.
  return Reflect.get(library, 'module') as PdfiumFunctions;
}

/** Throws a FileProblem: 'locked' or 'damaged'. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  loaded ??= load();
  const pdfium = await loaded;
  const data = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, data);
  const document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
  if (document === 0) {
    pdfium.wasmExports.free(data);
    throw new FileProblem(pdfium._FPDF_GetLastError() === PASSWORD_ERROR || saysEncrypted(bytes) ? 'locked' : 'damaged');
  }
  const info = pdfium.wasmExports.malloc(FORM_INFO_SIZE);
  pdfium.HEAPU8.fill(0, info, info + FORM_INFO_SIZE);
  // The first field is the structure's version.
  pdfium.HEAPU8[info] = 2;
  const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, info);
  return {
    pages: pdfium._FPDF_GetPageCount(document),
    async withPage(index, use) {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) throw new FileProblem('damaged');
      try {
        // Where PDFium had to guess at the file's structure, an empty page is a page that it could not find.
        const objects = pdfium._FPDFPage_CountObjects(page);
        if (objects < 0 || (objects === 0 && pdfium._FPDF_DocumentHasValidCrossReferenceTable(document) === 0)) throw new FileProblem('damaged');
        return await use(pageOf(pdfium, page, form));
      } finally {
        pdfium._FPDF_ClosePage(page);
      }
    },
    close() {
      pdfium._FPDFDOC_ExitFormFillEnvironment(form);
      pdfium._FPDF_CloseDocument(document);
      pdfium.wasmExports.free(info);
      pdfium.wasmExports.free(data);
    },
  };
}

/** PDFium calls a file damaged whose encryption it does not know; its trailer says more. */
function saysEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt');
}

function pageOf(pdfium: PdfiumFunctions, page: number, form: number): PdfPage {
  return {
    width: pdfium._FPDF_GetPageWidth(page),
    height: pdfium._FPDF_GetPageHeight(page),
    loneJpeg: () => loneJpeg(pdfium, page),
    draw: (width, height) => draw(pdfium, page, form, width, height),
  };
}

function draw(pdfium: PdfiumFunctions, page: number, form: number, width: number, height: number): RgbPixels {
  const stride = width * 3;
  const buffer = pdfium.wasmExports.malloc(stride * height);
  if (buffer === 0) throw new FileProblem('too-large');
  try {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, THREE_BYTES_A_PIXEL, buffer, stride);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | RED_FIRST);
    if (form !== 0) pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RED_FIRST);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return { data: pdfium.HEAPU8.slice(buffer, buffer + stride * height), width, height };
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}

function loneJpeg(pdfium: PdfiumFunctions, page: number): LoneJpeg | null {
  if (pdfium._FPDFPage_CountObjects(page) !== 1 || pdfium._FPDFPage_GetAnnotCount(page) > 0) return null;
  const object = pdfium._FPDFPage_GetObject(page, 0);
  if (pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT || pdfium._FPDFImageObj_GetImageFilterCount(object) !== 1) return null;
  const filter = bytesFrom(pdfium, (buffer, size) => pdfium._FPDFImageObj_GetImageFilter(object, 0, buffer, size));
  if (!['DCTDecode', 'DCT'].includes(String.fromCharCode(...filter).replace('\0', ''))) return null;
  const matrix = floatsFrom(pdfium, 6, (address) => pdfium._FPDFPageObj_GetMatrix(object, address));
  const box = floatsFrom(pdfium, 4, (address) => pdfium._FPDF_GetPageBoundingBox(page, address));
  if (matrix === null || box === null) return null;
  const [left, top, right, bottom] = [...box] as [number, number, number, number];
  return {
    jpeg: bytesFrom(pdfium, (buffer, size) => pdfium._FPDFImageObj_GetImageDataRaw(object, buffer, size)),
    matrix: [...matrix] as unknown as LoneJpeg['matrix'],
    box: { left, top, right, bottom },
    rotation: (pdfium._FPDFPage_GetRotation(page) * 90) as LoneJpeg['rotation'],
  };
}

/** PDFium's way with buffers: called with none it tells the size, called with one it fills it. */
function bytesFrom(pdfium: PdfiumFunctions, fill: (buffer: number, size: number) => number): Uint8Array {
  const size = fill(0, 0);
  const buffer = pdfium.wasmExports.malloc(size);
  fill(buffer, size);
  const bytes = pdfium.HEAPU8.slice(buffer, buffer + size);
  pdfium.wasmExports.free(buffer);
  return bytes;
}

function floatsFrom(pdfium: PdfiumFunctions, count: number, fill: (address: number) => number): Float32Array | null {
  const address = pdfium.wasmExports.malloc(count * 4);
  const filled = fill(address) !== 0;
  const floats = new Float32Array(pdfium.HEAPU8.slice(address, address + count * 4).buffer);
  pdfium.wasmExports.free(address);
  return filled ? floats : null;
}
