import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lesson } from '../../../../core/lessons/lesson.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LessonPicture } from './LessonPicture.tsx';
import styles from './Lessons.module.css';

interface LessonCardProps {
  readonly lesson: Lesson;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onModelled: (goal: string, done: boolean) => void;
}

/** A lesson on the menu. Its big ideas stand above, in amber; the small steps to model below, each ticked with a tap. */
export function LessonCard({ lesson, open, onOpen, onModelled }: LessonCardProps): ReactNode {
  const { t } = useTranslation('lessons');
  const { goals, symbols } = useGoals();
  const { kind, title, intention, lofty, model, space } = lesson;
  return (
    <li className={open ? `${styles.lessonCard} card ${styles.open}` : `${styles.lessonCard} card`}>
      <button type="button" aria-expanded={open} onClick={onOpen}>
        <span className={styles.lessonKind}>
          <LessonPicture of={kind} /> {t(`kinds.${kind}`)}
          {space !== '' && <small>{space}</small>}
        </span>
        <b>{title === '' ? t('untitled') : title}</b>
        {intention !== '' && <span className="quiet">{intention}</span>}
        {lofty.map(({ kind: about, text }) => (
          <span key={`${about} ${text}`} className={styles.loftyLine}>
            <LessonPicture of={about} size={18} /> {text}
          </span>
        ))}
      </button>
      {model.length > 0 && (
        <ul className={styles.modelLine}>
          {model.map(({ goal, done }) => (
            <li key={goal}>
              <button
                type="button"
                className={done ? styles.done : ''}
                aria-pressed={done}
                aria-label={t('modelledGoal', { goal: goals.get(goal)?.pupilText ?? goal })}
                title={goals.get(goal)?.pupilText}
                onClick={() => onModelled(goal, !done)}
              >
                <GoalSymbol symbol={symbols.get(goals.get(goal)?.symbol ?? '')} size={34} />
                {done && <Icon name="check" size={18} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
