import { setTimeout as pause } from 'node:timers/promises';
import { contract } from '../../../core/contract/contract.ts';
import type { Job, Tell } from '../../../core/contract/events.ts';
import { answerOf, Refusal, type Reply } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { problemFrom, type Dispatch } from '../host/dispatch.ts';
import type { AnswerFile } from '../host/files.ts';
import { ServicesLost, type Connection } from './connectOverPipe.ts';
import { localFilesOver, type LocalFiles } from './localFiles.ts';
import { startServiceProcess, type ServiceProcess, type ServiceProcessOptions } from './serviceProcess.ts';

/** How often a process is started that ends before the library is open. */
const MOST_STARTS = 3;
/** How often something is asked of one process after the other. */
const MOST_ATTEMPTS = 3;
/** One that has lived for so long was no failure of starting: the next one is started at once. */
const SOUND_LIFE_MS = 2000;
const LONGEST_PAUSE_MS = 5000;
const LONGEST_CLOSING_MS = 10_000;

export interface ServicesOptions extends ServiceProcessOptions {
  readonly folder: string;
}

/** All services, in a process of their own that is started again whenever it ends. */
export interface Services {
  /** Rejects with a Refusal where the library can't be opened. */
  readonly opened: Promise<void>;
  readonly dispatch: Dispatch;
  readonly files: AnswerFile;
  readonly localFiles: LocalFiles;
  /** Lets the library finish writing; what can't finish is cut off. */
  close(): Promise<void>;
}

/** Starts them, and goes on with a new process where one ends: what only reads is asked again, what was being changed is said to be interrupted. */
export function startServices(options: ServicesOptions): Services {
  const { folder, log, tell } = options;
  const runningJobs = new Map<string, Job>();
  const endedBeforeAnswered = new Set<string>();
  const processes = new Set<ServiceProcess>();
  let closing = false;
  let wasOpen = false;
  let restingMs = 0;
  let current = openLibrary();
  current.catch(() => undefined);

  const tellAndRemember: Tell = (event, payload) => {
    if (event === 'job.changed') rememberJob(payload as Job);
    tell(event, payload);
  };

  function rememberJob(job: Job): void {
    if (job.state !== 'running' && !runningJobs.delete(job.job)) endedBeforeAnswered.add(job.job);
    else if (runningJobs.has(job.job)) runningJobs.set(job.job, job);
  }

  /** From the answer to the call that began it: it may say nothing of itself for a while. */
  function rememberStart(call: string, job: string): void {
    if (endedBeforeAnswered.delete(job)) return;
    runningJobs.set(job, { job, call, state: 'running', done: 0, of: 0, doing: '', problem: null });
  }

  async function openLibrary(): Promise<ServiceProcess> {
    for (let start = 1; ; start++) {
      const startedAt = performance.now();
      const service = startServiceProcess({ ...options, tell: (event, payload) => tellAndRemember(event, payload) });
      processes.add(service);
      void service.gone.then(() => processes.delete(service));
      try {
        await ask(service.connection, '/open', { folder });
        wasOpen = true;
        void service.gone.then((how) => goOn(how, performance.now() - startedAt));
        return service;
      } catch (error) {
        service.kill();
        if (!(error instanceof ServicesLost)) throw error;
        log(new Error(`The services did not start: ${await service.gone}`));
        if (start === MOST_STARTS || closing) throw new Refusal('internal', troubleWords.services.notStarted);
      }
    }
  }

  function goOn(how: string, livedMs: number): void {
    if (closing) return;
    log(new Error(`The services ended: ${how}`));
    restingMs = livedMs > SOUND_LIFE_MS ? 0 : Math.min(LONGEST_PAUSE_MS, restingMs * 2 + 50);
    for (const job of runningJobs.values()) tell('job.changed', { ...job, state: 'failed', problem: troubleWords.services.interruptedJob });
    runningJobs.clear();
    startAgain();
    tell('services.restarted', {});
  }

  function startAgain(): void {
    current = pause(restingMs).then(openLibrary);
    current.catch(() => undefined);
  }

  /** The process whose library is open. Where that failed, another try: perhaps the stick is back. */
  async function running(): Promise<Connection> {
    const tried = current;
    try {
      return (await tried).connection;
    } catch (error) {
      if (current === tried && wasOpen && !closing) startAgain();
      throw error;
    }
  }

  async function dispatch(name: unknown, input: unknown): Promise<Reply> {
    const call = Object.entries(contract).find(([known]) => known === name)?.[1];
    try {
      const reply = await withServices((connection) => connection.ask(`/api/${encodeURIComponent(String(name))}`, input), call?.kind === 'reads');
      if (reply.ok && call?.kind === 'job') rememberStart(String(name), call.output.parse(reply.value).job);
      return reply;
    } catch (error) {
      return { ok: false, error: problemFrom(error, log) };
    }
  }

  async function files(request: Request): Promise<Response> {
    try {
      return await withServices((connection) => connection.files(request), request.body === null);
    } catch (error) {
      return Response.json(problemFrom(error, log), { status: 503 });
    }
  }

  /** @throws Refusal `interrupted` when the process ended meanwhile and the work may not be done twice */
  async function withServices<T>(work: (connection: Connection) => Promise<T>, repeatable: boolean): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const connection = await running();
      try {
        return await work(connection);
      } catch (error) {
        if (!(error instanceof ServicesLost)) throw error;
        // Whoever asks next finds the process that goes on.
        await ended(connection);
        const again = repeatable || !error.asked;
        if (!again || attempt === MOST_ATTEMPTS || closing) throw new Refusal('interrupted', troubleWords.services.interrupted);
      }
    }
  }

  /** Until the end of the process is known, whose pipe is broken already. */
  async function ended(connection: Connection): Promise<void> {
    const service = [...processes].find((one) => one.connection === connection);
    await service?.gone;
  }

  const opened = current.then(() => undefined);
  // Whoever waits for it may come later.
  opened.catch(() => undefined);
  return {
    opened,
    dispatch,
    files,
    localFiles: localFilesOver((wish) => withServices((connection) => ask(connection, '/local', wish), false)),
    async close() {
      closing = true;
      const service = await current.catch(() => null);
      if (service === null) return;
      await Promise.race([ask(service.connection, '/close', {}).catch(() => undefined), pause(LONGEST_CLOSING_MS, null, { ref: false })]);
      service.connection.close();
      await Promise.race([service.gone, pause(1000, null, { ref: false })]);
      processes.forEach((one) => one.kill());
    },
  };
}

async function ask(connection: Connection, path: string, input: unknown): Promise<unknown> {
  return answerOf(await connection.ask(path, input));
}
