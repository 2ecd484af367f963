import { afterEach, beforeEach, expect, test } from 'vitest';
import { rank } from '../../core/ranking/rank.ts';
import { standing, type KeptVote } from '../../core/ranking/voteLog.ts';
import { backUp, bring, bringBack, everyFile, newWall, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

// Votes are a log in the library: kept, replaced by their clock, gone with their paper, and in every backup.

const imaging = madeUpImaging(() => Buffer.from('picture'));
let place: Place;
let opened: OpenedApp;
let task = '';
let papers: string[] = [];
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  ({ task } = await newWall(opened));
  papers = (
    await bring(
      opened,
      task,
      [1, 2, 3].map((n) => [`${n}.jpg`, Buffer.from('x')] as const),
    )
  ).papers.map(({ id }) => id);
  await opened.api.call('ranking.setTeam', { task, judges: ['Ana', 'Ben'] });
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const vote = async (left: number, right: number, ...answers: KeptVote['answer'][]): Promise<KeptVote[]> => {
  const judges = ['Ana', 'Ben'];
  const said = answers.map((answer, index) => ({ judge: judges[index]!, answer }));
  return (await opened.api.call('ranking.vote', { task, left: papers[left]!, right: papers[right]!, answers: said })).votes;
};
const open = (app = opened) => app.api.call('ranking.open', { task });
const orderNow = async (): Promise<number[]> => rank(papers, standing((await open()).votes), 2).order.map((paper) => papers.indexOf(paper));

test('they are there after closing; the same teacher’s later vote on a pair replaces the earlier, by its clock; what is taken back counts no more', async () => {
  await vote(0, 1, 'right');
  await vote(1, 2, 'right');
  expect(await orderNow()).toEqual([0, 1, 2]);
  const [changed] = await vote(2, 1, 'right');
  expect(await orderNow()).not.toEqual([0, 1, 2]);
  await opened.api.call('ranking.takeBack', { task, votes: [changed!.id] });
  expect(await orderNow()).toEqual([0, 1, 2]);

  const before = await open();
  expect(before.votes.map(({ clock }) => clock)).toEqual([1, 2, 3]);
  await opened.close();
  opened = openTestApp(place, imaging);
  expect(await open()).toEqual(before);
  const [next] = await vote(0, 2, 'right');
  expect([next!.clock, next!.device]).toEqual([4, before.votes[0]!.device]);
});

test('no statement can change what was said, bring back what was taken back, or reword a reason', async () => {
  const [given] = await vote(0, 1, 'left');
  await opened.api.call('ranking.giveReason', { task, votes: [given!.id], reason: 'It says why' });
  await opened.api.call('ranking.takeBack', { task, votes: [given!.id] });
  const { db } = opened.app.library();
  for (const change of ["answer = 'right'", "judge = 'Cy'", 'clock = 9', 'taken_back = 0', "reason = 'It is longer'", 'reason = null'])
    expect(() => db.prepare(`update vote set ${change}`).run(), change).toThrow(/stays/);
});

test('a paper that is erased takes its votes and reasons along, out of every byte', async () => {
  const [first] = await vote(0, 1, 'left', 'tie');
  await opened.api.call('ranking.giveReason', { task, votes: [first!.id], reason: 'canary-reason-gone' });
  await vote(1, 2, 'left', 'right');
  await opened.api.call('ranking.park', { task, paper: papers[0]!, parked: true });
  await opened.api.call('papers.erase', { paper: papers[0]! });
  const left = await open();
  expect([left.votes.length, left.parked]).toEqual([2, []]);
  expect(everyFile(place.root).filter(({ bytes }) => bytes.includes('canary-reason-gone'))).toEqual([]);
});

test('a backup brings them to another computer, whose votes are told apart from those of this one', async () => {
  await vote(0, 1, 'left', 'tie');
  await opened.api.call('ranking.park', { task, paper: papers[2]!, parked: true });
  const before = await open();
  const { bytes } = await backUp(opened, null);
  const elsewhere = tempPlace();
  const other = openTestApp(elsewhere, imaging);
  try {
    await bringBack(other, bytes, null);
    expect(await open(other)).toEqual(before);
    const { votes } = await other.api.call('ranking.vote', { task, left: papers[0]!, right: papers[1]!, answers: [{ judge: 'Cy', answer: 'left' }] });
    expect(votes[0]!.device).not.toBe(before.votes[0]!.device);
  } finally {
    await other.close();
    elsewhere.remove();
  }
});

test('a damaged vote is left out, and the check of the library names it', async () => {
  await vote(0, 1, 'left', 'tie');
  const { db } = opened.app.library();
  db.exec('pragma ignore_check_constraints = on; drop trigger vote_stays');
  db.prepare("update vote set answer = 'both' where judge = 'Ben'").run();
  db.prepare("update team set judges = '{'").run();
  const left = await open();
  expect([left.votes.map(({ judge }) => judge), left.judges]).toEqual([['Ana'], []]);
  const { problems } = await resultOf(opened, await opened.api.call('library.check', {}));
  expect(problems.join('\n')).toMatch(/vote of Ben can’t be read[\s\S]*looks together/);
});
