import { FileProblem } from '../../../../core/capture/fileProblem.ts';

/** Where a code stream begins, and in it the marker of its size (ISO/IEC 15444-1, A.4.1 and A.5.1). */
const STREAM_BEGINS = [0xff, 0x4f, 0xff, 0x51] as const;
/** Bytes from there to the size, and to the corner that is cut off it. */
const SIZE_AT = 8;
const CORNER_AT = 16;
/** And to the number of colours. */
const COUNT_AT = 40;

/** Width and height in px, by the code stream's own head. Throws a FileProblem 'damaged'. */
export function jpeg2000Size(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const stream = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = stream.indexOf(Buffer.from(STREAM_BEGINS));
  if (begins < 0 || begins + CORNER_AT + 8 > stream.length) throw new FileProblem('damaged');
  const at = (offset: number): number => stream.readUInt32BE(begins + offset);
  const [width, height] = [at(SIZE_AT) - at(CORNER_AT), at(SIZE_AT + 4) - at(CORNER_AT + 4)];
  if (width <= 0 || height <= 0) throw new FileProblem('damaged');
  return { width, height };
}

/** A file says itself which colours it has; a bare code stream only how many. */
function coloursOf(picture: Uint8Array): string {
  if (!STREAM_BEGINS.every((byte, k) => picture[k] === byte)) return '';
  const count = new DataView(picture.buffer, picture.byteOffset).getUint16(COUNT_AT);
  return `/ColorSpace/${count < 3 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8`;
}

/** A PDF of one page of `width` by `height` points that shows nothing but this JPEG 2000 picture: PDFium decodes those, and no other decoder here does. */
export function jpeg2000InPdf(picture: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (head: string, stream?: string | Uint8Array): void => {
    places.push(length);
    put(`${places.length} 0 obj\n<<${head}${stream === undefined ? '' : `/Length ${stream.length}`}>>\n`);
    if (stream !== undefined) [`stream\n`, stream, `\nendstream\n`].forEach(put);
    put('endobj\n');
  };
  put('%PDF-1.5\n');
  object('/Type/Catalog/Pages 2 0 R');
  object('/Type/Pages/Kids[3 0 R]/Count 1');
  object(`/Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>`);
  object('', `${width} 0 0 ${height} 0 0 cm /P Do`);
  object(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${coloursOf(picture)}/Filter/JPXDecode`, picture);
  const table = length;
  put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`);
  put(`trailer\n<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}
