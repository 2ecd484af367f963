import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoalsProvider } from '../../api/useGoals.tsx';
import { Rescue } from '../../components/Rescue.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { goalParts, hrefTo, type GoalPart } from '../../route.ts';
import { BankScreen } from './bank/BankScreen.tsx';
import { GoalsClassScreen } from './class/GoalsClassScreen.tsx';
import { ConferScreen } from './confer/ConferScreen.tsx';
import { GroupsScreen } from '../lessons/groups/GroupsScreen.tsx';
import { LessonsScreen } from '../lessons/plan/LessonsScreen.tsx';
import { TomorrowScreen } from '../handouts/tomorrow/TomorrowScreen.tsx';
import styles from './Goals.module.css';

/** The screen of each part; each lies in a folder of its own. */
const screens: Partial<Record<GoalPart, () => ReactNode>> = {
  confer: ConferScreen,
  tomorrow: TomorrowScreen,
  class: GoalsClassScreen,
  bank: BankScreen,
  groups: GroupsScreen,
  lessons: LessonsScreen,
};

/** Everything about micro goals: what is told of a pupil in one part is seen in all of them. */
export function GoalsScreen({ part }: { part: GoalPart }): ReactNode {
  const { t } = useTranslation('goals');
  const { t: common } = useTranslation();
  const Screen = screens[part];
  return (
    <div className="app">
      <TopBar>
        <nav className={styles.goalParts} aria-label={t('parts_label')}>
          {goalParts.map((one) => (
            <a
              key={one}
              className={one === part ? styles.now : ''}
              href={hrefTo({ place: 'goals', part: one })}
              {...(one === part && { 'aria-current': 'page' })}
            >
              {t(`parts.${one}`)}
            </a>
          ))}
        </nav>
        <a className="button ghost" href={hrefTo({ place: 'class' })}>
          {common('class')}
        </a>
      </TopBar>
      <Rescue key={part}>
        <GoalsProvider
          waiting={
            <main className="screen empty" aria-busy="true">
              <p>{common('loading')}</p>
            </main>
          }
        >
          {Screen && <Screen />}
        </GoalsProvider>
      </Rescue>
    </div>
  );
}
