import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useGoals } from '../../../api/useGoals.tsx';
import { useKept } from '../../../api/useKept.ts';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go, hrefTo, useRoute, type BankView } from '../../../route.ts';
import { BankMap } from './BankMap.tsx';
import { CardsView } from './CardsView.tsx';
import { DesignSession } from './DesignSession.tsx';
import { FileReports } from './FileReports.tsx';
import { MicroGoalCard } from './MicroGoalCard.tsx';
import { newGoal } from './newGoal.ts';
import { SkillSetsView } from './SkillSetsView.tsx';
import { useBankFiles } from './useBankFiles.ts';
import { BankProvider, useBank } from './useBank.tsx';
import { keepCopy } from './workingCopies.ts';
import { WorthALook } from './WorthALook.tsx';
import { GoalDesigner } from './designer/GoalDesigner.tsx';
import { SymbolsView } from './symbols/SymbolsView.tsx';
import styles from './Bank.module.css';

const tabs = ['map', 'symbols', 'sets', 'cards', 'look'] as const;

/** The school's goal bank: every deed is a new version, and every deed can be taken back. */
export function BankScreen(): ReactNode {
  return (
    <BankProvider>
      <Bank />
    </BankProvider>
  );
}

function Bank(): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const route = useRoute();
  const { bank } = useGoals();
  const { sets, notes, undo, redo } = useBank();
  const files = useBankFiles();
  const intro = useKept('bank.explained', z.literal('away'));
  const explained = intro !== null && intro.value === null;
  const [session, setSession] = useState(false);
  const { view = 'map', item } = route.place === 'goals' ? route : { view: 'map' as const, item: undefined };
  const explain = (shown: boolean): void => {
    intro?.keep(shown ? null : 'away');
    if (shown) openView('map');
  };
  const addGoal = (): void => {
    const [first] = sets;
    if (first === undefined) return openView('sets');
    const goal = newGoal(first, first.yearFrom, first.yearTo, bank.goals);
    keepCopy(goal);
    openView('goal', goal.code);
  };
  if (session) return <DesignSession onLeave={() => setSession(false)} />;
  return (
    <main className={files.hovering ? `screen ${styles.bank} ${styles.hovering}` : `screen ${styles.bank}`}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <nav className={styles.tabs} aria-label={t('views')}>
          {tabs.map((tab) => {
            const now = tab === view || (tab === 'map' && view === 'goal');
            return (
              <a
                key={tab}
                href={hrefTo({ place: 'goals', part: 'bank', view: tab })}
                className={now ? styles.now : ''}
                {...(now && { 'aria-current': 'page' })}
              >
                {t(`tabs.${tab}`)}
                {tab === 'look' && notes !== null && notes.length > 0 && <b className={styles.count}>{notes.length}</b>}
              </a>
            );
          })}
        </nav>
        <div className={styles.deeds}>
          <Button look="ghost" icon label={common('undo')} isDisabled={undo === null} onPress={() => undo?.()}>
            <Icon name="undo" />
          </Button>
          <Button look="ghost" icon label={common('redo')} isDisabled={redo === null} onPress={() => redo?.()}>
            <Icon name="redo" />
          </Button>
          <Button look="ghost" icon label={t('session')} onPress={() => setSession(true)}>
            <Icon name="screen" />
          </Button>
          <ActionMenu
            label={t('files')}
            actions={[
              { id: 'what', label: t('what'), icon: 'eye', run: () => explain(true) },
              { id: 'csvOut', label: t('csvOut'), icon: 'up', run: files.csvOut },
              { id: 'csvIn', label: t('csvIn'), icon: 'down', run: files.csvIn },
              { id: 'packOut', label: t('packOut'), icon: 'up', run: () => files.packOut(null) },
              { id: 'packIn', label: t('packIn'), icon: 'down', run: files.packIn },
            ]}
          >
            {t('files')}
          </ActionMenu>
          <Button look="go" onPress={addGoal}>
            <Icon name="plus" size={18} />
            {t('addGoal')}
          </Button>
        </div>
      </header>
      {view === 'map' && explained && <MicroGoalCard onAway={() => explain(false)} />}
      {view === 'map' && <BankMap {...(item !== undefined && { item })} onPack={files.packOut} />}
      {view === 'goal' && <GoalDesigner key={item} code={item ?? ''} />}
      {view === 'symbols' && <SymbolsView {...(item !== undefined && { item })} />}
      {view === 'sets' && <SkillSetsView {...(item !== undefined && { item })} />}
      {view === 'cards' && <CardsView {...(item !== undefined && { item })} />}
      {view === 'look' && <WorthALook />}
      <FileReports files={files} />
    </main>
  );
}

function openView(view: BankView, item?: string): void {
  go({ place: 'goals', part: 'bank', view, ...(item !== undefined && { item }) });
}
