import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteAnswer } from '../../../../core/ranking/votes.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeyName, useKeys } from '../../../keys/useKeys.ts';
import type { Look } from './useLook.ts';
import { answers, keysFor } from './voteKeys.ts';
import styles from './TwoByTwo.module.css';

/** A card for each teacher: their own keys, big enough for a finger, and whether they have voted. */
export function Voters({ judges, look }: { judges: readonly string[]; look: Look }): ReactNode {
  const { t } = useTranslation('session');
  const name = useKeyName();
  useKeys(
    'screen',
    judges.flatMap((judge, teacher) =>
      answers.map((answer) => ({
        keys: keysFor(teacher, answer, judges.length),
        words: t('keySays', { name: judge, says: t(`answers.${answer}`) }),
        run: () => look.give(judge, answer),
        once: true,
      })),
    ),
  );
  if (judges.length === 1) return null;
  return (
    <ul className={styles.voters}>
      {judges.map((judge, teacher) => {
        const hasVoted = look.voted.includes(judge);
        return (
          <li key={judge} data-teacher={teacher} className={hasVoted ? styles.voted : ''}>
            <p>
              <b>{judge}</b> <span className="quiet">{hasVoted ? t('hasVoted') : t('thinks')}</span>
            </p>
            <div role="group" aria-label={judge}>
              {answers.map((answer) => (
                <Button key={answer} icon onPress={() => look.give(judge, answer)}>
                  <span className="hidden-but-read">{t('keySays', { name: judge, says: t(`answers.${answer}`) })}</span>
                  <Sign answer={answer} />
                  <kbd aria-hidden="true">{name(keysFor(teacher, answer, judges.length)[0])}</kbd>
                </Button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What an answer looks like. */
export function Sign({ answer }: { answer: VoteAnswer }): ReactNode {
  if (answer === 'left' || answer === 'right') return <Icon name={answer} size={18} />;
  return <span aria-hidden="true">{answer === 'tie' ? '≈' : '?'}</span>;
}
