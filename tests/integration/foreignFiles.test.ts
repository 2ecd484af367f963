import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileTaken } from '../../core/goals/fileNote.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { starterBank } from '../support/starterBank.ts';
import { offer, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';

// Files that other people hand over: whatever is in them, what can be used comes in, the rest is told, and everything goes on working.

type Kind = 'goals.logIn' | 'goals.packIn' | 'goals.csvIn';

const imaging = createImaging(startHelperInNode);
afterAll(() => imaging.close());
let place: Place;
let app: OpenedApp;
let pupil = '';
beforeEach(async () => {
  place = tempPlace();
  app = openTestApp(place, imaging);
  const { pupils } = await app.api.call('class.add', { names: ['', ''] });
  pupil = pupils[0]!.id;
});
afterEach(async () => {
  await app.close();
  place.remove();
});

const date = '2026-03-02';

async function take(kind: Kind, text: string | Uint8Array): Promise<FileTaken> {
  const [file = ''] = await offer(app, [['file', Buffer.from(text)]]);
  return resultOf(app, await app.api.call(kind, { file }));
}

async function fetched(token: string): Promise<string> {
  return (await app.ask(`/outgoing/${token}`)).text();
}

/** What a teacher does on a day, and the pages that are printed with the goals in them: nothing of it may fail. */
async function expectEverythingWorks(): Promise<void> {
  const { api } = app;
  const bank = await api.call('goals.bank', {});
  expect(bank.goals.length).toBeGreaterThan(0);
  await api.call('goals.class', {});
  const [best] = await api.call('goals.suggest', { pupil, date });
  const goal = best?.goal ?? bank.goals.find(({ status }) => status === 'agreed')!.code;
  await api.call('goals.choose', { pupil, date, goal, origin: 'bank', why: '', second: false, confirmed: false });
  const talk = { pupil, date, goal, outcome: 'tried' as const, context: 'writing' as const, fixedTogether: false, praise: [], says: null };
  const told = await api.call('goals.confer', { ...talk, seconds: 20, supersedes: null });
  await api.call('goals.takeBack', { pupil, date, entry: told.entry });
  const own = { ...starterBank.goals[0]!, code: 'OWN1', pupilText: `I do my best ${Math.random()}.` };
  await api.call('goals.save', { kind: 'goal', item: own });
  await api.call('goals.logOut', { as: 'csv' });
  const strips = { what: 'strips' as const, sheetSize: 'A4' as const, date, pupils: null, names: false };
  await resultOf(app, await api.call('handouts.printGoals', strips));
  expect(app.logged).toEqual([]);
}

async function logOfAPupil(): Promise<string> {
  const { code } = starterBank.goals[0]!;
  await app.api.call('goals.choose', { pupil, date, goal: code, origin: 'bank', why: '', second: false, confirmed: false });
  const talk = { pupil, date, goal: code, outcome: 'tried' as const, context: 'writing' as const, fixedTogether: false, praise: [], says: null };
  for (let count = 0; count < 4; count += 1) await app.api.call('goals.confer', { ...talk, seconds: 20, supersedes: null });
  return fetched((await app.api.call('goals.logOut', { as: 'json' })).token);
}
const packOfAFew = async (): Promise<string> => fetched((await app.api.call('goals.packOut', { goals: ['HW1', 'SE4', 'ST3'], looked: true })).token);

/** JSON as somebody else's program, or somebody's ill will, may have left it. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(Number.MAX_SAFE_INTEGER, -1, 1.5, null, '', 'x'.repeat(5000), [], {}, true, '=1+1', '../../x', '__proto__', 'M 0 0 Q 1 1'),
  fc.jsonValue(),
);
interface Change {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'twice';
  readonly by: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), how: fc.constantFrom('replace' as const, 'remove' as const, 'twice' as const), by: strange });

function mutated(text: string, changes: readonly Change[]): string {
  const root = JSON.parse(text) as object;
  for (const { at, how, by } of changes) {
    const places = placesIn(root);
    const { holder, key } = places[at % places.length]!;
    if (Array.isArray(holder)) {
      if (how === 'remove') holder.splice(Number(key), 1);
      else if (how === 'twice') holder.push(holder[Number(key)]);
      else holder[Number(key)] = by;
    } else if (how === 'remove') Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, how === 'twice' ? `${key}2` : key, by);
  }
  return JSON.stringify(root);
}

function placesIn(value: object): { holder: object; key: string }[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    { holder: value, key },
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ]);
}

const runs = process.env['STEPWALL_LONG'] ? 500 : 12;

describe('files with something changed in them', () => {
  test.each([
    ['a log', 'goals.logIn', logOfAPupil],
    ['a pack', 'goals.packIn', packOfAFew],
  ] as const)('%s', async (_name, kind, make) => {
    const good = await make();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        await take(kind, mutated(good, changes)).catch((error: unknown) =>
          expect(String(error)).toMatch(/not a goal pack|not a log|can’t be read|newer Stepwall/),
        );
        if (++count % 5 === 0) await expectEverythingWorks();
      }),
      { numRuns: runs },
    );
    await expectEverythingWorks();
  });

  test.each([
    ['a log', 'goals.logIn', logOfAPupil],
    ['a pack', 'goals.packIn', packOfAFew],
    ['a table', 'goals.csvIn', async () => fetched((await app.api.call('goals.csvOut', {})).token)],
  ] as const)('%s, byte by byte', async (_name, kind, make) => {
    const good = Buffer.from(await make());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }), fc.nat(), async (flips, cut) => {
        const bytes = Buffer.from(good.subarray(0, cut % 3 === 0 ? cut % good.length : good.length));
        for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
        await take(kind, bytes).catch((error: unknown) => expect(String(error)).toMatch(/not a goal pack|not a log|can’t be read|newer Stepwall|empty/));
      }),
      { numRuns: runs },
    );
    await expectEverythingWorks();
  });
});

describe('what is meant to break', () => {
  test('a clock or a version at the end of all numbers is left out and told; the rest comes in', async () => {
    const log = JSON.parse(await logOfAPupil()) as { entries: { id: string; clock: number; pupil: string }[] };
    log.entries.forEach((entry, index) => Object.assign(entry, { id: `other-${index}`, pupil: 'kauri' }));
    log.entries.at(-1)!.clock = Number.MAX_SAFE_INTEGER;
    expect(await take('goals.logIn', JSON.stringify(log))).toEqual({
      added: log.entries.length - 1,
      leftOut: 1,
      notes: [{ line: log.entries.length, message: expect.stringContaining('far ahead') as string }],
    });
    const pack = JSON.parse(await packOfAFew()) as { bank: { goals: { code: string; version: number; pupilText: string }[] } };
    pack.bank.goals[0]!.version = Number.MAX_SAFE_INTEGER;
    pack.bank.goals[1]!.pupilText = 'I am another wording of the same goal.';
    expect(await take('goals.packIn', JSON.stringify(pack))).toMatchObject({ added: 1, notes: [{ message: expect.stringContaining('far ahead') as string }] });
    await expectEverythingWorks();
  });

  test('a pupil comes in by a code of Stepwall only: never by anything that may be a name', async () => {
    const log = JSON.parse(await logOfAPupil()) as { entries: { id: string; pupil: string }[] };
    const names = ['Aroha Ngata', 'aroha', 'fern-1', 'fern-7', 'FERN'];
    log.entries.forEach((entry, index) => Object.assign(entry, { id: `other-${index}`, pupil: names[index]! }));
    expect(await take('goals.logIn', JSON.stringify(log))).toMatchObject({ added: 1, leftOut: 4 });
    const { pupils } = await app.api.call('class.list', {});
    expect(pupils.map(({ code }) => code).filter((code) => names.includes(code))).toEqual(['fern-7']);
  });

  test('a symbol that can’t be drawn is left out', async () => {
    const pack = JSON.parse(await packOfAFew()) as { bank: { symbols: { strokes: string[] }[] } };
    pack.bank.symbols[0]!.strokes = ['M 0 0 Q 1 1 2 2'];
    expect(await take('goals.packIn', JSON.stringify(pack))).toMatchObject({ added: 0, leftOut: 1 });
    await expectEverythingWorks();
  });

  test('goals that build on each other 4,900 deep, and in a circle', async () => {
    const goals = Array.from({ length: 4900 }, (_, index) => ({ ...starterBank.goals[0]!, code: `C${index}`, prerequisites: [`C${(index + 1) % 4900}`] }));
    const text = JSON.stringify({ format: 'stepwall-goals', formatVersion: 1, bank: { skillSets: [], goals, symbols: [], cards: [] } });
    expect(await take('goals.packIn', text)).toMatchObject({ added: 4900, leftOut: 0 });
    await app.api.call('goals.packOut', { goals: ['C0'], looked: true });
    await expectEverythingWorks();
  });

  test('files of a newer build are called that', async () => {
    await expect(take('goals.packIn', JSON.stringify({ format: 'stepwall-goals', formatVersion: 2, shape: 'new' }))).rejects.toThrow('newer Stepwall');
    await expect(take('goals.logIn', JSON.stringify({ format: 'stepwall-goal-log', formatVersion: 2, entries: [] }))).rejects.toThrow('newer Stepwall');
  });

  test('files larger than any school’s are refused, and a table of millions of lines is read to its 5,000th', async () => {
    await expect(take('goals.logIn', new Uint8Array(100e6 + 1))).rejects.toThrow('too large');
    const header = 'code,pupil words,skill set,first year,last year';
    const row = (index: number): string => `X${index},I try ${index},HW,1,2`;
    const table = [header, ...Array.from({ length: 5000 }, (_, index) => row(index)), ...Array.from({ length: 1_500_000 }, () => 'x,y')].join('\n');
    const taken = await take('goals.csvIn', table);
    expect(taken.added).toBe(5000);
    expect(taken.notes.map(({ message }) => message)).toEqual([expect.stringContaining('5000')]);
    await expectEverythingWorks();
  });

  test('a file that would fill the memory is refused before it is parsed', async () => {
    const head = '{"format":"stepwall-goal-log","formatVersion":1,"entries":';
    for (const bomb of ['[],'.repeat(30e6), '['.repeat(90e6), '{"a":'.repeat(18e6), '1,'.repeat(45e6)])
      await expect(take('goals.logIn', `${head}[${bomb}`)).rejects.toThrow('too large');
    await expectEverythingWorks();
  });

  test('reading can be stopped', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({
      id: `e${index}`,
      pupil: 'kauri',
      clock: index,
      date,
      kind: 'rested',
      goal: 'HW1',
      reason: 'paused',
    }));
    const [file = ''] = await offer(app, [['log.json', Buffer.from(JSON.stringify({ format: 'stepwall-goal-log', formatVersion: 1, entries }))]]);
    const { job } = await app.api.call('goals.logIn', { file });
    await app.api.call('jobs.cancel', { job });
    expect((await app.ended(job)).state).toBe('cancelled');
    await expectEverythingWorks();
  });
});
