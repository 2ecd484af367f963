import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createLog, gathered, Overheard } from '../../main/platform/log.ts';

const home = mkdtempSync(join(tmpdir(), 'stepwall-log-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const log = createLog(home);
const lastEntry = (): { name: string; stack: string } =>
  JSON.parse(readFileSync(join(home, 'stepwall.log'), 'utf8').trim().split('\n').at(-1) ?? '') as { name: string; stack: string };

describe('the log', () => {
  test.each([
    ["ENOENT: no such file or directory, open '/home/aroha/My pupils/Tama Brown.jpg'", 'ENOENT: no such file or directory, open'],
    ['Cannot read /home/aroha/My pupils/Tama Brown.jpg: damaged', 'Cannot read …: damaged'],
    ['C:\\Users\\aroha\\Tama Brown.pdf (page 3)', '(page 3)'],
    ['the file “Tama Brown.heic” is odd', 'the file “…” is odd'],
    [
      '(process:7): GLib-GObject-CRITICAL **: 07:02:11.000: g_object_ref: assertion failed',
      'GLib-GObject-CRITICAL **: 07:02:11.000: g_object_ref: assertion failed',
    ],
  ])('keeps what was overheard without names of files: %s', (words, kept) => {
    log(new Overheard(words));
    const { name, stack } = lastEntry();
    expect(name).toBe('Overheard');
    expect(stack).toContain(kept);
    expect(stack).not.toMatch(/aroha|Tama/i);
  });

  test('keeps where in our code a failure happened', () => {
    log(new Error('oh dear'));
    expect(lastEntry().stack).toMatch(/^Error: oh dear\n/);
    log(
      Object.assign(new Error('oh dear'), {
        stack: 'Error: oh dear\n    at work (file:///opt/Step wall/dist/main/chart/walls.js:7:3)\n    at C:\\x\\dist\\main\\cli.js:1:2',
      }),
    );
    expect(lastEntry().stack).toContain('main/chart/walls.js:7:3');
    expect(lastEntry().stack).toContain('main\\cli.js:1:2');
    expect(lastEntry().stack).not.toContain('opt');
  });

  test('what comes in bits is kept a few times a second at most, and no more of it than fits', () => {
    vi.useFakeTimers();
    const said: string[] = [];
    const bits = gathered((words) => said.push(words));
    for (let bit = 0; bit < 10_000; bit++) bits.add('again and again\n');
    vi.advanceTimersByTime(300);
    bits.add('the end');
    bits.end();
    bits.end();
    vi.useRealTimers();
    expect(said.map(({ length }) => length)).toEqual([4000, 7]);
  });
});
