import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import { go } from '../../../route.ts';
import { CloserLook } from './CloserLook.tsx';
import { PaperCard } from './PaperCard.tsx';
import { useAgreement } from './useAgreement.ts';
import { SideBySide } from './SideBySide.tsx';
import { usePaperDrag } from './usePaperDrag.ts';
import styles from './LineUp.module.css';

const WIDTHS = [110, 140, 180, 230, 300, 400] as const;

/** The long table: papers are dragged into order from lowest to highest, with the pile of those still to be placed below. */
export function LineUpScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('lineUp');
  const { t: common } = useTranslation();
  const byId = new Map(wall.papers.map((paper) => [paper.id, paper]));
  const line = wall.chart.line.flatMap((id) => byId.get(id) ?? []);
  const pile = wall.papers.filter(({ id }) => !wall.chart.line.includes(id));
  const agreement = useAgreement(
    wall,
    line.map(({ id }) => id),
  );
  const all = wall.papers.length;
  const flat = areFlat(wall.papers);
  const [rows, setRows] = useState(flat && all > 5);
  const [zoom, setZoom] = useState(flat ? 4 : all > 14 ? 1 : 2);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [look, setLook] = useState<string | null>(null);
  const [comparing, setComparing] = useState(false);
  const [said, setSaid] = useState('');
  const table = useRef<HTMLOListElement>(null);
  const tray = useRef<HTMLElement>(null);
  const width = WIDTHS[zoom] ?? 180;

  const place = (paper: PaperFacts, index: number): void => {
    const others = line.filter(({ id }) => id !== paper.id);
    const to = Math.max(0, Math.min(index, others.length));
    // Papers in the bin keep their place in the document, out of sight; the index counts them too.
    const rest = wall.chart.line.filter((id) => id !== paper.id);
    const next = others[to];
    wall.change({ name: 'place', paper: paper.id, index: next === undefined ? rest.length : rest.indexOf(next.id) });
    setSaid(t('moved', { code: paper.code, place: to + 1, all: others.length + 1 }));
  };
  const takeOff = (paper: PaperFacts): void => {
    wall.change({ name: 'take-off', paper: paper.id });
    setSaid(t('takenOff', { code: paper.code }));
  };
  const { hand, grab, justDropped } = usePaperDrag({
    table,
    pile: tray,
    onDrop: (id, landing) => {
      const paper = byId.get(id);
      if (paper === undefined) return;
      if (landing.at === 'table') place(paper, landing.index);
      else if (wall.chart.line.includes(id)) takeOff(paper);
    },
  });
  const toggle = (id: string): void => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now.slice(-1), id]));

  const keysOnTable = (event: KeyboardEvent, paper: PaperFacts, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.altKey) place(paper, index + step);
    else if (step !== 0) cardFace(line[index + step]?.id ?? '')?.focus();
    else if (event.key === 'Home' && event.altKey) place(paper, 0);
    else if (event.key === 'End' && event.altKey) place(paper, line.length);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      takeOff(paper);
      focusCard(line[index + 1]?.id ?? line[index - 1]?.id);
    } else return commonKeys(event, paper);
    event.preventDefault();
  };
  const keysOnPile = (event: KeyboardEvent, paper: PaperFacts, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) cardFace(pile[index + step]?.id ?? '')?.focus();
    else if (event.key === 'Home' || event.key === 'End') {
      place(paper, event.key === 'Home' ? 0 : line.length);
      focusCard(pile[index + 1]?.id ?? pile[index - 1]?.id);
    } else return commonKeys(event, paper);
    event.preventDefault();
  };
  const commonKeys = (event: KeyboardEvent, paper: PaperFacts): void => {
    if (event.key === 'Enter') setLook(paper.id);
    else if (event.key === ' ') toggle(paper.id);
    else return;
    event.preventDefault();
  };

  if (all === 0) {
    return (
      <main className="screen empty">
        <h1>{t('empty')}</h1>
        <p>{t('empty_hint')}</p>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'collect' })}>
          {t('collect')}
        </Button>
      </main>
    );
  }

  const card = (paper: PaperFacts, index: number, on: 'table' | 'pile'): ReactNode => (
    <PaperCard
      key={paper.id}
      paper={paper}
      width={on === 'table' ? width : 120}
      label={on === 'table' ? t('card', { code: paper.code, place: index + 1, all: line.length }) : t('pileCard', { code: paper.code })}
      keys={on === 'table' ? t('cardKeys') : t('pileKeys')}
      chosen={chosen.includes(paper.id)}
      inHand={hand?.paper === paper.id}
      gapBefore={
        on === 'table' &&
        hand?.landing?.at === 'table' &&
        hand.landing.index === line.slice(0, index).filter(({ id }) => id !== hand.paper).length &&
        hand.paper !== paper.id
      }
      contested={on === 'table' && agreement?.contested.has(paper.id) === true}
      onGrab={(event) => grab(event, paper.id)}
      onLook={() => !justDropped() && setLook(paper.id)}
      onToggle={() => toggle(paper.id)}
      onKey={(event) => (on === 'table' ? keysOnTable(event, paper, index) : keysOnPile(event, paper, index))}
    />
  );
  const held = hand && byId.get(hand.paper);
  const others = line.filter(({ id }) => id !== hand?.paper).length;

  return (
    <main className={`screen ${styles.lineUp}`}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className={`quiet ${styles.howFar}`}>
            {pile.length === 0 ? t('allPlaced', { all }) : t('placed', { placed: line.length, all })}
            <Button small isDisabled={all < 2} onPress={() => go({ place: 'wall', wall: wall.id, step: 'line-up', twoByTwo: true })}>
              <Icon name="people" size={18} /> {t('twoByTwo')}
            </Button>
          </p>
        </div>
        <Choice
          label={t('shape')}
          labelHidden
          value={rows ? 'rows' : 'line'}
          options={[
            { value: 'line', label: t('oneLine') },
            { value: 'rows', label: t('inRows') },
          ]}
          onChange={(shape) => setRows(shape === 'rows')}
        />
        <Button icon look="ghost" label={t('smaller')} isDisabled={zoom === 0} onPress={() => setZoom(zoom - 1)}>
          <Icon name="zoomOut" />
        </Button>
        <Button icon look="ghost" label={t('bigger')} isDisabled={zoom === WIDTHS.length - 1} onPress={() => setZoom(zoom + 1)}>
          <Icon name="zoomIn" />
        </Button>
        <Button
          label={wall.history.undo === null ? common('undo') : common('undoWhat', { what: common(`changes.${wall.history.undo}`) })}
          isDisabled={wall.history.undo === null}
          onPress={wall.undo}
        >
          <Icon name="undo" /> {common('undo')}
        </Button>
        <Button isDisabled={chosen.length !== 2} onPress={() => setComparing(true)}>
          <Icon name="side" /> {t('sideBySide')}
        </Button>
        <Button {...(pile.length === 0 && { look: 'go' as const })} onPress={() => go({ place: 'wall', wall: wall.id, step: 'levels' })}>
          {t('next')}
        </Button>
      </div>

      <section className={styles.table} aria-label={t('table')}>
        {agreement !== null && (
          <p className={styles.agreement}>
            <b>{t('agreement', agreement.steps)}</b> {agreement.advice}
          </p>
        )}
        <div className={styles.ends} aria-hidden="true">
          <span>{t('lowest')}</span>
          {!rows && <span>{t('highest')}</span>}
        </div>
        <ol className={rows ? `${styles.row} ${styles.rows}` : styles.row} ref={table}>
          {line.map((paper, index) => card(paper, index, 'table'))}
          {hand?.landing?.at === 'table' && hand.landing.index >= others && <li className={styles.gapMark} aria-hidden="true" />}
          {line.length === 0 && <li className={styles.tableHint}>{t('emptyTable')}</li>}
        </ol>
        {rows && (
          <div className={`${styles.ends} ${styles.last}`} aria-hidden="true">
            <span>{t('highest')}</span>
          </div>
        )}
      </section>

      <section className={hand?.landing?.at === 'pile' ? `${styles.tray} ${styles.landing}` : styles.tray} ref={tray} aria-label={t('pile')}>
        <div>
          <h2>{t('pile')}</h2>
          {pile.length === 0 ? (
            <p className="quiet">{t('pileEmpty')}</p>
          ) : (
            <ol className={`${styles.row} ${styles.pile}`}>{pile.map((paper, index) => card(paper, index, 'pile'))}</ol>
          )}
        </div>
        <aside className="tip">
          <h3>{t('looking')}</h3>
          {wall.task.focus === '' ? (
            <p className="quiet">{t('noFocus')}</p>
          ) : (
            <p>
              <b>{wall.task.focus}</b>
            </p>
          )}
          <p className="quiet">{chosen.length === 2 ? t('looking_hint') : t('sideBySide_hint')}</p>
        </aside>
      </section>

      {hand && held && (
        <div
          className={styles.hand}
          aria-hidden="true"
          style={{ width: hand.width, transform: `translate(${hand.x + hand.dx}px, ${hand.y + hand.dy}px) rotate(-1.2deg)` }}
        >
          <PaperPicture paper={held} width={hand.width} label="" />
        </div>
      )}
      <p className="hidden-but-read" aria-live="polite">
        {said}
      </p>
      {look !== null && <CloserLook line={line} pile={pile} paper={look} onSee={setLook} onPlace={place} onTakeOff={takeOff} onClose={() => setLook(null)} />}
      {comparing && (
        <SideBySide
          line={line}
          pair={chosen.flatMap((id) => byId.get(id) ?? [])}
          onHigher={(higher, other) => place(higher, line.filter(({ id }) => id !== higher.id).findIndex(({ id }) => id === other.id) + 1)}
          onClose={() => setComparing(false)}
        />
      )}
    </main>
  );
}

/** Most papers are much wider than high: a few lines cut from a page. */
function areFlat(papers: readonly PaperFacts[]): boolean {
  const shapes = papers.flatMap(({ pages }) => pages.slice(0, 1).flatMap(({ clean }) => (clean ? [clean.width / clean.height] : [])));
  return shapes.length > 0 && shapes.filter((shape) => shape > 1.8).length > shapes.length / 2;
}

/** Moves on only where the focus went away with its card: whoever went elsewhere meanwhile stays there. */
function focusCard(id: string | undefined): void {
  if (id === undefined) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) cardFace(id)?.focus();
  });
}

const cardFace = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-paper="${id}"] > button`);
