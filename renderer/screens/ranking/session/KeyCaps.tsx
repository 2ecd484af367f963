import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyName } from '../../../keys/useKeys.ts';
import { answers, keysFor } from './voteKeys.ts';
import styles from './TwoByTwo.module.css';

/** A teacher's own keys and what they say. */
export function KeyCaps({ teacher, teachers }: { teacher: number; teachers: number }): ReactNode {
  const { t } = useTranslation('session');
  const name = useKeyName();
  return (
    <span className={styles.caps}>
      {answers.map((answer) => (
        <kbd key={answer} title={t(`answers.${answer}`)}>
          {name(keysFor(teacher, answer, teachers)[0])}
        </kbd>
      ))}
    </span>
  );
}
