import { PDFName, PDFStream, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';
import { sheetWords } from '../../../core/words/sheets.ts';

const COLOURS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** A JPEG that waits on the disk until it is written: a class's pictures and the finished file need not be in the memory together. */
export interface PictureFile {
  /** How many bytes it has. */
  readonly size: number;
  /** @throws Error in plain words where it cannot be read */
  readonly read: () => Uint8Array;
  /** The same, into memory that is there already. */
  readonly readInto: (target: Uint8Array) => void;
  /** Its beginning, where the size of the picture stands. */
  readonly head: Uint8Array;
}

export type Picture = Uint8Array | PictureFile;

export function bytesOf(picture: Picture): Uint8Array {
  return picture instanceof Uint8Array ? picture : picture.read();
}

/** Stores a JPEG's bytes as they are. Throws an Error in plain words for bytes that are no JPEG. */
export function embedJpeg(context: PDFContext, picture: Picture): PDFRef {
  const frame = picture instanceof Uint8Array ? frameOf(picture) : (frameOf(picture.head) ?? frameOf(picture.read()));
  if (frame === null) throw broken();
  const { width, height, bits, channels } = frame;
  const colour = COLOURS[channels];
  if (colour === undefined || width === 0 || height === 0) throw broken();
  const inverted = channels === 4 ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {};
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: PDFName.of(colour),
    Filter: 'DCTDecode',
    ...inverted,
  });
  return context.register(new JpegStream(dict, picture));
}

/** One picture after the other goes through it into the file. */
let scratch = new Uint8Array(0);

class JpegStream extends PDFStream {
  readonly #picture: Picture;

  constructor(dict: PDFDict, picture: Picture) {
    super(dict);
    this.#picture = picture;
  }

  override getContents(): Uint8Array {
    if (this.#picture instanceof Uint8Array) return this.#picture;
    if (scratch.length < this.#picture.size) scratch = new Uint8Array(this.#picture.size);
    const bytes = scratch.subarray(0, this.#picture.size);
    this.#picture.readInto(bytes);
    return bytes;
  }

  override getContentsSize(): number {
    return this.#picture instanceof Uint8Array ? this.#picture.length : this.#picture.size;
  }
}

/** Reads the frame header (SOF, ITU T.81 B.2.2); null where there is none. */
function frameOf(bytes: Uint8Array): { width: number; height: number; bits: number; channels: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 10 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { bits: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7), channels: view.getUint8(at + 9) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** C0 to CF, but for the tables that share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function broken(): Error {
  return new Error(sheetWords.pdf.pictureDamaged);
}
