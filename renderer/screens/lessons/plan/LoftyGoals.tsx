import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoftyKind, type Lesson } from '../../../../core/lessons/lesson.ts';
import { Button } from '../../../components/Button.tsx';
import { KeptText } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LessonPicture } from './LessonPicture.tsx';
import styles from './Lessons.module.css';

const MOST = 12;

/** The big ideas of a lesson, for everyone: another thing than the small step of each writer, in another place and colour. */
export function LoftyGoals({ lofty, onChange }: { lofty: Lesson['lofty']; onChange: (lofty: Lesson['lofty']) => void }): ReactNode {
  const { t } = useTranslation('lessons');
  // One more line of a kind comes when it is asked for: a line that came by itself would push the next press off its button.
  const [more, setMore] = useState<LoftyKind | null>(null);
  const reworded = (index: number, text: string): Lesson['lofty'] =>
    text === '' ? lofty.filter((_, at) => at !== index) : lofty.map((one, at) => (at === index ? { ...one, text } : one));
  return (
    <section className={styles.lofty}>
      <h3>{t('lofty')}</h3>
      <p className="quiet">{t('lofty_hint')}</p>
      <ul>
        {LoftyKind.options.map((kind) => {
          const name = t(`loftyKinds.${kind}`);
          const lines = lofty.map((one, index) => ({ ...one, index })).filter((one) => one.kind === kind);
          const shown = lines.length === 0 || more === kind ? [...lines, { kind, text: '', index: lofty.length }] : lines;
          return (
            <li key={kind}>
              <span className="label">
                <LessonPicture of={kind} /> {name}
                {lines.length > 0 && lofty.length < MOST && (
                  <Button look="ghost" icon small label={t('oneMore', { kind: name })} onPress={() => setMore(kind)}>
                    <Icon name="plus" size={18} />
                  </Button>
                )}
              </span>
              {shown.map(({ text, index }, line) => (
                <KeptText
                  key={line}
                  label={text === '' ? t('addLofty', { kind: name }) : name}
                  labelHidden
                  placeholder={t(`lofty_eg.${kind}`)}
                  value={text}
                  maxLength={200}
                  onKeep={(said) => {
                    if (index < lofty.length) onChange(reworded(index, said.trim()));
                    else if (said.trim() !== '') onChange([...lofty, { kind, text: said.trim() }]);
                    setMore(null);
                  }}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
