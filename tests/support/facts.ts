import { Refusal } from '../../core/kernel/refusal.ts';
import type { Window } from './library.ts';

/** All that a window shows of a library, each thing under a name of its own (`paper:<id>`), as text that can be compared. */
export type Facts = ReadonlyMap<string, string>;

/** Days of everything that is made by a test. */
export const DATE = '2026-03-02';
const days = { from: '2020-01-01', until: '2099-12-31' };

/** What can't be read is left out. @returns the facts, and in which plain words something was refused */
export async function readFacts({ api }: Pick<Window, 'api'>): Promise<{ readonly facts: Facts; readonly refused: readonly string[] }> {
  const facts = new Map<string, string>();
  const refused: string[] = [];
  const note = (kind: string, id: string, what: unknown): unknown => facts.set(`${kind}:${id}`, JSON.stringify(what));
  const each = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${error.message} ${error.hint}`);
    }
  };

  await each(async () => {
    const tasks = new Set<string>();
    for (const { id } of await api.call('walls.list', {})) {
      await each(async () => {
        const { task, chart, history, print } = await api.call('walls.open', { wall: id });
        note('wall', id, { chart, undo: history.undo, redo: history.redo, print });
        tasks.add(task.id);
      });
      await each(async () => (await api.call('placements.list', { wall: id })).forEach((one) => note('placement', one.id, one)));
    }
    for (const task of tasks)
      await each(async () => {
        for (const { id, text, textChecked, pages } of await api.call('papers.list', { task }))
          note('paper', id, {
            task,
            text,
            textChecked,
            pages: pages.map(({ id: page, cleaning, checked, original }) => ({ page, cleaning, checked, original })),
          });
      });
  });
  await each(async () => {
    for (const { id, code, name, space } of (await api.call('class.list', {})).pupils) {
      note('pupil', id, { code, space });
      note('name', id, name);
      await each(async () => void note('goals', id, await api.call('goals.story', { pupil: id })));
    }
  });
  await each(async () => (await api.call('lessons.list', days)).forEach((one) => note('lesson', one.id, one)));
  await each(async () => (await api.call('groups.list', days)).forEach((one) => note('group', one.id, one)));
  await each(async () => (await api.call('team.notes', {})).forEach((one) => note('note', one.id, one)));
  await each(async () => (await api.call('goals.bank', {})).goals.forEach((one) => note('bank', `${one.code} ${one.version}`, one)));
  await each(async () => void note('draft', '', (await api.call('drafts.read', { name: 'confer.round' })).text));
  return { facts, refused };
}

/** The names of what is different between the two. */
export const differing = (some: Facts, others: Facts): string[] =>
  [...new Set([...some.keys(), ...others.keys()])].filter((name) => some.get(name) !== others.get(name));
