import { useRef, type ReactNode } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { ReadForMe } from './ReadForMe.tsx';
import styles from './Clean.module.css';

interface RetypeProps {
  readonly paper: PaperFacts;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  /** Back to the picture instead of the text. */
  readonly onDrop: () => void;
  readonly onClose: () => void;
}

/** The response retyped beside its picture, with every error kept: no spelling help of any kind. */
export function RetypePanel({ paper, text, onType, onLeave, onDrop, onClose }: RetypeProps): ReactNode {
  const { t } = useTranslation('clean');
  const { api, complain } = useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const setHand = (hand: PaperFacts['hand']): void => void api.call('papers.setHand', { paper: paper.id, hand }).catch(complain);
  return (
    <section className={`${styles.photo} ${styles.retype}`} aria-label={t('retypeTitle', { code: paper.code })}>
      <div className={styles.tools}>
        <Button small look="ghost" onPress={onClose}>
          <Icon name="left" size={18} /> {t('retypeClose')}
        </Button>
        {text !== '' && (
          <span className={styles.toolsEnd}>
            <Button small look="ghost" onPress={onDrop}>
              {t('retypeDrop')}
            </Button>
          </span>
        )}
      </div>
      <h2>{t('retypeTitle', { code: paper.code })}</h2>
      <p className="quiet">{t('retypeHow')}</p>
      <ReadForMe paper={paper.id} text={text} field={field} onRead={onType} />
      <TextField className={`field ${styles.typed}`} value={text} onChange={onType} maxLength={4000} autoFocus>
        <Label>{t('retypeLabel')}</Label>
        <TextArea
          ref={field}
          className={paper.hand === 'stand-in' ? `input ${styles.standIn}` : 'input child'}
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="off"
          autoComplete="off"
          data-gramm="false"
          onBlur={onLeave}
        />
      </TextField>
      <Choice
        label={t('retypeLook')}
        value={paper.hand}
        options={(['plain', 'stand-in'] as const).map((value) => ({ value, label: t(`retypeLooks.${value}`) }))}
        onChange={setHand}
      />
      <p className="quiet">{t(paper.hand === 'stand-in' ? 'retypeStandInUses' : 'retypeUses')}</p>
    </section>
  );
}
