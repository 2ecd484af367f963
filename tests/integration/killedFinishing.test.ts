import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { privacyState } from '../../main/capture/anonymising.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary } from '../../main/library/library.ts';
import { papersOf } from '../../main/capture/papers.ts';
import { bring, everyFile, newWall, openTestApp, tempPlace, type Place } from '../support/library.ts';
import { killInTheMiddle } from '../support/killInTheMiddle.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

const KILLS = 24;
const SHEET_SIZES = 12;
const program = fileURLToPath(new URL('../support/killedFinisher.ts', import.meta.url));

/** A class whose copies were all looked at. `pictures` are the bytes of its originals, small and large. */
async function checkedClass(place: Place): Promise<{ task: string; pictures: Buffer[] }> {
  const pictures: Buffer[] = [];
  const imaging = madeUpImaging(() => {
    const bytes = Buffer.from(`a pupil's own page, number ${pictures.length}, ${Math.random()} `.repeat(40));
    pictures.push(bytes);
    return bytes;
  });
  const opened = openTestApp(place, imaging);
  const { task } = await newWall(opened);
  const files = Array.from({ length: SHEET_SIZES }, (_, k): [string, Uint8Array] => [`${k}.jpg`, Buffer.from(`file ${k}`)]);
  const { papers } = await bring(opened, task, files);
  for (const { pages } of papers) await opened.api.call('pages.check', { page: pages[0]!.id, checked: true });
  const open = new Set(
    opened.app
      .library()
      .media.all()
      .map((id) => opened.app.library().media.read(id).toString()),
  );
  await opened.close();
  return { task, pictures: pictures.filter((bytes) => !open.has(bytes.toString())) };
}

test(
  `killed at any moment of finishing, every original is there or none is, and of a destroyed one no byte and no key is left`,
  { timeout: 300_000 },
  async () => {
    const model = tempPlace();
    const { task, pictures } = await checkedClass(model);
    expect(pictures.length).toBeGreaterThanOrEqual(SHEET_SIZES);
    const keysOf = ({ home }: Place): string[] =>
      readdirSync(join(home, 'keys')).flatMap((file) =>
        Object.values(JSON.parse(readFileSync(join(home, 'keys', file), 'utf8')) as Record<string, { key: string }>).map(({ key }) => key),
      );
    const keys = keysOf(model);
    expect(keys).not.toEqual([]);
    const counts = { before: 0, after: 0 };
    /** How long the first one took, which is left to its end. */
    let whole = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const place = tempPlace();
      cpSync(model.folder, place.folder, { recursive: true });
      cpSync(model.home, place.home, { recursive: true });
      const worked = await killInTheMiddle(program, [task], place, model, kill === 0 ? 'done' : ((kill - 1) * whole) / (KILLS - 2));
      if (kill === 0) whole = worked;

      const library = openLibrary(place.folder, { home: place.home });
      const originals = new Set(papersOf(library, task).flatMap(({ pages }) => pages.map(({ original }) => original)));
      const { finishedAt, hasCertificate } = privacyState(library, task);
      expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
      expect([...originals]).toEqual([finishedAt === null ? 'here' : 'destroyed']);
      expect(hasCertificate).toBe(finishedAt !== null);
      expect(library.media.all()).toHaveLength(SHEET_SIZES);
      library.close();
      counts[finishedAt === null ? 'before' : 'after']++;
      if (finishedAt !== null) {
        expect(readdirSync(join(place.folder, 'sealed'))).toEqual([]);
        const files = everyFile(place.root);
        expect(files.filter(({ bytes }) => pictures.some((picture) => bytes.includes(picture.subarray(0, 64)))).map(({ file }) => file)).toEqual([]);
        expect(
          files.filter(({ bytes }) => keys.some((key) => bytes.includes(key) || bytes.includes(Buffer.from(key, 'base64')))).map(({ file }) => file),
        ).toEqual([]);
      }
      place.remove();
    }
    model.remove();
    // It proves something only where some kills came before the end of the originals was written down, and some after.
    expect(Math.min(counts.before, counts.after)).toBeGreaterThan(0);
  },
);
