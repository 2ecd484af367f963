import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { erasePaper } from '../../main/capture/erasePaper.ts';
import { chartsOfPaper } from '../../main/chart/chartsOfPaper.ts';
import { openWall } from '../../main/chart/walls.ts';
import { addPupils } from '../../main/class/classList.ts';
import { destroyUnused, openLibrary } from '../../main/library/library.ts';
import { busyWall, change, nextDeed } from '../support/busyWall.ts';
import { chromePath } from '../support/chrome.ts';
import { fillSchool } from '../support/school.ts';

/**
 * A made-up school with 20 rooms of 25 pupils: 200 walls of 30 papers and 160,000 entries about goals, and the same from a tenth to ten times as much stored.
 * Every screen shows the same (the walls in view, the class), so its time may not grow. Run: npm run bench -- scale
 */
const [, , task, ...args] = process.argv;
if (task === 'fill') fill(args[0]!, Number(args[1]));
else if (task === 'history') history(args[0]!);
else await measure();

function fill(home: string, times: number): void {
  const library = openLibrary(join(home, 'library'), { home });
  fillSchool(library, { walls: 200 * times, papersPerWall: 30, rooms: 20, pupilsPerRoom: 25, entries: 160_000 * times });
  library.close();
}

async function measure(): Promise<void> {
  const executablePath = chromePath();
  if (executablePath === null) console.log('No Chromium was found: the screens were not measured.');
  else {
    console.log('stored | Home | Conferences | Groups | Lessons | save a conference | host at most');
    for (const times of (task ?? '0.1,1,10').split(',').map(Number)) await inHome((home) => screens(home, times, executablePath));
  }
  await inHome(async (home) => void spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'history', home], { stdio: 'inherit' }));
}

async function screens(home: string, times: number, executablePath: string): Promise<void> {
  const env = { ...process.env, STEPWALL_HOME: home };
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'fill', home, String(times)], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
  const host = spawn(process.execPath, [cli, 'serve', '--library', join(home, 'library'), '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [first] = await new Promise<string[]>((resolve) => createInterface(host.stdout).once('line', (line) => resolve([line])));
  const { url } = JSON.parse(first!) as { url: string };
  const browser = await chromium.launch({ executablePath, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const home_ = await timed(async () => {
    await page.goto(url);
    await page.waitForURL('**/s/*/');
    await page.locator('.Home__wall-picture canvas').first().waitFor();
  });
  const shown = async (part: string, waitFor: string): Promise<number> => {
    await page.evaluate(`location.hash = '#/settings'`);
    await page.locator('h1').first().waitFor();
    return timed(async () => {
      await page.evaluate(`location.hash = '#/goals/${part}'`);
      await page.locator(waitFor).first().waitFor();
    });
  };
  const confer = await shown('confer', '.Confer__queue .Confer__name');
  const groups = await shown('groups', '.Groups__who-side, .Groups__free-cards, main h1');
  const lessons = await shown('lessons', 'h1');
  const save = await saving(page);
  const most = memoryOf(host.pid!);
  console.log(`x ${times} | ${home_} | ${confer} | ${groups} | ${lessons} | ${save} ms | ${most} MB`);
  await browser.close();
  host.kill('SIGTERM');
  await new Promise((ended) => host.once('exit', ended));
}

async function saving(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const call = async (name: string, input: object): Promise<unknown> => {
      const answer = await fetch(`api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) });
      return ((await answer.json()) as { value: unknown }).value;
    };
    const { pupils } = (await call('class.list', {})) as { pupils: { id: string }[] };
    const times: number[] = [];
    for (const { id: pupil } of pupils.slice(0, 11)) {
      const began = performance.now();
      const talk = { outcome: null, context: 'writing', fixedTogether: false, praise: [], says: null, seconds: 30, supersedes: null };
      await call('goals.confer', { pupil, date: '2026-11-02', goal: null, ...talk });
      times.push(performance.now() - began);
    }
    return Math.round(times.sort((a, b) => a - b)[5]!);
  });
}

/** The most memory that the process and its children held so far, MB. */
function memoryOf(pid: number): number {
  const status = (id: string): string => {
    try {
      return readFileSync(`/proc/${id}/status`, 'utf8');
    } catch {
      return '';
    }
  };
  const parents = new Map(
    readdirSync('/proc')
      .filter((id) => /^\d+$/.test(id))
      .map((id) => [id, /^PPid:\s+(\d+)/m.exec(status(id))?.[1]]),
  );
  const isOurs = (id: string | undefined): boolean => id !== undefined && (id === String(pid) || isOurs(parents.get(id)));
  const most = [...parents.keys()].filter(isOurs).reduce((sum, id) => sum + Number(/^VmHWM:\s+(\d+)/m.exec(status(id))?.[1] ?? 0), 0);
  return Math.round(most / 1024);
}

/** What a wall's history takes, and how long erasing a paper of it and adding a school's pupils does. */
function history(home: string): void {
  const library = openLibrary(join(home, 'library'), { home });
  const wall = busyWall(library, 60);
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const bytes = (): number => {
    destroyUnused(library);
    return statSync(library.db.name).size;
  };
  const before = bytes();
  const began = performance.now();
  for (let count = 0; count < 3000; count += 1) change(library, wall, nextDeed(openWall(library, wall).chart, random));
  const each = (performance.now() - began) / 3000;
  console.log(`chart history, 60 papers, 3,000 commands: ${Math.round((bytes() - before) / 3000)} bytes a command, ${each.toFixed(1)} ms each`);
  const { task, chart } = openWall(library, wall);
  const erased = performance.now();
  erasePaper({ library: () => library, charts: chartsOfPaper }, task.id, chart.line[3]!);
  destroyUnused(library);
  console.log(`erasing a paper of it: ${Math.round(performance.now() - erased)} ms`);
  const added = performance.now();
  addPupils(
    library,
    Array.from({ length: 500 }, (_, index) => `Pupil ${index}`),
  );
  console.log(`500 pupils added: ${Math.round(performance.now() - added)} ms`);
  library.close();
}

async function inHome(work: (home: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'stepwall-bench-'));
  await work(home);
  rmSync(home, { recursive: true, force: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
