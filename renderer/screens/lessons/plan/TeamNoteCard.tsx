import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import type { TeamNote } from '../../../../core/lessons/teamNote.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { Button } from '../../../components/Button.tsx';
import { KeptText } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import lessonsStyles from './Lessons.module.css';
import styles from './Team.module.css';

const WEEKS = [2, 3, 6] as const;

interface TeamNoteCardProps {
  readonly note: TeamNote;
  /** The day to look again has come. */
  readonly due: boolean;
  readonly onChange: (difference: Partial<TeamNote>) => void;
  readonly onRemove: () => void;
}

/** One meeting's decision, with the day the team looks again. */
export function TeamNoteCard({ note, due, onChange, onRemove }: TeamNoteCardProps): ReactNode {
  const { t } = useTranslation('lessons');
  return (
    <li className={`${styles.teamNote} card`} data-due={due || undefined}>
      {due && (
        <p className={lessonsStyles.dueLine}>
          <Icon name="eye" /> {t('lookAgain')}
        </p>
      )}
      <header>
        <div>
          <h2>{note.topic}</h2>
          <p className="quiet">{dayInWords(note.date)}</p>
        </div>
        <Button look="ghost" icon small label={t('removeNote', { topic: note.topic })} onPress={onRemove}>
          <Icon name="bin" size={18} />
        </Button>
      </header>
      <KeptText
        label={t('decided')}
        labelHidden
        placeholder={t('decided_hint')}
        lines={Math.max(2, Math.ceil(note.text.length / 60))}
        value={note.text}
        maxLength={4000}
        onKeep={(text) => onChange({ text: text.trim() })}
      />
      <footer>
        <span className="quiet">{note.checkInOn === null ? t('noCheckIn') : t('checkIn', { day: dayInWords(note.checkInOn) })}</span>
        {WEEKS.map((weeks) => (
          <Button key={weeks} small onPress={() => onChange({ checkInOn: daysFrom(due ? today() : note.date, 7 * weeks) })}>
            {t('inWeeks', { count: weeks })}
          </Button>
        ))}
        {note.checkInOn !== null && (
          <Button small {...(due && { look: 'go' as const })} onPress={() => onChange({ checkInOn: null })}>
            {t('looked')}
          </Button>
        )}
      </footer>
    </li>
  );
}
