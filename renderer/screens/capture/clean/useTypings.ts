import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { useKeepOnLeaving } from './useKeepOnLeaving.ts';

/** Typing is kept after this much rest. */
const REST_MS = 800;

/** The retyped text of every paper: what is typed now, kept a moment later. */
export interface Typings {
  of(paper: PaperFacts): string;
  type(paper: PaperFacts, text: string): void;
  /** Keeps what was typed now. False when that could not be done. */
  keep(paper: string): Promise<boolean>;
  /** The paper shows its picture again; a notice offers to take that back. */
  drop(paper: PaperFacts): void;
}

export function useTypings(): Typings {
  const { api, say, complain } = useApp();
  const { t } = useTranslation('clean');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const unkept = useRef(new Map<string, { text: string; due: ReturnType<typeof setTimeout> }>());
  const last = useRef(new Map<string, Promise<boolean>>());

  const keep = useCallback(
    (paper: string): Promise<boolean> => {
      const waits = unkept.current.get(paper);
      if (waits === undefined) return last.current.get(paper) ?? Promise.resolve(true);
      clearTimeout(waits.due);
      unkept.current.delete(paper);
      const kept = api.call('papers.retype', { paper, text: waits.text === '' ? null : waits.text }).then(
        () => true,
        (error: unknown) => {
          complain(error);
          return false;
        },
      );
      last.current.set(paper, kept);
      return kept;
    },
    [api, complain],
  );

  useKeepOnLeaving(unkept, keep);

  return useMemo(() => {
    const draft = (paper: string, text: string | null): void =>
      setDrafts((now) => {
        const next = new Map(now);
        if (text === null) next.delete(paper);
        else next.set(paper, text);
        return next;
      });
    return {
      of: (paper) => drafts.get(paper.id) ?? paper.text ?? '',
      type(paper, text) {
        draft(paper.id, text);
        clearTimeout(unkept.current.get(paper.id)?.due);
        unkept.current.set(paper.id, { text, due: setTimeout(() => void keep(paper.id), REST_MS) });
      },
      keep,
      drop(paper) {
        const { id, code, textChecked } = paper;
        const text = drafts.get(id) ?? paper.text;
        const back = async (): Promise<void> => {
          await api.call('papers.retype', { paper: id, text });
          if (textChecked && text === paper.text) await api.call('papers.checkText', { paper: id, checked: true });
        };
        clearTimeout(unkept.current.get(id)?.due);
        unkept.current.delete(id);
        draft(id, null);
        api.call('papers.retype', { paper: id, text: null }).then(() => say(t('retypeDropped', { code }), () => void back().catch(complain)), complain);
      },
    };
  }, [api, say, complain, t, drafts, keep]);
}
