import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly loss?: boolean;
  readonly run: () => void;
}

interface ActionMenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** After a press by mouse or finger the keys stay where they were. */
  readonly keepsNoFocus?: boolean;
  readonly children?: ReactNode;
}

/** A button that opens a short list of things to do. */
export function ActionMenu({ label, actions, keepsNoFocus = false, children }: ActionMenuProps): ReactNode {
  return (
    <MenuTrigger>
      <Button look="ghost" icon={children === undefined} label={label} preventFocusOnPress={keepsNoFocus}>
        {children ?? <Icon name="more" />}
      </Button>
      <Popover placement="bottom end">
        <Menu className="menu" onAction={(key) => actions.find(({ id }) => id === key)?.run()}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} className={action.loss === true ? 'loss' : ''} textValue={action.label}>
              {action.icon && <Icon name={action.icon} size={18} />}
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
