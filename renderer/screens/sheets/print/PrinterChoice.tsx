import { useState, type ReactNode } from 'react';
import { Button as AriaButton, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrinterFacts } from '../../../../core/sheets/printer.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { cutBy, wholeEdges } from './edges.ts';
import type { Printers } from './usePrinters.ts';
import styles from './PrintPanel.module.css';

interface Props {
  readonly wall: Wall;
  readonly printers: Printers;
  readonly settings: PrintSettings;
  readonly onChange: (change: Partial<PrintSettings>) => void;
}

/** Which printer, how it is, and whether the sheets keep clear of its white edges. */
export function PrinterChoice(props: Props): ReactNode {
  const { t } = useTranslation('print');
  const { printers } = props;
  if (printers.list === null) return <p className="quiet">{t('looking')}</p>;
  if (!printers.direct || printers.chosen === null) {
    return (
      <div className={styles.printer}>
        <span className="label">{t('printer')}</span>
        <p className="quiet">{t(printers.direct ? 'noPrinter' : 'notDirect')}</p>
        {printers.direct && (
          <Button small onPress={printers.lookAgain}>
            {t('lookAgain')}
          </Button>
        )}
      </div>
    );
  }
  return <OnePrinter {...props} list={printers.list} printer={printers.chosen} />;
}

function OnePrinter({ wall, printers, settings, onChange, list, printer }: Props & { list: readonly PrinterFacts[]; printer: PrinterFacts }): ReactNode {
  const { t } = useTranslation('print');
  const [measuring, setMeasuring] = useState(false);
  const { margin } = settings;
  const most = printer.edges && cutBy(printer.edges, settings.edges ?? { top: margin, right: margin, bottom: margin, left: margin });
  return (
    <div className={styles.printer}>
      <Select selectedKey={printer.name} onSelectionChange={(name) => printers.choose(String(name))} className="field">
        <Label className="label">{t('printer')}</Label>
        <AriaButton className={styles.printerName!}>
          <span className={printer.ready ? `${styles.state} ${styles.good}` : `${styles.state} ${styles.off}`} aria-hidden="true" />
          <SelectValue className={styles.printerValue!}>
            {() => (
              <>
                <span>{printer.name}</span> {printer.ready && <span className="quiet">{t('ready')}</span>}
              </>
            )}
          </SelectValue>
          <Icon name="down" size={18} />
        </AriaButton>
        <Popover>
          <ListBox className="menu" items={list.map((one) => ({ id: one.name, ...one }))}>
            {(one) => (
              <ListBoxItem id={one.id} textValue={one.name}>
                <span className={one.ready ? `${styles.state} ${styles.good}` : `${styles.state} ${styles.off}`} aria-hidden="true" />
                {one.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </Select>
      <div className={styles.printerMeasure}>
        <Button look="ghost" small onPress={() => setMeasuring(true)}>
          {printer.measured && <Icon name="check" size={16} />} {t(printer.measured ? 'measured' : 'measure')}
        </Button>
      </div>
      {!printer.ready && (
        <p className="note-line" role="status">
          <span>{printer.problem}</span>
          <Button small onPress={printers.lookAgain}>
            {t('lookAgain')}
          </Button>
        </p>
      )}
      {printer.edges !== null && most !== null && (
        <p className="note-line">
          <span>{t('whiter', { most: Math.round(most * 10) / 10 })}</span>
          <Button small onPress={() => printer.edges && onChange({ edges: wholeEdges(printer.edges) })}>
            {t('useEdges')}
          </Button>
        </p>
      )}
      {measuring && (
        <MeasureDialog
          wall={wall}
          printer={printer}
          settings={settings}
          onKeep={(edges) => {
            onChange({ edges });
            printers.lookAgain();
          }}
          onClose={() => setMeasuring(false)}
        />
      )}
    </div>
  );
}
