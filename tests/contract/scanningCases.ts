import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ImportReport } from '../../core/capture/importReport.ts';
import { ScannersFound } from '../../core/capture/scanner.ts';
import type { Api } from '../../core/contract/contract.ts';
import type { ScannedPage, Scanning } from '../../main/engines/scanning/scanner.ts';
import type { Window } from '../support/library.ts';

const copier = { id: 'test:copier', name: 'Corridor Copier', by: 'network' } as const;

/** A scanner that has these pages in its feeder whenever it is asked. */
export const scanningOf = (pages: readonly Uint8Array[]): Scanning => ({
  note: 'A note.',
  ways: [
    {
      knows: (id) => id === copier.id,
      list: () => Promise.resolve([copier]),
      capabilities: (id) => Promise.resolve({ ...copier, id, sources: [{ source: 'feeder', colours: ['colour'], dpis: [300], sheetSizes: ['A4', 'whole'] }] }),
      async *scan(): AsyncGenerator<ScannedPage> {
        yield* pages.map((bytes, index) => ({ name: `Page ${index + 1}.jpg`, bytes }));
      },
    },
  ],
});

/** Every call of scanners, the camera and watched folders, over whichever wire. */
export function scanningCases(window: () => Pick<Window, 'api' | 'ended' | 'told'>, place: () => string): void {
  const call: Api['call'] = (name, input) => window().api.call(name, input);
  /** A wall of its own, gone afterwards: other cases count walls and papers. */
  const onItsOwnWall = async (work: (task: string) => Promise<void>): Promise<void> => {
    const trueSize = { name: 'a5', widthMm: null, heightMm: null } as const;
    const { wall } = await call('walls.create', { question: 'Who hums?', subject: '', year: '', focus: '', trueSize });
    await work((await call('walls.open', { wall })).task.id);
    await call('walls.bin', { wall });
    await call('walls.destroy', { wall });
  };

  test('scanners: looked for, asked, scanned from page by page; what was chosen is remembered', async () => {
    expect(await call('sources.last', {})).toEqual({ scan: null, camera: null });
    const { result } = await window().ended((await call('scanners.look', {})).job);
    expect(ScannersFound.parse(result)).toEqual({ scanners: [copier], note: 'A note.' });
    const { sources } = await call('scanners.ask', { scanner: copier.id });
    expect(sources).toMatchObject([{ source: 'feeder', dpis: [300] }]);
    const settings = { source: 'feeder', colour: 'colour', dpi: 300, sheetSize: 'A4' } as const;
    await onItsOwnWall(async (task) => {
      const ended = await window().ended((await call('scanners.scan', { task, scanner: copier, settings })).job);
      expect(ImportReport.parse(ended.result).files).toMatchObject([
        { file: copier.name, pages: 2, papers: [expect.any(String), expect.any(String)], error: null },
      ]);
      expect((await call('papers.list', { task })).map(({ pages }) => pages[0]!.dpi)).toEqual([expect.any(Number), expect.any(Number)]);
    });
    await call('sources.keepCamera', { camera: 'Desk camera' });
    expect(await call('sources.last', {})).toEqual({ scan: { scanner: copier, settings }, camera: 'Desk camera' });
  });

  test('a folder: found, watched, left', async () => {
    const folder = join(place(), 'Scans');
    mkdirSync(folder);
    expect((await call('watching.look', { folder: place() })).folders).toContainEqual({ name: 'Scans', folder });
    await onItsOwnWall(async (task) => {
      expect(await call('watching.state', { task })).toMatchObject({ folder: null, watching: false });
      expect(await call('watching.start', { task, folder, existing: false })).toMatchObject({ folder, watching: true, news: [] });
      expect(await call('watching.stop', { task })).toMatchObject({ folder, watching: false });
      expect(window().told).toContainEqual({ event: 'watching.changed', payload: { task } });
    });
  });
}
