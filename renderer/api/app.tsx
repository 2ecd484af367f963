import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Api, CallName, Input, Output } from '../../core/contract/contract.ts';
import type { EventName, Job } from '../../core/contract/events.ts';
import { Refusal, type Problem } from '../../core/kernel/refusal.ts';
import { i18next } from '../words/setup.ts';
import type { Desktop } from './desktop.ts';

/** Something to tell the teacher at the foot of the window; `undo` offers to take the last deed back. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly message: string;
  readonly hint: string;
  readonly undo: (() => void) | null;
}

interface App {
  readonly api: Api;
  readonly desktop: Desktop;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly notices: readonly Notice[];
  /** Where the screen wants them; null: over the foot of the window. */
  readonly noticesPlace: HTMLElement | null;
  placeNotices(place: HTMLElement | null): void;
  say(message: string, undo?: () => void): void;
  /** Shows what went wrong in the app's own words. */
  complain(error: unknown): void;
  dismiss(notice: number): void;
  forget(job: string): void;
}

/** What went wrong in the app's own words. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Refusal) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'internal', message: i18next.t('broken'), hint: error instanceof Error ? error.message : '' };
}

const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('Outside of the app.');
  return app;
}

export function AppProvider({ api, desktop, children }: { api: Api; desktop: Desktop; children: ReactNode }): ReactNode {
  const [jobs, setJobs] = useState<ReadonlyMap<string, Job>>(new Map());
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [noticesPlace, placeNotices] = useState<HTMLElement | null>(null);
  const add = useCallback((notice: Omit<Notice, 'id'>) => setNotices((shown) => [...shown.slice(-2), { ...notice, id: (shown.at(-1)?.id ?? 0) + 1 }]), []);
  const say = useCallback((message: string, undo?: () => void) => add({ tone: 'done', message, hint: '', undo: undo ?? null }), [add]);
  const complain = useCallback(
    (error: unknown) => {
      const { message, hint } = asProblem(error);
      add({ tone: 'problem', message, hint, undo: null });
    },
    [add],
  );
  // The same function always, or each progress of a job would begin a notice's time anew.
  const dismiss = useCallback((id: number) => setNotices((shown) => shown.filter((notice) => notice.id !== id)), []);
  useEffect(() => api.on('services.restarted', () => say(i18next.t('restarted'))), [api, say]);
  useEffect(() => api.on('job.changed', (job) => setJobs((known) => new Map(known).set(job.job, job))), [api]);
  const app = useMemo<App>(
    () => ({
      api,
      desktop,
      jobs,
      notices,
      noticesPlace,
      placeNotices,
      say,
      complain,
      dismiss,
      forget: (job) =>
        setJobs((known) => {
          const rest = new Map(known);
          rest.delete(job);
          return rest;
        }),
    }),
    [api, desktop, jobs, notices, noticesPlace, say, complain, dismiss],
  );
  return <AppContext value={app}>{children}</AppContext>;
}

const TOGETHER_MS = 120;

/** The answer to a call, asked again whenever one of `refresh` is told, the services were started again or `again` is called; null until it is there. */
export function useAnswer<N extends CallName>(name: N, input: Input<N>, refresh: readonly EventName[] = []): { value: Output<N> | null; again: () => void } {
  const { api, complain } = useApp();
  const [value, setValue] = useState<Output<N> | null>(null);
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(input);
  useEffect(() => {
    let current = true;
    api.call(name, JSON.parse(key) as Input<N>).then((answer) => current && setValue(answer), complain);
    return () => {
      current = false;
    };
  }, [api, complain, name, key, turn]);
  const events = ['services.restarted', ...refresh].join(' ');
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    // What is told by the dozen is asked for a few times a second.
    const soon = (): void => {
      due ??= setTimeout(() => {
        due = undefined;
        setTurn((n) => n + 1);
      }, TOGETHER_MS);
    };
    const stops = events.split(' ').map((event) => api.on(event as EventName, soon));
    return () => {
      clearTimeout(due);
      stops.forEach((stop) => stop());
    };
  }, [api, events]);
  return { value, again: useCallback(() => setTurn((n) => n + 1), []) };
}
