import { PDFName, type PDFContext, type PDFRef } from 'pdf-lib';

const COLOURS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** Stores a JPEG's bytes as they are. Throws an Error in plain words for bytes that are no JPEG. */
export function embedJpeg(context: PDFContext, bytes: Uint8Array): PDFRef {
  const { width, height, bits, channels } = frameOf(bytes);
  const colour = COLOURS[channels];
  if (colour === undefined || width === 0 || height === 0) throw broken();
  const inverted = channels === 4 ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {};
  return context.register(
    context.stream(bytes, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: bits,
      ColorSpace: PDFName.of(colour),
      Filter: 'DCTDecode',
      ...inverted,
    }),
  );
}

/** Reads the frame header (SOF, ITU T.81 B.2.2). */
function frameOf(bytes: Uint8Array): { width: number; height: number; bits: number; channels: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) throw broken();
  let at = 2;
  while (at + 10 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) throw broken();
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { bits: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7), channels: view.getUint8(at + 9) };
    else at += 2 + view.getUint16(at + 2);
  }
  throw broken();
}

/** C0 to CF, but for the tables that share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function broken(): Error {
  return new Error('The picture of a paper is damaged and cannot be printed. Let Stepwall check the library, then make the PDF again.');
}
