import type { KeyboardEvent, ReactNode } from 'react';
import { Button as DragButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goalsInUse } from '../../../../core/goals/bank.ts';
import type { SkillSet } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { newCode } from './newCode.ts';
import { SkillSetFields } from './SkillSetFields.tsx';
import { useBank } from './useBank.tsx';
import styles from './Parts.module.css';

const open = (item: string): void => go({ place: 'goals', part: 'bank', view: 'sets', item });

/** The skill sets in their order: dragged, or moved with Alt and the arrow keys; one is open to be changed. */
export function SkillSetsView({ item }: { item?: string }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank } = useGoals();
  const { sets, save } = useBank();
  const chosen = sets.find(({ code }) => code === item);
  const counts = Map.groupBy(goalsInUse(bank), ({ skillSet }) => skillSet);
  const keepOrder = (order: readonly SkillSet[]): void => {
    const moved = order
      .map((set, index) => ({ ...set, order: (index + 1) * 10 }))
      .filter((set) => sets.find(({ code }) => code === set.code)?.order !== set.order);
    if (moved.length > 0)
      save(
        moved.map((set) => ({ kind: 'skillSet' as const, item: set })),
        t('orderSaved'),
      );
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'application/x-stepwall-set': String(key) })),
    getAllowedDropOperations: () => ['move'],
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.setGap!} />,
    onReorder: ({ keys, target }) => keepOrder(reordered(sets, String([...keys][0]), String(target.key), target.dropPosition === 'after')),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    keepOrder(stepped(sets, chosen, by));
  };
  const add = (): void => {
    const set: SkillSet = {
      code: newCode('set'),
      version: 1,
      status: 'agreed',
      family: 'composition',
      name: t('newSetName'),
      parent: null,
      order: Math.max(0, ...sets.map(({ order }) => order)) + 10,
      yearFrom: 0,
      yearTo: 6,
    };
    save([{ kind: 'skillSet', item: set }], t('setAdded'), () => open(set.code));
  };
  return (
    <div className={styles.twoParts}>
      <section className={styles.part} aria-label={t('tabs.sets')}>
        <div className={styles.partHead}>
          <Button onPress={add}>
            <Icon name="plus" size={18} />
            {t('addSet')}
          </Button>
          <span className="quiet">{t('orderHint')}</span>
        </div>
        <div onKeyDownCapture={onKeyDown}>
          <GridList
            className={styles.setList!}
            aria-label={t('tabs.sets')}
            items={sets}
            dependencies={[counts]}
            selectionMode="single"
            selectionBehavior="replace"
            keyboardNavigationBehavior="tab"
            selectedKeys={chosen === undefined ? [] : [chosen.code]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys];
              if (key !== undefined) open(String(key));
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {(set) => (
              <GridListItem
                id={set.code}
                textValue={set.name}
                className={set.parent === null ? styles.setRow! : `${styles.setRow} ${styles.nested}`}
                data-family={set.family}
              >
                <DragButton slot="drag" className={styles.setDrag!} aria-label={t('dragSet', { set: set.name })}>
                  <Icon name="drag" size={18} />
                </DragButton>
                <b>{set.name}</b>
                <span className="quiet">{t('goalCount', { count: counts.get(set.code)?.length ?? 0 })}</span>
                <span className="quiet">{t('years', { from: set.yearFrom, to: set.yearTo })}</span>
              </GridListItem>
            )}
          </GridList>
        </div>
      </section>
      <section className={`${styles.part} card`}>
        {chosen === undefined ? (
          <div className="empty">
            <h2>{t('sets_empty')}</h2>
            <p>{t('sets_empty_hint')}</p>
          </div>
        ) : (
          <SkillSetFields
            key={`${chosen.code} ${chosen.version}`}
            set={chosen}
            goals={counts.get(chosen.code)?.length ?? 0}
            onStep={(by) => keepOrder(stepped(sets, chosen, by))}
          />
        )}
      </section>
    </div>
  );
}

function reordered(sets: readonly SkillSet[], moving: string, target: string, after: boolean): SkillSet[] {
  const moved = sets.filter(({ code }) => code === moving);
  const rest = sets.filter(({ code }) => code !== moving);
  const at = rest.findIndex(({ code }) => code === target);
  return at < 0 ? [...sets] : rest.toSpliced(at + (after ? 1 : 0), 0, ...moved);
}

/** One place earlier or later among those it stands beside: a nested set stays with its own. */
function stepped(sets: readonly SkillSet[], set: SkillSet, by: -1 | 1): SkillSet[] {
  const beside = sets.filter(({ parent }) => parent === set.parent);
  const other = beside[beside.findIndex(({ code }) => code === set.code) + by];
  return other === undefined ? [...sets] : reordered(sets, set.code, other.code, by > 0);
}
