import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../core/chart/commands.ts';
import { WHOLE } from '../../core/capture/trueSize.ts';
import { goalsInUse } from '../../core/goals/bank.ts';
import { DATE } from './facts.ts';
import { backUp, bring, bringBack, newWall, resultOf, type OpenedApp } from './library.ts';

/** Something that is about to be done to a library: what of it may be different afterwards (`paper:` all papers, `paper:<id>` one), and how it is done. */
export interface Deed {
  readonly may: readonly string[];
  /** What stands nowhere else, and nowhere at all once this is done, besides what facts tell of it. */
  readonly gone?: readonly string[];
  /** The backup that is made, or brought back. */
  readonly backup?: string;
  readonly restores?: boolean;
  readonly act: () => Promise<unknown>;
}

export const PASSPHRASE = 'a long passphrase';

/** What chance a deed has to choose by. */
export interface Chance {
  below(number: number): number;
  oneOf<T>(list: readonly T[]): T | undefined;
  /** A word that stands nowhere else. */
  word(): string;
}

/** One of each kind of thing that is done to a library; null where there is nothing to do it to. @param backups where they are kept */
export function deedsOn(opened: OpenedApp, chance: Chance, backups: { readonly folder: string; newest: string | null }) {
  const { api } = opened;
  const { oneOf, below, word } = chance;
  const anyWall = async () => {
    const wall = oneOf(await api.call('walls.list', {}));
    return wall === undefined ? null : api.call('walls.open', { wall: wall.id });
  };
  const anyPaper = async () => {
    const wall = await anyWall();
    const paper = wall === null ? undefined : oneOf(await api.call('papers.list', { task: wall.task.id }));
    return wall === null || paper === undefined ? null : { wall, paper, page: paper.pages[0] };
  };
  const anyPage = async () => {
    const found = await anyPaper();
    return found?.page?.original === 'here' ? { ...found, page: found.page } : null;
  };
  const anyPupil = async () => oneOf((await api.call('class.list', {})).pupils);
  const anyGoal = async () => oneOf(goalsInUse(await api.call('goals.bank', {})))?.code ?? '';

  const commit = async (
    command: (wall: NonNullable<Awaited<ReturnType<typeof anyWall>>>) => Promise<Command | null> | Command | null,
  ): Promise<Deed | null> => {
    const wall = await anyWall();
    const wanted = wall === null ? null : await command(wall);
    if (wall === null || wanted === null) return null;
    const act = (): Promise<unknown> => api.call('charts.commit', { wall: wall.id, base: wall.history.revision, command: wanted, coalesce: null });
    return { may: [`wall:${wall.id}`], act };
  };
  const withPupil = async (kinds: readonly string[], act: (pupil: string) => Promise<unknown>): Promise<Deed | null> => {
    const pupil = await anyPupil();
    return pupil === undefined ? null : { may: kinds.map((kind) => `${kind}:${pupil.id}`), act: () => act(pupil.id) };
  };

  return {
    wall: () => ({ may: ['wall:'], act: () => newWall(opened) }),
    title: () => commit(() => ({ name: 'retitle', title: word() })),
    ranking: () =>
      commit(async (wall) => {
        const papers = await api.call('papers.list', { task: wall.task.id });
        return { name: 'set-line', line: papers.map(({ id }) => id).sort(() => below(3) - 1) };
      }),
    qualifier: () =>
      commit(({ chart }) => {
        const level = oneOf(chart.levels);
        return level === undefined ? null : { name: 'add-qualifier', level: level.id, qualifier: { id: randomUUID(), text: word(), kind: 'new' } };
      }),
    undo: async () => {
      const wall = await anyWall();
      return wall === null ? null : { may: [`wall:${wall.id}`], act: () => api.call(below(3) > 0 ? 'charts.undo' : 'charts.redo', { wall: wall.id }) };
    },
    import: async () => {
      const wall = await anyWall();
      const files = ['one.jpg', 'two.jpg'].map((name) => [name, Buffer.from(word())] as const);
      return wall === null ? null : { may: ['paper:'], act: () => bring(opened, wall.task.id, files) };
    },
    clean: async () => {
      const found = await anyPage();
      if (found === null) return null;
      const cleaning = {
        quad: null,
        turn: 0 as const,
        degrees: below(1000) / 100,
        crop: WHOLE,
        flatten: null,
        lightenRules: false,
        showThrough: false,
        redactions: [],
      };
      return { may: [`paper:${found.paper.id}`], act: () => api.call('pages.clean', { page: found.page.id, cleaning }) };
    },
    check: async () => {
      const found = await anyPage();
      return found === null ? null : { may: [`paper:${found.paper.id}`], act: () => api.call('pages.check', { page: found.page.id, checked: below(4) > 0 }) };
    },
    retype: async () => {
      const found = await anyPaper();
      return found === null ? null : { may: [`paper:${found.paper.id}`], act: () => api.call('papers.retype', { paper: found.paper.id, text: word() }) };
    },
    erase: async () => {
      const found = await anyPaper();
      if (found === null) return null;
      const { media } = opened.app.library();
      const shown = found.wall.shownPapers.find(({ paper }) => paper === found.paper.id)?.pages ?? [];
      const pictures = shown.filter((page) => media.has(page.media)).map((page) => media.read(page.media).toString().slice(0, 40));
      return { may: [`paper:${found.paper.id}`, 'wall:'], gone: pictures, act: () => api.call('papers.erase', { paper: found.paper.id }) };
    },
    pupils: () => ({ may: ['pupil:', 'name:', 'goals:'], act: () => api.call('class.add', { names: [word(), word()] }) }),
    rename: () => withPupil(['name'], (pupil) => api.call('class.rename', { pupil, name: word() })),
    'remove pupil': async () => {
      const pupil = await anyPupil();
      const may = ['pupil', 'name', 'goals'].map((kind) => `${kind}:${pupil?.id}`);
      return pupil === undefined ? null : { may: [...may, 'placement:', 'group:', 'paper:'], act: () => api.call('class.remove', { pupil: pupil.id }) };
    },
    'forget names': () => ({ may: ['name:'], act: () => api.call('class.forgetNames', {}) }),
    choose: async () => {
      const goal = await anyGoal();
      return withPupil(['goals'], (pupil) =>
        api.call('goals.choose', { pupil, date: DATE, goal, origin: 'bank', why: word(), second: below(2) > 0, confirmed: true }),
      );
    },
    conference: () =>
      withPupil(['goals'], (pupil) =>
        api.call('goals.confer', {
          pupil,
          date: DATE,
          goal: null,
          outcome: null,
          context: 'writing',
          fixedTogether: true,
          praise: ['content'],
          says: null,
          seconds: below(90),
          supersedes: null,
        }),
      ),
    lesson: () => {
      const id = randomUUID();
      const title = word();
      return {
        may: [`lesson:${id}`],
        act: () => api.call('lessons.save', { id, date: DATE, space: '', kind: 'modelled', title, intention: '', lofty: [], model: [] }),
      };
    },
    note: () => {
      const id = randomUUID();
      return { may: [`note:${id}`], act: () => api.call('team.save', { id, date: DATE, topic: word(), text: 'Try labels.', checkInOn: null }) };
    },
    placement: async () => {
      const [wall, pupil] = [await anyWall(), await anyPupil()];
      if (wall === null || pupil === undefined) return null;
      return {
        may: ['placement:', `goals:${pupil.id}`],
        act: () => api.call('placements.record', { wall: wall.id, pupil: pupil.id, place: below(5), by: 'teacher', date: DATE }),
      };
    },
    draft: () => ({ may: ['draft:'], act: () => api.call('drafts.keep', { name: 'confer.round', text: JSON.stringify(word()) }) }),
    finish: async () => {
      const wall = await anyWall();
      return wall === null
        ? null
        : { may: ['paper:'], act: async () => resultOf(opened, await api.call('privacy.finish', { task: wall.task.id, lookedAgain: [] })) };
    },
    'destroy wall': async () => {
      const walls = await api.call('walls.list', {});
      const wall = walls.length < 3 ? undefined : oneOf(walls);
      if (wall === undefined) return null;
      return {
        may: [`wall:${wall.id}`, 'paper:', 'placement:'],
        act: async () => {
          await api.call('walls.bin', { wall: wall.id });
          await api.call('walls.destroy', { wall: wall.id });
        },
      };
    },
    backup: () => {
      const file = join(backups.folder, `${word()}.stepwall`);
      return {
        may: [],
        backup: file,
        async act() {
          writeFileSync(file, (await backUp(opened, PASSPHRASE)).bytes);
          backups.newest = file;
        },
      };
    },
    restore: () => {
      const { newest } = backups;
      if (newest === null) return null;
      return { may: [], backup: newest, restores: true, act: () => bringBack(opened, readFileSync(newest), PASSPHRASE) };
    },
    move: () => ({ may: [], act: async () => resultOf(opened, await api.call('library.move', {})) }),
  } as const satisfies Record<string, () => Deed | null | Promise<Deed | null>>;
}

export type DeedKind = keyof ReturnType<typeof deedsOn>;
