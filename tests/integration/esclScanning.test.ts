import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import type { ScanSettings } from '../../core/capture/scanner.ts';
import { createEscl } from '../../main/engines/scanning/escl/escl.ts';
import type { EsclOptions } from '../../main/engines/scanning/escl/esclScan.ts';
import type { ScannedPage } from '../../main/engines/scanning/scanner.ts';
import { startEsclScanner, type EsclScanner, type Fault, type SimulatorOptions } from '../support/esclScanner.ts';
import { hasProgram } from '../support/programs.ts';

const sheets = await Promise.all(
  [60, 120, 180].map((shade) =>
    sharp({ create: { width: 400, height: 560, channels: 3, background: { r: shade, g: 240, b: 240 } } })
      .jpeg()
      .withMetadata({ density: 72 })
      .toBuffer(),
  ),
);
const feeder: ScanSettings = { source: 'feeder', colour: 'colour', dpi: 300, sheetSize: 'A4' };

let scanner: EsclScanner | null = null;
afterEach(async () => {
  await scanner?.close();
  scanner = null;
});
const start = async (fault: Fault, options: SimulatorOptions = {}): Promise<EsclScanner> => (scanner = await startEsclScanner(sheets, fault, options));

/** Waits for nobody: every “later” is at once, and what is silent is silent at once. */
const hasty = (changed: Partial<EsclOptions> = {}) =>
  createEscl({ allowLoopback: true, silentMs: 400, pageSilentMs: 400, tries: 4, wait: () => Promise.resolve(), ...changed });

/** Scans until the end, or the fault. */
async function scanned(address: string, settings = feeder, signal = new AbortController().signal): Promise<{ pages: ScannedPage[]; problem: string | null }> {
  const pages: ScannedPage[] = [];
  try {
    for await (const page of hasty().scan(address, settings, signal)) pages.push(page);
    return { pages, problem: null };
  } catch (error) {
    return { pages, problem: (error as Error).message };
  }
}

describe('a scanner on the network', () => {
  test('says what it can do, whatever its address looks like', async () => {
    const { address } = await start('none');
    const facts = await hasty().capabilities(address);
    expect(facts).toMatchObject({ id: address, name: 'Corridor Copier', by: 'network' });
    expect(facts.sources).toEqual(
      (['feeder', 'feeder-both', 'glass'] as const).map((source) => ({
        source,
        colours: ['colour', 'grey'],
        dpis: [200, 300],
        sheetSizes: ['A4', 'A5', 'Letter', 'whole'],
      })),
    );
    const { host } = new URL(address);
    for (const typed of [host, ` http://${host}/ `, `${host}/eSCL/`]) expect((await hasty().capabilities(typed)).id, typed).toBe(address);
  });

  test('gives every sheet of its feeder, byte by byte, and the job is over', async () => {
    const { address, settings, openJobs, asked } = await start('none');
    const { pages, problem } = await scanned(address, { ...feeder, source: 'feeder-both', colour: 'grey', dpi: 200 });
    expect(problem).toBeNull();
    expect(pages.map(({ name }) => name)).toEqual(['Page 1.jpg', 'Page 2.jpg', 'Page 3.jpg']);
    expect(pages.map(({ bytes }, index) => Buffer.from(bytes).equals(sheets[index]!))).toEqual([true, true, true]);
    expect(openJobs()).toBe(0);
    expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
    for (const part of ['Feeder', '<scan:Duplex>true', 'Grayscale8', '<scan:XResolution>200', '<pwg:Width>2480<', '<pwg:Height>3507<'])
      expect(settings()).toContain(part);
  });

  test('gives the one sheet on its glass', async () => {
    const { address, settings, openJobs } = await start('none');
    expect(await scanned(address, { ...feeder, source: 'glass', sheetSize: 'whole' })).toMatchObject({ pages: [{ name: 'Page 1.jpg' }], problem: null });
    expect(settings()).toContain('Platen');
    expect(settings()).not.toContain('Duplex');
    expect(openJobs()).toBe(0);
  });

  test.skipIf(!hasProgram('openssl'))('may sign for itself (needs openssl)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwall-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=copier'], {
      stdio: 'ignore',
    });
    const { address } = await start('none', { tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } });
    rmSync(folder, { recursive: true });
    expect((await hasty().capabilities(new URL(address).host)).id).toBe(address);
    expect((await scanned(address)).pages).toHaveLength(3);
  });

  test('stopped in the middle, it is told to stop', async () => {
    const { address, openJobs, asked } = await start('none');
    const stop = new AbortController();
    const pages: string[] = [];
    await expect(async () => {
      for await (const { name } of hasty().scan(address, feeder, stop.signal)) {
        pages.push(name);
        stop.abort();
      }
    }).rejects.toThrow('aborted');
    expect(pages).toEqual(['Page 1.jpg']);
    expect([openJobs(), asked.at(-1)]).toEqual([0, 'DELETE /eSCL/ScanJobs/job1']);
  });
});

