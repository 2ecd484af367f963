/** What a JPEG's markers say, without decoding a pixel. */
export interface JpegFacts {
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number;
  /** Says that something beside pixels is in the file: EXIF, GPS, thumbnails, comments, bytes after the end. */
  readonly hasMetadata: boolean;
  /** The ICC profile, if one is embedded. */
  readonly profile: Uint8Array | null;
  /** The file with nothing in it but what the pixels need. */
  readonly stripped: Uint8Array;
}

const SOS = 0xda;
const EOI = 0xd9;
const ADOBE = 0xee;
const ICC = 'ICC_PROFILE\0';

/**
 * Walks the markers of a JPEG (ITU-T T.81, annex B) and drops every application and comment segment but Adobe's APP14, which says how
 * the colours are coded, and a JFIF header without a thumbnail. Pixels are untouched. Null where the markers make no sense.
 */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const profile: Uint8Array[] = [];
  let components = 0;
  let dropped = false;
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (isStartOfFrame(marker)) components = segment[9] ?? 0;
    if (marker === 0xe2 && startsWith(segment.subarray(4), ICC)) profile.push(segment.subarray(4 + ICC.length + 2));
    const stop = marker === SOS ? endOfScan(bytes, end) : end;
    if (isMetadata(marker, segment)) dropped = true;
    else kept.push(bytes.subarray(at, stop));
    at = stop;
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== EOI || components === 0) return null;
  kept.push(bytes.subarray(at, at + 2));
  const hasMetadata = dropped || at + 2 < bytes.length;
  return { components, hasMetadata, profile: profile.length === 0 ? null : joined(profile), stripped: hasMetadata ? joined(kept) : bytes };
}

function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isMetadata(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef || marker === ADOBE) return false;
  const plainJfif = marker === 0xe0 && segment.length === 18 && startsWith(segment.subarray(4), 'JFIF\0');
  return !plainJfif;
}

/** Where the entropy-coded data after a scan's header ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
