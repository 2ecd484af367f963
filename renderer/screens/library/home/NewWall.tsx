import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Text } from '../../../components/Fields.tsx';
import { go } from '../../../route.ts';
import styles from './Home.module.css';

/** Four short questions; only the first has to be answered. */
export function NewWall({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const { api, complain } = useApp();
  const [question, setQuestion] = useState('');
  const [focus, setFocus] = useState('');
  const [subject, setSubject] = useState('');
  const [year, setYear] = useState('');
  const make = async (): Promise<void> => {
    try {
      const { wall } = await api.call('walls.create', { question, focus, subject, year, trueSize: { name: 'not-asked', widthMm: null, heightMm: null } });
      onClose();
      go({ place: 'wall', wall, step: 'collect' });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Dialog title={t('newWall')} open={open} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Text label={t('question')} hint={t('question_hint')} value={question} onChange={setQuestion} maxLength={200} required autoFocus />
        <Text label={t('focus')} hint={t('focus_hint')} value={focus} onChange={setFocus} maxLength={120} />
        <div className={styles.twoFields}>
          <Text label={t('year')} placeholder={t('year_hint')} value={year} onChange={setYear} maxLength={40} />
          <Text label={t('subject')} placeholder={t('subject_hint')} value={subject} onChange={setSubject} maxLength={80} />
        </div>
        <div className="actions">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="go" type="submit" isDisabled={question.trim() === ''}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
