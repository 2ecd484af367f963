import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WatchNews, WatchState } from '../../core/capture/watchedFolder.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import { createFolderLook, fileAt, filesIn, type FolderFile, type Look } from '../engines/scanning/folderLook.ts';
import type { KnownFile, SourcesBook, Watched } from '../engines/scanning/sourcesBook.ts';
import { isCutOff } from '../engines/scanning/wholePage.ts';
import type { Context } from '../library/context.ts';
import { MOST_BYTES } from '../platform/work/exchange.ts';
import { requireTask } from './tasks.ts';
import { bringWatched, type Brought } from './watchedFile.ts';

/** Times in milliseconds; `wait` ends early, by throwing, when aborted. */
export interface WatchTimes {
  readonly every: number;
  readonly still: number;
  /** After this a file that has no end is said to have none. */
  readonly patience: number;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** Folders that copiers and scanners' own programs write into; what arrives there comes in by itself. Nothing in them is ever changed. */
export interface Watching {
  state(task: string): WatchState;
  /** @throws Refusal where there is no such folder or task, or the folder is Stepwall's own */
  start(task: string, folder: string, existing: boolean): Promise<WatchState>;
  stop(task: string): Promise<WatchState>;
  /** Ends all watching and waits until it has. */
  close(): Promise<void>;
}

interface Watch {
  readonly folder: string;
  readonly controller: AbortController;
  ended: Promise<void>;
  missing: boolean;
  waiting: readonly string[];
  reading: string | null;
}

const usual: WatchTimes = {
  every: 2000,
  still: 5000,
  patience: 60_000,
  now: Date.now,
  wait: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
};
const MOST_NEWS = 30;

export function createWatching(context: Context, book: SourcesBook, log: (error: unknown) => void, changed: Partial<WatchTimes> = {}): Watching {
  const times = { ...usual, ...changed };
  const watches = new Map<string, Watch>();
  const news = new Map<string, WatchNews[]>();
  const tell = (task: string): void => context.tell('watching.changed', { task });

  function state(task: string): WatchState {
    const watch = watches.get(task);
    return {
      folder: watch?.folder ?? book.watched(task)?.folder ?? null,
      watching: watch !== undefined,
      missing: watch?.missing ?? false,
      waiting: [...(watch?.waiting ?? [])],
      reading: watch?.reading ?? null,
      news: [...(news.get(task) ?? [])],
    };
  }

  async function start(task: string, asked: string, existing: boolean): Promise<WatchState> {
    requireTask(context.library().db, task);
    const folder = await soundFolder(asked, context.library().folder);
    await end(task);
    const before = book.watched(task);
    const again = before?.folder === folder ? before : null;
    if (again === null || existing) book.keepWatched(task, { folder, files: existing ? withoutPassedBy(again) : passedBy((await filesIn(folder)) ?? []) });
    const watch: Watch = { folder, controller: new AbortController(), ended: Promise.resolve(), missing: false, waiting: [], reading: null };
    watches.set(task, watch);
    watch.ended = keepLooking(task, watch).catch((error: unknown) => {
      if (!watch.controller.signal.aborted && !(error instanceof Refusal)) log(error);
      if (watches.get(task) === watch) watches.delete(task);
      tell(task);
    });
    tell(task);
    return state(task);
  }

  async function end(task: string): Promise<void> {
    const watch = watches.get(task);
    watch?.controller.abort();
    watches.delete(task);
    await watch?.ended;
  }

  async function keepLooking(task: string, watch: Watch): Promise<void> {
    const { signal } = watch.controller;
    const look = createFolderLook(watch.folder, times.still, times.now);
    const unfinished = new Map<string, number>();
    while (!signal.aborted) {
      const seen = await look();
      await turn(task, watch, seen, unfinished);
      await times.wait(times.every, signal);
    }
  }

  async function turn(task: string, watch: Watch, seen: Look, unfinished: Map<string, number>): Promise<void> {
    const { signal } = watch.controller;
    const isNew = (file: FolderFile): boolean => !sameState(book.watched(task)?.files[markOf(file.name)], file);
    const shown = JSON.stringify([watch.missing, watch.waiting]);
    watch.missing = seen.missing;
    watch.waiting = seen.files.filter(isNew).map(({ name }) => name);
    if (JSON.stringify([watch.missing, watch.waiting]) !== shown) tell(task);
    for (const file of seen.still.filter(isNew)) {
      if (signal.aborted) return;
      const bytes = await wholeBytes(watch.folder, file);
      if (bytes === 'changing') continue;
      if (bytes === 'unfinished') {
        const since = unfinished.get(file.name) ?? times.now();
        unfinished.set(file.name, since);
        if (times.now() - since < times.patience) continue;
      }
      unfinished.delete(file.name);
      watch.reading = file.name;
      tell(task);
      if (bytes instanceof Uint8Array) await bringNow(task, file, bytes, seen.files, signal);
      else remember(task, file, { problem: bytes === 'too-large' ? tooLarge : noEnd });
      watch.reading = null;
      watch.waiting = watch.waiting.filter((name) => name !== file.name);
      tell(task);
    }
  }

  async function bringNow(task: string, file: FolderFile, bytes: Uint8Array, there: readonly FolderFile[], signal: AbortSignal): Promise<void> {
    const { known, from } = knownPages(book.watched(task), file, there);
    let brought: Brought | null = null;
    await new Promise<void>((finished, failed) => {
      // As a job, so that a library that is restored or closed meanwhile waits for it.
      context.jobs.start('papers.import', async (report, jobSignal) => {
        const stop = AbortSignal.any([signal, jobSignal]);
        try {
          brought = await bringWatched(context, task, { name: file.name, bytes }, known, report, stop);
          // A state that was not read to its end is read again.
          remember(task, stop.aborted ? { ...file, size: -1 } : file, { brought, from });
          finished();
        } catch (error) {
          failed(error instanceof Error ? error : new Error(String(error)));
        }
        return { files: brought === null ? [] : [brought.report] };
      });
    });
  }

  function remember(task: string, file: FolderFile, { brought, from = [], problem = null }: Outcome): void {
    const watched = book.watched(task);
    if (watched === null) return;
    const mark = markOf(file.name);
    const earlier = watched.files[mark]?.pages ?? [];
    const others = Object.fromEntries(Object.entries(watched.files).filter(([key]) => !from.includes(key)));
    book.keepWatched(task, { ...watched, files: { ...others, [mark]: { size: file.size, changed: file.changed, pages: [...(brought?.pages ?? earlier)] } } });
    const pages = brought?.report.papers.length ?? 0;
    const trouble = problem ?? brought?.report.error ?? null;
    if (pages === 0 && trouble === null) return;
    const kind = trouble !== null ? 'problem' : (brought?.replaced ?? 0) + (brought?.kept ?? 0) > 0 ? 'replaced' : earlier.length > 0 ? 'added' : 'arrived';
    const said = news.get(task) ?? [];
    const next: WatchNews = {
      number: (said.at(-1)?.number ?? 0) + 1,
      file: file.name,
      kind,
      pages,
      kept: brought?.kept ?? 0,
      problem: trouble && { message: trouble.message, hint: trouble.hint },
    };
    news.set(task, [...said, next].slice(-MOST_NEWS));
  }

  return {
    state,
    start,
    async stop(task) {
      await end(task);
      tell(task);
      return state(task);
    },
    close: async () => void (await Promise.all([...watches.keys()].map(end))),
  };
}

interface Outcome {
  readonly brought?: Brought;
  /** Marks of files whose place this one has taken. */
  readonly from?: readonly string[];
  readonly problem?: { readonly message: string; readonly hint: string } | null;
}

const noEnd = captureWords.folder.fileWithoutEnd;
const tooLarge = troubleWords.file.tooLarge;

const markOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);
const sameState = (known: KnownFile | undefined, { size, changed }: FolderFile): boolean => known?.size === size && known.changed === changed;

