import type { ReactNode } from 'react';
import { Keyboard, Menu, MenuItem } from 'react-aria-components';
import { useKeyName } from '../../../keys/useKeys.ts';
import type { Action, Actions } from './actions.ts';
import { shownKeys } from './shortcuts.ts';
import styles from './DesignPanels.module.css';

/** Things to do, with the keys that do them. */
export function ActionList({ label, actions, onDone }: { label: string; actions: readonly Action[]; onDone?: () => void }): ReactNode {
  const keyName = useKeyName();
  return (
    <Menu
      className={styles.actionList!}
      aria-label={label}
      autoFocus="first"
      {...(onDone && { onClose: onDone })}
      disabledKeys={actions.filter(({ enabled }) => !enabled).map(({ name }) => name)}
      onAction={(key) => actions.find(({ name }) => name === key)?.run()}
    >
      {actions.map((action) => {
        const keys = shownKeys(action.name);
        return (
          <MenuItem key={action.name} id={action.name} textValue={action.label} className={action.loss === true ? 'loss' : ''}>
            <span>{action.label}</span>
            {keys !== null && <Keyboard>{keyName(keys)}</Keyboard>}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

/** What the menus offer, in their order: first what is for the chosen things, then for the strip. */
export function actionsInMenu(actions: Actions): Action[] {
  const { edit, crop, copy, paste, duplicate, front, forward, backward, back, lock, all, remove, seams } = actions;
  return [edit, crop, copy, paste, duplicate, front, forward, backward, back, lock, all, remove, actions['lay-afresh'], seams];
}
