import { readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { checkpoint, type Db } from './connection.ts';

/** Where the header of the first page's tree begins: the file's own header comes first. */
const FILE_HEADER = 100;
const INTERIOR = new Set([2, 5]);
const LEAF = new Set([10, 13]);

/**
 * Overwrites what lies in no cell of any page. `secure_delete` overwrites a row where it is deleted; where SQLite moved it from one page to
 * another before (balancing), its old place is only left. Nothing but bytes that mean nothing to SQLite is written, so that a crash in the
 * middle breaks nothing. The layout of pages is that of https://sqlite.org/fileformat2.html, section 1.6.
 * @param handle of the database's own file, open for reading and writing as long as the database is: closing it would let go of SQLite's locks
 */
export function overwriteGaps(db: Db, handle: number): void {
  const roots = z.array(z.int()).parse(db.prepare('select rootpage from sqlite_schema where rootpage > 0').pluck().all());
  const pageSize = z.int().parse(db.pragma('page_size', { simple: true }));
  if (!checkpoint(db)) return;
  // Pages that SQLite remembers would be written back as they were.
  db.pragma('shrink_memory');
  const left = [1, ...roots];
  const page = Buffer.alloc(pageSize);
  for (let number = left.pop(); number !== undefined; number = left.pop()) {
    const at = (number - 1) * pageSize;
    if (readSync(handle, page, 0, pageSize, at) < pageSize) continue;
    const header = number === 1 ? FILE_HEADER : 0;
    const kind = page.readUInt8(header);
    const isInterior = INTERIOR.has(kind);
    if (!isInterior && !LEAF.has(kind)) continue;
    const cells = page.readUInt16BE(header + 3);
    const pointers = header + (isInterior ? 12 : 8);
    const gap = page.subarray(pointers + 2 * cells, page.readUInt16BE(header + 5) || 65_536);
    if (gap.some((byte) => byte !== 0)) writeSync(handle, Buffer.alloc(gap.length), 0, gap.length, at + pointers + 2 * cells);
    if (!isInterior) continue;
    left.push(page.readUInt32BE(header + 8));
    for (let cell = 0; cell < cells; cell += 1) left.push(page.readUInt32BE(page.readUInt16BE(pointers + 2 * cell)));
  }
}
