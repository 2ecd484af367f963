import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Started } from '../../core/contract/contract.ts';
import type { Outgoing } from '../../core/kernel/outgoing.ts';
import { useApp } from '../api/app.tsx';
import { useMaking, type MakingJob } from '../api/useMaking.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { JobBar } from './JobBar.tsx';
import styles from './MakeHandout.module.css';

/** Makes a paper and hands it over. Whoever uses it gives it a new key when the wish changes: what was made is then old. */
export function MakeHandout({ start, disabled, onMade }: { start: () => Promise<Started<MakingJob>>; disabled: boolean; onMade?: () => void }): ReactNode {
  const { t } = useTranslation('handouts');
  const { job, made, start: begin, ended } = useMaking(onMade);
  return (
    <section className={styles.paperMake}>
      {job !== null && <JobBar job={job} onEnd={ended} />}
      {made !== null && <Made file={made.file} sheets={made.sheets} />}
      {job === null && (
        <Button look={made === null ? 'go' : 'plain'} isDisabled={disabled} onPress={() => begin(start())}>
          <Icon name="print" /> {t(made === null ? 'make' : 'makeAgain')}
        </Button>
      )}
    </section>
  );
}

function Made({ file, sheets }: { file: Outgoing; sheets: number }): ReactNode {
  const { t } = useTranslation('handouts');
  const { desktop, say, complain } = useApp();
  const save = (): void => {
    desktop.save(file).then((saved) => saved && say(t('savedFile', { name: file.name })), complain);
  };
  return (
    <div className={`${styles.paperMade} tip`} role="status">
      <h2>
        <Icon name="check" /> {t('made', { count: sheets })}
      </h2>
      <p>{t('advice')}</p>
      <div className={styles.paperMadeActions}>
        <Button look="go" autoFocus onPress={() => void desktop.open(file).catch(complain)}>
          {t('open')}
        </Button>
        <Button onPress={save}>{t('save')}</Button>
      </div>
    </div>
  );
}
