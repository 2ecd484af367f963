import type { ReactNode } from 'react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { Icon } from '../../../components/Icon.tsx';
import { PageThumb } from '../../../components/PageThumb.tsx';
import { pupilWords } from './PupilField.tsx';
import styles from './Collect.module.css';

/** With more papers than this on the table they lie smaller. */
const FEW = 18;

interface GridProps {
  readonly papers: readonly PaperFacts[];
  readonly pupils: ReadonlyMap<string, Pupil>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (papers: ReadonlySet<string>) => void;
  readonly onOpen: (paper: string) => void;
  readonly onReorder: (order: readonly string[]) => void;
}

/** The papers on the table: click, Shift and Ctrl choose, double-click and Enter open, dragging (by keyboard too, from the handle) puts them in order. */
export function PaperGrid({ papers, pupils, chosen, onChoose, onOpen, onReorder }: GridProps): ReactNode {
  const { t } = useTranslation('collect');
  const ids = papers.map(({ id }) => id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'application/x-stepwall-paper': String(key) })),
    getAllowedDropOperations: () => ['move'],
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.gap!} />,
    onReorder: ({ keys, target }) => onReorder(movedTo(ids, keys as ReadonlySet<string>, String(target.key), target.dropPosition === 'after')),
  });
  const choose = (selection: Selection): void => onChoose(selection === 'all' ? new Set(ids) : (selection as ReadonlySet<string>));
  return (
    <GridList
      className={papers.length > FEW ? `${styles.grid} ${styles.many}` : styles.grid!}
      aria-label={t('grid')}
      layout="grid"
      items={papers}
      dependencies={[pupils]}
      selectionMode="multiple"
      selectionBehavior="replace"
      keyboardNavigationBehavior="tab"
      selectedKeys={chosen}
      onSelectionChange={choose}
      onAction={(key) => onOpen(String(key))}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(paper) => <OnePaper paper={paper} pupil={pupils.get(paper.pupil ?? '')} />}
    </GridList>
  );
}

function OnePaper({ paper, pupil }: { paper: PaperFacts; pupil: Pupil | undefined }): ReactNode {
  const { t } = useTranslation(['collect', 'common']);
  const [first] = paper.pages;
  const count = paper.pages.length;
  const name = pupil === undefined ? paper.code : pupilWords(pupil);
  const blank = count > 0 && paper.pages.every(({ proposal }) => proposal.blank);
  return (
    <GridListItem
      id={paper.id}
      className={styles.paper!}
      textValue={[t('common:paper', { code: name }), count > 1 ? t('pageCount', { count }) : '', blank ? t('blank') : ''].filter(Boolean).join(', ')}
    >
      <span className={[styles.sheets, count > 2 ? styles.thick : count > 1 ? styles.two : ''].join(' ')}>
        {first && <PageThumb className={styles.picture!} page={first} width={256} />}
      </span>
      <span className={styles.foot}>
        <span className={styles.name}>{name}</span>
        {count > 1 && <span className={styles.chip}>{t('pageCount', { count })}</span>}
        {blank && (
          <span className={`${styles.chip} ${styles.glow}`} title={t('blankLong')}>
            {t('blank')}
          </span>
        )}
        <Button slot="drag" className={styles.drag!} aria-label={t('dragPaper', { code: paper.code })}>
          <Icon name="drag" size={18} />
        </Button>
      </span>
    </GridListItem>
  );
}

/** The order when `moving` are taken out and put beside `target`. */
function movedTo(ids: readonly string[], moving: ReadonlySet<string>, target: string, after: boolean): string[] {
  const moved = ids.filter((id) => moving.has(id));
  const order: string[] = [];
  for (const id of ids) {
    if (id === target && !after) order.push(...moved);
    if (!moving.has(id)) order.push(id);
    if (id === target && after) order.push(...moved);
  }
  return order;
}