/** Files that lay there before anyone watched: they are left alone until they change. */
const passedBy = (files: readonly FolderFile[]): Watched['files'] =>
  Object.fromEntries(files.map(({ name, size, changed }) => [markOf(name), { size, changed, pages: [] }]));

const withoutPassedBy = (watched: Watched | null): Watched['files'] =>
  Object.fromEntries(Object.entries(watched?.files ?? {}).filter(([, { pages }]) => pages.length > 0));

/** Pages of the file's earlier state, and those of files that are gone: it may be one of them under another name. */
function knownPages(watched: Watched | null, file: FolderFile, there: readonly FolderFile[]): { known: KnownFile['pages']; from: readonly string[] } {
  const files = watched?.files ?? {};
  const own = files[markOf(file.name)];
  if (own !== undefined) return { known: own.pages, from: [] };
  const present = new Set(there.map(({ name }) => markOf(name)));
  const renamed = Object.entries(files).find(([mark, { size, changed }]) => !present.has(mark) && size === file.size && changed === file.changed);
  return renamed === undefined ? { known: [], from: [] } : { known: renamed[1].pages, from: [renamed[0]] };
}

/** The bytes, where they are whole and did not change while they were read. */
async function wholeBytes(folder: string, file: FolderFile): Promise<Uint8Array | 'changing' | 'unfinished' | 'too-large'> {
  if (file.size > MOST_BYTES) return 'too-large';
  const bytes = await readFile(file.path).catch(() => null);
  const now = await fileAt(folder, file.name);
  if (bytes === null || now === null || now.size !== file.size || now.changed !== file.changed || bytes.length !== file.size) return 'changing';
  return isCutOff(bytes) ? 'unfinished' : bytes;
}

async function soundFolder(asked: string, library: string): Promise<string> {
  const typed = asked.trim().replace(/^"(.*)"$/u, '$1');
  if (!isAbsolute(typed)) throw new Refusal('bad-request', captureWords.folder.notWholePath);
  const folder = resolve(typed);
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new Refusal('not-found', captureWords.folder.none);
  if (!found.isDirectory()) throw new Refusal('bad-request', captureWords.folder.isFile);
  const own = resolve(library);
  if (folder === own || folder.startsWith(own + sep)) throw new Refusal('bad-request', captureWords.folder.isOurs);
  return folder;
}
