import { memo, useMemo, type ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../../../core/chart/document.ts';
import { Icon, type IconName } from '../../../components/Icon.tsx';
import { elementName } from './elementName.ts';
import type { Designer } from './useDesigner.ts';
import styles from './DesignPanels.module.css';

const ICONS: Readonly<Record<Element['kind'], IconName>> = {
  panel: 'box',
  text: 'text',
  badge: 'check',
  picture: 'paper',
  typed: 'paper',
  dock: 'dock',
  arrow: 'arrow',
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
}

/** Everything on the strip by name: the way to each of them for those who don't use a mouse. Enter goes to the strip, where arrow keys move it. */
export function OnStrip({ designer }: { designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { chart, strip, context, selected, select } = designer;
  // A list of fifty costs a tenth of a second to draw: it is only drawn anew when it says something else, not while things move.
  const said = JSON.stringify(
    strip.elements.map((element): Row => ({
      id: element.id,
      name: elementName(element, chart, context, t),
      icon: element.locked === true ? 'lock' : ICONS[element.kind],
    })),
  );
  const rows = useMemo(() => JSON.parse(said) as readonly Row[], [said]);
  return (
    <>
      <h2 className="label" id="on-strip">
        {t('onStrip')}
      </h2>
      <div
        className={styles.onStrip}
        onKeyDownCapture={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') {
            const free = designer.chosen.filter(({ locked }) => locked !== true).map(({ id }) => id);
            if (free.length > 0) designer.run({ name: 'remove-elements', ids: free });
          } else if (event.key === 'Enter' && selected.length > 0) {
            event.preventDefault();
            event.stopPropagation();
            goToStage();
          }
        }}
      >
        <Rows rows={rows} selected={selected} select={select} empty={t('nothingOn')} />
      </div>
    </>
  );
}

function goToStage(): void {
  document.querySelector<HTMLElement>('[data-stage]')?.focus();
}

const Rows = memo(function Rows({
  rows,
  selected,
  select,
  empty,
}: {
  rows: readonly Row[];
  selected: readonly string[];
  select: (ids: readonly string[]) => void;
  empty: string;
}): ReactNode {
  return (
    <ListBox
      aria-labelledby="on-strip"
      items={rows}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={selected}
      onSelectionChange={(keys) => select(rows.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))}
      onAction={goToStage}
      renderEmptyState={() => <p className="quiet">{empty}</p>}
    >
      {(row) => (
        <ListBoxItem id={row.id} textValue={row.name}>
          <Icon name={row.icon} size={16} />
          <span>{row.name}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
});
