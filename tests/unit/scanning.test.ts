import fc from 'fast-check';
import multicastDns from 'multicast-dns';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../main/engines/scanning/escl/escl.ts';
import { readCapabilities } from '../../main/engines/scanning/escl/esclCapabilities.ts';
import { findOnNetwork } from '../../main/engines/scanning/escl/findOnNetwork.ts';
import { isPaperFile } from '../../main/engines/scanning/folderLook.ts';
import { readServices, type Told } from '../../main/engines/scanning/escl/networkAnswers.ts';
import { areaOf, sheetSizesWithin } from '../../main/engines/scanning/glassSizes.ts';
import { isPrivateAddress } from '../../main/engines/scanning/escl/privateAddress.ts';
import { problemOf, readList, readOptions } from '../../main/engines/scanning/sane/saneAnswers.ts';
import { createScanning } from '../../main/engines/scanning/scanning.ts';
import { readBed, readDevices, readMade, readProblem } from '../../main/engines/scanning/wia/wiaAnswers.ts';
import { wiaScript } from '../../main/engines/scanning/wia/wiaScript.ts';

describe('addresses of one’s own network', () => {
  test('are those of RFC 1918, RFC 3927, RFC 4193 and link-local ones, and no others', () => {
    const own = [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.254',
      '192.168.1.20',
      '169.254.3.4',
      'fe80::1',
      'fe80::1%eth0',
      'fd12::5',
      'fc00::1',
      '::ffff:192.168.1.20',
    ];
    const others = ['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.64.0.1', '0.0.0.0', '127.0.0.1', '::1', '::', '2001:db8::1', '::ffff:8.8.8.8', 'copier', ''];
    expect(own.filter((address) => !isPrivateAddress(address))).toEqual([]);
    expect(others.filter((address) => isPrivateAddress(address))).toEqual([]);
    expect(isPrivateAddress('127.0.0.1', { allowLoopback: true })).toBe(true);
  });

  test('IPv4 addresses are judged by their first two numbers', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), ([a, b, c, d]) => {
        const own = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254);
        expect(isPrivateAddress(`${a}.${b}.${c}.${d}`)).toBe(own);
        expect(isPrivateAddress(`::ffff:${a}.${b}.${c}.${d}`)).toBe(own);
      }),
    );
  });

  test('are understood as people type them', () => {
    expect(addressesOf(' 192.168.1.20 ').map(({ href }) => href)).toEqual([
      'https://192.168.1.20/eSCL',
      'http://192.168.1.20/eSCL',
      'http://192.168.1.20:8080/eSCL',
    ]);
    expect(addressesOf('copier.local:9095').map(({ href }) => href)).toEqual(['https://copier.local:9095/eSCL', 'http://copier.local:9095/eSCL']);
    expect(addressesOf('fd00::2')[0].href).toBe('https://[fd00::2]/eSCL');
    expect(addressesOf('HTTP://10.0.0.9/scan/eSCL/').map(({ href }) => href)).toEqual(['http://10.0.0.9/scan/eSCL']);
    for (const typed of ['', 'the copier upstairs', 'http://', 'http://user:word@10.0.0.9/']) expect(() => addressesOf(typed), typed).toThrow(/not an address/);
  });
});

