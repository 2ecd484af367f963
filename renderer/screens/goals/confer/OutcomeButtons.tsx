import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { OutcomeName } from '../../../../core/goals/evidenceLog.ts';
import { OutcomePicture } from '../OutcomePicture.tsx';
import styles from './ConferMarks.module.css';

/** How it went with the goal today: one tap or one key. */
export function OutcomeButtons({
  outcome,
  disabled,
  onChoose,
}: {
  outcome: OutcomeName | null;
  disabled: boolean;
  onChoose: (outcome: OutcomeName) => void;
}): ReactNode {
  const { t } = useTranslation('confer');
  return (
    <div className={styles.outcomes} role="group" aria-label={t('how')}>
      {OutcomeName.options.map((one, index) => (
        <AriaButton
          key={one}
          className={styles.outcome!}
          data-outcome={one}
          aria-pressed={one === outcome}
          aria-keyshortcuts={String(index + 1)}
          preventFocusOnPress
          isDisabled={disabled}
          onPress={() => onChoose(one)}
        >
          <OutcomePicture outcome={one} size={52} />
          <span>{t(`outcomes.${one}`)}</span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </AriaButton>
      ))}
    </div>
  );
}
