import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** What the index says of a log (https://sqlite.org/walformat.html, 2.1): two copies of it, since a program may be killed while it writes one. */
const INDEX_HEADER = 48;
const INDEX_VERSION = 3_007_000;
/** The log's own form (https://sqlite.org/fileformat2.html, 4.1). */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/**
 * Whether everything that was ever answered to be written is still in a database's log. SQLite itself goes on with what it finds up to the first
 * page that is broken, and says nothing. Its index, which a killed program leaves beside the log, says how many pages there were. To be asked before
 * anything opens the database, since that makes the index anew.
 * @param file of the database
 * @returns false only where something is missing or changed; true, too, where that can't be known
 */
export function isLogWhole(file: string): boolean {
  const [log, index] = [`${file}-wal`, `${file}-shm`];
  const known = existsSync(log) && existsSync(index) ? readIndex(index) : null;
  if (known === null || known.frames === 0) return true;
  const header = start(log, LOG_HEADER);
  if (header.length < LOG_HEADER) return false;
  const isBigEndian = header.readUInt32BE(0) % 2 === 1;
  const sum = checksum(header.subarray(0, 24), [0, 0], isBigEndian);
  if (header.readUInt32BE(0) - Number(isBigEndian) !== MAGIC || !says(header, 24, sum)) return false;
  // Begun anew since the index reached the disk: the power was cut.
  if (header.readUInt32BE(16) > known.salts.readUInt32BE(0)) return true;
  return header.subarray(16, 24).equals(known.salts) && holdsFrames(log, header, sum, isBigEndian, known.frames);
}

function holdsFrames(log: string, header: Buffer, begun: Sum, isBigEndian: boolean, frames: number): boolean {
  const frame = FRAME_HEADER + header.readUInt32BE(8);
  if (statSync(log).size < LOG_HEADER + frames * frame) return false;
  const all = readFileSync(log);
  let sum = begun;
  for (let number = 0; number < frames; number += 1) {
    const bytes = all.subarray(LOG_HEADER + number * frame, LOG_HEADER + (number + 1) * frame);
    sum = checksum(bytes.subarray(FRAME_HEADER), checksum(bytes.subarray(0, 8), sum, isBigEndian), isBigEndian);
    if (!bytes.subarray(8, 16).equals(header.subarray(16, 24)) || !says(bytes, 16, sum)) return false;
  }
  return true;
}

/** Null where it says nothing that can be relied on. */
function readIndex(index: string): { readonly frames: number; readonly salts: Buffer } | null {
  const both = start(index, 2 * INDEX_HEADER);
  const one = both.subarray(0, INDEX_HEADER);
  if (both.length < 2 * INDEX_HEADER || !one.equals(both.subarray(INDEX_HEADER))) return null;
  if (one.readUInt32LE(0) !== INDEX_VERSION || one.readUInt8(12) !== 1) return null;
  return { frames: one.readUInt32LE(16), salts: one.subarray(32, 40) };
}

type Sum = readonly [number, number];

/** Section 4.2 of the same page. */
function checksum(bytes: Buffer, [first, second]: Sum, isBigEndian: boolean): Sum {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const says = (bytes: Buffer, at: number, [a, b]: Sum): boolean => bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;

function start(file: string, bytes: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const read = Buffer.alloc(bytes);
    return read.subarray(0, readSync(handle, read, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}
