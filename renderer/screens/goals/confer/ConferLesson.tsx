import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeName } from '../../../../core/goals/evidenceLog.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import type { MenuAction } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { ariaKeysHere } from '../../../keys/useKeys.ts';
import { NoticesPlace } from '../../../components/Notices.tsx';
import { go } from '../../../route.ts';
import { SpaceFilter } from '../SpaceFilter.tsx';
import { ChildCard } from './ChildCard.tsx';
import { Coverage } from './Coverage.tsx';
import { EveryoneSeen } from './EveryoneSeen.tsx';
import { PraiseRow, SaysAndWhere } from './Extras.tsx';
import { KeteJoy } from './KeteJoy.tsx';
import { IntoKete, Offers } from './Offers.tsx';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { QueueList } from './QueueList.tsx';
import { Ring } from './Ring.tsx';
import { isBlank, setAway } from './lesson.ts';
import type { LessonStore } from './lessonStore.ts';
import { useConference } from './useConference.ts';
import { useConferKeys } from './useConferKeys.ts';
import conferMarksStyles from './ConferMarks.module.css';
import styles from './Confer.module.css';

/** The round itself: one child after the other, two taps each. */
export function ConferLesson({ store, onPaper }: { store: LessonStore; onPaper: () => void }): ReactNode {
  const { t } = useTranslation('confer');
  const { goals, nameOf } = useGoals();
  const { say } = useApp();
  const conference = useConference(store);
  const { lesson, outbox, pupil, draft, goal, mark, next, undo, change } = conference;
  const [joy, setJoy] = useState<{ pupil: string; goal: string } | null>(null);
  const [asking, setAsking] = useState<'three-times' | 'teacher-says' | null>(null);
  const [choosing, setChoosing] = useState<string | null>(null);
  const card = useRef<HTMLElement>(null);
  // Something chosen in the queue gives the keys back to the child.
  const open = (id: string): void => {
    setJoy(null);
    conference.open(id);
    requestAnimationFrame(() => card.current?.focus());
  };
  useEffect(() => setChoosing(null), [pupil]);

  const choose = (outcome: OutcomeName): void => mark({ outcome: draft.outcome === outcome ? null : outcome });
  const hasGoal = goal !== null;
  useConferKeys(conference, choose);

  const intoKete = async (because: 'three-times' | 'teacher-says'): Promise<void> => {
    if (pupil === null || goal === null) return;
    const takeOut = await conference.intoKete(because);
    if (takeOut === null) return;
    setJoy({ pupil, goal: goal.goal });
    say(t('joy', { name: nameOf(pupil) }), () => {
      setJoy(null);
      takeOut();
    });
  };
  const away = (): void => {
    if (pupil !== null) change((now) => ({ ...setAway(now, pupil, true), open: null }));
  };
  // What can't be done by accident comes last: the first of a menu is the one that a key falls on.
  const actions: MenuAction[] = [
    { id: 'talked', label: t('onlyTalked'), run: conference.onlyTalked },
    {
      id: 'page',
      label: t('pageOf', { name: pupil === null ? '' : nameOf(pupil) }),
      run: () => pupil !== null && go({ place: 'goals', part: 'class', pupil }),
    },
    ...(goal === null
      ? []
      : [
          { id: 'other', label: t('otherGoal'), run: () => setChoosing(pupil) },
          { id: 'kete', label: t('keteNow'), run: () => setAsking('teacher-says') },
        ]),
  ];
  const { last } = lesson;
  const lastWhat = t(last === null || last.draft.outcome === null ? 'talked' : `outcomes.${last.draft.outcome}`);
  const isJoyful = joy !== null && joy.pupil === pupil;
  const following = conference.waiting.find((id) => id !== pupil);
  const isSkipping = pupil !== null && isBlank(draft) && conference.waiting.includes(pupil);

  return (
    <main className={`screen ${styles.confer}`}>
      <header className={styles.top}>
        <Coverage lesson={lesson} saving={outbox.saving} />
        <SpaceFilter space={lesson.space} onChange={(space) => change((now) => ({ ...now, space, open: null }))} />
        {outbox.stuck > 0 && (
          <Button small onPress={outbox.tryAgain}>
            {t('stuck', { count: outbox.stuck })}
          </Button>
        )}
        <Button preventFocusOnPress onPress={() => undo?.()} isDisabled={undo === null} aria-keyshortcuts={ariaKeysHere('Mod+Z')}>
          <Icon name="undo" size={18} />
          {last === null ? t('undo') : t('undoOf', { name: nameOf(last.pupil), what: lastWhat })}
        </Button>
        <Button look="ghost" onPress={onPaper}>
          <Icon name="paper" size={18} />
          {t('fromList')}
        </Button>
      </header>
      <NoticesPlace className={styles.said!} />
      <div className={styles.side}>
        {pupil !== null && <Ring since={lesson.openedAt} />}
        <QueueList conference={conference} onOpen={open} />
      </div>
      {pupil === null ? (
        <EveryoneSeen away={lesson.away.length} />
      ) : (
        <>
          <p className="hidden-but-read" role="status">
            {t('now', { name: nameOf(pupil), goal: goals.get(goal?.goal ?? '')?.pupilText ?? t('noGoalYet') })}
          </p>
          <div className={styles.middle}>
            {isJoyful && <KeteJoy pupil={joy.pupil} goal={joy.goal} />}
            <ChildCard conference={conference} pupil={pupil} actions={actions} onAway={away} cardRef={card}>
              <Offers
                key={pupil}
                conference={conference}
                pupil={pupil}
                choosing={choosing === pupil}
                onChoosing={(wanted) => setChoosing(wanted ? pupil : null)}
                onChosen={() => {
                  setChoosing(null);
                  setJoy(null);
                }}
                onKete={() => setAsking('three-times')}
              />
            </ChildCard>
          </div>
          <SaysAndWhere draft={draft} mark={mark} hasGoal={hasGoal} />
          <footer className={conferMarksStyles.foot}>
            <OutcomeButtons outcome={draft.outcome} disabled={!hasGoal} onChoose={choose} />
            <div className={conferMarksStyles.last}>
              <PraiseRow draft={draft} mark={mark} />
              <Button look={isSkipping ? 'plain' : 'go'} preventFocusOnPress aria-keyshortcuts="Enter" onPress={next}>
                {following === undefined ? t('finish') : t(isSkipping ? 'later' : 'next', { name: nameOf(following) })}
                <Icon name="right" size={18} />
              </Button>
            </div>
          </footer>
        </>
      )}
      {asking !== null && pupil !== null && goal !== null && (
        <IntoKete
          pupil={pupil}
          goal={goal.goal}
          onClose={() => setAsking(null)}
          onYes={() => {
            setAsking(null);
            void intoKete(asking);
          }}
        />
      )}
    </main>
  );
}
