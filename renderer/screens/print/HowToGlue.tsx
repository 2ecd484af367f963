import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gluedInColumns, type SheetPlan } from '../../../core/tiling/sheets.ts';

/** Putting the sheets together, in three steps that can be seen. */
export function HowToGlue({ plan }: { plan: SheetPlan }): ReactNode {
  const { t } = useTranslation('print');
  const [first, second] = plan.sheets;
  const flaps = plan.overlap > 0 && second !== undefined;
  const run = t(gluedInColumns(plan) ? 'column' : 'row');
  const names = { first: first?.label ?? '', second: second?.label ?? '', run };
  const last = second === undefined ? 'hang' : flaps ? 'glue' : 'tape';
  const steps = [
    { key: 'print', picture: <Printing />, title: t('steps.print.title'), text: t('steps.print.text') },
    {
      key: 'cut',
      picture: <Cutting all={!flaps} />,
      title: t(flaps ? 'steps.cut.title' : 'steps.cutAll.title'),
      text: t(flaps ? 'steps.cut.text' : 'steps.cutAll.text'),
    },
    { key: 'join', picture: <Joining flap={flaps} />, title: t(`steps.${last}.title`), text: t(`steps.${last}.text`, names) },
  ];
  return (
    <section className="how" aria-label={t('how')}>
      <h2 className="label">{t('how')}</h2>
      <ol>
        {steps.map(({ key, picture, title, text }, index) => (
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
      <path d="M14 6h36v44H14z" fill="#fff" />
      <path d="M20 40h24M20 36v8M26 37v6M32 36v8M38 37v6M44 36v8" stroke="#17624a" />
      <path d="M22 16h20M22 23h14" stroke="#cfc6b5" />
    </Drawing>
  );
}

function Cutting({ all }: { all: boolean }): ReactNode {
  return (
    <Drawing>
      <path d="M12 6h40v44H12z" fill="#fff" stroke="#cfc6b5" />
      <path d="M19 13h26v30H19z" fill="#f0cd8c" stroke="none" />
      <path d={all ? 'M19 8v40M14 13h36M45 8v40M14 43h36' : 'M19 8v40M14 13h36'} stroke="#9a5b00" strokeDasharray="4 4" />
    </Drawing>
  );
}

function Joining({ flap }: { flap: boolean }): ReactNode {
  return (
    <Drawing>
      <path d="M6 12h26v32H6z" fill="#f0cd8c" />
      {flap && <path d="M26 12h6v32h-6z" fill="#fff" strokeDasharray="3 3" />}
      <path d={flap ? 'M34 9h24v32H34z' : 'M34 12h24v32H34z'} fill="#d9a35a" />
      <path d="M48 50H30M35 46l-5 4 5 4" stroke="#17624a" />
    </Drawing>
  );
}
