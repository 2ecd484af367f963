import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { customSize, SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { matterWith, mediaName, readEdges, readJob, readPrinters } from '../../main/engines/printing/cupsAnswers.ts';
import { openPrinterBook, UNMEASURED } from '../../main/engines/printing/printerSettings.ts';
import { createPrinting } from '../../main/engines/printing/printing.ts';
import { createViewer } from '../../main/engines/printing/viewer.ts';

const folder = mkdtempSync(join(tmpdir(), 'stepwall-printers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = [
  'printer Office disabled since Sat Nov 21 23:41:24 2026 -\n\tPaused\n\tForm mounted:\n\tAlerts: none\n',
  'printer Room_4 is idle.  enabled since Sat Nov 21 23:41:24 2026\n\tForm mounted:\n\tAlerts: media-empty-error\n',
  'printer Library now printing Library-12.  enabled since Sat Nov 21 23:41:24 2026\n\tThe printer is not responding.\n\tForm mounted:\n\tAlerts: none\n',
].join('');

describe('what CUPS answers', () => {
  test('tells which printers there are and what is the matter with them', () => {
    const printers = readPrinters(told);
    expect(printers.map(({ name, disabled, printing }) => [name, disabled, printing])).toEqual([
      ['Office', true, false],
      ['Room_4', false, false],
      ['Library', false, true],
    ]);
    expect(printers.map((printer) => matterWith(printer)?.problem)).toEqual(['is paused', 'has no paper', 'is off, or not connected']);
    expect(readPrinters('')).toEqual([]);
  });

  test('tells the job and the white edges of a paper, whatever else is there', () => {
    expect(readJob('request id is Room-4-117 (1 file(s))\n')).toBe('Room-4-117');
    expect(readJob('lp: error')).toBeNull();
    const answer =
      '        media-col-database (1setOf collection) = {media-size={x-dimension=21590 y-dimension=27940} media-bottom-margin=635 media-left-margin=635 media-right-margin=635 media-top-margin=635},{media-size={x-dimension=21000 y-dimension=29700} media-bottom-margin=1400 media-left-margin=300 media-right-margin=300 media-top-margin=500}\n';
    expect(readEdges(answer, SHEET_SIZES.A4)).toEqual({ top: 5, right: 3, bottom: 14, left: 3 });
    expect(readEdges(answer, SHEET_SIZES.Letter)).toEqual({ top: 6.35, right: 6.35, bottom: 6.35, left: 6.35 });
    expect(readEdges(answer, SHEET_SIZES.A3)).toBeNull();
    expect(readEdges('', SHEET_SIZES.A4)).toBeNull();
  });

  test('papers are called as CUPS calls them', () => {
    expect([mediaName(SHEET_SIZES.Tabloid), mediaName(customSize(300, 200))]).toEqual(['Tabloid', 'Custom.200x300mm']);
  });
});

describe('where no printer can be spoken to', () => {
  test('the PDF is opened, as one argument, and never through a shell', async () => {
    const launched: (readonly string[])[] = [];
    const viewer = createViewer((program, args) => {
      launched.push([program, ...args]);
      return Promise.resolve();
    });
    const file = 'C:\\Users\\A & B\\wall "1".pdf';
    expect(await viewer.print({ file, sheetSize: SHEET_SIZES.A4, printer: '' })).toBe('opened');
    expect(launched).toEqual([['rundll32.exe', 'url.dll,FileProtocolHandler', file]]);
    expect(viewer.direct).toBe(false);
    await expect(createViewer(() => Promise.reject(new Error('ENOENT'))).print({ file, sheetSize: SHEET_SIZES.A4, printer: '' })).rejects.toThrow(
      'The PDF could not be opened.',
    );
  });

  test('that is Windows only', () => {
    expect([createPrinting('win32').direct, createPrinting('linux').direct, createPrinting('darwin').direct]).toEqual([false, true, true]);
  });
});

describe('what was measured on a printer', () => {
  test('is kept for each printer, and a damaged file counts as empty', () => {
    const book = openPrinterBook(folder);
    expect(book.of('Office')).toEqual(UNMEASURED);
    const measured = { edges: { top: 5, right: 3, bottom: 14, left: 3 }, scale: { x: 0.98, y: 1 } };
    book.keep('Office', measured);
    book.keep('Library', { edges: null, scale: { x: 1.01, y: 1.01 } });
    expect(openPrinterBook(folder).of('Office')).toEqual(measured);
    expect(openPrinterBook(folder).of('Library').scale.x).toBe(1.01);
    expect(() => book.keep('Office', { edges: null, scale: { x: 0.9, y: 1 } })).toThrow();
    expect(book.last()).toBe(null);
    book.printedOn('Library');
    expect(openPrinterBook(folder).last()).toBe('Library');
    writeFileSync(join(folder, 'printers.json'), '{ broken');
    expect(openPrinterBook(folder).of('Office')).toEqual(UNMEASURED);
  });
});
