import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../main/commands.ts';
import { openLibrary } from '../../main/library/library.ts';
import { tempPlace } from '../support/library.ts';
import { holds, jpegOf } from '../support/pictureFiles.ts';
import { photograph, randomFrom, worksheet } from '../support/syntheticPhoto.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const place = tempPlace();
const environment = { ...process.env, STEPWALL_HOME: place.home, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(place.root, 'compiled') };
afterAll(() => place.remove());

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly problem: string;
}

function stepwall(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'main/cli.ts'), ...args], { env: environment, cwd: place.root, encoding: 'utf8' });
  return { status, out: stdout, problem: stderr };
}

/** What `--json` printed: one object on one line, and nothing beside it. */
function json<T>(shape: z.ZodType<T>, ...args: readonly string[]): T {
  const { status, out, problem } = stepwall(...args, '--json');
  expect([status, problem]).toEqual([0, '']);
  expect(out.endsWith('\n')).toBe(true);
  expect(out.trimEnd()).not.toContain('\n');
  return shape.parse(JSON.parse(out));
}

const demoOut = join(place.root, 'demo');
const Demo = z.strictObject({ library: z.string(), chart: z.uuid(), pdf: z.string(), sheets: z.int().positive(), seconds: z.number().positive() });
const Size = z.strictObject({ width: z.number().positive(), height: z.number().positive() });
const Box = z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() });
const Plan = z.object({
  paper: z.strictObject({ name: z.string(), width: z.number(), height: z.number() }),
  strip: Size,
  overlap: z.number(),
  margin: z.number(),
  sheets: z
    .array(
      z.object({
        page: z.int().positive(),
        label: z.string(),
        orientation: z.enum(['portrait', 'landscape']),
        art: Box,
        at: z.object({ x: z.number(), y: z.number() }),
        visible: Box,
      }),
    )
    .min(1),
});
const Point = z.tuple([z.number(), z.number()]);
const Page = z.strictObject({
  file: z.string(),
  page: z.int(),
  pages: z.int(),
  width: z.int(),
  height: z.int(),
  quad: z.tuple([Point, Point, Point, Point]).nullable(),
  confidence: z.number(),
  skewDegrees: z.number().nullable(),
  turnDegrees: z.number().nullable(),
  dpi: z.number().nullable(),
  suggestions: z.array(z.strictObject({ kind: z.string(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]), why: z.string() })),
});
const Imported = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      pages: z.int(),
      samples: z.array(z.uuid()),
      error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
const Listed = z.strictObject({
  tasks: z.array(z.object({ id: z.uuid(), question: z.string(), samples: z.int() })),
  charts: z.array(z.object({ id: z.uuid(), title: z.string(), task: z.uuid(), levels: z.int(), placed: z.int(), strip: Size.nullable() })),
  counts: z.strictObject({ tasks: z.int(), samples: z.int(), charts: z.int() }),
});
const Checked = z.strictObject({ ok: z.boolean(), problems: z.array(z.string()), repaired: z.array(z.string()) });

const photo = join(place.root, 'photo of a page.jpg');
const text = join(place.root, 'letter.txt');
let demo: z.infer<typeof Demo>;
beforeAll(async () => {
  writeFileSync(text, 'Dear parents');
  writeFileSync(photo, await jpegOf(photograph(worksheet(randomFrom(8)), 'dark', randomFrom(8), { width: 900, height: 1200 }).picture));
  demo = json(Demo, 'demo', '--out', demoOut);
}, 180_000);

test('the commands are those that are written down', () => {
  const names = [...Object.keys(commands), 'serve'].sort();
  expect(names).toEqual(['backup', 'check', 'demo', 'export', 'import', 'list', 'move', 'page', 'rank', 'restore', 'serve']);
  const help = stepwall('--help');
  expect(help.status).toBe(0);
  for (const name of names) expect(help.out + help.problem).toMatch(new RegExp(`^  ${name} `, 'm'));
});