describe('what can go wrong with it', () => {
  const cases: [Fault, number, string | null][] = [
    ['busy-twice', 3, null],
    ['slow-pages', 3, null],
    ['ends-with-410', 3, null],
    ['wrong-job-address', 3, null],
    ['sent-on', 3, null],
    ['broken-doctype', 3, null],
    ['old-schema', 3, null],
    ['busy-for-ever', 0, 'The scanner is busy with something else.'],
    ['jam-at-once', 0, 'Paper is stuck in the scanner.'],
    ['jam-in-the-middle', 1, 'Paper is stuck in the scanner.'],
    ['cover-open', 0, 'The scanner’s cover is open.'],
    ['cover-opened-in-the-middle', 1, 'The scanner’s cover is open.'],
    ['two-sheets-at-once', 1, 'The feeder did not take the sheets one by one.'],
    ['cut', 1, 'A page was cut off on its way.'],
    ['cut-unsaid', 1, 'A page was cut off on its way.'],
    ['stalls', 1, 'A page was cut off on its way.'],
    ['never-answers', 0, 'The scanner does not answer.'],
    ['switched-off-in-the-middle', 1, 'The scanner does not answer.'],
    ['wants-a-password', 0, 'The scanner wants a password, or does not let computers scan.'],
    ['refuses-the-settings', 0, 'The scanner does not scan like that.'],
    ['no-scanner', 0, 'There is no scanner at this address that Stepwall can talk to.'],
    ['web-page', 1, 'The scanner sent something that is not a page.'],
    ['too-large', 1, 'The scanner sent a page that is far too large.'],
    ['error-in-the-middle', 1, 'The scanner stopped by itself.'],
    ['stopped-at-the-scanner', 1, 'The scan was stopped at the scanner.'],
    ['sent-outside', 0, 'Stepwall talks only to scanners on your own network.'],
    ['sent-round', 0, 'There is no scanner at this address that Stepwall can talk to.'],
  ];
  test.each(cases)('%s: %i of 3 pages', { timeout: 30_000 }, async (fault, count, problem) => {
    const { address, openJobs } = await start(fault);
    const result = await scanned(address);
    expect([result.pages.length, result.problem]).toEqual([count, problem]);
    result.pages.forEach(({ bytes }, index) => expect(Buffer.from(bytes).equals(sheets[index]!)).toBe(true));
    if (fault !== 'switched-off-in-the-middle') expect(openJobs()).toBe(0);
  });

  test('an empty feeder, and the rest of a pile after a jam', async () => {
    const one = await start('jam-in-the-middle');
    expect((await scanned(one.address)).pages).toHaveLength(1);
    one.fault = 'none';
    expect(await scanned(one.address)).toMatchObject({ pages: [{}, {}], problem: null });
    expect(await scanned(one.address)).toMatchObject({ pages: [], problem: 'There is no paper in the feeder.' });
  });

  test('entities are neither followed nor blown up', async () => {
    const { address } = await start('entity-bomb');
    expect((await hasty().capabilities(address)).name).toBe('&h;');
  });

  test('an old scanner’s few resolutions are offered as they are', async () => {
    const { address } = await start('old-schema');
    expect((await hasty().capabilities(address)).sources).toEqual([
      { source: 'feeder', colours: ['colour'], dpis: [150, 200], sheetSizes: ['A4', 'A5', 'Letter', 'whole'] },
    ]);
  });

  test('without leave, not even this computer itself is asked', async () => {
    const { address, asked } = await start('none');
    for (const typed of [address, address.replace('127.0.0.1', 'localhost'), address.replace('127.0.0.1', '[::ffff:127.0.0.1]')])
      await expect(createEscl().capabilities(typed), typed).rejects.toThrow('only to scanners on your own network');
    expect(asked).toEqual([]);
  });
});
