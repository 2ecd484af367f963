import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bring, newWall, type Window } from '../support/library.ts';

/** Every call of a team that looks at papers two by two, over whichever wire, on a wall of its own. */
export function rankingCases(window: () => Window, pages: readonly Uint8Array[]): void {
  test('a team: who looks, votes with a clock, a reason told once, a vote taken back, a paper parked; what is not there is refused', async () => {
    const { api } = window();
    const { wall, task } = await newWall(window());
    const { papers } = await bring(
      window(),
      task,
      pages.slice(0, 2).map((bytes, index) => [`${index}.jpg`, bytes] as const),
    );
    const [left, right] = papers.map(({ id }) => id) as [string, string];
    expect(await api.call('ranking.open', { task })).toEqual({ judges: [], parked: [], votes: [] });
    await api.call('ranking.setTeam', { task, judges: ['Ana', 'Ben'] });
    const answers = [
      { judge: 'Ana', answer: 'left' },
      { judge: 'Ben', answer: 'tie' },
    ] as const;
    const { votes: first } = await api.call('ranking.vote', { task, left, right, answers: [...answers] });
    const { votes: second } = await api.call('ranking.vote', { task, left: right, right: left, answers: [answers[0]] });
    expect(first).toMatchObject(answers.map((answer) => ({ ...answer, left, right, reason: null, takenBack: false })));
    expect(new Set(first.map(({ clock }) => clock)).size).toBe(1);
    expect(second[0]!.clock).toBe(first[0]!.clock + 1);

    const ids = first.map(({ id }) => id);
    await api.call('ranking.giveReason', { task, votes: ids, reason: 'It says why' });
    await api.call('ranking.giveReason', { task, votes: ids, reason: 'It is longer' });
    await api.call('ranking.takeBack', { task, votes: [second[0]!.id] });
    await api.call('ranking.park', { task, paper: right, parked: true });
    const { votes, ...rest } = await api.call('ranking.open', { task });
    expect(rest).toEqual({ judges: ['Ana', 'Ben'], parked: [right] });
    expect(votes.map(({ reason, takenBack }) => [reason, takenBack])).toEqual([
      ['It says why', false],
      ['It says why', false],
      [null, true],
    ]);
    await api.call('ranking.park', { task, paper: right, parked: false });
    expect((await api.call('ranking.open', { task })).parked).toEqual([]);

    const gone = { code: 'not-found' };
    await expect(api.call('ranking.takeBack', { task, votes: [ids[0]!, randomUUID()] })).rejects.toMatchObject(gone);
    await expect(api.call('ranking.vote', { task, left, right: randomUUID(), answers: [answers[0]] })).rejects.toMatchObject(gone);
    await expect(api.call('ranking.vote', { task, left, right: left, answers: [answers[0]] })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(api.call('ranking.vote', { task, left, right, answers: [answers[0], answers[0]] })).rejects.toMatchObject({ code: 'bad-request' });
    expect((await api.call('ranking.open', { task })).votes).toEqual(votes);
    await api.call('walls.bin', { wall });
    await api.call('walls.destroy', { wall });
    await expect(api.call('ranking.open', { task })).rejects.toMatchObject(gone);
  });
}
