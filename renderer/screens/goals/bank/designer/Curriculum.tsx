import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurriculumRef, Goal } from '../../../../../core/goals/goal.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Text } from '../../../../components/Fields.tsx';
import { GoalSymbol } from '../../../../components/GoalSymbol.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { go, hrefTo } from '../../../../route.ts';
import { newGoal } from '../newGoal.ts';
import { useBank } from '../useBank.tsx';
import { keepCopy, useCopies } from '../workingCopies.ts';
import { setSource, useSource } from './sources.ts';
import bankStyles from '../Bank.module.css';
import partsStyles from '../Parts.module.css';
import styles from './Designer.module.css';

const LONGEST = 2000;

/** The curriculum as the school pastes it, the passages this goal is tied to, and the goals that came of this document. */
export function Curriculum({ goal, onChange }: { goal: Goal; onChange: (part: Partial<Goal>) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const source = useSource();
  const [marked, setMarked] = useState('');
  const passageId = useId();
  const passage: CurriculumRef = { ...trimmed(source), text: (marked.trim() === '' ? source.text : marked).trim().slice(0, LONGEST) };
  const ready = passage.document !== '' && passage.version !== '';
  /** The next goal of a sitting begins where this one is: same skill set, same years. */
  const openDraft = (): void => {
    const draft: Goal = { ...newGoal({ code: goal.skillSet, family: goal.family }, goal.yearFrom, goal.yearTo, [goal]), refs: [passage] };
    keepCopy(draft);
    go({ place: 'goals', part: 'bank', view: 'goal', item: draft.code });
  };
  return (
    <section className={styles.source} aria-label={t('curriculum')}>
      <h3>{t('curriculum')}</h3>
      {goal.refs.map((ref, index) => (
        <blockquote key={index} className={styles.ref}>
          <b>{[ref.document, ref.version, ref.year, ref.place].filter(Boolean).join(' · ')}</b>
          {ref.text !== '' && <p>{ref.text}</p>}
          <Button
            look="ghost"
            icon
            small
            label={t('takeOff', { what: ref.document })}
            onPress={() => onChange({ refs: goal.refs.filter((_, at) => at !== index) })}
          >
            <Icon name="close" size={16} />
          </Button>
        </blockquote>
      ))}
      <p className="quiet">{t('curriculum_lead')}</p>
      <Text label={t('document')} maxLength={200} value={source.document} onChange={(document) => setSource({ document })} />
      <div className={`${partsStyles.fieldPair} ${partsStyles.thirds}`}>
        <Text label={t('documentVersion')} maxLength={60} value={source.version} onChange={(version) => setSource({ version })} />
        <Text label={t('documentYear')} maxLength={40} value={source.year} onChange={(year) => setSource({ year })} />
        <Text label={t('place')} maxLength={200} value={source.place} onChange={(place) => setSource({ place })} />
      </div>
      <div className="field">
        <label className="label" htmlFor={passageId}>
          {t('passage')}
        </label>
        <textarea
          id={passageId}
          className="input"
          autoComplete="off"
          rows={6}
          value={source.text}
          placeholder={t('passage_hint')}
          onChange={(event) => setSource({ text: event.target.value })}
          onSelect={({ currentTarget }) => setMarked(currentTarget.value.slice(currentTarget.selectionStart, currentTarget.selectionEnd))}
        />
      </div>
      <div className={styles.sourceDeeds}>
        <Button small isDisabled={!ready} onPress={() => onChange({ refs: [...goal.refs, passage] })}>
          {marked.trim() === '' ? t('tie') : t('tieMarked')}
        </Button>
        <Button small isDisabled={!ready} onPress={openDraft}>
          {marked.trim() === '' ? t('draftFrom') : t('draftFromMarked')}
        </Button>
      </div>
      {!ready && source.text !== '' && <p className="quiet">{t('needsSource')}</p>}
      <FromThis document={source.document.trim()} now={goal.code} />
    </section>
  );
}

/** Goals, saved or not, that are tied to this document. */
function FromThis({ document, now }: { document: string; now: string }): ReactNode {
  const { t } = useTranslation('bank');
  const { goals, symbols } = useGoals();
  const { sets } = useBank();
  const copies = useCopies();
  if (document === '') return null;
  const tied = [...new Map([...goals, ...copies]).values()].filter(({ refs, status }) => status !== 'retired' && refs.some((ref) => ref.document === document));
  if (tied.length === 0) return null;
  return (
    <>
      <h3>{t('fromThis', { count: tied.length })}</h3>
      <ul className={bankStyles.pickedGoals}>
        {tied.map((goal) => (
          <li key={goal.code}>
            <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={24} />
            <a
              className="child"
              href={hrefTo({ place: 'goals', part: 'bank', view: 'goal', item: goal.code })}
              {...(goal.code === now && { 'aria-current': 'true' })}
            >
              {goal.pupilText === '' ? t('noWordsYet') : goal.pupilText}
            </a>
            <span className="quiet">{sets.find(({ code }) => code === goal.skillSet)?.name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const trimmed = ({ document, version, year, place, text }: CurriculumRef): CurriculumRef => ({
  document: document.trim(),
  version: version.trim(),
  year: year.trim(),
  place: place.trim(),
  text,
});
