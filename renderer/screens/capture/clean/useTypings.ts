import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { useKeepOnLeaving } from './useKeepOnLeaving.ts';

/** Typing is kept after this much rest. */
const REST_MS = 800;

/** The retyped text of every paper: what is typed now, kept a moment later. */
export interface Typings {
  of(sample: SampleFacts): string;
  type(sample: SampleFacts, text: string): void;
  /** Keeps what was typed now. False when that could not be done. */
  keep(sample: string): Promise<boolean>;
  /** The paper shows its picture again; a notice offers to take that back. */
  drop(sample: SampleFacts): void;
}

export function useTypings(): Typings {
  const { api, say, complain } = useApp();
  const { t } = useTranslation('clean');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const unkept = useRef(new Map<string, { text: string; due: ReturnType<typeof setTimeout> }>());
  const last = useRef(new Map<string, Promise<boolean>>());

  const keep = useCallback(
    (sample: string): Promise<boolean> => {
      const waits = unkept.current.get(sample);
      if (waits === undefined) return last.current.get(sample) ?? Promise.resolve(true);
      clearTimeout(waits.due);
      unkept.current.delete(sample);
      const kept = api.call('papers.retype', { sample, text: waits.text === '' ? null : waits.text }).then(
        () => true,
        (error: unknown) => {
          complain(error);
          return false;
        },
      );
      last.current.set(sample, kept);
      return kept;
    },
    [api, complain],
  );

  useKeepOnLeaving(unkept, keep);

  return useMemo(() => {
    const draft = (sample: string, text: string | null): void =>
      setDrafts((now) => {
        const next = new Map(now);
        if (text === null) next.delete(sample);
        else next.set(sample, text);
        return next;
      });
    return {
      of: (sample) => drafts.get(sample.id) ?? sample.text ?? '',
      type(sample, text) {
        draft(sample.id, text);
        clearTimeout(unkept.current.get(sample.id)?.due);
        unkept.current.set(sample.id, { text, due: setTimeout(() => void keep(sample.id), REST_MS) });
      },
      keep,
      drop(sample) {
        const { id, code, textChecked } = sample;
        const text = drafts.get(id) ?? sample.text;
        const back = async (): Promise<void> => {
          await api.call('papers.retype', { sample: id, text });
          if (textChecked && text === sample.text) await api.call('papers.checkText', { sample: id, checked: true });
        };
        clearTimeout(unkept.current.get(id)?.due);
        unkept.current.delete(id);
        draft(id, null);
        api.call('papers.retype', { sample: id, text: null }).then(() => say(t('retypeDropped', { code }), () => void back().catch(complain)), complain);
      },
    };
  }, [api, say, complain, t, drafts, keep]);
}
