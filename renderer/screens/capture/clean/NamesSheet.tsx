import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { turnsTogether } from '../../../../core/capture/turnedOn.ts';
import { useApp } from '../../../api/app.tsx';
import { useStay } from '../../../api/useStay.ts';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { UndoButton } from '../../../components/UndoButton.tsx';
import type { Binding } from '../../../keys/keyboard.ts';
import { useKeyLine, useKeys } from '../../../keys/useKeys.ts';
import { burntBoxes } from './burntBoxes.ts';
import { CoverChoice } from './CoverChoice.tsx';
import { FindNames } from './FindNames.tsx';
import { NamesPage } from './NamesPage.tsx';
import type { Cleanings } from './useCleanings.ts';
import { useClassNames } from './useClassNames.ts';
import { takenOf, type NameSheet, type SheetPage } from './useNameSheet.ts';
import type { Naming } from './useNaming.ts';
import { useSheetKeys } from './useSheetKeys.ts';
import { useSheetZoom } from './useSheetZoom.ts';
import cleanStyles from './Clean.module.css';
import styles from './Names.module.css';

interface SheetProps {
  readonly naming: Naming;
  readonly sheet: NameSheet;
  readonly cleanings: Cleanings;
  /** Back to the pages one by one, to this one if any. */
  readonly onLeave: (page?: string) => void;
}

/** The whole stack on one sheet, with the boxes that hide names: looked through, changed, and burned in at one press. */
export function NamesSheet({ naming, sheet, cleanings, onLeave }: SheetProps): ReactNode {
  const { t } = useTranslation('clean');
  const { say } = useApp();
  const { pages } = sheet;
  const [{ uniform }, change] = useStay('names uniform', () => ({ uniform: true }));
  const [at, setAt] = useState<string | null>(null);
  const { sheet: list, onKeyDown: walk } = useSheetKeys();
  const [{ cover }, changeCover] = useStay('names cover', (): { cover: Cleaning['cover'] } => ({ cover: 'paper' }));
  const { longest } = useClassNames();
  const burnt = useMemo(() => burntBoxes(pages, uniform, longest), [pages, uniform, longest]);
  const boxed = pages.filter((page) => takenOf(page).length > 0);
  const open = pages.filter(({ look, accepted }) => look !== null && look !== 'none-seen' && !accepted);
  const wrong = pages.filter(({ wrongBy }) => wrongBy !== 0);
  const current = pages.find(({ listed }) => listed.page.id === at) ?? pages[0];
  const running = naming.running;

  const burn = (): void => {
    if (boxed.length === 0) return onLeave();
    naming.burn(
      boxed.map((page) => ({ page: page.listed.page.id, boxes: burnt.of(page).filter((_box, index) => page.boxes[index]?.taken) })),
      cover,
      () => {
        sheet.clear();
        onLeave();
      },
    );
  };
  const accept = (page: SheetPage): void => {
    sheet.accept(page, true);
    const from = pages.indexOf(page);
    const next = [...pages.slice(from + 1), ...pages.slice(0, from)].find(({ accepted }) => !accepted);
    if (next !== undefined) list.current?.querySelector<HTMLElement>(`[data-page="${next.listed.page.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isTools = event.target instanceof Element && event.target.matches('[data-tools] *');
    const isGuess = event.target instanceof Element && event.target.matches('[data-box=guess]');
    if (walk(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey || current === undefined || isTools || isGuess) return;
    accept(current);
    event.preventDefault();
  };
  const burning: Binding = { keys: 'Mod+Enter', words: t('does.burn'), run: naming.searched && (running === null || boxed.length > 0) ? burn : null };
  const zoom = useSheetZoom(list, naming.searched || running !== null);
  useKeys('screen', [burning, ...zoom.bindings]);
  const burnLine = useKeyLine([burning]);
  const everywhere = (page: SheetPage): void => {
    const count = sheet.everywhere(page);
    say(count === 0 ? t('sameBoxNone') : t('everywhereDone', { count }));
  };
  const turnUpright = (): void => {
    const changed = wrong.map(({ listed: { page }, wrongBy }) => {
      const now = cleanings.of(page);
      cleanings.change(page, { ...now, turn: turnsTogether(now.turn, wrongBy) });
      return page;
    });
    say(t('turned', { count: changed.length }), () => changed.forEach((page) => cleanings.undo(page)));
  };

  return (
    <main className={`screen ${styles.names}`}>
      <div className="screen-head">
        <div>
          <h1>{t('namesTitle')}</h1>
          <p className="quiet" aria-live="polite">
            {running !== null
              ? t('namesHow')
              : naming.searched && (open.length > 0 ? t('namesOpen', { count: open.length }) : t('namesReady', { count: boxed.length }))}
          </p>
        </div>
        <UndoButton
          history={{ undo: sheet.undo ?? naming.takeBack }}
          what={sheet.undo !== null ? t('undoBox') : naming.takeBack !== null ? t('undoBurn') : null}
        />
        <Button onPress={() => onLeave()}>{t('oneByOne')}</Button>
        {naming.searched && (
          <Button look="go" isDisabled={running !== null && boxed.length === 0} onPress={burn}>
            <Icon name={boxed.length === 0 ? 'right' : 'box'} size={18} />
            {boxed.length === 0 ? t('noBoxes') : t('burn', { count: boxed.length })}
          </Button>
        )}
      </div>
      {running !== null ? (
        <JobBar key={running.job.job} job={running.job} onEnd={naming.ended} />
      ) : (
        <FindNames again={naming.searched} left={naming.left} onFind={naming.find}>
          {naming.searched && (
            <div className={styles.oneSize}>
              <Check label={t('uniform')} checked={uniform} onChange={(yes) => change({ uniform: yes })} />
              <span className="quiet">{burnt.larger > 0 ? t('uniformLarger', { count: burnt.larger }) : t('uniformWhy')}</span>
            </div>
          )}
          {naming.searched && <CoverChoice cover={cover} onChange={(next) => changeCover({ cover: next })} />}
        </FindNames>
      )}
      {naming.searched && wrong.length > 0 && running === null && (
        <p className={styles.note}>
          <span>{t('wrongWay', { count: wrong.length })}</span>
          <Button small onPress={turnUpright}>
            <Icon name="turn" size={18} /> {t('turnUpright')}
          </Button>
        </p>
      )}
      {(naming.searched || running !== null) && (
        <ul
          ref={list}
          className={styles.sheet}
          style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${zoom.column}px), 1fr))` }}
          aria-label={t('namesSheet')}
          onKeyDown={onKeyDown}
          aria-busy={running !== null}
        >
          {pages.map((page) => (
            <li key={page.listed.page.id}>
              <NamesPage
                page={page}
                burnt={burnt.of(page)}
                current={page === current}
                onCurrent={() => setAt(page.listed.page.id)}
                onPress={(index) => sheet.press(page, index)}
                onRemove={(index) => sheet.remove(page, index)}
                onAdd={(box) => sheet.add(page, box)}
                onEverywhere={() => everywhere(page)}
                onAccept={() => sheet.accept(page, !page.accepted)}
                onOpen={() => onLeave(page.listed.page.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {naming.searched && <p className={`quiet ${cleanStyles.keys}`}>{`${t('namesKeys')} · ${burnLine}`}</p>}
    </main>
  );
}
