import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CIRCLE_ROLES } from './groupMoves.ts';

/** What each job in a writing circle is, in words for the pupils. */
export function RoleLines({ className }: { className: string }): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <dl className={`${className} child`}>
      {CIRCLE_ROLES.map((role) => (
        <div key={role}>
          <dt>{t(`roles.${role}`)}</dt>
          <dd>{t(`roles_line.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
