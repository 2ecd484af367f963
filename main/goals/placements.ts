import { randomUUID } from 'node:crypto';
import type { Chart, Qualifier } from '../../core/chart/document.ts';
import { askedBy, levelAbove } from '../../core/chart/nextLevel.ts';
import type { Checked } from '../../core/contract/contract.ts';
import { goalsInUse, goalsNow } from '../../core/goals/bank.ts';
import { goalsForQualifier, nearGoals, proposedQualifiers, type ProposedQualifier } from '../../core/goals/bridge.ts';
import type { Goal } from '../../core/goals/goal.ts';
import type { NextLevel, Placement, PupilOnChart } from '../../core/goals/placement.ts';
import type { NextQualifier } from '../../core/goals/suggest.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { goalWords } from '../../core/words/goals.ts';
import { currentState, readableNow } from '../chart/chartRows.ts';
import { requireChart } from '../chart/walls.ts';
import { requirePupil } from '../class/classList.ts';
import type { Library } from '../library/library.ts';
import { goalBank } from './goalBank.ts';
import { findPlacement, insertPlacement, latestPlacement, listPlacements, placementsOfPupil, takeBackPlacement, type PlacementRow } from './placementRows.ts';
import { asSuggested, classGoals, writerOf } from './writers.ts';

/** A pupil's piece falls on a level or between two. @throws Refusal `bad-request` where the chart has no such place */
export function recordPlacement(library: Library, { wall, by, ...said }: Checked<'placements.record'>): Placement {
  requirePupil(library, said.pupil);
  const top = chartOf(library, wall).levels.length - 1;
  if (said.place > top + 0.5) throw new Refusal('bad-request', goalWords.placement.tooHigh);
  const row: PlacementRow = { id: randomUUID(), chart: wall, said_by: by, ...said };
  insertPlacement(library.db, row);
  return asPlacement(row);
}

/** @returns whose placement it was */
export function takePlacementBack({ db }: Library, id: string): string {
  const placement = findPlacement(db, id);
  if (placement === null) throw new Refusal('not-found', goalWords.placement.gone);
  takeBackPlacement(db, id);
  return placement.pupil;
}

export function placementsOn(library: Library, wall: string): Placement[] {
  requireChart(library.db, wall);
  return listPlacements(library.db, wall).map(asPlacement);
}

/** What the level above the pupil's newest placement asks, each part with goals that fit this writer. */
export function nextLevel(library: Library, wall: string, pupil: string, date: string): NextLevel {
  const newest = placementsOn(library, wall).findLast((placement) => placement.pupil === pupil);
  if (newest === undefined) throw new Refusal('not-found', goalWords.placement.none);
  const level = levelAbove(chartOf(library, wall).levels, newest.place);
  if (level === null) return { level: null, qualifiers: [] };
  const writer = { ...writerOf(library, pupil, date), next: [] };
  const goals = goalsInUse(goalBank(library));
  return {
    level: { id: level.id, label: level.label, name: level.name },
    qualifiers: askedBy(level).map((qualifier) => {
      const tied = goalsForQualifier(writer, asNext(qualifier, goals));
      // Where all that the team tied is in the kete or on the way, goals of near words go on from there.
      const fitting = tied.length > 0 ? tied : goalsForQualifier(writer, byItsWords(qualifier, goals));
      return { id: qualifier.id, text: qualifier.text, tied: isTied(qualifier), goals: fitting.map(asSuggested) };
    }),
  };
}

/** Where this pupil's writing fell at first and falls now, chart by chart. */
export function chartsOfPupil(library: Library, pupil: string): PupilOnChart[] {
  const byChart = Map.groupBy(placementsOfPupil(library.db, requirePupil(library, pupil).id), ({ chart }) => chart);
  return [...byChart].flatMap(([wall, placements]) => {
    const [first, now] = [placements[0], placements.at(-1)];
    const chart = readableNow(library.db, wall)?.document;
    if (first === undefined || now === undefined || chart === undefined) return [];
    const { title, levels } = chart;
    return [{ wall, title, labels: levels.map(({ label }) => label), first: first.place, now: now.place }];
  });
}

/** What the chart of the pupil's newest placement asks next; nothing where there is none. */
export function nextFor(library: Library, pupil: string): NextQualifier[] {
  const newest = latestPlacement(library.db, pupil);
  const chart = newest && readableNow(library.db, newest.chart)?.document;
  const level = newest && chart ? levelAbove(chart.levels, newest.place) : null;
  const goals = goalsInUse(goalBank(library));
  return level === null ? [] : askedBy(level).map((qualifier) => asNext(qualifier, goals));
}

/** Goals that many pupils share and that no qualifier of the chart is tied to, worded for its next revision. */
export function proposals(library: Library, wall: string): ProposedQualifier[] {
  const tied = new Set(chartOf(library, wall).levels.flatMap(({ qualifiers }) => qualifiers.flatMap(({ goals }) => goals ?? [])));
  return proposedQualifiers(classGoals(library), goalsNow(goalBank(library))).filter(({ goal }) => !tied.has(goal));
}

const chartOf = (library: Library, wall: string): Chart => {
  requireChart(library.db, wall);
  return currentState(library.db, wall).document;
};

const isTied = ({ goals, skillSet }: Qualifier): boolean => (goals ?? []).length > 0 || skillSet !== undefined;

/** As the team tied it, else with goals of near words. */
function asNext(qualifier: Qualifier, goals: readonly Goal[]): NextQualifier {
  const { text, skillSet } = qualifier;
  return isTied(qualifier) ? { text, skillSets: skillSet === undefined ? [] : [skillSet], goals: qualifier.goals ?? [] } : byItsWords(qualifier, goals);
}

const byItsWords = ({ text }: Qualifier, goals: readonly Goal[]): NextQualifier => ({
  text,
  skillSets: [],
  goals: nearGoals(text, goals).map(({ code }) => code),
});

const asPlacement = ({ id, pupil, place, said_by: by, date }: PlacementRow): Placement => ({ id, pupil, place, by, date });
