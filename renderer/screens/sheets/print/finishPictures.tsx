import type { ReactNode } from 'react';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { LinePicture } from '../../../components/LinePicture.tsx';

const SHEET = { a: 'var(--glue-sheet)', b: 'var(--glue-sheet-2)' };
const FILM = { fill: 'var(--film)', stroke: 'var(--film-line)' };

/** How the sheets end up: glued with a flap, glued and then in film, or each in film of its own and taped. */
export function FinishPicture({ finishing }: { finishing: PrintSettings['finishing'] }): ReactNode {
  return (
    <svg viewBox="0 0 84 46" width="84" height="46" fill="none" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true">
      {finishing === 'laminate-then-join' ? <Taped /> : <Glued inFilm={finishing === 'join-then-laminate'} />}
    </svg>
  );
}

function Glued({ inFilm }: { inFilm: boolean }): ReactNode {
  return (
    <>
      <path d="M16 11h26v24H16z" fill={SHEET.a} stroke="var(--seam)" />
      <path d="M42 11h26v24H42z" fill={SHEET.b} stroke="var(--seam)" />
      <path d="M48 12v22" stroke="var(--seam)" strokeDasharray="2.5 3" />
      {inFilm ? <rect x="8" y="4" width="68" height="38" rx="4" {...FILM} /> : <path d="M62 40H46M50 37l-4 3 4 3" stroke="var(--go)" />}
    </>
  );
}

function Taped(): ReactNode {
  return (
    <>
      <path d="M11 11h22v24H11z" fill={SHEET.a} stroke="var(--seam)" />
      <path d="M51 11h22v24H51z" fill={SHEET.b} stroke="var(--seam)" />
      <rect x="6" y="5" width="32" height="36" rx="4" {...FILM} />
      <rect x="46" y="5" width="32" height="36" rx="4" {...FILM} />
      <path d="M34 19h16v8H34z" fill="var(--tape)" stroke="var(--glow)" strokeDasharray="3 2.5" />
    </>
  );
}

const needPaths = {
  paper: 'M6 3h9l4 4v14H6zM15 3v4h4',
  film: 'M5 6h14v12H5zM8 9h8v6H8z',
  glue: 'M9 3h6v4H9zM8 7h8v13a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1zM8 12h8',
  tape: 'M11 19a8 8 0 1 1 8-8v8zM11 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  cut: 'M7 20a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM17 20a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM8.500 15.500L17 4M15.500 15.500L7 4',
} as const;
export type NeedKind = keyof typeof needPaths;

export function NeedPicture({ kind }: { kind: NeedKind }): ReactNode {
  return <LinePicture path={needPaths[kind]} size={18} />;
}

const swatches: Record<PrintSettings['look'], readonly [string, string, string]> = {
  colour: ['var(--glue-sheet)', 'var(--printed-2)', 'var(--printed-3)'],
  grey: ['var(--printed-grey-1)', 'var(--printed-grey-2)', 'var(--printed-grey-3)'],
  'ink-saver': ['var(--sheet)', 'var(--sheet)', 'var(--sheet)'],
};

/** A strip of three levels in that ink. */
export function InkPicture({ look }: { look: PrintSettings['look'] }): ReactNode {
  return (
    <svg viewBox="0 0 60 22" width="60" height="22" strokeWidth="1.4" strokeLinejoin="round" aria-hidden="true">
      {swatches[look].map((fill, index) => (
        <rect key={index} x={2 + index * 19} y="2" width="17" height="18" rx="3" fill={fill} stroke={look === 'ink-saver' ? 'var(--printed-line)' : 'none'} />
      ))}
    </svg>
  );
}
