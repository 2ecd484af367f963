import { cutsOf, LEAST_RIM, needsOf, type Edge, type Film, type Finishing, type Panel } from '../../../core/sheets/finishing.ts';
import { gluedInColumns, type SheetPlan } from '../../../core/sheets/sheets.ts';

/** What happens to the sheets after printing; `panels` and `film` only where something is laminated. */
export interface Finish {
  readonly finishing: Finishing;
  readonly film: Film | null;
  readonly panels: readonly Panel[];
}

/** How many sheets of what, and what else to buy. */
export function factsOf(plan: SheetPlan, { finishing, film, panels }: Finish): string {
  const { sheets, sheetSize, strip, overlap } = plan;
  const needs = needsOf(plan, finishing, panels, film);
  const size = `${Math.round(strip.width)} × ${Math.round(strip.height)} mm`;
  const flap = overlap === 0 ? 'no glue flap' : `glue flap ${overlap} mm`;
  return [
    `${counted(sheets.length, 'sheet')} of ${sheetSize.name === 'custom' ? `${sheetSize.width} × ${sheetSize.height} mm paper` : sheetSize.name}`,
    size,
    flap,
    ...(needs.pouches > 0 && film?.kind === 'pouch' ? [counted(needs.pouches, `${film.name} pouch`, `${film.name} pouches`)] : []),
    ...(needs.filmMetres > 0 && film?.kind === 'roll' ? [`${metres(needs.filmMetres)} of film ${film.width} mm wide`] : []),
    ...(needs.glueMetres > 0 ? [`${metres(needs.glueMetres)} of glue`] : []),
    ...(needs.tapeMetres > 0 ? [`${metres(needs.tapeMetres)} of ${film === null ? '' : 'clear '}tape`] : []),
    counted(needs.cuts, 'cut'),
  ].join(' · ');
}

/** What to do, step by step. */
export function stepsOf(plan: SheetPlan, finish: Finish): string[] {
  const first = plan.sheets[0]?.label ?? 'A1';
  const second = plan.sheets[1]?.label;
  const print = 'Print all pages on one side only, at “Actual size” (100\u00a0%). Lay the sheets out on the floor as in the picture.';
  const hang = 'Hang it up so that its middle is where your pupils’ eyes are.';
  if (finish.finishing === 'laminate-then-join')
    return [
      print,
      'Cut every sheet along the corner marks on all four sides.',
      laminating(finish),
      `Lay ${second ?? 'the next sheet'} on the clear edge of ${first} so that the pictures meet, and tape them from behind. Go on in the order of the names.`,
      hang,
    ];
  if (second === undefined) return [print, 'Cut off the white edges along the corner marks.', ...(finish.panels.length > 0 ? [laminating(finish)] : []), hang];
  if (plan.overlap === 0)
    return [
      print,
      'Cut off all white edges along the corner marks.',
      `Lay ${second} against ${first}, edge to edge, and tape them together from behind. Go on in the order of the names.`,
      ...(finish.panels.length > 0 ? [laminating(finish)] : []),
      hang,
    ];
  const [run, flap, last, side, lastSide] = gluedInColumns(plan) ? ['column', 'lower', 'right', 'foot', 'right'] : ['row', 'right', 'lower', 'end', 'bottom'];
  const joined = `Put glue on the ${flap} flap of ${first} and lay ${second} on it so that the picture goes on without a step. Go on to the ${side} of the ${run}, then do the next ${run}.`;
  if (finish.finishing === 'join-then-laminate')
    return [
      `${print} Half circles with the same number belong together.`,
      ...cutting(plan, finish),
      `${joined} Join only what goes into one piece of film: ${piecesOf(finish)}.`,
      laminating(finish),
      `Lay the pieces edge to edge and tape them from behind. ${hang}`,
    ];
  return [
    `${print} Half circles with the same number belong together.`,
    ...cutting(plan, finish),
    joined,
    `Put glue on the ${last} flaps of the first ${run} and lay the next ${run} on them, from the top left to the ${lastSide}. ${hang}`,
  ];
}

/** The cut list: what all sheets have in common, then the exceptions. */
function cutting(plan: SheetPlan, { finishing, panels }: Finish): string[] {
  const cuts = cutsOf(plan, finishing, panels);
  const extra = (edge: Edge) => cuts.filter(({ edges }) => edges.includes(edge)).map(({ sheet }) => sheet.label);
  const also = (
    [
      ['right', 'on the right'],
      ['below', 'at the bottom'],
    ] as const
  ).flatMap(([edge, where]) => (extra(edge).length === 0 ? [] : [`${where} of ${listed(extra(edge))}`]));
  return [
    `Cut off the white edges on the left and at the top of every sheet, along the corner marks${also.length > 0 ? `, and ${also.join(', and ')}` : ''}. Everywhere else leave the flap on, white edge and all, and cut its corners off along the slanting lines: then there are never more than two layers of paper.`,
  ];
}

function laminating({ film, panels, finishing }: Finish): string {
  if (film === null) return 'Laminate.';
  const rim = Math.floor(Math.min(...panels.map((panel) => panel.rim)));
  const what = finishing === 'laminate-then-join' ? 'each sheet' : 'each piece';
  const into = film.kind === 'pouch' ? `in the middle of one ${film.name} pouch` : `between film ${film.width} mm wide`;
  return `Laminate ${what} ${into}. Leave at least ${LEAST_RIM} mm of clear film all round (there will be up to ${rim} mm), or the seal opens.`;
}

function piecesOf({ panels }: Finish): string {
  const names = panels.map(({ sheets }) => (sheets.length === 1 ? sheets[0]?.label : `${sheets[0]?.label} to ${sheets.at(-1)?.label}`));
  return names.length > 12 ? `${names.slice(0, 12).join('; ')} and so on` : names.join('; ');
}

/** Neighbours in a row or column of labels are told as a range: A1 to A4. */
function listed(labels: readonly string[]): string {
  const ranges: { from: string; to: string }[] = [];
  for (const label of labels) {
    const last = ranges.at(-1);
    if (last !== undefined && follows(last.to, label)) last.to = label;
    else ranges.push({ from: label, to: label });
  }
  return ranges.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ');
}

function follows(before: string, after: string): boolean {
  const [row, column] = partsOf(before);
  const [nextRow, nextColumn] = partsOf(after);
  return row === nextRow && column + 1 === nextColumn;
}

function partsOf(label: string): [string, number] {
  const [, row = '', column = '0'] = /^([A-Z]+)(\d+)$/u.exec(label) ?? [];
  return [row, Number(column)];
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function metres(length: number): string {
  return `${Math.max(0.1, Math.ceil(length * 10) / 10).toFixed(1)} m`;
}
