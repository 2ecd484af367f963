import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { RoleLines } from './RoleLines.tsx';
import { useTableTitle } from './useTableTitle.ts';
import styles from './Groups.module.css';

/** The groups for the whole room: every pupil finds the own word. Names only where the teacher switches them on. */
export function Projector({ groups, onClose }: { groups: readonly TeachingGroup[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { desktop } = useApp();
  const { pupils, goals, symbols, nameOf } = useGoals();
  const titleOf = useTableTitle();
  const [names, setNames] = useState(false);
  const codes = new Map(pupils.map(({ id, code }) => [id, code]));
  const shown = groups.filter(({ members, taughtOn }) => members.length > 0 && taughtOn === null);
  useKeys('dialog', [{ keys: 'Escape', words: t('leave'), run: onClose }]);
  useEffect(() => () => void desktop.fullScreen(false), [desktop]);
  return (
    <div className={styles.projector} role="dialog" aria-modal="true" aria-label={t('projector')}>
      <ol className={`${styles.projectorTables} child`}>
        {shown.map((group, index) => {
          const { id, kind, goal, members } = group;
          return (
            <li key={id}>
              <header>
                {goals.get(goal ?? '') !== undefined && <GoalSymbol symbol={symbols.get(goals.get(goal ?? '')?.symbol ?? '')} size={88} />}
                <h2>{titleOf(group, index + 1)}</h2>
              </header>
              <ul>
                {members.map(({ pupil, role }) => (
                  <li key={pupil}>
                    {names ? nameOf(pupil) : codes.get(pupil)}
                    {role !== null && kind === 'circle' && <small>{t(`roles.${role}`)}</small>}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      {shown.some(({ kind }) => kind === 'circle') && <RoleLines className={styles.projectorRoles!} />}
      <nav className={styles.projectorBar}>
        <Button look="ghost" on={names} onPress={() => setNames(!names)}>
          {names ? t('showWords') : t('showNames')}
        </Button>
        <Button icon look="ghost" label={t('fullScreen')} onPress={() => void desktop.fullScreen(document.fullscreenElement === null)}>
          <Icon name="screen" size={24} />
        </Button>
        <Button look="ghost" onPress={onClose} autoFocus>
          {t('leave')}
        </Button>
      </nav>
    </div>
  );
}
