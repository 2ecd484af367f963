import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boxBetween } from '../../../../core/capture/boxes.ts';
import { turnBack, turnedOn, turnedSize } from '../../../../core/capture/turnedOn.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import { sourcePicture } from '../../../api/pictures.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { follow, placed } from './onPicture.ts';
import { usePageName } from './PageList.tsx';
import type { SheetPage } from './useNameSheet.ts';
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
  readonly onRemove: (index: number) => void;
  readonly onAdd: (box: Rect) => void;
  readonly onEverywhere: () => void;
  readonly onAccept: () => void;
  readonly onOpen: () => void;
}

/** One page of the contact sheet: a click takes a box off, dragging draws one. */
export function NamesPage({ page, burnt, current, onCurrent, onRemove, onAdd, onEverywhere, onAccept, onOpen }: PageProps): ReactNode {
  const { t } = useTranslation('clean');
  const nameOf = usePageName();
  const frame = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Rect | null>(null);
  const { listed, boxes, hidden, turn, accepted } = page;
  const size = turnedSize(listed.page, turn);
  const name = nameOf(listed);
  const shown = (box: Rect) => placed(turnedOn(box, listed.page, turn), size);
  const why = useWhy(page);

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
        if (drawn !== null) onAdd(turnedOn(drawn, size, turnBack(turn)));
      },
    );
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
      aria-label={`${name}, ${t('boxes', { count: boxes.length })}, ${why}${accepted ? `, ${t('accepted')}` : ''}`}
      onFocus={onCurrent}
      onKeyDown={(event) => {
        if (event.target === card.current && (event.key === 'Delete' || event.key === 'Backspace') && boxes.length > 0) takeOff(boxes.length - 1);
      }}
    >
      <div className={styles.frame} ref={frame} style={{ aspectRatio: size.width / size.height }} onPointerDown={draw}>
        <img
          src={sourcePicture(listed.page, 512)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          style={{
            width: `${(listed.page.width / size.width) * 100}%`,
            height: `${(listed.page.height / size.height) * 100}%`,
            rotate: `${turn}deg`,
          }}
        />
        {hidden.map((box, index) => (
          <span key={index} className={styles.hidden} style={shown(box)} />
        ))}
        {boxes.map(({ reason }, index) => (
          <button
            key={index}
            type="button"
            className={styles.namesBox}
            style={shown(burnt[index] ?? page.boxes[index]!.box)}
            tabIndex={current ? 0 : -1}
            aria-label={t('takeOff', { number: index + 1, why: t(`why.${reason}`) })}
            title={t('takeOffHow')}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => takeOff(index)}
            onKeyDown={(event) => onBoxKey(event, index)}
          />
        ))}
        {drawing !== null && <span className={styles.namesBox} style={placed(drawing, size)} />}
      </div>
      <div className={styles.tools} data-tools="">
        <Button icon small look="ghost" label={t('openPage', { page: name })} excludeFromTabOrder={!current} onPress={onOpen}>
          <Icon name="zoomIn" size={18} />
        </Button>
        {boxes.length > 0 && (
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
  const words = [...new Set(boxes.map(({ reason }) => t(`why.${reason}`)))].join(' · ');
  return look === 'guess' ? t('whyGuess', { why: words }) : words;
}
