import { randomUUID } from 'node:crypto';
import { goalsInUse } from '../../core/goals/bank.ts';
import { newWall, offer, resultOf, type Window } from './library.ts';

type Desk = Pick<Window, 'api' | 'ask' | 'ended'>;

/** What there is before something goes wrong. */
export interface Ready {
  readonly wall: string;
  readonly task: string;
  readonly page: string;
  readonly pupil: string;
  readonly goal: string;
}

const date = '2026-03-02';

export async function makeReady(window: Desk, picture: Uint8Array): Promise<Ready> {
  const { api } = window;
  const [goal] = goalsInUse(await api.call('goals.bank', {}));
  const { wall, task } = await newWall(window);
  await resultOf(window, await api.call('papers.import', { task, files: await offer(window, [['a.jpg', picture]]) }));
  const [paper] = await api.call('papers.list', { task });
  const { pupils } = await api.call('class.add', { names: ['Wiremu', 'Ana'] });
  return { wall, task, page: paper!.pages[0]!.id, pupil: pupils[0]!.id, goal: goal!.code };
}

/** Ten kinds of things that a teacher does, each writing something somewhere. */
export function tenActions(window: Desk, picture: Uint8Array, { wall, task, page, pupil, goal }: Ready): Readonly<Record<string, () => Promise<unknown>>> {
  const { api } = window;
  return {
    'make a wall': () => newWall(window),
    'rename a wall': () => api.call('walls.rename', { wall, title: `Bees ${'and more '.repeat(15)}` }),
    'bring a page in': async () => resultOf(window, await api.call('papers.import', { task, files: await offer(window, [['b.jpg', picture]]) })),
    'clean a page': async () => {
      const { cleaning } = (await api.call('papers.list', { task }))[0]!.pages[0]!;
      await api.call('pages.clean', { page, cleaning: { ...cleaning, redactions: [{ x: 1, y: 1, width: 90, height: 20 }] } });
    },
    'add pupils': () => api.call('class.add', { names: Array.from({ length: 60 }, (_, index) => `Name ${index}`) }),
    'have a conference': async () => {
      const choice = { pupil, date, goal, origin: 'bank', why: '', second: false, confirmed: true } as const;
      await api.call('goals.choose', choice);
    },
    'plan a lesson': () =>
      api.call('lessons.save', { id: randomUUID(), date, space: '', kind: 'modelled', title: 'Bees', intention: 'why '.repeat(70), lofty: [], model: [] }),
    'write a team note': () => api.call('team.save', { id: randomUUID(), date, topic: 'Labels', text: 'Try labels. '.repeat(300), checkInOn: null }),
    'save a backup': async () => resultOf(window, await api.call('library.backup', { passphrase: null })),
    'hand out a table': () => api.call('goals.csvOut', {}),
    'print sheets for a team': async () => resultOf(window, await api.call('handouts.printTeam', { from: '2026-03-01', until: '2026-03-07', sheetSize: 'A4' })),
  };
}
