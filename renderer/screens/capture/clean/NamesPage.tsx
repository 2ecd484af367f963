import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boxBetween } from '../../../../core/capture/boxes.ts';
import { boxOnPlane } from '../../../../core/capture/uprightPage.ts';
import { intersection, type Rect } from '../../../../core/kernel/rect.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useWidth } from '../../../stage/useWidth.ts';
import { follow, placed } from './onPicture.ts';
import { usePageName } from './PageList.tsx';
import { UprightPicture } from './UprightPicture.tsx';
import { takenOf, type SheetPage } from './useNameSheet.ts';
import styles from './Names.module.css';

/** A box less wide and high than this part of the page was a slip of the hand. */
const LEAST_PART = 0.02;

/** Nobody has to look at these more than at any other. */
const CALM = new Set<SheetPage['look']>(['not-searched', 'none-seen']);

interface PageProps {
  readonly page: SheetPage;
  /** The boxes as they will be burned in. */
  readonly burnt: readonly Rect[];
  /** The one page that Tab leads to. */
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onPress: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onAdd: (box: Rect) => void;
  readonly onEverywhere: () => void;
  readonly onAccept: () => void;
  readonly onOpen: () => void;
}

/** One page of the contact sheet, as it is read: a click takes a guess, or a box off; dragging draws one. */
export function NamesPage({ page, burnt, current, onCurrent, onPress, onRemove, onAdd, onEverywhere, onAccept, onOpen }: PageProps): ReactNode {
  const { t } = useTranslation('clean');
  const nameOf = usePageName();
  const frame = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [drawing, setDrawing] = useState<Rect | null>(null);
  const { listed, boxes, hidden, upright, accepted } = page;
  const { size, toPicture } = upright;
  const name = nameOf(listed);
  const why = useWhy(page);
  const taken = takenOf(page).length;

  const draw = (event: PointerEvent<HTMLDivElement>): void => {
    let drawn: Rect | null = null;
    const least = LEAST_PART * Math.max(size.width, size.height);
    follow(
      event,
      frame.current,
      size,
      (to, from) => {
        const box = boxBetween(from, to, size, 1);
        drawn = Math.hypot(box.width, box.height) < least ? null : box;
        setDrawing(drawn);
      },
      () => {
        setDrawing(null);
        const box = drawn === null ? null : intersection(boxOnPlane(toPicture, drawn), { x: 0, y: 0, width: listed.page.width, height: listed.page.height });
        if (box !== null) onAdd(box);
      },
    );
  };
  const press = (index: number): void => {
    onPress(index);
    card.current?.focus();
  };
  const takeOff = (index: number): void => {
    onRemove(index);
    card.current?.focus();
  };
  const onBoxKey = (event: KeyboardEvent, index: number): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    takeOff(index);
  };

  return (
    <div
      ref={card}
      role="group"
      className={[styles.page, page.look === null || CALM.has(page.look) ? '' : styles.toLook, accepted ? styles.accepted : ''].join(' ')}
      tabIndex={current ? 0 : -1}
      data-page={listed.page.id}
      aria-label={`${name}, ${t('boxes', { count: taken })}, ${why}${accepted ? `, ${t('accepted')}` : ''}`}
      onFocus={onCurrent}
      onKeyDown={(event) => {
        if (event.target === card.current && (event.key === 'Delete' || event.key === 'Backspace') && boxes.length > 0) takeOff(boxes.length - 1);
      }}
    >
      <div className={styles.frame} ref={frame} style={{ aspectRatio: size.width / size.height }} onPointerDown={draw}>
        <UprightPicture page={listed.page} upright={upright} width={width}>
          {hidden.map((box, index) => (
            <span key={index} className={styles.hidden} style={placed(box, listed.page)} />
          ))}
          {boxes.map((box, index) => (
            <button
              key={index}
              type="button"
              className={box.taken ? styles.namesBox : `${styles.namesBox} ${styles.guess}`}
              style={placed(burnt[index] ?? box.box, listed.page)}
              tabIndex={current ? 0 : -1}
              data-box={box.taken ? 'taken' : 'guess'}
              aria-label={t(box.taken ? 'takeOff' : 'take', { number: index + 1, why: t(`why.${box.reason}`) })}
              title={t(box.taken ? 'takeOffHow' : 'takeHow')}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => press(index)}
              onKeyDown={(event) => onBoxKey(event, index)}
            />
          ))}
        </UprightPicture>
        {drawing !== null && <span className={styles.namesBox} style={placed(drawing, size)} />}
      </div>
      <div className={styles.tools} data-tools="">
        <Button icon small look="ghost" label={t('openPage', { page: name })} excludeFromTabOrder={!current} onPress={onOpen}>
          <Icon name="zoomIn" size={18} />
        </Button>
        {taken > 0 && (
          <span title={t('everywhereTip')}>
            <Button icon small look="ghost" label={t('everywhere', { page: name })} excludeFromTabOrder={!current} onPress={onEverywhere}>
              <Icon name="copy" size={18} />
            </Button>
          </span>
        )}
      </div>
      <div className={styles.foot} data-tools="">
        <span className={styles.said}>
          <b>{listed.number === null ? listed.paper.code : `${listed.paper.code} · ${listed.number}`}</b> <span>{why}</span>
        </span>
        <Button
          icon
          small
          look="ghost"
          on={accepted}
          aria-pressed={accepted}
          label={t('accept', { page: name })}
          excludeFromTabOrder={!current}
          onPress={onAccept}
        >
          <Icon name="check" size={18} />
        </Button>
      </div>
    </div>
  );
}

/** In a word: where the boxes come from, or what a person should do. */
function useWhy({ boxes, hidden, look }: SheetPage): string {
  const { t } = useTranslation('clean');
  if (boxes.length === 0) return t(hidden.length > 0 ? 'why.hidden' : look === null || look === 'guess' ? 'why.none' : `why.${look}`);
  return [...new Set(boxes.map(({ reason, taken }) => t(taken ? `why.${reason}` : 'why.guess')))].join(' · ');
}
