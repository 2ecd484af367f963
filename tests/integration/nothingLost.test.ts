import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { placeNow } from '../../main/library/moves.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { spoilAFile, type Damage } from '../support/damage.ts';
import { PASSPHRASE, type Deed, type DeedKind } from '../support/deeds.ts';
import { differing, readFacts, type Facts } from '../support/facts.ts';
import { goldenLibrary } from '../support/golden.ts';
import type { Said } from '../support/killedWorker.ts';
import { backUp, everyFile, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

const LONG = process.env['STEPWALL_LONG'] === '1';
const KILLS = LONG ? Number(process.env['STEPWALL_KILLS'] ?? 1000) : 10;
/** So many kills one library lives through. */
const LIFE = LONG ? 10 : 5;
const worker = fileURLToPath(new URL('../support/killedWorker.ts', import.meta.url));
const compiled = tempPlace();
afterAll(() => {
  compiled.remove();
  vi.unstubAllEnvs();
});

const imaging = madeUpImaging(() => Buffer.alloc(0));
const ERASING: readonly DeedKind[] = ['erase', 'remove pupil', 'forget names', 'destroy wall'];
/** Those that are killed most often before their end. */
const LONGEST: readonly DeedKind[] = ['backup', 'restore', 'move', 'finish', 'destroy wall'];
const CANARY = /canary-\d+-\d+-/g;
const isPlain = (words: string): boolean => !/Something went wrong|SQLITE|\bE[A-Z]{4,}\b|undefined|\n\s+at /.test(words);

/** What is known of a library from all that was said to be done. */
interface Known {
  facts: Facts;
  gone: ReadonlySet<string>;
}

/** One library through all its kills. */
interface Life {
  readonly place: Place;
  known: Known;
  /** What was known when each backup was made. */
  readonly backups: Map<string, Known>;
  newestBackup: string;
  readonly done: Map<DeedKind, number>;
}

interface Begun {
  readonly kind: DeedKind;
  readonly deed: Omit<Deed, 'act'>;
}

async function beginLife(fromGolden: boolean): Promise<Life> {
  const place = tempPlace();
  mkdirSync(join(place.root, 'backups'));
  if (fromGolden) goldenLibrary(place);
  const looked = copyOf(place);
  const { facts, backup } = await open(looked, async (opened) => ({
    facts: (await readFacts(opened)).facts,
    backup: fromGolden ? (await backUp(opened, PASSPHRASE)).bytes : null,
  }));
  looked.remove();
  const known: Known = { facts, gone: new Set() };
  if (backup === null) return { place, known, backups: new Map(), newestBackup: '', done: new Map() };
  const newestBackup = join(place.root, 'backups', 'first.stepwall');
  writeFileSync(newestBackup, backup);
  return { place, known, backups: new Map([[newestBackup, known]]), newestBackup, done: new Map() };
}

function copyOf(place: Place): Place {
  const copy = tempPlace();
  cpSync(place.root, copy.root, { recursive: true });
  const moves = join(copy.home, 'moves.json');
  if (existsSync(moves)) writeFileSync(moves, readFileSync(moves, 'utf8').replaceAll(place.root, copy.root));
  return copy;
}

async function open<T>(place: Place, work: (opened: OpenedApp) => Promise<T>): Promise<T> {
  vi.stubEnv('HOME', place.root);
  const opened = openTestApp(place, imaging);
  try {
    const result = await work(opened);
    expect(opened.logged).toEqual([]);
    return result;
  } finally {
    await opened.close();
  }
}

/** Lets the program work and kills it in the middle of something. @returns what it had begun and not finished */
async function workAndDie(life: Life, seed: number, milliseconds: number): Promise<Begun | null> {
  const { place } = life;
  const child = spawn(process.execPath, [worker, place.root, place.folder, String(seed), life.newestBackup], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: place.root, TMPDIR: place.temp, NODE_COMPILE_CACHE: join(compiled.root, 'compiled') },
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
  let begun: Begun | null = null;
  for (const one of said) {
    if ('begins' in one) begun = { kind: one.begins, deed: one.deed };
    if (!('done' in one) || begun === null) continue;
    learn(life, begun, new Map(Object.entries(one.changed)));
    begun = null;
  }
  return begun;
}

function learn(life: Life, { kind, deed }: Begun, changed: ReadonlyMap<string, string | null>): void {
  life.done.set(kind, (life.done.get(kind) ?? 0) + 1);
  const before = life.known;
  const facts = new Map(before.facts);
  for (const [name, text] of changed) {
    if (text === null) facts.delete(name);
    else facts.set(name, text);
  }
  const backup = deed.restores === true ? life.backups.get(deed.backup ?? '') : undefined;
  if (backup !== undefined) expectBroughtBack(backup.facts, facts);
  else
    expect(
      [...changed.keys()].filter((name) => !mayChange(deed, name)),
      kind,
    ).toEqual([]);
  const { gone } = backup ?? before;
  life.known = { facts, gone: ERASING.includes(kind) ? new Set([...gone, ...(deed.gone ?? []), ...goneWords(before.facts, facts, changed)]) : gone };
  if (deed.backup === undefined || deed.restores === true) return;
  life.backups.set(deed.backup, life.known);
  life.newestBackup = deed.backup;
}

/** What came back is what was there when the backup was made; what screens keep goes into no backup. */
function expectBroughtBack(before: Facts, after: Facts): void {
  const different = differing(before, after).filter((name) => name !== 'draft:');
  expect(different.map((name) => [name, before.get(name), after.get(name)])).toEqual([]);
}

/** Words of what an erasure took away that stand in nothing that is left. */
function goneWords(before: Facts, after: Facts, changed: ReadonlyMap<string, unknown>): string[] {
  const left = [...after.values()].join('\n');
  return [...changed.keys()].flatMap((name) => before.get(name)?.match(CANARY) ?? []).filter((word) => !left.includes(word));
}

const mayChange = ({ may }: Omit<Deed, 'act'>, name: string): boolean => may.some((one) => name === one || (one.endsWith(':') && name.startsWith(one)));

/** Every finished deed is there; only what was just being done may or may not be, and is learnt. */
async function expectAllThere(life: Life, begun: Begun | null): Promise<void> {
  await open(life.place, async (opened) => {
    const { facts, refused } = await readFacts(opened);
    expect(refused).toEqual([]);
    expect(await opened.api.call('library.status', {})).toMatchObject({ damaged: false, mishap: null, leftBehind: null });
    const { problems, repaired } = await resultOf(opened, await opened.api.call('library.check', {}));
    expect([problems, repaired]).toEqual([[], []]);
    const different = differing(life.known.facts, facts);
    const backup = begun?.deed.restores === true ? life.backups.get(begun.deed.backup ?? '') : undefined;
    if (backup !== undefined && different.length > 0) {
      expectBroughtBack(backup.facts, facts);
      life.known = { facts, gone: backup.gone };
    } else {
      expect(
        different.filter((name) => begun === null || !mayChange(begun.deed, name)).map((name) => [name, life.known.facts.get(name), facts.get(name)]),
        begun?.kind ?? 'between two deeds',
      ).toEqual([]);
      life.known = { ...life.known, facts };
    }
  });
  const bytes = everyFile(life.place.root).filter(({ file }) => !file.startsWith(join(life.place.root, 'backups')));
  const found = [...life.known.gone].flatMap((word) => bytes.filter((one) => one.bytes.includes(word)).map(({ file }) => `${word} in ${file}`));
  expect(found).toEqual([]);
  expect(bytes.filter(({ file }) => file.endsWith('.draft')).map(({ file }) => file)).toEqual([]);
}

/** A file of it is spoilt, on a copy: what was known is there or is said to be lost, in plain words, and the rest is whole. */
async function expectSaid(life: Life, begun: Begun | null): Promise<Damage | null> {
  // Between two places, or two libraries, there is no one folder to spoil.
  if (begun?.kind === 'move' || begun?.kind === 'restore') return null;
  const copy = copyOf(life.place);
  const folder = placeNow(copy.folder, copy.home);
  const damage = spoilAFile(folder);
  if (damage === null) return null;
  const said = `${damage.file} ${damage.how}`;
  const pictures = (): number => everyFile(folder).filter(({ file }) => /[\\/](media|sealed|set-aside)[\\/][^.]/.test(file)).length;
  const before = pictures();
  try {
    await open(copy, async (opened) => {
      const { facts, refused } = await readFacts(opened);
      expect(refused.filter((words) => !isPlain(words))).toEqual([]);
      const status = await opened.api.call('library.status', {});
      const { ok, problems } = await resultOf(opened, await opened.api.call('library.check', {}));
      expect(problems.filter((words) => !isPlain(words))).toEqual([]);
      const lost = differing(life.known.facts, facts).filter((name) => begun === null || !mayChange(begun.deed, name));
      // What a screen had kept is one file, which goes by itself, too.
      const isSaid = damage.file.startsWith('drafts-') || !ok || status.damaged || status.mishap !== null;
      if (lost.length > 0 && !isSaid)
        expect(
          lost.map((name) => [name, life.known.facts.get(name), facts.get(name)]),
          said,
        ).toEqual([]);
      if (!/^library\.db/.test(damage.file))
        expect(
          lost.filter((name) => !/^(name|paper|draft):/.test(name)),
          said,
        ).toEqual([]);
      if (begun === null) expect(pictures(), said).toBe(before);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect([isPlain(`${error.message} ${error.hint}`), error.hint.length > 0, damage.file, pictures()], said).toEqual([true, true, 'library.db', before]);
  }
  copy.remove();
  return damage;
}

test(
  `killed ${KILLS} times in the middle of everything that is done to a library, and spoilt between: nothing that was answered is lost unsaid`,
  {
    timeout: KILLS * 30_000,
  },
  async () => {
    const kinds = new Map<DeedKind, number>();
    const damages = new Set<string>();
    let unfinished = 0;
    for (let kill = 0; kill < KILLS;) {
      const life = await beginLife((kill / LIFE) % 2 === 0);
      for (let age = 0; age < LIFE; age += 1, kill += 1) {
        // At first while an older library is brought up to date, or a new one is made; now and then twice before anyone looks.
        let begun = await workAndDie(life, kill + 1, Math.random() * (age === 0 ? 400 : (kill + 1) % 5 > 2 ? 5000 : 2000));
        if (age % 3 === 1) begun ??= await workAndDie(life, KILLS + kill + 1, Math.random() * 300);
        unfinished += begun === null ? 0 : 1;
        const damage = age % 2 === 0 ? null : await expectSaid(life, begun);
        if (damage !== null) damages.add(`${damage.how} ${damage.file.split(/[\\/]/)[0]}`);
        await expectAllThere(life, begun);
      }
      for (const [kind, times] of life.done) kinds.set(kind, (kinds.get(kind) ?? 0) + times);
      life.place.remove();
    }
    process.stdout.write(
      `${KILLS} kills, ${unfinished} in the middle of something; done: ${JSON.stringify(Object.fromEntries(kinds))}; spoilt: ${[...damages].sort().join(', ')}\n`,
    );
    // It proves something only where much was done and kills came in the middle.
    expect(unfinished).toBeGreaterThan(KILLS / 5);
    if (KILLS >= 500) expect(LONGEST.filter((kind) => !kinds.has(kind))).toEqual([]);
  },
);
