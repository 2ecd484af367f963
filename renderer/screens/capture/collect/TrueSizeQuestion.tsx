import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task, TrueSize } from '../../../../core/capture/task.ts';
import { trueSizes } from '../../../../core/capture/trueSize.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Text } from '../../../components/Fields.tsx';
import styles from './Collect.module.css';

const kinds = ['a4', 'a5', 'half-a4', 'exercise-book', 'letter', 'custom', 'unknown'] as const;

/** Which paper the class wrote on: asked once, then a small line that can be changed. It is said by the teacher, never guessed. */
export function useTrueSize(task: Task): { line: ReactNode; question: ReactNode } {
  const { api, complain } = useApp();
  const { t } = useTranslation('collect');
  const [asking, setAsking] = useState(task.trueSize.name === 'not-asked');
  const keep = (trueSize: TrueSize): void => {
    setAsking(false);
    const { id, ...wording } = task;
    api.call('tasks.change', { task: id, ...wording, trueSize }).catch(complain);
  };
  const words = nameOf(task.trueSize);
  return {
    line: !asking && (
      <span>
        {task.trueSize.name === 'unknown' || task.trueSize.name === 'not-asked' ? t('writtenOnUnknown') : t('writtenOn', { size: words })}
        <button type="button" className={styles.link} onClick={() => setAsking(true)}>
          {t('change')}
        </button>
      </span>
    ),
    question: asking && <TrueSizeQuestion trueSize={task.trueSize} onKeep={keep} />,
  };

  function nameOf({ name, widthMm, heightMm }: TrueSize): string {
    return name === 'not-asked' ? '' : name === 'custom' ? t('customKept', { width: widthMm ?? 0, height: heightMm ?? 0 }) : t(`sizes.${name}`);
  }
}

function TrueSizeQuestion({ trueSize, onKeep }: { trueSize: TrueSize; onKeep: (trueSize: TrueSize) => void }): ReactNode {
  const { t } = useTranslation('collect');
  const [chosen, setChosen] = useState<TrueSize['name'] | null>(trueSize.name === 'not-asked' ? null : trueSize.name);
  const [width, setWidth] = useState(String(trueSize.widthMm ?? ''));
  const [height, setHeight] = useState(String(trueSize.heightMm ?? ''));
  const label = useId();
  const sides = [Number(width.replace(',', '.')), Number(height.replace(',', '.'))] as const;
  const sound = sides.every((side) => side >= 20 && side <= 2000);
  const choose = (name: (typeof kinds)[number]): void => {
    setChosen(name);
    if (name === 'custom') return;
    if (name === 'unknown') return onKeep({ name, widthMm: null, heightMm: null });
    onKeep({ name, widthMm: trueSizes[name].width, heightMm: trueSizes[name].height });
  };
  return (
    <div className={`${styles.ask} tip`}>
      <p id={label}>
        <strong>{t('sizeAsk')}</strong> <span className="quiet">{t('sizeWhy')}</span>
      </p>
      <div className={styles.kinds} role="group" aria-labelledby={label}>
        {kinds.map((name) => (
          <Button key={name} on={chosen === name} aria-pressed={chosen === name} onPress={() => choose(name)}>
            {t(`sizes.${name}`)} {name !== 'unknown' && <small>{t(`sides.${name}`)}</small>}
          </Button>
        ))}
      </div>
      {chosen === 'custom' && (
        <form
          className={styles.custom}
          onSubmit={(event) => {
            event.preventDefault();
            if (sound) onKeep({ name: 'custom', widthMm: sides[0], heightMm: sides[1] });
          }}
        >
          <Text label={t('widthMm')} value={width} onChange={setWidth} />
          <Text label={t('heightMm')} value={height} onChange={setHeight} />
          <Button type="submit" isDisabled={!sound}>
            {t('keep')}
          </Button>
        </form>
      )}
    </div>
  );
}
