export type Format = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif' | 'heic' | 'jpeg2000' | 'pdf';

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']);
/** Readers of PDF accept rubbish before the header up to here. */
const PDF_HEADER_WITHIN = 1024;

/** What the bytes say they are; a file's name is never asked. Null for anything else. */
export function sniffFormat(bytes: Uint8Array): Format | null {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*' || text(0, 4) === 'II+\0' || text(0, 4) === 'MM\0+') return 'tiff';
  if (text(0, 4) === 'GIF8') return 'gif';
  if (text(4, 12) === 'jP  \r\n\x87\n' || text(0, 4) === '\xff\x4f\xff\x51') return 'jpeg2000';
  if (text(4, 8) === 'ftyp') {
    const brand = text(8, 12);
    return brand === 'avif' ? 'avif' : HEIC_BRANDS.has(brand) ? 'heic' : null;
  }
  return text(0, PDF_HEADER_WITHIN).includes('%PDF-') ? 'pdf' : null;
}
