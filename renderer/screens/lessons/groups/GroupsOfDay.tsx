import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { RoleLines } from './RoleLines.tsx';
import { UndoButton } from '../../../components/UndoButton.tsx';
import { GroupTable } from './GroupTable.tsx';
import { PastGroups } from './PastGroups.tsx';
import { Projector } from './Projector.tsx';
import { ProposeGroups } from './ProposeGroups.tsx';
import { useAbsent, useDayPlan } from './useDayPlan.ts';
import { WhoSide } from './WhoSide.tsx';
import styles from './Groups.module.css';

/** One day's tables, with the class beside them. */
export function GroupsOfDay({ date, days }: { date: string; days: ReactNode }): ReactNode {
  const { t } = useTranslation('groups');
  const { pupils } = useGoals();
  const plan = useDayPlan(date);
  const { absent, toggle } = useAbsent(date);
  const [space, setSpace] = useState('');
  const [putBack, setPutBack] = useState<readonly string[]>([]);
  const [picked, setPicked] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const { value: late } = useAnswer('groups.leftOut', { date, space });
  const close = useCallback(() => setShown(false), []);

  const groups = plan.groups ?? [];
  const seated = new Set(groups.flatMap(({ members }) => members.map(({ pupil }) => pupil)));
  const leftOut = (late ?? []).filter(({ pupil }) => !putBack.includes(pupil) && !seated.has(pupil) && !absent.includes(pupil));
  const here = pupils.filter((pupil) => (space === '' || pupil.space === space) && !absent.includes(pupil.id)).map(({ id }) => id);
  const free = here.filter((id) => !seated.has(id) && !leftOut.some(({ pupil }) => pupil === id));
  const inCircles = groups.some(({ kind }) => kind === 'circle');

  return (
    <main className={`screen ${styles.groups}`}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          {days}
        </div>
        <UndoButton history={plan.history} what={plan.history.undoWhat} />
        {groups.some(({ taughtOn }) => taughtOn === null) && (
          <>
            <Button look="ghost" onPress={plan.clear}>
              {t('clear')}
            </Button>
            <Button onPress={() => setShown(true)}>
              <Icon name="screen" /> {t('project')}
            </Button>
          </>
        )}
      </div>
      <ProposeGroups
        plan={plan}
        space={space}
        onSpace={setSpace}
        absent={[...absent, ...seated]}
        putBack={putBack}
        waiting={free.length}
        first={groups.length === 0}
      />
      <div className={styles.board}>
        <WhoSide
          plan={plan}
          free={free}
          leftOut={leftOut}
          absent={absent}
          picked={picked}
          onPick={setPicked}
          onPutBack={(pupil) => setPutBack([...putBack, pupil])}
          onAbsent={toggle}
        />
        <section className={styles.tables} aria-label={t('tables')}>
          {plan.groups !== null && groups.length === 0 && (
            <div className={`empty ${styles.noTables}`}>
              <h2>{t('noTables')}</h2>
              <p>{t('noTables_hint')}</p>
            </div>
          )}
          <ol>
            {groups.map((group, index) => (
              <GroupTable key={group.id} group={group} number={index + 1} plan={plan} picked={picked} onPick={setPicked} />
            ))}
            {plan.groups !== null && (
              <li className={styles.newTable}>
                <Button look="ghost" onPress={plan.addTable}>
                  <Icon name="plus" /> {t('newTable')}
                </Button>
              </li>
            )}
          </ol>
          {inCircles && <RoleLines className={styles.roleLines!} />}
          <PastGroups before={date} />
        </section>
      </div>
      {shown && <Projector groups={groups} onClose={close} />}
    </main>
  );
}
