import { useMemo, type ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../../core/chart/document.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { elementName } from './elementName.ts';
import type { Designer } from './useDesigner.ts';

const ICONS: Readonly<Record<Element['kind'], IconName>> = { panel: 'box', text: 'text', badge: 'check', picture: 'paper', typed: 'paper', dock: 'dock', arrow: 'arrow' };

/** Everything on the strip by name: the way to each of them for those who don't use a mouse. Enter goes to the strip, where arrow keys move it. */
export function OnStrip({ designer }: { designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { chart, strip, context, selected } = designer;
  const rows = useMemo(() => strip.elements.map((element) => ({ id: element.id, name: elementName(element, chart, context, t), kind: element.kind, locked: element.locked === true })), [strip, chart, context, t]);
  return (
    <>
      <h2 className="label" id="on-strip">
        {t('onStrip')}
      </h2>
      <div
        className="on-strip"
        onKeyDownCapture={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') {
            const free = designer.chosen.filter(({ locked }) => locked !== true).map(({ id }) => id);
            if (free.length > 0) designer.run({ name: 'remove-elements', ids: free });
          } else if (event.key === 'Enter' && selected.length > 0) {
            event.preventDefault();
            event.stopPropagation();
            document.querySelector<HTMLElement>('.stage-host')?.focus();
          }
        }}
      >
        <ListBox
          aria-labelledby="on-strip"
          items={rows}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys) => designer.select(keys === 'all' ? rows.map(({ id }) => id) : strip.elements.map(({ id }) => id).filter((id) => keys.has(id)))}
          onAction={() => document.querySelector<HTMLElement>('.stage-host')?.focus()}
          renderEmptyState={() => <p className="quiet">{t('nothingOn')}</p>}
        >
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.name}>
              <Icon name={row.locked ? 'lock' : ICONS[row.kind]} size={16} />
              <span>{row.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </>
  );
}
