import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportReport } from '../../core/capture/importReport.ts';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { BackupMade, LibraryStatus } from '../../core/library/libraryStatus.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { Api, JobName, Result, Started } from '../../core/contract/contract.ts';
import { events, type EventName, type Job, type Payload, type Tell } from '../../core/contract/events.ts';
import { openApp, type App, type AppOptions } from '../../main/app/openApp.ts';
import type { Imaging } from '../../main/engines/imaging/imaging.ts';
import type { OpenOptions } from '../../main/library/library.ts';
import { assetPath } from '../../main/platform/assets.ts';
import { createDispatch, type Dispatch } from '../../main/platform/host/dispatch.ts';
import { createFiles, type AnswerFile } from '../../main/platform/host/files.ts';
import { createWindowFiles } from '../../main/platform/host/windowFiles.ts';
import { createLog } from '../../main/platform/log.ts';
import { createApi, type Wire } from '../../renderer/api/createApi.ts';

/** Folders of a user who has nothing yet; `temp` is what the system calls temporary while the place is in use. */
export interface Place {
  readonly root: string;
  readonly home: string;
  readonly folder: string;
  readonly temp: string;
  remove(): void;
}

export function tempPlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'stepwall-test-'));
  const temp = join(root, 'temp');
  mkdirSync(temp);
  return { root, home: join(root, 'home'), folder: join(root, 'library'), temp, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A window's end of a wire: the typed calls, the door for files, and what was told. */
export interface Window {
  readonly api: Api;
  /** Asks for an address of the window, such as `/pictures/media/…`. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly told: readonly { readonly event: EventName; readonly payload: unknown }[];
  /** The last word of a job. */
  ended(job: string): Promise<Job>;
}

/** The whole app over a library, without a wire. */
export interface OpenedApp extends Window {
  readonly app: App;
  readonly dispatch: Dispatch;
  readonly files: AnswerFile;
  /** Failures that nobody foresaw. */
  readonly logged: readonly unknown[];
  /** Adds a listener to everything that is told. */
  onTold(listener: (event: EventName, payload: unknown) => void): void;
  close(): Promise<void>;
}

/** Opens the app as both shells do. `window` gets an `index.html`, so that the address `/` has something to show. */
export function openTestApp(
  place: Place,
  imaging: Imaging,
  options: OpenOptions & Partial<Pick<AppOptions, 'folder' | 'scanning' | 'watchTimes' | 'lookAhead'>> = {},
): OpenedApp {
  const { folder = place.folder, lookAhead = false, ...rest } = options;
  const window = join(place.root, 'window');
  mkdirSync(window, { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Stepwall</title>');
  const listeners: ((event: EventName, payload: unknown) => void)[] = [];
  const logged: unknown[] = [];
  const keepLog = createLog(place.home);
  const log = (error: unknown): void => {
    logged.push(error);
    keepLog(error);
  };
  const tell: Tell = (event, payload) => listeners.forEach((listener) => listener(event, payload));
  const app = withTemp(place.temp, () => openApp({ folder, imaging, tell, log, home: place.home, lookAhead, ...rest }));
  const dispatch = createDispatch(app.services, log);
  const files = createWindowFiles({ window, assets: assetPath(''), library: createFiles({ pictures: app.pictures, exchange: app.exchange, log }) });
  const onTold = (listener: (event: EventName, payload: unknown) => void): void => void listeners.push(listener);
  const wire: Wire = {
    send: dispatch,
    listen(wanted, listener) {
      onTold((event, payload) => event === wanted && listener(payload));
      return () => undefined;
    },
  };
  const ask: Window['ask'] = (path, init) => files(new Request(`app://stepwall${path}`, init));
  return { ...windowOver(wire, ask), app, dispatch, files, logged, onTold, close: () => app.close() };
}

function withTemp<T>(folder: string, work: () => T): T {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Hears everything from the start, so that no job ends unheard. */
export function windowOver(wire: Wire, ask: Window['ask']): Window {
  const api = createApi(wire);
  const told: { event: EventName; payload: unknown }[] = [];
  const waiting: (() => void)[] = [];
  const hear = <E extends EventName>(event: E): unknown =>
    api.on(event, (payload: Payload<E>) => {
      told.push({ event, payload });
      waiting.splice(0).forEach((wake) => wake());
    });
  (Object.keys(events) as EventName[]).forEach(hear);
  const lastOf = (id: string): Job | undefined =>
    told.flatMap(({ event, payload }) => (event === 'job.changed' ? [payload as Job] : [])).find(({ job, state }) => job === id && state !== 'running');
  return {
    api,
    ask,
    told,
    async ended(job) {
      for (;;) {
        const last = lastOf(job);
        if (last !== undefined) return last;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
  };
}

/** Waits for long work. @throws where it did not end well */
export async function resultOf<N extends JobName>({ api, ended }: Pick<Window, 'api' | 'ended'>, started: Started<N>): Promise<Result<N>> {
  const job = await ended(started.job);
  const last = api.ended(started, job);
  if (last?.state !== 'done') throw new Error(`The job ended as ${job.state}: ${job.problem?.message ?? ''} ${job.problem?.hint ?? ''}`);
  return last.result;
}

export const bees = {
  question: 'Why do bees matter?',
  subject: 'Writing',
  year: 'Year 4',
  focus: 'explains why',
  trueSize: { name: 'a5', widthMm: null, heightMm: null },
} as const;

/** A new wall and its task. */
export async function newWall({ api }: Pick<Window, 'api'>): Promise<{ wall: string; task: string }> {
  const { wall } = await api.call('walls.create', bees);
  return { wall, task: (await api.call('walls.open', { wall })).task.id };
}

export type NamedBytes = readonly [name: string, bytes: Uint8Array];

/** Hands files over as a drop in a browser does. @returns their tokens */
export async function offer({ api, ask }: Pick<Window, 'api' | 'ask'>, files: readonly NamedBytes[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const [name, bytes] of files) {
    const { token } = await api.call('files.offer', { name, bytes: bytes.length });
    const answer = await ask(`/incoming/${token}`, { method: 'PUT', body: Buffer.from(bytes) });
    if (answer.status !== 204) throw new Error(`PUT answered ${answer.status}: ${await answer.text()}`);
    tokens.push(token);
  }
  return tokens;
}

/** Imports files and waits for the end. @returns the report and the task's papers afterwards */
export async function bring(window: Window, task: string, files: readonly NamedBytes[]): Promise<{ report: ImportReport; papers: PaperFacts[] }> {
  const { job } = await window.api.call('papers.import', { task, files: await offer(window, files) });
  const { state, result, problem } = await window.ended(job);
  if (state !== 'done') throw new Error(`The import ended as ${state}: ${problem?.message ?? ''}`);
  return { report: ImportReport.parse(result), papers: await window.api.call('papers.list', { task }) };
}

/** Makes a backup as the window does, and fetches it. */
export async function backUp(window: Window, passphrase: string | null): Promise<{ name: string; bytes: Uint8Array; leftOut: number }> {
  const { job } = await window.api.call('library.backup', { passphrase });
  const { file, leftOut } = BackupMade.parse(doneOf(await window.ended(job)));
  const bytes = new Uint8Array(await (await window.ask(`/outgoing/${file.token}`)).arrayBuffer());
  return { name: file.name, bytes, leftOut };
}

/** Brings a backup back as the window does. @throws Refusal with the words of its end */
export async function bringBack(window: Window, bytes: Uint8Array, passphrase: string | null): Promise<LibraryStatus> {
  const [file = ''] = await offer(window, [['library.stepwall', bytes]]);
  const { job } = await window.api.call('library.restore', { file, passphrase });
  return LibraryStatus.parse(doneOf(await window.ended(job)));
}

function doneOf({ state, result, problem }: Job): unknown {
  if (problem !== null) throw new Refusal('internal', problem);
  if (state !== 'done') throw new Error(`It ended as ${state}.`);
  return result;
}

/** Every file below the folders, with its bytes. */
export function everyFile(...folders: readonly string[]): { readonly file: string; readonly bytes: Buffer }[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }));
}
