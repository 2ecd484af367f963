import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import type { TeamNote } from '../../../../core/lessons/teamNote.ts';
import type { KeptList } from '../../../api/useKeptList.ts';
import { Button } from '../../../components/Button.tsx';
import { Text } from '../../../components/Fields.tsx';
import { UndoButton } from '../../../components/UndoButton.tsx';
import { TeamNoteCard } from './TeamNoteCard.tsx';
import { TeamSummary } from './TeamSummary.tsx';
import lessonsStyles from './Lessons.module.css';
import styles from './Team.module.css';

/** Teams look again after two or three weeks. */
const USUAL_CHECK_IN = 14;

/** What the team talked about and decided, when it looks again, and the page it lays on the table then. */
export function TeamLog({ notes, views }: { notes: KeptList<TeamNote>; views: ReactNode }): ReactNode {
  const { t } = useTranslation('lessons');
  const [topic, setTopic] = useState('');
  const [text, setText] = useState('');
  const items = notes.items ?? [];
  const isDue = ({ checkInOn }: TeamNote): boolean => checkInOn !== null && checkInOn <= today();
  const alter = (id: string, difference: Partial<TeamNote>): void =>
    notes.change(
      items.map((note) => (note.id === id ? { ...note, ...difference } : note)),
      t('undo.note'),
    );
  const add = (): void => {
    const note = { id: crypto.randomUUID(), date: today(), topic: topic.trim(), text: text.trim(), checkInOn: daysFrom(today(), USUAL_CHECK_IN) };
    notes.change([note, ...items], t('undo.addNote'));
    setTopic('');
    setText('');
  };
  return (
    <main className={`screen ${lessonsStyles.lessons}`}>
      <div className="screen-head">
        <h1>{t('teamTitle')}</h1>
        {views}
        <UndoButton history={notes} what={notes.undoWhat} />
      </div>
      <div className={styles.teamColumns}>
        <section className={styles.teamNotes} aria-label={t('notes')}>
          <form
            className="card"
            onSubmit={(event) => {
              event.preventDefault();
              if (topic.trim() !== '') add();
            }}
          >
            <Text label={t('topic')} placeholder={t('topic_hint')} value={topic} onChange={setTopic} maxLength={120} />
            <Text label={t('decided')} placeholder={t('decided_hint')} lines={2} value={text} onChange={setText} maxLength={4000} />
            <Button look="go" type="submit" isDisabled={topic.trim() === '' || notes.items === null}>
              {t('writeDown')}
            </Button>
          </form>
          <ol>
            {[...items.filter(isDue), ...items.filter((note) => !isDue(note))].map((note) => (
              <TeamNoteCard
                key={note.id}
                note={note}
                due={isDue(note)}
                onChange={(difference) => alter(note.id, difference)}
                onRemove={() =>
                  notes.change(
                    items.filter(({ id }) => id !== note.id),
                    t('undo.removeNote'),
                  )
                }
              />
            ))}
          </ol>
        </section>
        <TeamSummary />
      </div>
    </main>
  );
}
