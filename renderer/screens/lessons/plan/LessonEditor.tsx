import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spacesOf } from '../../../../core/class/pupil.ts';
import { LessonKind, type Lesson } from '../../../../core/lessons/lesson.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choice, KeptText } from '../../../components/Fields.tsx';
import { SpaceChoice } from '../../../components/SpaceChoice.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LessonPicture } from './LessonPicture.tsx';
import { LoftyGoals } from './LoftyGoals.tsx';
import { ModelToday } from './ModelToday.tsx';
import styles from './Lessons.module.css';

interface LessonEditorProps {
  readonly lesson: Lesson;
  readonly days: readonly string[];
  readonly onChange: (difference: Partial<Lesson>, what: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One lesson: what kind it is, what the class learns, its big ideas, and the small steps modelled in it. */
export function LessonEditor({ lesson, days, onChange, onRemove, onClose }: LessonEditorProps): ReactNode {
  const { t } = useTranslation('lessons');
  const { t: common } = useTranslation();
  const { pupils } = useGoals();
  const spaces = spacesOf(pupils);
  return (
    <aside className={`${styles.lessonEditor} card`} aria-label={t('lesson')}>
      <header>
        <h2>{lesson.title === '' ? t('untitled') : lesson.title}</h2>
        <Button look="ghost" icon small label={t('removeLesson')} onPress={onRemove}>
          <Icon name="bin" />
        </Button>
        <Button look="ghost" icon small label={common('close')} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={styles.kindPicker} role="radiogroup" aria-label={t('kind')}>
        {LessonKind.options.map((kind) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={lesson.kind === kind}
            className={lesson.kind === kind ? styles.on : ''}
            onClick={() => onChange({ kind }, t('undo.change'))}
          >
            <LessonPicture of={kind} />
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </div>
      <Choice
        label={t('day')}
        labelHidden
        value={lesson.date}
        options={days.map((date) => ({ value: date, label: dayInWords(date).slice(0, 3) }))}
        onChange={(date) => onChange({ date }, t('undo.change'))}
      />
      {spaces.length > 1 && (
        <SpaceChoice
          spaces={spaces}
          space={lesson.space}
          label={t('space')}
          allLabel={t('allSpaces')}
          onChange={(space) => onChange({ space }, t('undo.change'))}
        />
      )}
      <KeptText
        label={t('name')}
        placeholder={t('name_hint')}
        value={lesson.title}
        maxLength={120}
        onKeep={(title) => onChange({ title: title.trim() }, t('undo.change'))}
      />
      <KeptText
        label={t('intention')}
        placeholder={t('intention_hint')}
        lines={2}
        value={lesson.intention}
        maxLength={300}
        onKeep={(intention) => onChange({ intention: intention.trim() }, t('undo.change'))}
      />
      <LoftyGoals lofty={lesson.lofty} onChange={(lofty) => onChange({ lofty }, t('undo.lofty'))} />
      <ModelToday lesson={lesson} onChange={(model) => onChange({ model }, t('undo.model'))} />
    </aside>
  );
}
