import { cutsOf, LEAST_RIM, needsOf, type Edge, type Film, type Finishing, type Panel } from '../../../core/sheets/finishing.ts';
import { gluedInColumns, type SheetPlan } from '../../../core/sheets/sheets.ts';
import { sheetWords } from '../../../core/words/sheets.ts';

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
  return [
    sheetWords.facts.sheets(sheets.length, sheetSize.name === 'custom' ? sheetWords.facts.ownSize(sheetSize.width, sheetSize.height) : sheetSize.name),
    sheetWords.facts.size(Math.round(strip.width), Math.round(strip.height)),
    overlap === 0 ? sheetWords.facts.noFlap : sheetWords.facts.flap(overlap),
    ...(needs.pouches > 0 && film?.kind === 'pouch' ? [sheetWords.facts.pouches(needs.pouches, film.name)] : []),
    ...(needs.filmMetres > 0 && film?.kind === 'roll' ? [sheetWords.facts.film(metres(needs.filmMetres), film.width)] : []),
    ...(needs.glueMetres > 0 ? [sheetWords.facts.glue(metres(needs.glueMetres))] : []),
    ...(needs.tapeMetres > 0 ? [film === null ? sheetWords.facts.tape(metres(needs.tapeMetres)) : sheetWords.facts.clearTape(metres(needs.tapeMetres))] : []),
    sheetWords.facts.cuts(needs.cuts),
  ].join(' · ');
}

/** What to do, step by step. */
export function stepsOf(plan: SheetPlan, finish: Finish): string[] {
  const first = plan.sheets[0]?.label ?? 'A1';
  const second = plan.sheets[1]?.label;
  const { print, hang } = sheetWords.steps;
  if (finish.finishing === 'laminate-then-join')
    return [print, sheetWords.steps.cutAllSides, laminating(finish), sheetWords.steps.tapeLaminated(second ?? sheetWords.steps.nextSheet, first), hang];
  const laminated = finish.panels.length > 0 ? [laminating(finish)] : [];
  if (second === undefined) return [print, sheetWords.steps.cutOneSheet, ...laminated, hang];
  if (plan.overlap === 0) return [print, sheetWords.steps.cutAllEdges, sheetWords.steps.tapeEdges(second, first), ...laminated, hang];
  const run = gluedInColumns(plan) ? 'columns' : 'rows';
  const joined = sheetWords.steps.glue[run](first, second);
  const start = [sheetWords.steps.halfCircles(print), cutting(plan, finish)];
  if (finish.finishing === 'join-then-laminate')
    return [...start, sheetWords.steps.joinPieces(joined, piecesOf(finish)), laminating(finish), sheetWords.steps.tapePieces(hang)];
  return [...start, joined, sheetWords.steps.glueNext[run](hang)];
}

/** The cut list: what all sheets have in common, then the exceptions. */
function cutting(plan: SheetPlan, { finishing, panels }: Finish): string {
  const cuts = cutsOf(plan, finishing, panels);
  const extra = (edge: Edge, where: (sheets: string) => string): string => {
    const sheets = cuts.filter(({ edges }) => edges.includes(edge)).map(({ sheet }) => sheet.label);
    return sheets.length === 0 ? '' : sheetWords.steps.alsoCut(where(listed(sheets)));
  };
  return sheetWords.steps.cutFlaps(extra('right', sheetWords.steps.onTheRight) + extra('below', sheetWords.steps.atTheBottom));
}

function laminating({ film, panels, finishing }: Finish): string {
  if (film === null) return sheetWords.steps.laminate;
  const rim = Math.floor(Math.min(...panels.map((panel) => panel.rim)));
  const into = film.kind === 'pouch' ? sheetWords.steps.inPouch(film.name) : sheetWords.steps.inRoll(film.width);
  return finishing === 'laminate-then-join' ? sheetWords.steps.laminateSheets(into, LEAST_RIM, rim) : sheetWords.steps.laminatePieces(into, LEAST_RIM, rim);
}

function piecesOf({ panels }: Finish): string {
  const names = panels.map(({ sheets }) => {
    const first = sheets[0]?.label ?? '';
    return sheets.length === 1 ? first : sheetWords.steps.range(first, sheets.at(-1)?.label ?? '');
  });
  return names.length > 12 ? sheetWords.steps.andSoOn(names.slice(0, 12).join('; ')) : names.join('; ');
}

/** Neighbours in a row or column of labels are told as a range: A1 to A4. */
function listed(labels: readonly string[]): string {
  const ranges: { from: string; to: string }[] = [];
  for (const label of labels) {
    const last = ranges.at(-1);
    if (last !== undefined && follows(last.to, label)) last.to = label;
    else ranges.push({ from: label, to: label });
  }
  return ranges.map(({ from, to }) => (from === to ? from : sheetWords.steps.range(from, to))).join(', ');
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

function metres(length: number): string {
  return `${Math.max(0.1, Math.ceil(length * 10) / 10).toFixed(1)} m`;
}
