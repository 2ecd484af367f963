import type { Chart } from './document.ts';

/** Papers spread evenly along the line for the levels that have none: the ends stand for the ends, the others in equal steps; no paper is taken twice. */
export function evenAnchors(chart: Chart, line: readonly string[]): { level: string; anchor: string }[] {
  const taken = new Set(chart.levels.flatMap(({ anchors }) => anchors));
  const last = chart.levels.length - 1;
  return chart.levels.flatMap((level, step) => {
    if (level.anchors.length > 0) return [];
    const wanted = (step * (line.length - 1)) / last;
    const free = line.map((paper, place) => ({ paper, off: Math.abs(place - wanted) })).filter(({ paper }) => !taken.has(paper));
    const nearest = free.toSorted((a, b) => a.off - b.off)[0];
    if (nearest === undefined) return [];
    taken.add(nearest.paper);
    return [{ level: level.id, anchor: nearest.paper }];
  });
}
