import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Context, Praise, Says } from '../../../../core/goals/evidenceLog.ts';
import { toggledPraise, type Draft } from './lesson.ts';
import { PRAISE_KEYS } from './useConferKeys.ts';
import styles from './ConferMarks.module.css';

interface Marking {
  readonly draft: Draft;
  readonly mark: (part: Partial<Draft>) => void;
}

/** What was praised, and whether something was put right together. */
export function PraiseRow({ draft, mark }: Marking): ReactNode {
  const { t } = useTranslation('confer');
  return (
    <div className={styles.praise} role="group" aria-label={t('praised')}>
      {Praise.options.map((one) => (
        <Pill
          key={one}
          keyName={PRAISE_KEYS[one]}
          on={draft.praise.includes(one)}
          tone="glow"
          label={t(`praise.${one}`)}
          onPress={() => mark({ praise: toggledPraise(draft.praise, one) })}
        />
      ))}
      <Pill keyName="F" on={draft.fixedTogether} tone="grow" label={t('fixed')} onPress={() => mark({ fixedTogether: !draft.fixedTogether })} />
    </div>
  );
}

/** Whether the child can say the goal, and where in the day this was. */
export function SaysAndWhere({ draft, mark, hasGoal }: Marking & { hasGoal: boolean }): ReactNode {
  const { t } = useTranslation('confer');
  return (
    <div className={styles.extras}>
      <div role="group" aria-label={t('canSay')}>
        <h3>
          {t('canSay')} <kbd aria-hidden="true">S</kbd>
        </h3>
        {Says.options.map((one) => (
          <Pill
            key={one}
            on={draft.says === one}
            tone="grow"
            label={t(`says.${one}`)}
            disabled={!hasGoal}
            onPress={() => mark({ says: draft.says === one ? null : one })}
          />
        ))}
      </div>
      <div role="group" aria-label={t('where')}>
        <h3>{t('where')}</h3>
        <div className={styles.where}>
          {Context.options.map((one) => (
            <Pill key={one} on={draft.context === one} tone="plain" label={t(`contexts.${one}`)} onPress={() => mark({ context: one })} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Pill({
  label,
  on,
  tone,
  keyName,
  disabled = false,
  onPress,
}: {
  label: string;
  on: boolean;
  tone: 'glow' | 'grow' | 'plain';
  keyName?: string;
  disabled?: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <AriaButton
      className={styles.pill!}
      data-tone={tone}
      aria-pressed={on}
      preventFocusOnPress
      isDisabled={disabled}
      onPress={onPress}
      {...(keyName !== undefined && { 'aria-keyshortcuts': keyName })}
    >
      {label}
      {keyName !== undefined && <kbd aria-hidden="true">{keyName}</kbd>}
    </AriaButton>
  );
}