describe('what scanners tell of themselves in the network', () => {
  const records = (name: string, type: string, host: string, port: number, addresses: readonly string[], texts: readonly string[]): Told[] => [
    { type: 'PTR', name: type, data: `${name}.${type}` },
    { type: 'SRV', name: `${name}.${type}`, data: { port, target: host } },
    { type: 'TXT', name: `${name}.${type}`, data: texts.map((one) => Buffer.from(one)) },
    ...addresses.map((data): Told => (data.includes(':') ? { type: 'AAAA', name: host, data } : { type: 'A', name: host, data })),
  ];

  test('is read once for each, over TLS where there is that, at the address of its own records', () => {
    const told = [
      ...records('HP [1]', '_uscan._tcp.local', 'hp1.local', 80, ['fe80::1', '192.168.1.7'], ['ty=HP Color 400', 'rs=/eSCL/']),
      ...records('HP [1]', '_uscans._tcp.local', 'HP1.local', 443, [], ['TY=HP Color 400', 'rs=eSCL']),
      ...records('Old one', '_uscan._tcp.local', 'old.local', 8080, ['10.1.1.1'], ['rs=scan/eSCL']),
    ];
    expect(readServices(told)).toEqual([
      { id: 'https://192.168.1.7/eSCL', name: 'HP Color 400', by: 'network' },
      { id: 'http://10.1.1.1:8080/scan/eSCL', name: 'Old one', by: 'network' },
    ]);
  });

  test('counts for nothing where it leads outside, or to nowhere', () => {
    const outside = records('Far', '_uscan._tcp.local', 'far.local', 80, ['93.184.216.34', '127.0.0.1'], ['rs=eSCL']);
    const half = records('Half', '_uscan._tcp.local', 'half.local', 80, [], []);
    expect(readServices([...outside, ...half])).toEqual([]);
  });

  test('is asked for by multicast, and only while someone looks', async () => {
    const port = 53_530 + (process.pid % 1000);
    const copier = multicastDns({ port, interface: '127.0.0.1', bind: '0.0.0.0' });
    let asked = 0;
    copier.on('query', ({ questions }) => {
      asked += 1;
      // The address comes only when it is asked for by name.
      if (questions?.some(({ name }) => name === 'copier.local')) copier.respond([{ type: 'A', name: 'copier.local', data: '127.0.0.1' }]);
      else copier.respond(records('Copier', '_uscan._tcp.local', 'copier.local', 8080, [], ['ty=Corridor Copier', 'rs=eSCL']));
    });
    await new Promise<void>((ready) => copier.on('ready', ready));
    const looking = { interfaces: ['127.0.0.1'], port, lookFor: 2500, allowLoopback: true };
    expect(asked).toBe(0);
    expect(await findOnNetwork(looking, new AbortController().signal)).toEqual([{ id: 'http://127.0.0.1:8080/eSCL', name: 'Corridor Copier', by: 'network' }]);
    const before = asked;
    expect(before).toBeGreaterThan(0);
    expect(await findOnNetwork({ ...looking, allowLoopback: false, lookFor: 1 }, new AbortController().signal)).toEqual([]);
    await new Promise<void>((closed) => copier.destroy(closed));
    await expect(findOnNetwork(looking, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});

test('whatever a scanner answers, its capabilities are read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, inside) => {
      const read = readCapabilities(`${before}<scan:ScannerCapabilities>${inside}<scan:Adf><x>${inside}</x></scan:Adf></scan:ScannerCapabilities>`);
      if (read !== null) expect(read.sources.length).toBeGreaterThan(0);
      expect(readCapabilities(`<html>${inside.replaceAll('<', '')}</html>`)).toBeNull();
    }),
  );
});

test('papers are offered where they fit, and never scanned beyond the glass', () => {
  const a4 = { widthMm: 215.9, heightMm: 297 };
  expect(sheetSizesWithin(a4)).toEqual(['A4', 'A5', 'Letter', 'whole']);
  expect(sheetSizesWithin({ widthMm: 150, heightMm: 220 })).toEqual(['A5', 'whole']);
  expect(areaOf('A4', { widthMm: 208, heightMm: 295 })).toEqual({ widthMm: 208, heightMm: 295 });
  expect(areaOf('whole', a4)).toEqual(a4);
});

