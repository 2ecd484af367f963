import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ScanSettings } from '../../core/capture/scanner.ts';
import { createSane } from '../../main/engines/scanning/sane/sane.ts';
import type { Scanner } from '../../main/engines/scanning/scanner.ts';
import { run } from '../../main/platform/run.ts';
import { startEsclScanner } from '../support/esclScanner.ts';
import { programPath } from '../support/programs.ts';

const real = programPath('scanimage');
const airscan = ['/usr/lib/x86_64-linux-gnu/sane/libsane-airscan.so.1', '/usr/lib/aarch64-linux-gnu/sane/libsane-airscan.so.1'].some((file) =>
  existsSync(file),
);
if (real === null) process.stdout.write('SANE is not tested: no scanimage (apt-get install sane-utils).\n');
if (real === null || !airscan) process.stdout.write('The scanner simulator is not cross-checked: no sane-airscan (apt-get install sane-utils sane-airscan).\n');

const folder = mkdtempSync(join(tmpdir(), 'stepwall-sane-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The test scanner of SANE itself; `more` are options of it that make it fail. */
function testScanner(more: readonly string[] = []): Scanner {
  const shim = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(shim, 'scanimage'), `#!/bin/sh\ncase "$*" in *--batch*) exec ${real} "$@" ${more.join(' ')};; *) exec ${real} "$@";; esac\n`);
  chmodSync(join(shim, 'scanimage'), 0o755);
  return createSane({ ...process.env, PATH: `${shim}${delimiter}${process.env['PATH'] ?? ''}` });
}

const feeder: ScanSettings = { source: 'feeder', colour: 'grey', dpi: 150, sheetSize: 'whole' };

async function scanned(scanner: Scanner, settings: ScanSettings, signal = new AbortController().signal, onPage = (): void => undefined) {
  const pages: Uint8Array[] = [];
  try {
    for await (const { bytes } of scanner.scan('sane:test', settings, signal)) {
      pages.push(bytes);
      onPage();
    }
    return { pages, problem: null };
  } catch (error) {
    return { pages, problem: (error as Error).message };
  }
}

const leftBehind = (): string[] =>
  ['/dev/shm', tmpdir()].filter((place) => existsSync(place)).flatMap((place) => readdirSync(place).filter((name) => name.startsWith('stepwall-scan-')));
afterEach(() => expect(leftBehind()).toEqual([]));

describe.skipIf(real === null)('a scanner that Linux knows (needs scanimage)', () => {
  test('says what it can do', async () => {
    const { sources } = await testScanner().capabilities('sane:test');
    expect(sources.map(({ source, colours, dpis }) => ({ source, colours, dpis }))).toEqual(
      ['feeder', 'glass'].map((source) => ({ source, colours: ['colour', 'grey'], dpis: [150, 200, 300, 400, 600] })),
    );
  });

  test('gives its ten sheets, and the one on the glass in colour, as fine as was wished', async () => {
    const { pages, problem } = await scanned(testScanner(), feeder);
    expect([pages.length, problem]).toEqual([10, null]);
    expect(await sharp(pages[9]).metadata()).toMatchObject({ format: 'tiff', channels: 1, density: 150, width: Math.floor((200 / 25.4) * 150) });
    const glass = await scanned(testScanner(), { ...feeder, source: 'glass', colour: 'colour', dpi: 200 });
    expect([glass.pages.length, glass.problem]).toEqual([1, null]);
    expect(await sharp(glass.pages[0]).metadata()).toMatchObject({ channels: 3, density: 200 });
  });

  test.each([
    ['SANE_STATUS_JAMMED', 'Paper is stuck in the scanner.'],
    ['SANE_STATUS_COVER_OPEN', 'The scanner’s cover is open.'],
    ['SANE_STATUS_NO_DOCS', 'There is no paper in the feeder.'],
    ['SANE_STATUS_DEVICE_BUSY', 'The scanner is busy with something else.'],
    ['SANE_STATUS_IO_ERROR', 'The scanner stopped by itself.'],
    ['SANE_STATUS_NO_MEM', 'The scanner has no memory left for this.'],
    ['SANE_STATUS_ACCESS_DENIED', 'The scanner wants a password, or does not let computers scan.'],
    ['SANE_STATUS_CANCELLED', 'The scan was stopped at the scanner.'],
  ])('says what is the matter: %s', async (status, problem) => {
    expect(await scanned(testScanner(['--read-return-value', status]), feeder)).toEqual({ pages: [], problem });
  });

  test('stopped after a page, it stops', async () => {
    const stop = new AbortController();
    const { pages, problem } = await scanned(testScanner(), feeder, stop.signal, () => stop.abort());
    expect(pages).toHaveLength(1);
    expect(problem).toMatch(/aborted/);
  });

  test('one that was pulled out is said to be gone', async () => {
    await expect(createSane().capabilities('sane:nothing:like:this')).rejects.toThrow('not connected any more');
  });
});

test('without the program the teacher hears of it', async () => {
  await expect(createSane({ ...process.env, PATH: folder }).capabilities('sane:test')).rejects.toThrow('no program for scanners with a cable');
  expect(await createSane({ ...process.env, PATH: folder }).list(new AbortController().signal)).toEqual([]);
});

describe.skipIf(real === null || !airscan)('the simulator is a scanner to others too (needs sane-airscan)', () => {
  test('Debian’s own client lists it and scans its sheets', { timeout: 60_000 }, async () => {
    const sheets = await Promise.all(
      [90, 160].map((shade) =>
        sharp({ create: { width: 1240, height: 1754, channels: 3, background: { r: shade, g: 220, b: 220 } } })
          .jpeg()
          .toBuffer(),
      ),
    );
    const scanner = await startEsclScanner(sheets);
    const config = join(folder, 'config');
    mkdirSync(config);
    writeFileSync(join(config, 'dll.conf'), 'airscan\n');
    writeFileSync(join(config, 'airscan.conf'), `[devices]\nSimulator = ${scanner.address}, eSCL\n[options]\ndiscovery = disable\n`);
    const env = { ...process.env, SANE_CONFIG_DIR: config, LC_ALL: 'C' };
    const asked = async (args: readonly string[]): Promise<string> => (await run('scanimage', args, env)).out;
    try {
      expect(await asked(['-f', '%d%n'])).toMatch(/airscan:e0:Simulator/);
      await asked(['-d', 'airscan:e0:Simulator', '--source', 'ADF', '--format=png', `--batch=${join(folder, 'page-%d.png')}`]);
      const middle = { left: 200, top: 200, width: 400, height: 400 };
      const shades = await Promise.all(
        [1, 2].map(
          async (page) =>
            (
              await sharp(
                await sharp(join(folder, `page-${page}.png`))
                  .extract(middle)
                  .toBuffer(),
              ).stats()
            ).channels[0]!.mean,
        ),
      );
      expect(shades.map(Math.round)).toEqual([expect.closeTo(90, -1), expect.closeTo(160, -1)]);
      // What the product finds by itself is not offered a second time by way of SANE.
      expect(await createSane(env).list(new AbortController().signal)).toEqual([]);
    } finally {
      await scanner.close();
    }
  });
});
