import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { PaperDeeds } from './usePaperDeeds.ts';
import styles from './Collect.module.css';

interface ToolsProps {
  readonly papers: readonly PaperFacts[];
  readonly chosen: readonly PaperFacts[];
  readonly deeds: PaperDeeds;
  readonly onOpen: (paper: string) => void;
}

/** What can be done with the chosen papers, always in sight. */
export function PaperTools({ papers, chosen, deeds, onOpen }: ToolsProps): ReactNode {
  const { t } = useTranslation(['collect', 'common']);
  const [first] = chosen;
  const none = first === undefined;
  return (
    <div className={styles.tools}>
      <p className="quiet" aria-live="polite">
        {none ? t('noneChosen') : t('chosen', { count: chosen.length })}
      </p>
      <Toolbar aria-label={t('tools')} className={styles.toolRow!}>
        <Button small icon look="ghost" label={t('common:undo')} isDisabled={deeds.undo === null} onPress={() => deeds.undo?.()}>
          <Icon name="undo" size={18} />
        </Button>
        <Button small icon look="ghost" label={t('common:redo')} isDisabled={deeds.redo === null} onPress={() => deeds.redo?.()}>
          <Icon name="redo" size={18} />
        </Button>
        <Button small look="ghost" isDisabled={chosen.length !== 1} onPress={() => first && onOpen(first.id)}>
          <Icon name="zoomIn" size={18} /> {t('open')}
        </Button>
        <Button small look="ghost" isDisabled={chosen.length < 2} onPress={() => deeds.merge(chosen)}>
          <Icon name="join" size={18} /> {t('merge')}
        </Button>
        <Button small look="ghost" isDisabled={chosen.length !== 1 || (first?.pages.length ?? 0) < 2} onPress={() => first && onOpen(first.id)}>
          <Icon name="split" size={18} /> {t('split')}
        </Button>
        {chosen.some(isSlip) && (
          <Button small look="ghost" aria-description={t('onePageLong')} onPress={() => chosen.filter(isSlip).slice(0, 1).forEach(deeds.makeOnePage)}>
            <Icon name="paper" size={18} /> {t('onePage')}
          </Button>
        )}
        <Button small look="ghost" isDisabled={none || papers[0] === first} onPress={() => deeds.reorder(stepped(papers, chosen, -1))}>
          <Icon name="left" size={18} /> {t('earlier')}
        </Button>
        <Button small look="ghost" isDisabled={none || papers.at(-1) === chosen.at(-1)} onPress={() => deeds.reorder(stepped(papers, chosen, 1))}>
          {t('later')} <Icon name="right" size={18} />
        </Button>
        <Button small look="ghost" isDisabled={none} onPress={() => deeds.remove(chosen)}>
          <Icon name="bin" size={18} /> {t('remove')}
        </Button>
        <ActionMenu
          label={t('group')}
          actions={[1, 2, 3, 4].map((count) => ({ id: String(count), label: t('groupBy', { count }), run: () => deeds.group(count) }))}
        >
          {t('group')} <Icon name="down" size={18} />
        </ActionMenu>
      </Toolbar>
    </div>
  );
}

const isSlip = ({ pages }: PaperFacts): boolean => pages.some((page) => page.isSlip === true);

/** The order when the chosen papers, kept together, go one place back (-1) or on (1). */
function stepped(papers: readonly PaperFacts[], chosen: readonly PaperFacts[], by: -1 | 1): string[] {
  const moving = chosen.map(({ id }) => id);
  const rest = papers.map(({ id }) => id).filter((id) => !moving.includes(id));
  const lead = by === -1 ? chosen[0] : chosen.at(-1);
  const place = papers.findIndex((paper) => paper === lead) + by - (by === 1 ? moving.length - 1 : 0);
  rest.splice(Math.max(0, place), 0, ...moving);
  return rest;
}