describe('what SANE’s drivers say', () => {
  test('a list without what the product finds by itself, and without cameras', () => {
    const out =
      'epson2:net:192.168.1.4\tEpson_GT-1500 flatbed\nairscan:e0:HP\tHP eSCL\nescl:https://192.168.1.5\tHP flatbed\nv4l:/dev/video0\tNoname Webcam\nairscan:w1:Canon\tCanon_MF WSD\n';
    expect(readList(out).map(({ id, name }) => [id, name])).toEqual([
      ['sane:epson2:net:192.168.1.4', 'Epson GT-1500 flatbed'],
      ['sane:airscan:w1:Canon', 'Canon MF WSD'],
    ]);
  });

  const driver = (...lines: string[]): string => lines.map((line) => `    ${line}\n        Words about it.\n`).join('');

  test('its own words for sources, colours, resolutions and sizes', () => {
    const fujitsu = driver(
      '--source ADF Front|ADF Back|ADF Duplex [ADF Front]',
      '--mode Lineart|Halftone|Gray|Color [Lineart]',
      '--resolution 50..600dpi (in steps of 1) [600]',
      '-x 0..224.846mm (in steps of 0.0211639) [215.872]',
      '-y 0..863.489mm (in steps of 0.0211639) [279.364]',
    );
    expect(readOptions(fujitsu)).toEqual([
      expect.objectContaining({ source: 'feeder', word: 'ADF Front', modes: { colour: 'Color', grey: 'Gray' }, dpis: [150, 200, 300, 400, 600] }),
      expect.objectContaining({ source: 'feeder-both', word: 'ADF Duplex', sheetSizes: ['A4', 'A5', 'Letter', 'whole'] }),
    ]);
    const epson = driver(
      '--source Flatbed|Automatic Document Feeder [Flatbed]',
      '--adf-mode Simplex|Duplex [inactive]',
      '--mode Gray|Color [Gray]',
      '--resolution 75|100|300dpi [75]',
    );
    expect(readOptions(epson).map(({ source, word, duplexOption, dpis }) => [source, word, duplexOption, dpis])).toEqual([
      ['feeder', 'Automatic Document Feeder', null, [300]],
      ['feeder-both', 'Automatic Document Feeder', '--adf-mode=Duplex', [300]],
      ['glass', 'Flatbed', null, [300]],
    ]);
    expect(readOptions(driver('--mode Color|Gray [Color]', '--resolution 75|150dpi [75]', '-x 0..216mm [216]'))).toMatchObject([
      { source: 'glass', word: null, dpis: [150] },
    ]);
  });

  test('why it ended', () => {
    expect(problemOf('scanimage: sane_start: Document feeder out of documents', true, 3)).toBeNull();
    expect(problemOf('scanimage: sane_start: Document feeder out of documents', false, 0)).toBe('empty');
    expect(problemOf('scanimage: rounded value of x from 210 to 209.9', true, 1)).toBeNull();
    expect(problemOf('scanimage: sane_start: Document feeder jammed', false, 2)).toBe('jam');
    expect(problemOf('', false, 2)).toBe('stumbled');
  });
});

describe('what Windows is asked, and says', () => {
  test('nothing of the teacher’s or the scanner’s becomes part of the script', () => {
    const taken = [...wiaScript.matchAll(/\$env:(\w+)/g)].map(([, name]) => name);
    expect(new Set(taken)).toEqual(new Set(['DO', 'DEVICE', 'DPI', 'INTENT', 'WIDTH_MM', 'HEIGHT_MM', 'FILE'].map((name) => `STEPWALL_WIA_${name}`)));
    expect(wiaScript).not.toMatch(/Invoke-Expression|\biex\b|Start-Process|http/i);
    expect(wiaScript.split('{').length).toBe(wiaScript.split('}').length);
  });

  test('scanners, the size of the glass, the page, and what is the matter', () => {
    expect(readDevices('{"id":"{6BDD}\\\\0001","name":"Canon LiDE"}\r\nWarning: something\r\n')).toEqual([
      { id: 'wia:{6BDD}\\0001', name: 'Canon LiDE', by: 'computer' },
    ]);
    expect(readBed('{"widthMm":215.9,"heightMm":297.18}')).toEqual({ widthMm: 215.9, heightMm: 297.18 });
    expect(readBed('{"widthMm":0,"heightMm":0}')).toEqual({ widthMm: 210, heightMm: 297 });
    expect(readMade('{"file":"C:\\\\Temp\\\\a.png"}')).toBe('C:\\Temp\\a.png');
    expect([readProblem('{"problem":"80210006"}'), readProblem('{"problem":"80004005"}'), readProblem('{"file":"x"}')]).toEqual(['busy', 'stumbled', null]);
  });
});

test('each system scans in its own ways, and says where there is only the folder', () => {
  const knowing = (platform: NodeJS.Platform, id: string): boolean => createScanning(platform).ways.some((way) => way.knows(id));
  expect([knowing('linux', 'sane:x'), knowing('linux', 'wia:x'), knowing('win32', 'wia:x'), knowing('darwin', 'sane:x')]).toEqual([true, false, true, false]);
  for (const platform of ['linux', 'win32', 'darwin'] as const) expect(knowing(platform, 'http://192.168.1.20/eSCL')).toBe(true);
  expect(createScanning('darwin').note).toContain('Image Capture');
});

test('names of files that are not finished are known by all who make them', () => {
  expect(['Scan 1.pdf', 'IMG.JPEG', 'a.tiff', 'temperature.pdf', 'heic.heic'].filter((name) => !isPaperFile(name))).toEqual([]);
  expect(
    ['.Scan.pdf', '~$scan.pdf', 'scan.pdf.part', 'scan.pdf.crdownload', 'scan.tmp', 'scan.tmp.pdf', 'tmp_1.pdf', 'notes.txt', 'pdf'].filter(isPaperFile),
  ).toEqual([]);
});
