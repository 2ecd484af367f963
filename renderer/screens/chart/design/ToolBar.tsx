import type { ReactNode } from 'react';
import { MenuTrigger, Popover, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeyName } from '../../../keys/useKeys.ts';
import { go } from '../../../route.ts';
import type { Action, Actions } from './actions.ts';
import { ActionList, actionsInMenu } from './ActionList.tsx';
import { shownKeys } from './shortcuts.ts';
import type { Designer } from './useDesigner.ts';
import styles from './Design.module.css';

/** What is done most, in sight; the rest one press away. */
export function ToolBar({ designer, actions }: { designer: Designer; actions: Actions }): ReactNode {
  const { t } = useTranslation('design');
  return (
    <div className={styles.bar}>
      <h1 className="hidden-but-read">{t('title')}</h1>
      <Toolbar aria-label={t('toolbar')} className={styles.tools!}>
        <Tool action={actions.undo} />
        <Tool action={actions.redo} />
        <i className={styles.barLine} />
        <Tool action={actions.edit} />
        <Tool action={actions.crop} on={designer.cropping !== null} />
        <i className={styles.barLine} />
        <Tool action={actions.duplicate} />
        <Tool action={actions.front} />
        <Tool action={actions.back} />
        <Tool action={actions.lock} />
        <Tool action={actions.remove} />
        <MenuTrigger>
          <Button look="ghost" icon label={t('more')}>
            <Icon name="more" />
          </Button>
          <Popover placement="bottom start" className="menu">
            <ActionList label={t('more')} actions={actionsInMenu(actions)} />
          </Popover>
        </MenuTrigger>
      </Toolbar>
      <Button look="go" onPress={() => go({ place: 'wall', wall: designer.wall.id, step: 'print' })}>
        {t('printIt')} <Icon name="right" size={18} />
      </Button>
    </div>
  );
}

function Tool({ action, on = false }: { action: Action; on?: boolean }): ReactNode {
  const keyName = useKeyName();
  const keys = shownKeys(action.name);
  return (
    <TooltipTrigger delay={500}>
      <Button look="ghost" icon on={on} isDisabled={!action.enabled} label={action.label} onPress={action.run}>
        <Icon name={action.icon ?? 'more'} />
      </Button>
      <Tooltip className={styles.hintBubble!} placement="bottom">
        {action.label} {keys !== null && <kbd>{keyName(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
