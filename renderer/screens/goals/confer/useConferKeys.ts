import { useTranslation } from 'react-i18next';
import { OutcomeName, Praise } from '../../../../core/goals/evidenceLog.ts';
import type { Binding } from '../../../keys/keyboard.ts';
import type { Keys } from '../../../keys/chord.ts';
import { useKeys } from '../../../keys/useKeys.ts';
import { useUndoKeys } from '../../../keys/useUndoKeys.ts';
import { nextSays, toggledPraise } from './lesson.ts';
import type { Conference } from './useConference.ts';

const OUTCOME_KEYS: Readonly<Record<OutcomeName, Keys>> = { 'not-yet': '1', tried: '2', 'with-help': '3', 'by-myself': '4' };
export const PRAISE_KEYS = { content: 'C', language: 'L', creativity: 'R' } as const satisfies Record<Praise, Keys>;

/** The keys of a conference: one for how it went, Enter for the next child. Undo takes the child before back. */
export function useConferKeys({ pupil, goal, draft, mark, next, undo }: Conference, choose: (outcome: OutcomeName) => void): void {
  const { t } = useTranslation('confer');
  // The keys are the child's also where they were left on a list or on a button with a menu: no key reaches a menu by accident.
  const one = (keys: Keys, words: string, run: (() => void) | null): Binding => ({ keys, words, run, once: true, over: ['list', 'opener'] });
  useUndoKeys('screen', { undo });
  useKeys(
    'screen',
    pupil === null
      ? []
      : [
          ...OutcomeName.options.map((outcome) => one(OUTCOME_KEYS[outcome], t(`outcomes.${outcome}`), goal === null ? null : () => choose(outcome))),
          ...Praise.options.map((praise) => one(PRAISE_KEYS[praise], t(`praise.${praise}`), () => mark({ praise: toggledPraise(draft.praise, praise) }))),
          one('F', t('fixed'), () => mark({ fixedTogether: !draft.fixedTogether })),
          one('S', t('canSay'), goal === null ? null : () => mark({ says: nextSays(draft.says) })),
          one('Enter', t('finish'), next),
        ],
  );
}