describe('demo', () => {
  test('leaves a library, the tiled chart, its plan and a picture of the whole strip', async () => {
    expect(demo).toMatchObject({ library: join(demoOut, 'library'), pdf: join(demoOut, 'chart.pdf') });
    expect(readdirSync(demoOut).sort()).toEqual(['chart.pdf', 'library', 'plan.json', 'strip.png']);
    const plan = Plan.parse(JSON.parse(readFileSync(join(demoOut, 'plan.json'), 'utf8')));
    expect(plan.sheets).toHaveLength(demo.sheets);
    expect(plan.paper).toEqual({ name: 'A4', width: 210, height: 297 });
    const { format, width, height } = await sharp(join(demoOut, 'strip.png')).metadata();
    expect([format, width, height]).toEqual(['png', expect.closeTo((plan.strip.width / 25.4) * 50, -1), expect.closeTo((plan.strip.height / 25.4) * 50, -1)]);
    expect(readFileSync(demo.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is the agreed line-up of the class, and no name of it is in what goes on the wall', () => {
    const { charts, counts } = json(Listed, 'list', '--library', demo.library);
    expect(counts).toEqual({ tasks: 1, samples: 12, charts: 1 });
    expect(charts).toEqual([expect.objectContaining({ id: demo.chart, title: 'Why do bees matter?', levels: 5, placed: 12 })]);
    const names = (JSON.parse(readFileSync(join(root, 'assets/sample/class.json'), 'utf8')) as { papers: { pupil: string }[] }).papers.map(
      ({ pupil }) => pupil,
    );
    for (const file of ['chart.pdf', 'plan.json', 'strip.png'])
      for (const name of names) expect(holds(readFileSync(join(demoOut, file)), name), `${name} in ${file}`).toBe(false);
  });

  test('without a place for it is wrong usage', () => {
    expect(stepwall('demo')).toMatchObject({ status: 2, out: '', problem: expect.stringContaining('--out is missing.') });
  });
});

describe('page', () => {
  test('says what capture sees on a photo, and writes the page straightened', async () => {
    const out = join(place.root, 'straight.png');
    const seen = json(Page, 'page', photo, '--out', out);
    expect(seen).toMatchObject({ file: photo, page: 1, pages: 1, width: 900, height: 1200, turnDegrees: 0 });
    const [[left, top], , [right, bottom]] = seen.quad!;
    expect(left < right && top < bottom).toBe(true);
    const { format, width, height } = await sharp(out).metadata();
    expect(format).toBe('png');
    expect(height / width).toBeCloseTo(297 / 210, 0);
  });

  test('takes one page of a document', () => {
    expect(json(Page, 'page', join(root, 'assets/sample/scan-4-pages.pdf'), '--page', '3')).toMatchObject({ page: 3, pages: 4 });
    const { suggestions } = json(Page, 'page', join(root, 'assets/sample/photo-1.jpg'));
    // Where “Amara” stands; neither the label before it nor the empty line behind it is a name.
    const written = { left: 508, top: 220, right: 684, bottom: 273 };
    expect(
      suggestions.some(
        ({ kind, box: [x0, y0, x1, y1] }) => kind === 'name' && x0 < written.left && y0 < written.top && x1 > written.right && y1 > written.bottom,
      ),
    ).toBe(true);
    expect(stepwall('page', join(root, 'assets/sample/scan-4-pages.pdf'), '--page', '5', '--json')).toMatchObject({
      status: 1,
      out: '',
      problem: expect.stringMatching(/\.\n$/),
    });
  });

  test('refuses what is no picture in plain words, and asks for one file', () => {
    expect(stepwall('page', text, '--json')).toEqual({
      status: 1,
      out: '',
      problem: 'This is not a picture or a PDF. Use JPEG, PNG, HEIC, TIFF, WebP, JPEG 2000 or PDF files.\n',
    });
    expect(stepwall('page', join(place.root, 'none.jpg'))).toMatchObject({ status: 1, problem: expect.stringContaining('There is no file') });
    expect(stepwall('page').status).toBe(2);
    expect(stepwall('page', photo, '--page', 'two').status).toBe(2);
  });
});

describe('import', () => {
  const library = join(place.root, 'imported');

  test('makes the library, takes every page, and says of each file what became of it', () => {
    const made = json(Imported, 'import', '--library', library, '--task', 'Why do leaves fall?', photo, text, join(place.root, 'none.jpg'));
    expect(made.files.map(({ pages, samples, error }) => [pages, samples.length, error?.code ?? null])).toEqual([
      [1, 1, null],
      [0, 0, 'not-a-picture'],
      [0, 0, 'not-found'],
    ]);
    expect(made.files[0]!.file).toBe(photo);
    json(Imported, 'import', '--library', library, '--task', 'Why do leaves fall?', photo);
    expect(json(Listed, 'list', '--library', library)).toMatchObject({
      tasks: [{ question: 'Why do leaves fall?', samples: 2 }],
      counts: { tasks: 1, samples: 2, charts: 1 },
    });
  });

  test('ends with 1 when no page came in, and says so', () => {
    const { status, out, problem } = stepwall('import', '--library', library, '--task', 'Another', text, '--json');
    expect([status, problem]).toEqual([1, 'No page came in.\n']);
    expect(Imported.parse(JSON.parse(out)).files[0]!.error).toEqual({ code: 'not-a-picture', message: 'This is not a picture or a PDF.' });
  });

  test.each([[['--task', 'x', 'a.jpg']], [['--library', 'here', 'a.jpg']], [['--library', 'here', '--task', 'x']]])('%j is wrong usage', (args) => {
    expect(stepwall('import', ...args)).toMatchObject({ status: 2, out: '' });
    expect(existsSync(join(place.root, 'here'))).toBe(false);
  });
});

describe('export', () => {
  const out = join(place.root, 'chart A3.pdf');
  const planFile = join(place.root, 'plan A3.json');

  test('writes the tiled chart and its plan, with the paper, overlap and margin asked for', () => {
    const plan = json(
      Plan,
      'export',
      '--library',
      demo.library,
      '--chart',
      demo.chart,
      '--paper',
      'A3',
      '--out',
      out,
      '--overlap',
      '12.5',
      '--margin',
      '7',
      '--plan',
      planFile,
    );
    expect(plan).toMatchObject({ paper: { name: 'A3', width: 297, height: 420 }, overlap: 12.5, margin: 7 });
    expect(Plan.parse(JSON.parse(readFileSync(planFile, 'utf8')))).toEqual(plan);
    expect(statSync(out).size).toBeGreaterThan(10_000);
    const area = plan.sheets.reduce((sum, { visible }) => sum + visible.width * visible.height, 0);
    expect(area / (plan.strip.width * plan.strip.height)).toBeCloseTo(1, 6);
  });

  test.each<[string, string[], number, RegExp]>([
    ['a chart that is not there', ['--chart', crypto.randomUUID(), '--paper', 'A4'], 1, /no longer here/],
    ['a paper that nobody has', ['--chart', 'x', '--paper', 'A9'], 2, /--paper is one of A4, A3/],
    ['an overlap that is no length', ['--chart', 'x', '--paper', 'A4', '--overlap', 'wide'], 2, /--overlap takes a length in millimetres/],
    ['margins that leave no room', ['--chart', 'CHART', '--paper', 'A4', '--margin', '110'], 1, /\.\n$/],
    ['an option that is not there', ['--chart', 'x', '--paper', 'A4', '--colour', 'red'], 2, /--colour/],
  ])('%s is refused', (_, args, status, problem) => {
    const ended = stepwall(
      'export',
      '--library',
      demo.library,
      '--out',
      join(place.root, 'none.pdf'),
      ...args.map((arg) => (arg === 'CHART' ? demo.chart : arg)),
    );
    expect(ended).toMatchObject({ status, out: '', problem: expect.stringMatching(problem) });
    expect(existsSync(join(place.root, 'none.pdf'))).toBe(false);
  });
});

describe('list and check', () => {
  test('say plainly that there is no library, and make none', () => {
    for (const name of ['list', 'check']) {
      const nowhere = join(place.root, 'nowhere');
      expect(stepwall(name, '--library', nowhere, '--json')).toMatchObject({
        status: 1,
        out: '',
        problem: expect.stringContaining(`There is no library in ${nowhere}.`),
      });
      expect(existsSync(nowhere)).toBe(false);
      expect(stepwall(name)).toMatchObject({ status: 2, problem: expect.stringContaining('--library is missing.') });
    }
  });

  test('check finds a whole library whole, and a missing and a damaged picture each', () => {
    expect(json(Checked, 'check', '--library', demo.library)).toEqual({ ok: true, problems: [], repaired: [] });
    const copy = join(place.root, 'damaged');
    const { status } = spawnSync(process.execPath, [
      '-e',
      'require("node:fs").cpSync(process.argv[1], process.argv[2], { recursive: true })',
      demo.library,
      copy,
    ]);
    expect(status).toBe(0);
    const [first = '', second = ''] = readdirSync(join(copy, 'media'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    writeFileSync(
      first,
      readFileSync(first).map((byte, at) => (at >= 500 && at < 600 ? 255 - byte : byte)),
    );
    spawnSync(process.execPath, ['-e', 'require("node:fs").rmSync(process.argv[1])', second]);
    const checked = stepwall('check', '--library', copy, '--json');
    expect(checked.status).toBe(1);
    expect(Checked.parse(JSON.parse(checked.out))).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.stringContaining('is damaged'), expect.stringContaining('is missing')]),
    });
  });

  test('a library that is open elsewhere is said to be so', () => {
    const held = openLibrary(demo.library, { home: place.home });
    expect(stepwall('list', '--library', demo.library, '--json')).toEqual({
      status: 1,
      out: '',
      problem: 'This library is open in another window of Stepwall. Close the other one first, or go on working there.\n',
    });
    held.close();
  });
});

