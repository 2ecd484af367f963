import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import { papersOf } from '../../main/capture/papers.ts';
import { listWalls, wallCard } from '../../main/chart/walls.ts';
import { classList } from '../../main/class/classList.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { sweepTempFolders } from '../../main/platform/tempFolders.ts';
import type { Deed, Said } from '../support/killedWriter.ts';
import { everyFile, tempPlace } from '../support/library.ts';

const KILLS = 50;
const place = tempPlace();
afterAll(() => place.remove());
const program = fileURLToPath(new URL('../support/killedWriter.ts', import.meta.url));

/** All that was said to be done, kill after kill. */
const known = {
  walls: new Map<string, string>(),
  titles: new Map<string, string>(),
  pupils: new Map<string, string>(),
  papers: new Map<string, string>(),
  degrees: new Map<string, number>(),
  checked: new Map<string, boolean>(),
  erased: new Set<string>(),
};

const kindsDone = new Set<Deed['kind']>();

function learn(deed: Deed): void {
  kindsDone.add(deed.kind);
  switch (deed.kind) {
    case 'wall':
      known.walls.set(deed.id, deed.task);
      return;
    case 'title':
      known.titles.set(deed.wall, deed.title);
      return;
    case 'pupil':
      known.pupils.set(deed.id, deed.name);
      return;
    case 'import':
      deed.papers.forEach((paper) => known.papers.set(paper, deed.task));
      return;
    case 'clean':
      known.degrees.set(deed.page, deed.degrees);
      known.checked.set(deed.page, false);
      return;
    case 'check':
      known.checked.set(deed.page, deed.checked);
      return;
    case 'erase':
      known.papers.delete(deed.paper);
      known.erased.add(deed.paper);
  }
}

/** Lets the program work and kills it in the middle of something. @returns what it had begun and not finished */
async function workAndDie(seed: number, milliseconds: number): Promise<{ kind: Deed['kind']; to: string } | null> {
  const child = spawn(process.execPath, [program, place.folder, place.home, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(place.root, 'compiled') },
  });
  const complaints: string[] = [];
  child.stderr.on('data', (words: Buffer) => complaints.push(String(words)));
  const closed = once(child, 'close');
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(JSON.parse(line) as Said));
  await Promise.race([once(lines, 'line'), closed]);
  await later(milliseconds);
  child.kill('SIGKILL');
  await closed;
  expect([child.signalCode, complaints]).toEqual(['SIGKILL', []]);
  for (const one of said) if ('done' in one) learn(one.done);
  const last = said.at(-1);
  return last !== undefined && 'begins' in last ? { kind: last.begins, to: last.to } : null;
}

/** Every finished deed is there; only what was just being done may or may not be, and is learnt. */
function expectAllThere(library: Library, begun: { kind: Deed['kind']; to: string } | null): void {
  const open = <T>(entries: Iterable<[string, T]>): [string, T][] => [...entries].filter(([id]) => id !== begun?.to);
  const walls = new Map(listWalls(library).map(({ id }) => [id, wallCard(library, id)]));
  for (const [id, task] of known.walls) expect(walls.get(id)?.task.id).toBe(task);
  for (const [id, title] of open(known.titles)) expect(walls.get(id)?.chart.title).toBe(title);
  const names = new Map(classList(library).pupils.map(({ id, name }) => [id, name]));
  for (const [id, name] of known.pupils) expect(names.get(id)).toBe(name);
  const papers = new Map([...walls.values()].flatMap(({ task }) => papersOf(library, task.id).map((paper) => [paper.id, paper] as const)));
  for (const [id] of open(known.papers)) expect(papers.get(id)?.pages).toHaveLength(1);
  for (const id of known.erased) expect(papers.has(id)).toBe(false);
  const pages = new Map<string, PageFacts>([...papers.values()].flatMap((paper) => paper.pages.map((page) => [page.id, page] as const)));
  const stillThere = <T>(entries: Iterable<[string, T]>): [string, T][] => open(entries).filter(([id]) => pages.has(id));
  for (const [id, degrees] of stillThere(known.degrees)) expect(pages.get(id)?.cleaning.degrees).toBe(degrees);
  for (const [id, checked] of stillThere(known.checked)) expect(pages.get(id)?.checked).toBe(checked);
  if (begun === null) return;
  // Whichever way the unfinished deed went, it stays so from now on.
  const [wall, page] = [walls.get(begun.to), pages.get(begun.to)];
  if (wall !== undefined) known.titles.set(begun.to, wall.chart.title);
  if (page !== undefined) known.degrees.set(begun.to, page.cleaning.degrees);
  if (page !== undefined) known.checked.set(begun.to, page.checked);
  if (begun.kind === 'erase' && !papers.has(begun.to)) learn({ kind: 'erase', paper: begun.to });
}

describe('a program that is killed at any moment', () => {
  test(`leaves a library that opens, is whole and has every finished action in it, ${KILLS} times over`, { timeout: 300_000 }, async () => {
    let unfinished = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const begun = await workAndDie(kill + 1, Math.random() * 300);
      unfinished += begun === null ? 0 : 1;
      // As the app does before it opens its library.
      sweepTempFolders(join(place.home, 'waiting'));
      const library = openLibrary(place.folder, { home: place.home });
      try {
        expect(checkLibrary(library), `after kill ${kill + 1}`).toEqual({ ok: true, problems: [], repaired: [] });
        expectAllThere(library, begun);
      } finally {
        library.close();
      }
      expect(everyFile(place.folder, place.home).filter(({ file }) => file.endsWith('.draft'))).toEqual([]);
    }
    // It proves something only where much was done and kills came in the middle.
    expect(unfinished).toBeGreaterThan(KILLS / 5);
    expect([...kindsDone].sort()).toEqual(['check', 'clean', 'erase', 'import', 'pupil', 'title', 'wall']);
  });
});
