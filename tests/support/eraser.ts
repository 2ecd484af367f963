import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '../../core/contract/events.ts';
import { BackupMade } from '../../core/library/libraryStatus.ts';
import { openApp } from '../../main/app/openApp.ts';
import { checkpoint } from '../../main/platform/database/connection.ts';
import { madeUpImaging } from './madeUpImaging.ts';

/** What a class erases; the words before it are found in everything that goes with it. */
export type Erasing = 'paper' | 'pupil' | 'names' | 'finish' | 'wall';

/**
 * Fills a library with words that stand nowhere else, leaves copies of it in every place where the app leaves any, then erases, says so and stays
 * open: `node eraser.ts <library> <home> <what>`.
 */
const [folder = '', home = '', what = 'paper'] = process.argv.slice(2) as [string, string, Erasing];
const gone = (kind: string): string => `canary-${kind}-gone-`;
const ended = new Map<string, (job: Job) => void>();
let pages = 0;
const app = openApp({
  folder,
  home,
  imaging: madeUpImaging(() => Buffer.from(`${pages % 2 === 0 ? gone('picture') : 'picture-stays-'}${pages++} `.repeat(50))),
  log: (error) => process.stderr.write(`${String(error)}\n`),
  tell: (event, payload) => {
    if (event === 'job.changed' && (payload as Job).state !== 'running') ended.get((payload as Job).job)?.(payload as Job);
  },
});
const { services } = app;
const endOf = ({ job }: { job: string }): Promise<Job> => new Promise((resolve) => ended.set(job, resolve));
const wording = { subject: '', year: '', focus: '', trueSize: { name: 'a5', widthMm: null, heightMm: null } } as const;
const PAPERS = 24;
const date = '2026-03-03';

const { wall } = await services['walls.create']({ question: `${gone('title')}0?`, ...wording });
const { task } = await services['walls.open']({ wall });
const files: string[] = [];
for (let file = 0; file < PAPERS; file += 1) {
  const token = app.exchange.offer(`${file}.jpg`, 1);
  await app.exchange.receive(token, [Buffer.from('x')]);
  files.push(token);
}
await endOf(await services['papers.import']({ task: task.id, files }));
const papers = await services['papers.list']({ task: task.id });
for (const {
  pages: [page],
} of papers)
  await services['pages.check']({ page: page!.id, checked: true });
const words = (kind: string, n: number, length: number): string => `${gone(kind)}${n} ${'bees '.repeat(length)}`;
// Written, changed and written again, so that rows move from page to page of the database.
for (let round = 0; round < 6; round += 1)
  for (const [n, { id }] of papers.entries()) await services['papers.retype']({ paper: id, text: words('retype', n, (n * 37 + round * 101) % 700) });
for (const length of [3, 12, PAPERS]) {
  const { history } = await services['walls.open']({ wall });
  const line = papers.slice(0, length).map(({ id }) => id);
  await services['charts.commit']({ wall, base: history.revision, command: { name: 'set-line', line }, coalesce: null });
}
const { pupils } = await services['class.add']({ names: Array.from({ length: 40 }, (_, n) => `${gone('name')}${n}`) });
const { goals } = await services['goals.bank']({});
for (const [n, { id }] of pupils.entries())
  for (const { code } of goals.slice(0, 3))
    await services['goals.choose']({ pupil: id, date, goal: code, origin: 'own', why: words('why', n, n % 40).slice(0, 300), second: false, confirmed: true });

// A backup that waits, a library kept before a restore, a database kept before a migration.
const backup = BackupMade.parse((await endOf(await services['library.backup']({ passphrase: null }))).result);
const token = app.exchange.offer('library.stepwall', backup.file.bytes);
await app.exchange.receive(token, app.exchange.outgoing(backup.file.token)?.pieces() ?? []);
await endOf(await services['library.restore']({ file: token, passphrase: null }));
await endOf(await services['library.backup']({ passphrase: null }));
checkpoint(app.library().db);
copyFileSync(join(folder, 'library.db'), join(folder, 'library.db.009.before'));
process.stdout.write('planted\n');
await new Promise((resolve) => process.stdin.once('data', resolve));

switch (what) {
  case 'paper':
    for (const { id } of papers) await services['papers.erase']({ paper: id });
    break;
  case 'pupil':
    for (const { id } of pupils) await services['class.remove']({ pupil: id });
    break;
  case 'names':
    await services['class.forgetNames']({});
    break;
  case 'finish':
    await endOf(await services['privacy.finish']({ task: task.id, lookedAgain: [] }));
    break;
  case 'wall':
    await services['walls.bin']({ wall });
    await services['walls.destroy']({ wall });
}
process.stdout.write('erased\n');
setInterval(() => undefined, 1000);
