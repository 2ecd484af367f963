import { useState, type ReactNode, type RefObject } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { asText, unsureWords } from '../../../../core/capture/readWords.ts';
import type { Ended } from '../../../../core/contract/contract.ts';
import { useApp } from '../../../api/app.tsx';
import { useRunning } from '../../../api/useRunning.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import styles from './ReadForMe.module.css';

interface ReadProps {
  readonly paper: string;
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onRead: (text: string) => void;
}

/** A draft of the retype, as far as the writing can be read, with the words to look at; what was typed meanwhile stays. */
export function ReadForMe({ paper, text, field, onRead }: ReadProps): ReactNode {
  const { t } = useTranslation('clean');
  const { api, complain } = useApp();
  const reading = useRunning<'papers.read'>();
  const [unsure, setUnsure] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const [tooHard, setTooHard] = useState(false);

  const fill = ({ state, result }: Ended<'papers.read'>): void => {
    if (state !== 'done') return;
    setTooHard(!result.readable);
    if (!result.readable || (field.current?.value ?? '') !== '') return;
    setUnsure(unsureWords(result));
    setLooked(new Set());
    onRead(asText(result));
    field.current?.focus();
  };
  const show = (word: string): void => {
    const place = placeOf(word, text);
    if (place === null || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(place.from, place.to);
    setLooked(new Set([...looked, word]));
  };

  const open = unsure.filter((word) => placeOf(word, text) !== null);
  return (
    <>
      {reading.job !== null ? (
        <JobBar job={reading.job} onEnd={reading.ended} />
      ) : tooHard ? (
        <p className="tip">{t('readTooHard')}</p>
      ) : (
        text === '' && (
          <div className={styles.offer}>
            <Button onPress={() => void api.call('papers.read', { paper }).then(reading.until).then(fill, complain)}>
              <Icon name="eye" size={18} /> {t('readForMe')}
            </Button>
            <span className="quiet">{t('readHow')}</span>
          </div>
        )
      )}
      {open.length > 0 && (
        <div className={styles.unsure} role="group" aria-label={t('readUnsure')}>
          <span>{t('readUnsure')}</span>
          {open.map((word) => (
            <ToggleButton key={word} className={styles.word!} isSelected={looked.has(word)} onChange={() => show(word)}>
              {word}
            </ToggleButton>
          ))}
        </div>
      )}
    </>
  );
}

/** Where the word stands by itself in the text. */
function placeOf(word: string, text: string): { readonly from: number; readonly to: number } | null {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const to = from + word.length;
    if (isGap(text[from - 1]) && isGap(text[to])) return { from, to };
  }
  return null;
}

const isGap = (letter: string | undefined): boolean => letter === undefined || /\s/u.test(letter);
