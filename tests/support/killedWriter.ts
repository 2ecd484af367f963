import { flushCompileCache } from 'node:module';
import { ImportReport } from '../../core/capture/importReport.ts';
import { WHOLE } from '../../core/capture/trueSize.ts';
import type { Job } from '../../core/contract/events.ts';
import { openApp, type App } from '../../main/app/openApp.ts';
import { madeUpImaging } from './madeUpImaging.ts';

/**
 * Works on a library until it is killed: `node killedWriter.ts <library> <home> <seed>`. Each deed is said before it begins and again once it is done,
 * one JSON line each. Its pictures are made up, so that many deeds fit into a second.
 */
export type Deed =
  | { readonly kind: 'wall'; readonly id: string; readonly task: string }
  | { readonly kind: 'title'; readonly wall: string; readonly title: string }
  | { readonly kind: 'pupil'; readonly id: string; readonly name: string }
  | { readonly kind: 'import'; readonly task: string; readonly papers: readonly string[] }
  | { readonly kind: 'clean'; readonly page: string; readonly degrees: number }
  | { readonly kind: 'check'; readonly page: string; readonly checked: boolean }
  | { readonly kind: 'erase'; readonly paper: string };
/** What it is about to do, and to what. */
export type Said = { readonly begins: Deed['kind']; readonly to: string } | { readonly done: Deed };

const [folder = '', home = '', seed = '1'] = process.argv.slice(2);
let state = Number(seed);
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const oneOf = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
const say = (said: Said): unknown => process.stdout.write(`${JSON.stringify(said)}\n`);

let made = 0;
const bytes = (): Uint8Array => Buffer.from(`a made-up picture ${seed} ${made++} `.repeat(20));

const ended = new Map<string, (job: Job) => void>();
const app: App = openApp({
  folder,
  home,
  imaging: madeUpImaging(bytes),
  log: (error) => process.stderr.write(`${String(error)}\n`),
  tell: (event, payload) => {
    if (event === 'job.changed' && (payload as Job).state !== 'running') ended.get((payload as Job).job)?.(payload as Job);
  },
});
// The next one starts sooner.
flushCompileCache();
const { services } = app;
const wording = { question: 'Why do bees matter?', subject: '', year: '', focus: '', trueSize: { name: 'a5', widthMm: null, heightMm: null } } as const;

const deeds: Record<Deed['kind'], () => Promise<void>> = {
  async wall() {
    say({ begins: 'wall', to: '' });
    const { wall } = await services['walls.create'](wording);
    say({ done: { kind: 'wall', id: wall, task: (await services['walls.open']({ wall })).task.id } });
  },
  async title() {
    const wall = oneOf(await services['walls.list']({}))?.id;
    if (wall === undefined) return;
    say({ begins: 'title', to: wall });
    const back = random(3) === 0;
    const title = `Title ${seed} ${made++}`;
    if (back) await services['charts.undo']({ wall });
    else
      await services['charts.commit']({
        wall,
        base: (await services['walls.open']({ wall })).history.revision,
        command: { name: 'retitle', title },
        coalesce: null,
      });
    say({ done: { kind: 'title', wall, title: (await services['walls.open']({ wall })).chart.title } });
  },
  async pupil() {
    say({ begins: 'pupil', to: '' });
    const name = `Pupil ${seed} ${made++}`;
    const { pupils } = await services['class.add']({ names: [name] });
    say({ done: { kind: 'pupil', id: pupils.at(-1)?.id ?? '', name } });
  },
  async import() {
    const task = await anyTask();
    if (task === undefined) return;
    say({ begins: 'import', to: task });
    const files: string[] = [];
    for (const name of ['one', 'two']) {
      const picture = bytes();
      const token = app.exchange.offer(name, picture.length);
      await app.exchange.receive(token, [picture]);
      files.push(token);
    }
    const { job } = await services['papers.import']({ task, files });
    const { result } = await new Promise<Job>((resolve) => ended.set(job, resolve));
    say({ done: { kind: 'import', task, papers: ImportReport.parse(result).files.flatMap(({ papers }) => papers) } });
  },
  async clean() {
    const page = await anyPage();
    if (page === undefined) return;
    const degrees = random(1000) / 100;
    say({ begins: 'clean', to: page });
    await services['pages.clean']({
      page,
      cleaning: { quad: null, turn: 0, degrees, crop: WHOLE, flatten: null, lightenRules: false, showThrough: false, redactions: [], cover: 'dark' },
    });
    say({ done: { kind: 'clean', page, degrees } });
  },
  async check() {
    const page = await anyPage();
    if (page === undefined) return;
    const checked = random(3) > 0;
    say({ begins: 'check', to: page });
    await services['pages.check']({ page, checked });
    say({ done: { kind: 'check', page, checked } });
  },
  async erase() {
    const paper = await anySample();
    if (paper === undefined) return;
    say({ begins: 'erase', to: paper.id });
    await services['papers.erase']({ paper: paper.id });
    say({ done: { kind: 'erase', paper: paper.id } });
  },
};

async function anySample() {
  const task = await anyTask();
  return task === undefined ? undefined : oneOf(await services['papers.list']({ task }));
}
async function anyTask(): Promise<string | undefined> {
  const wall = oneOf(await services['walls.list']({}))?.id;
  return wall === undefined ? undefined : (await services['walls.card']({ wall })).task.id;
}
const anyPage = async (): Promise<string | undefined> => (await anySample())?.pages[0]?.id;

const often = ['title', 'title', 'title', 'title', 'pupil', 'pupil', 'wall', 'import', 'import', 'clean', 'clean', 'check', 'check', 'erase'] as const;
for (;;) await deeds[oneOf(often) ?? 'title']();
