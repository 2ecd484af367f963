import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementOf } from '../../../../core/chart/document.ts';
import { textHeight } from '../../../../core/chart/paint.ts';
import { isBound } from '../../../../core/chart/relayout.ts';
import { firstBaseline } from '../../../../core/text/wrap.ts';
import { canvasFamilies } from '../../../stage/fonts.tsx';
import { onStage, type View } from '../../../stage/view.ts';
import { useView } from '../../../stage/viewStore.ts';
import type { Designer } from './useDesigner.ts';
import styles from './Design.module.css';

/** Where the words begin when there is a mark in front of them, in ems (as `core/chart/paint.ts` has it). */
const BULLET_INDENT = 1.3;

/** A real text field over the words that are being changed, in their letters and size. */
export function TypedOver({ designer }: { designer: Designer }): ReactNode {
  const element = designer.strip.elements.find(({ id }) => id === designer.typing);
  return element?.kind === 'text' ? <Field key={element.id} designer={designer} element={element} /> : null;
}

function Field({ designer, element }: { designer: Designer; element: ElementOf<'text'> }): ReactNode {
  const { t } = useTranslation('design');
  const view = useView(designer.views);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(element.text);
  const done = useRef(false);
  const { fonts } = designer.context;
  const height = useMemo(() => textHeight(fonts, { ...element, text }), [fonts, element, text]);
  const style = useMemo(() => styleOf(element, height, view, firstBaseline(fonts, element)), [element, height, view, fonts]);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const keep = (): void => {
    if (done.current) return;
    done.current = true;
    designer.setTyping(null);
    const empty = text.trim() === '';
    if (!empty) designer.reword(element.id, text.trimEnd());
    else if (!isBound(element)) designer.run({ name: 'remove-elements', ids: [element.id] });
    document.querySelector<HTMLElement>('[data-stage]')?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.typedOver}>
      <textarea
        ref={field}
        className={styles.typedField}
        autoComplete="off"
        aria-label={t('typing')}
        style={style}
        value={text}
        maxLength={longest(element)}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (isBound(element) && !event.shiftKey)));
          if (!ends) return;
          event.preventDefault();
          event.stopPropagation();
          keep();
        }}
      />
    </div>
  );
}

/** As long as what stands behind the words may be. */
function longest({ from = '' }: ElementOf<'text'>): number {
  if (from === 'title') return 200;
  if (from.endsWith(':name')) return 60;
  return from.startsWith('qualifier:') ? 400 : 4000;
}

function styleOf(element: ElementOf<'text'>, height: number, view: View, baseline: number): CSSProperties {
  const box = onStage({ ...element, height }, view);
  const size = element.size * view.zoom;
  const family = canvasFamilies[element.face];
  return {
    left: box.x,
    // A text field centres the font's own ascent and descent in the line, the strip its ink: the field is moved so that both baselines agree.
    top: box.y + baseline * view.zoom - fieldBaseline(family, size, element.leading * size),
    width: box.width,
    // Letters reach below their line: without the room for them a text field scrolls.
    height: box.height + 0.4 * size,
    paddingLeft: element.bullet === 'none' ? 0 : BULLET_INDENT * size,
    font: `${size}px/${element.leading} "${family}"`,
    color: element.colour,
    textAlign: element.align === 'centre' ? 'center' : element.align,
  };
}

/** How far below its top a text field draws the first baseline, in px. */
function fieldBaseline(family: string, size: number, lineHeight: number): number {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return lineHeight * 0.8;
  canvas.font = `${size}px "${family}"`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = canvas.measureText('x');
  // The browser rounds the room above the letters down.
  return Math.floor((lineHeight - ascent - descent) / 2) + ascent;
}
