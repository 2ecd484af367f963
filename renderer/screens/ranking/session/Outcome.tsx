import { useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField } from 'react-aria-components';
import type { KeptVote } from '../../../../core/ranking/voteLog.ts';
import { Button } from '../../../components/Button.tsx';
import { useKeyName, useKeys } from '../../../keys/useKeys.ts';
import { Sign } from './Voters.tsx';
import styles from './TwoByTwo.module.css';

/** What all said, and why, if somebody says it. */
export function Outcome({
  votes,
  reason: field,
  onNext,
}: {
  votes: readonly KeptVote[];
  reason: RefObject<HTMLInputElement | null>;
  onNext: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation('session');
  const name = useKeyName();
  const [reason, setReason] = useState('');
  const next = (): void => onNext(reason);
  useKeys('screen', [
    { keys: 'Enter', words: t('next'), run: next, whileTyping: true, once: true },
    { keys: 'B', words: t('because'), run: () => field.current?.focus() },
  ]);
  const count = (answer: KeptVote['answer']): number => votes.filter((vote) => vote.answer === answer).length;
  const [left, right] = [count('left'), count('right')];
  const [tie, unreadable] = [count('tie'), count('unreadable')];
  const said =
    unreadable > votes.length / 2
      ? t('outcome.unreadable')
      : left === right
        ? t('outcome.even')
        : votes.length === 1
          ? t(left > right ? 'answers.left' : 'answers.right')
          : t(left > right ? 'outcome.left' : 'outcome.right', { score: `${Math.max(left, right)}–${Math.min(left, right)}` });
  return (
    <div className={styles.outcome}>
      <div role="status">
        <p className={styles.said}>{said}</p>
        {votes.length > 1 && (
          <ul>
            {votes.map(({ id, judge, answer }) => (
              <li key={id}>
                <Sign answer={answer} /> <b>{judge}</b> <span className="hidden-but-read">{t(`answers.${answer}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {tie > 0 && votes.length > 1 && <p className="quiet">{t('outcome.ties', { count: tie })}</p>}
      </div>
      <TextField className={styles.because!} value={reason} onChange={setReason} maxLength={200}>
        <Label>
          {t('because')} <kbd>{name('B')}</kbd>
        </Label>
        <Input ref={field} className="input" autoComplete="off" placeholder={t('because_hint')} />
      </TextField>
      <Button look="go" onPress={next}>
        {t('next')} <kbd>{name('Enter')}</kbd>
      </Button>
    </div>
  );
}
