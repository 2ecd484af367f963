import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { HowFar } from '../../../../core/ranking/looksLeft.ts';
import type { Ranking } from '../../../api/useRanking.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeyName, useKeys } from '../../../keys/useKeys.ts';
import type { Binding } from '../../../keys/keyboard.ts';
import { useUndoKeys } from '../../../keys/useUndoKeys.ts';
import { Outcome } from './Outcome.tsx';
import { Sign, Voters } from './Voters.tsx';
import type { Look, Pair } from './useLook.ts';
import { answers, keysFor } from './voteKeys.ts';
import { WholePaper } from './WholePaper.tsx';
import styles from './TwoByTwo.module.css';

interface LookPanelProps {
  readonly wall: Wall;
  readonly ranking: Ranking;
  readonly far: HowFar;
  readonly look: Look;
  readonly pair: Pair;
  readonly onTeam: () => void;
  readonly onEnough: () => void;
}

/** Two papers side by side, and what each teacher says of them. */
export function LookPanel({ wall, ranking, far, look, pair, onTeam, onEnough }: LookPanelProps): ReactNode {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const [isLarge, setLarge] = useState(false);
  const name = useKeyName();
  const reason = useRef<HTMLInputElement>(null);
  const { judges } = ranking;
  const isOpen = look.shown === null;
  const alone = judges.length === 1 ? judges[0]! : null;
  const papers = (['left', 'right'] as const).flatMap((side) => {
    const paper = wall.papers.find(({ id }) => id === pair[side]);
    return paper === undefined ? [] : [{ side, paper }];
  });
  const park = ({ id }: PaperFacts): void => {
    look.next('');
    ranking.park(id, true);
  };
  const keys: Binding[] = [
    { keys: '+', words: t('larger'), run: () => setLarge(!isLarge) },
    ...papers.map(({ side, paper }): Binding => ({ keys: side === 'left' ? '[' : ']', words: t(`park_${side}`), run: () => park(paper), once: true })),
  ];
  useKeys('screen', keys);
  useUndoKeys('screen', { undo: look.undo });

  return (
    <main className={`screen ${styles.session}`}>
      <div className={styles.head}>
        <div>
          <h1>{wall.task.focus === '' ? t('which') : t('whichAbout', { focus: wall.task.focus })}</h1>
          <p className="quiet">
            {t('seen', { seen: far.seen, all: wall.papers.length - ranking.parked.length })} · {far.left > 0 ? t('left', { count: far.left }) : t('fewLeft')}
            {judges.length > 1 && ` · ${t('voteFirst')}`}
          </p>
        </div>
        <Button on={isLarge} onPress={() => setLarge(!isLarge)}>
          <Icon name={isLarge ? 'zoomOut' : 'zoomIn'} /> {isLarge ? t('whole') : t('larger')}
        </Button>
        <Button isDisabled={look.undo === null} onPress={() => look.undo?.()}>
          <Icon name="undo" /> {common('undo')}
        </Button>
        <Button onPress={onTeam}>
          <Icon name="people" /> {t('team')}
        </Button>
        <Button onPress={onEnough}>{t('enough')}</Button>
      </div>

      <div className={styles.table}>
        {papers.map(({ side, paper }) => (
          <section key={`${side} ${paper.id}`} className={styles.side} aria-label={t(`paper_${side}`)}>
            <WholePaper paper={paper} label={t(`paper_${side}`)} isLarge={isLarge} />
          </section>
        ))}
        <div className={styles.under}>
          {papers.map(({ side, paper }) => (
            <Button key={side} small look="ghost" label={t(`park_${side}`)} onPress={() => park(paper)}>
              {t('park')}
            </Button>
          ))}
          {isOpen && alone === null && <Legend />}
        </div>
      </div>

      <div className={styles.foot}>
        {look.shown !== null ? (
          <Outcome votes={look.shown} reason={reason} onNext={look.next} />
        ) : (
          <>
            <Voters judges={judges} look={look} />
            {alone !== null &&
              answers.map((answer) => (
                <Button key={answer} onPress={() => look.give(alone, answer)}>
                  <Sign answer={answer} /> {t(`answers.${answer}`)} <kbd>{name(keysFor(0, answer, 1)[0])}</kbd>
                </Button>
              ))}
          </>
        )}
      </div>
    </main>
  );
}

/** What the signs on the teachers' cards say. */
function Legend(): ReactNode {
  const { t } = useTranslation('session');
  return (
    <p className={styles.legend}>
      {answers.map((answer) => (
        <span key={answer}>
          <Sign answer={answer} /> {t(`answers.${answer}`)}
        </span>
      ))}
    </p>
  );
}
