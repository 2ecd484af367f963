import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lesson } from '../../../../core/lessons/lesson.ts';
import { useAnswer } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Lessons.module.css';

const MOST = 3;
const PROPOSED = 6;

/** One to three small steps to model, proposed from what the class works on; ticked when it was done. */
export function ModelToday({ lesson, onChange }: { lesson: Lesson; onChange: (model: Lesson['model']) => void }): ReactNode {
  const { t } = useTranslation('lessons');
  const { goals, symbols } = useGoals();
  const { value } = useAnswer('lessons.toModel', { space: lesson.space });
  const { model } = lesson;
  const pupils = new Map((value ?? []).map((one) => [one.goal, one.pupils]));
  const proposed = (value ?? []).filter(({ goal }) => goals.has(goal) && !model.some((one) => one.goal === goal)).slice(0, PROPOSED);
  return (
    <section className={styles.toModel}>
      <h3>{t('model')}</h3>
      <p className="quiet">{t('model_hint')}</p>
      <ul className={styles.chosenSteps}>
        {model.map(({ goal: code, done }) => {
          const goal = goals.get(code);
          return (
            <li key={code}>
              <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={48} />
              <div>
                <b className="child">{goal?.pupilText ?? code}</b>
                {goal !== undefined && <p className="quiet">{goal.model}</p>}
                <Check
                  label={t('modelled')}
                  checked={done}
                  onChange={(now) => onChange(model.map((one) => (one.goal === code ? { ...one, done: now } : one)))}
                />
              </div>
              <Button
                look="ghost"
                icon
                small
                label={t('notThis', { goal: goal?.pupilText ?? code })}
                onPress={() => onChange(model.filter((one) => one.goal !== code))}
              >
                <Icon name="close" size={18} />
              </Button>
            </li>
          );
        })}
      </ul>
      {model.length < MOST && (
        <>
          {value !== null && proposed.length === 0 && model.length === 0 && <p className="quiet">{t('noLiveGoals')}</p>}
          <ul className={styles.proposedSteps}>
            {proposed.map(({ goal: code }) => (
              <li key={code}>
                <button type="button" onClick={() => onChange([...model, { goal: code, done: false }])}>
                  <GoalSymbol symbol={symbols.get(goals.get(code)?.symbol ?? '')} size={34} />
                  <span>
                    <b className="child">{goals.get(code)?.pupilText}</b>
                    <small>{t('writers', { count: pupils.get(code) ?? 0 })}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
