import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spacesOf } from '../../../../core/class/pupil.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { SpaceChoice } from '../../../components/SpaceChoice.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { DayPlan } from './useDayPlan.ts';
import styles from './Groups.module.css';

const KINDS = ['need', 'pair', 'circle'] as const;
const USUAL_SIZE = 5;
const FEWEST = 2;
const MOST = 8;

interface ProposeGroupsProps {
  readonly plan: DayPlan;
  readonly space: string;
  readonly onSpace: (space: string) => void;
  /** Away, or at a table already. */
  readonly absent: readonly string[];
  readonly putBack: readonly string[];
  readonly waiting: number;
  readonly first: boolean;
}

/** The app lays the tables from what each pupil works on; the teacher decides. */
export function ProposeGroups({ plan, space, onSpace, absent, putBack, waiting, first }: ProposeGroupsProps): ReactNode {
  const { t } = useTranslation('groups');
  const { api, say, complain } = useApp();
  const { pupils } = useGoals();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('need');
  const [limit, setLimit] = useState(USUAL_SIZE);
  // Each time circles are laid, the roles go on by one.
  const [turn, setTurn] = useState(0);
  const spaces = spacesOf(pupils);
  const propose = async (): Promise<void> => {
    try {
      const groups = await api.call('groups.propose', { kind, date: plan.date, space, limit, absent: [...absent], putBack: [...putBack], turn });
      if (groups.length === 0) return say(t(`nobody.${kind}`));
      setTurn(turn + 1);
      plan.add(groups);
    } catch (error) {
      complain(error);
    }
  };
  return (
    <section className={styles.propose} aria-label={t('propose')}>
      <Choice label={t('kind')} labelHidden value={kind} options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={setKind} />
      {kind === 'need' && (
        <div className="stepper" role="group" aria-label={t('size', { count: limit })}>
          <Button icon small look="ghost" label={t('smaller')} isDisabled={limit <= FEWEST} onPress={() => setLimit(limit - 1)}>
            <Icon name="minus" />
          </Button>
          <span>{t('size', { count: limit })}</span>
          <Button icon small look="ghost" label={t('larger')} isDisabled={limit >= MOST} onPress={() => setLimit(limit + 1)}>
            <Icon name="plus" />
          </Button>
        </div>
      )}
      {spaces.length > 1 && <SpaceChoice spaces={spaces} space={space} label={t('space')} allLabel={t('allSpaces')} onChange={onSpace} />}
      <Button {...(first && { look: 'go' as const })} isDisabled={waiting < FEWEST || plan.groups === null} onPress={() => void propose()}>
        {t('propose')}
      </Button>
      <p className="quiet">{t(`kinds_hint.${kind}`)}</p>
    </section>
  );
}
