/** Makers pad their files with zeros behind the end. */
const TAIL_BYTES = 8192;

type Kind = 'jpeg' | 'png' | 'tiff' | 'pdf';

const endings: Record<Kind, string> = { jpeg: '.jpg', png: '.png', tiff: '.tif', pdf: '.pdf' };

const starts: readonly (readonly [Kind, string])[] = [
  ['jpeg', 'ffd8ff'],
  ['png', '89504e47'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['pdf', '25504446'],
];

function kindOf(bytes: Uint8Array): Kind | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return starts.find(([, magic]) => start.startsWith(magic))?.[0] ?? null;
}

/** The ending for a file's name by how it begins; null where it is none of a scanner's kinds of pages. */
export function pageEnding(bytes: Uint8Array): string | null {
  const kind = kindOf(bytes);
  return kind === null ? null : endings[kind];
}

/** Whether the end is missing that a JPEG, PNG or PDF has: it is still being written, or was cut off. Other kinds don't tell. */
export function isCutOff(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL_BYTES));
  const kind = kindOf(bytes);
  if (kind === 'jpeg') return !tail.includes(Buffer.from([0xff, 0xd9]));
  if (kind === 'png') return !tail.includes('IEND');
  if (kind === 'pdf') return !tail.includes('%%EOF');
  return false;
}
