import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { filmFor, panelsOf, type Film } from '../../../../core/sheets/finishing.ts';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { gluedInColumns, type SheetPlan } from '../../../../core/sheets/sheets.ts';
import styles from './Print.module.css';

/** Putting the sheets together, in three steps that can be seen. `sent`: a printer here prints them at true size by itself. */
export function HowToGlue({ plan, settings, sent }: { plan: SheetPlan; settings: PrintSettings; sent: boolean }): ReactNode {
  const { t } = useTranslation('print');
  return (
    <section className={styles.how} aria-label={t('how')}>
      <h2 className="label">{t('how')}</h2>
      <ol>
        {[sent ? printed('sent') : printed('print'), ...afterPrinting(plan, settings, t)].map(({ key, picture, title, text }, index) => (
          <li key={key}>
            {picture}
            <div>
              <h3>
                {index + 1}. {title}
              </h3>
              <p className="quiet">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );

  function printed(how: 'print' | 'sent'): Step {
    return { key: how, picture: <Printing />, title: t(`steps.${how}.title`), text: t(`steps.${how}.text`) };
  }
}

interface Step {
  readonly key: string;
  readonly picture: ReactNode;
  readonly title: string;
  readonly text: string;
}

function afterPrinting(plan: SheetPlan, { finishing, film }: PrintSettings, t: TFunction<'print'>): readonly Step[] {
  const [first, second] = plan.sheets;
  const flaps = plan.overlap > 0 && second !== undefined;
  const names = { first: first?.label ?? '', second: second?.label ?? '', run: t(gluedInColumns(plan) ? 'column' : 'row') };
  if (finishing === 'laminate-then-join')
    return [
      { key: 'film', picture: <Laminating pieces={1} />, title: t('steps.filmFirst.title'), text: t('steps.filmFirst.text') },
      { key: 'tape', picture: <Joining flap={false} />, title: t('steps.tapeFilm.title'), text: t('steps.tapeFilm.text', names) },
    ];
  if (finishing === 'join-then-laminate') {
    const count = piecesOf(plan, filmFor({ finishing, film }));
    return [
      count === plan.sheets.length
        ? { key: 'cutAll', picture: <Cutting all />, title: t('steps.cutAll.title'), text: t('steps.cutAll.text') }
        : { key: 'pieces', picture: <Joining flap={flaps} />, title: t('steps.pieces.title', { count }), text: t('steps.pieces.text') },
      { key: 'film', picture: <Laminating pieces={2} />, title: t('steps.film.title'), text: t('steps.film.text') },
    ];
  }
  const [cut, last] = [flaps ? 'cut' : 'cutAll', second === undefined ? 'hang' : flaps ? 'glue' : 'tape'] as const;
  return [
    { key: cut, picture: <Cutting all={!flaps} />, title: t(`steps.${cut}.title`), text: t(`steps.${cut}.text`) },
    { key: last, picture: <Joining flap={flaps} />, title: t(`steps.${last}.title`), text: t(`steps.${last}.text`, names) },
  ];
}

/** As many as sheets where they do not fit: the choice of film says so. */
function piecesOf(plan: SheetPlan, film: Film | null): number {
  try {
    return panelsOf(plan, 'join-then-laminate', film).length;
  } catch {
    return plan.sheets.length;
  }
}

function Drawing({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg
      viewBox="0 0 64 56"
      width="64"
      height="56"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

function Printing(): ReactNode {
  return (
    <Drawing>
      <path d="M14 6h36v44H14z" fill="var(--sheet)" />
      <path d="M20 40h24M20 36v8M26 37v6M32 36v8M38 37v6M44 36v8" stroke="var(--go)" />
      <path d="M22 16h20M22 23h14" stroke="var(--line-2)" />
    </Drawing>
  );
}

function Cutting({ all }: { all: boolean }): ReactNode {
  return (
    <Drawing>
      <path d="M12 6h40v44H12z" fill="var(--sheet)" stroke="var(--line-2)" />
      <path d="M19 13h26v30H19z" fill="var(--glue-sheet)" stroke="none" />
      <path d={all ? 'M19 8v40M14 13h36M45 8v40M14 43h36' : 'M19 8v40M14 13h36'} stroke="var(--glow)" strokeDasharray="4 4" />
    </Drawing>
  );
}

function Joining({ flap }: { flap: boolean }): ReactNode {
  return (
    <Drawing>
      <path d="M6 12h26v32H6z" fill="var(--glue-sheet)" />
      {flap && <path d="M26 12h6v32h-6z" fill="var(--sheet)" strokeDasharray="3 3" />}
      <path d={flap ? 'M34 9h24v32H34z' : 'M34 12h24v32H34z'} fill="var(--glue-sheet-2)" />
      <path d="M48 50H30M35 46l-5 4 5 4" stroke="var(--go)" />
    </Drawing>
  );
}

function Laminating({ pieces }: { pieces: 1 | 2 }): ReactNode {
  return (
    <Drawing>
      <path d="M14 14h18v28H14z" fill="var(--glue-sheet)" stroke="var(--seam)" />
      {pieces === 2 && <path d="M32 14h18v28H32z" fill="var(--glue-sheet-2)" stroke="var(--seam)" />}
      <rect x="6" y="6" width={pieces === 2 ? 52 : 34} height="44" rx="4" fill="var(--film)" stroke="var(--film-line)" />
    </Drawing>
  );
}
