import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `go`: the one thing to do next on this screen. `loss`: something will be gone. */
  readonly look?: 'plain' | 'go' | 'ghost' | 'loss';
  readonly small?: boolean;
  /** A picture instead of words; then `label` is read out. */
  readonly icon?: boolean;
  readonly label?: string;
  readonly on?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'plain', small = false, icon = false, on = false, label, children, ...rest }: ButtonProps): ReactNode {
  const names = ['button', look === 'plain' ? '' : look, small ? 'small' : '', icon ? 'icon' : '', on ? 'on' : ''].filter(Boolean).join(' ');
  return (
    <AriaButton {...rest} className={names} {...(label !== undefined && { 'aria-label': label })}>
      {children}
    </AriaButton>
  );
}