describe('serve', () => {
  test.skipIf(!existsSync(join(root, 'dist/renderer/index.html')))(
    'prints its address as one object, answers there, and ends in peace (needs the built window)',
    async () => {
      const library = join(place.root, 'served');
      mkdirSync(library);
      const child = spawn(process.execPath, [join(root, 'main/cli.ts'), 'serve', '--library', library, '--json'], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      child.stdout.on('data', (part: Buffer) => (out += String(part)));
      await once(child.stdout, 'data');
      const { url } = z.strictObject({ url: z.url() }).parse(JSON.parse(out));
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(401);
      child.kill('SIGTERM');
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(out.trimEnd().split('\n')).toHaveLength(1);
      openLibrary(library, { home: place.home }).close();
    },
  );

  test.skipIf(!existsSync(join(root, 'dist/renderer/index.html')))(
    'tells a person of a file that leads in as often as it is opened, and is gone afterwards (needs the built window)',
    async () => {
      const library = join(place.root, 'served to a person');
      mkdirSync(library);
      const child = spawn(process.execPath, [join(root, 'main/cli.ts'), 'serve', '--library', library], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      child.stdout.on('data', (part: Buffer) => (out += String(part)));
      await expect.poll(() => out, { timeout: 20_000 }).toMatch(/file:\S+\/open\.html/);
      const door = fileURLToPath(/file:\S+\/open\.html/.exec(out)![0]);
      expect([statSync(door).mode & 0o777, statSync(dirname(door)).mode & 0o777]).toEqual([0o600, 0o700]);
      const entrance = (): string => /url=([^"]+)"/.exec(readFileSync(door, 'utf8'))?.[1] ?? '';
      const [first, enter] = [entrance(), (address: string) => fetch(address, { redirect: 'manual' }).then(({ status }) => status)];
      expect([await enter(first), await enter(first), await enter(entrance())]).toEqual([303, 401, 303]);
      child.kill('SIGTERM');
      await once(child, 'close');
      expect(existsSync(dirname(door))).toBe(false);
    },
  );

  test('a port that is no number is wrong usage', () => {
    expect(stepwall('serve', '--port', 'http')).toMatchObject({ status: 2 });
  });
});

test('no command and unknown ones are wrong usage, with the commands that there are', () => {
  for (const args of [[], ['conquer'], ['toString'], ['__proto__']]) {
    const { status, out, problem } = stepwall(...args);
    expect([args, status, out]).toEqual([args, 2, '']);
    expect(problem).toContain('Usage: npm run -s stepwall');
  }
});
