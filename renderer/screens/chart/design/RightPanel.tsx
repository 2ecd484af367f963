import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../../../core/chart/document.ts';
import { atWidth, keepsShape, moved } from '../../../../core/chart/reshape.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { hrefTo } from '../../../route.ts';
import type { Actions } from './actions.ts';
import { elementName } from './elementName.ts';
import { ArrowFields, BadgeFields, DockFields, PanelFields } from './ShapeFields.tsx';
import { PictureFields } from './PictureFields.tsx';
import { readFrom } from './reading.ts';
import { TextFields, TypedFields } from './TextFields.tsx';
import type { Designer } from './useDesigner.ts';
import styles from './DesignPanels.module.css';

const LONGEST = 20000;

/** What can be said about the chosen thing, or about the strip while nothing is chosen. */
export function RightPanel({ designer, actions }: { designer: Designer; actions: Actions }): ReactNode {
  const { t } = useTranslation('design');
  const { chosen, chart, context } = designer;
  const [only] = chosen;
  const title = only === undefined ? t('strip') : chosen.length > 1 ? t('several', { count: chosen.length }) : elementName(only, chart, context, t);
  return (
    <aside className={styles.right} aria-label={title}>
      <h2 className={styles.chosenName}>{title}</h2>
      {only === undefined && <StripFields designer={designer} />}
      {chosen.length === 1 && only && only.locked === true && <p className="quiet">{t('locked')}</p>}
      {chosen.length === 1 && only && (
        <>
          <FieldsOf element={only} designer={designer} actions={actions} />
          <PlaceFields element={only} designer={designer} />
        </>
      )}
      {chosen.length > 1 && <Arrange actions={actions} />}
    </aside>
  );
}

function FieldsOf({ element, designer, actions }: { element: Element; designer: Designer; actions: Actions }): ReactNode {
  const keep = (next: Element): void => designer.change([{ ...next, byHand: true }], 'look');
  switch (element.kind) {
    case 'text':
      return <TextFields element={element} designer={designer} keep={keep} edit={actions.edit} />;
    case 'typed':
      return <TypedFields element={element} designer={designer} keep={keep} />;
    case 'picture':
      return <PictureFields element={element} designer={designer} keep={keep} crop={actions.crop} />;
    case 'panel':
      return <PanelFields element={element} keep={keep} />;
    case 'arrow':
      return <ArrowFields element={element} keep={keep} />;
    case 'dock':
      return <DockFields element={element} keep={keep} />;
    case 'badge':
      return <BadgeFields />;
  }
}

function StripFields({ designer }: { designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { strip, plan, wall } = designer;
  const smallest = Math.min(...strip.elements.flatMap((element) => (element.kind === 'text' || element.kind === 'typed' ? [element.size] : [])));
  const resize = (size: { width?: number; height?: number }): void => designer.run({ name: 'resize-strip', width: strip.width, height: strip.height, ...size });
  return (
    <>
      <div className={styles.pair}>
        <Millimetres label={t('width')} value={strip.width} min={50} max={LONGEST} step={10} onKeep={(width) => resize({ width })} />
        <Millimetres label={t('height')} value={strip.height} min={50} max={LONGEST} step={10} onKeep={(height) => resize({ height })} />
      </div>
      <section className={styles.onPaper}>
        <h3 className="label">{t('sheetsTitle')}</h3>
        {plan && <p>{t('sheets', { count: plan.sheets.length, sheetSize: plan.sheetSize.name })}</p>}
        {Number.isFinite(smallest) && <p className="quiet">{t('readFrom', { metres: readFrom(smallest) })}</p>}
        <a href={hrefTo({ place: 'wall', wall: wall.id, step: 'print' })}>{t('sheetsChange')}</a>
      </section>
      <p className="tip fine">{t('start')}</p>
    </>
  );
}

function PlaceFields({ element, designer }: { element: Element; designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { change, context } = designer;
  const disabled = element.locked === true;
  const key = 'place';
  const ownHeight = !keepsShape(element) && element.kind !== 'text' && element.kind !== 'typed';
  return (
    <section className={styles.pair} aria-label={t('place')}>
      <Millimetres
        label={t('width')}
        value={element.width}
        min={4}
        max={LONGEST}
        disabled={disabled}
        onKeep={(width) => change([atWidth(element, width, context)], key)}
      />
      <Millimetres
        label={t('height')}
        value={element.height}
        min={4}
        max={LONGEST}
        disabled={disabled || !ownHeight}
        onKeep={(height) => change([{ ...element, height, byHand: true }], key)}
      />
      <Millimetres
        label={t('left')}
        value={element.x}
        min={-LONGEST}
        max={LONGEST}
        disabled={disabled}
        onKeep={(x) => change([moved(element, x - element.x, 0)], key)}
      />
      <Millimetres
        label={t('top')}
        value={element.y}
        min={-LONGEST}
        max={LONGEST}
        disabled={disabled}
        onKeep={(y) => change([moved(element, 0, y - element.y)], key)}
      />
    </section>
  );
}

const ARRANGING = ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom', 'spread-across', 'spread-down'] as const;
const ARRANGING_ICONS = {
  'align-left': 'alignLeft',
  'align-centre': 'alignCentre',
  'align-right': 'alignRight',
  'align-top': 'alignTop',
  'align-middle': 'alignMiddle',
  'align-bottom': 'alignBottom',
  'spread-across': 'spreadAcross',
  'spread-down': 'spreadDown',
} as const;

function Arrange({ actions }: { actions: Actions }): ReactNode {
  const { t } = useTranslation('design');
  return (
    <section className={styles.arrange} aria-label={t('arrange')}>
      <h3 className="label">{t('arrange')}</h3>
      <div>
        {ARRANGING.map((name) => (
          <Button key={name} icon label={actions[name].label} isDisabled={!actions[name].enabled} onPress={actions[name].run}>
            <Icon name={ARRANGING_ICONS[name]} />
          </Button>
        ))}
      </div>
    </section>
  );
}
