import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { Refusal } from '../../core/kernel/refusal.ts';
import { deedsOn, type Chance, type Deed, type DeedKind } from './deeds.ts';
import { differing, readFacts } from './facts.ts';
import { openTestApp } from './library.ts';
import { madeUpImaging } from './madeUpImaging.ts';

/**
 * Does all kinds of things to a library until it is killed: `node killedWorker.ts <place> <library> <seed> [<newest backup>]`. Each deed is said before
 * it begins, and once it is done with what is different since; one JSON line each. Its pictures are made up, so that many deeds fit into a second.
 */
export type Said =
  | { readonly opens: true }
  | { readonly begins: DeedKind; readonly deed: Omit<Deed, 'act'> }
  | { readonly done: DeedKind; readonly changed: Readonly<Record<string, string | null>> };

const [root = '', folder = '', seed = '1', newest = ''] = process.argv.slice(2);
let state = Number(seed);
let words = 0;
const below = (number: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * number);
};
const word = (): string => `canary-${seed}-${words++}-${'bees '.repeat(below(8))}`.trim();
const chance: Chance = { below, word, oneOf: (list) => list[below(list.length)] };
const say = (said: Said): unknown => process.stdout.write(`${JSON.stringify(said)}\n`);

say({ opens: true });
const place = { root, folder, home: join(root, 'home'), temp: join(root, 'temp'), remove: () => undefined };
const opened = openTestApp(
  place,
  madeUpImaging(() => Buffer.from(`${word()} a made-up picture `.repeat(20))),
);
// The next one starts sooner.
flushCompileCache();
const deeds = deedsOn(opened, chance, { folder: join(root, 'backups'), newest: newest === '' ? null : newest });
let { facts } = await readFacts(opened);

/** Each kind once, in an order of its own, then all over again. What there is much of is done often. */
const often: readonly DeedKind[] = ['title', 'ranking', 'retype', 'check', 'check', 'import', 'import', 'conference', 'choose', 'clean', 'undo'];
// What takes long would be killed before its end too often.
const first = ([null, null, null, 'backup', 'restore'] as const)[Number(seed) % 5] ?? null;
const begun: Deed | null = first === null ? null : await deeds[first]();
if (first !== null && begun !== null) await go(first, begun);
for (;;) {
  const round = [...(Object.keys(deeds) as DeedKind[]), ...often].map((kind) => ({ kind, at: below(1000) })).sort((a, b) => a.at - b.at);
  for (const { kind } of round) {
    const deed: Deed | null = await deeds[kind]();
    if (deed !== null) await go(kind, deed);
  }
}

async function go(kind: DeedKind, { act, ...deed }: Deed): Promise<void> {
  say({ begins: kind, deed });
  try {
    await act();
  } catch (error) {
    // What can't be done now is no fault; what goes wrong is said by whoever logs it.
    if (!(error instanceof Refusal)) throw error;
  }
  if (opened.logged.length > 0) throw opened.logged[0];
  const after = (await readFacts(opened)).facts;
  const changed = Object.fromEntries(differing(facts, after).map((name) => [name, after.get(name) ?? null]));
  facts = after;
  say({ done: kind, changed });
}
