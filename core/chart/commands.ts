import { z } from 'zod';
import { Refusal, type Said } from '../kernel/refusal.ts';
import { chartWords } from '../words/chart.ts';
import { type Chart, type Level, Element, Qualifier, ScaleKind, Strip } from './document.ts';
import { EvidenceMark } from './evidenceMark.ts';
import { withFittingMarks, withMark, withoutMark } from './levelEvidence.ts';
import { labelsFor } from './scale.ts';

/**
 * Everything that can happen to a chart. A command is data; `apply` is pure, so that the window can show the result
 * at once and the service can repeat it before it is kept.
 */
export const Command = z.discriminatedUnion('name', [
  z.object({ name: z.literal('retitle'), title: z.string().trim().min(1).max(200) }),
  z.object({ name: z.literal('place'), paper: z.string(), index: z.int().min(0) }),
  z.object({ name: z.literal('take-off'), paper: z.string() }),
  z.object({ name: z.literal('set-line'), line: z.array(z.string()) }),
  z.object({ name: z.literal('set-scale'), scale: ScaleKind, levels: z.array(z.string()).min(2).max(10) }),
  z.object({ name: z.literal('name-level'), level: z.string(), label: z.string().max(12), title: z.string().max(60) }),
  z.object({ name: z.literal('set-anchors'), level: z.string(), anchors: z.array(z.string()).max(2) }),
  z.object({ name: z.literal('add-qualifier'), level: z.string(), qualifier: Qualifier }),
  z.object({ name: z.literal('change-qualifier'), qualifier: Qualifier }),
  z.object({ name: z.literal('move-qualifier'), qualifier: z.string(), level: z.string(), index: z.int().min(0) }),
  z.object({ name: z.literal('remove-qualifier'), qualifier: z.string() }),
  z.object({ name: z.literal('add-mark'), qualifier: z.string(), mark: EvidenceMark }),
  /** The whole mark by its id: what was moved or resized, or belongs to another qualifier now. */
  z.object({ name: z.literal('change-mark'), qualifier: z.string(), mark: EvidenceMark }),
  z.object({ name: z.literal('remove-mark'), mark: z.string() }),
  z.object({ name: z.literal('lay-out'), strip: Strip }),
  z.object({ name: z.literal('add-elements'), elements: z.array(Element) }),
  /** Whole elements by id: what moves, grows, is cropped, restyled or reworded. */
  z.object({ name: z.literal('change-elements'), elements: z.array(Element) }),
  /** A text on the strip; `height` is what it needs now. The title, a level's name and a qualifier change with their text. */
  z.object({ name: z.literal('reword'), id: z.string(), text: z.string().max(4000), height: z.number().positive() }),
  z.object({ name: z.literal('remove-elements'), ids: z.array(z.string()) }),
  /** All ids in their new order of painting. */
  z.object({ name: z.literal('order-elements'), ids: z.array(z.string()) }),
  z.object({ name: z.literal('resize-strip'), width: z.number().positive().max(20000), height: z.number().positive().max(20000) }),
]);
export type Command = z.infer<typeof Command>;

/** What brought a chart to a state: a command, its beginning, the sample class, or, of an older library, something that has no name any more. */
export const ChangeName = z.enum([...Command.options.map((command) => command.shape.name.value), 'start', 'sample-class', 'change']);
export type ChangeName = z.infer<typeof ChangeName>;

/**
 * The chart after the command. The input is left as it was.
 * @throws Refusal (`not-found`) where the command names a level, qualifier or element that is not there, or the strip before it was laid out;
 * (`bad-request`) where it adds one that is there already, or a mark on a paper that is no example of the qualifier's level.
 */
export const apply = (chart: Chart, command: Command): Chart => withFittingMarks(changed(chart, command));

function changed(chart: Chart, command: Command): Chart {
  switch (command.name) {
    case 'retitle':
      return { ...chart, title: command.title };
    case 'place': {
      const rest = chart.line.filter((paper) => paper !== command.paper);
      return { ...chart, line: [...rest.slice(0, command.index), command.paper, ...rest.slice(command.index)] };
    }
    case 'take-off':
      return withoutPaper(chart, command.paper);
    case 'set-line':
      return { ...chart, line: [...new Set(command.line)] };
    case 'set-scale':
      requireOnce(command.levels, chartWords.change.levelTwice);
      return { ...chart, scale: command.scale, levels: rescaled(chart, command.scale, command.levels) };
    case 'name-level':
      return changeLevel(chart, command.level, (level) => ({ ...level, label: command.label, name: command.title }));
    case 'set-anchors':
      return setAnchors(chart, command.level, command.anchors);
    case 'add-qualifier':
      requireOnce([...chart.levels.flatMap(({ qualifiers }) => qualifiers.map(({ id }) => id)), command.qualifier.id], chartWords.change.qualifierTwice);
      return changeLevel(chart, command.level, (level) => ({ ...level, qualifiers: [...level.qualifiers, command.qualifier] }));
    case 'change-qualifier':
      return changeLevel(chart, levelOf(chart, command.qualifier.id).id, (level) => ({
        ...level,
        qualifiers: level.qualifiers.map((one) => (one.id === command.qualifier.id ? command.qualifier : one)),
      }));
    case 'move-qualifier':
      return moveQualifier(chart, command.qualifier, command.level, command.index);
    case 'remove-qualifier':
      return changeLevel(chart, levelOf(chart, command.qualifier).id, (level) => ({
        ...level,
        qualifiers: level.qualifiers.filter((one) => one.id !== command.qualifier),
      }));
    case 'add-mark':
    case 'change-mark':
      return withMark(chart, command);
    case 'remove-mark':
      return withoutMark(chart, command.mark);
    case 'lay-out':
      return { ...chart, strip: command.strip };
    case 'add-elements':
      return changeStrip(chart, (strip) => {
        const elements = [...strip.elements, ...command.elements];
        requireOnce(
          elements.map(({ id }) => id),
          chartWords.change.elementTwice,
        );
        return { ...strip, elements };
      });
    case 'change-elements': {
      const changed = new Map(command.elements.map((element) => [element.id, element]));
      return changeStrip(chart, (strip) => {
        requireElements(strip, [...changed.keys()]);
        return { ...strip, elements: strip.elements.map((element) => changed.get(element.id) ?? element) };
      });
    }
    case 'reword':
      return reword(chart, command.id, command.text, command.height);
    case 'remove-elements':
      return changeStrip(chart, (strip) => withoutElements(strip, command.ids));
    case 'order-elements':
      return changeStrip(chart, (strip) => reordered(strip, command.ids));
    case 'resize-strip':
      return changeStrip(chart, (strip) => ({ ...strip, width: command.width, height: command.height }));
  }
}

/** The papers that a chart names: on its line, as anchors, on its strip. */
export function papersOn({ line, levels, strip }: Chart): Set<string> {
  const shown = strip?.elements.flatMap((element) => ('paper' in element ? [element.paper] : [])) ?? [];
  return new Set([...line, ...levels.flatMap(({ anchors }) => anchors), ...shown]);
}

/** The chart without a paper: off the line, no anchor any more, no mark on it, off the strip. */
export function withoutPaper(chart: Chart, paper: string): Chart {
  return withFittingMarks({
    ...chart,
    line: chart.line.filter((one) => one !== paper),
    levels: chart.levels.map((level) => (level.anchors.includes(paper) ? { ...level, anchors: level.anchors.filter((anchor) => anchor !== paper) } : level)),
    strip: chart.strip && { ...chart.strip, elements: chart.strip.elements.filter((element) => !('paper' in element) || element.paper !== paper) },
  });
}

/** A paper stands for one level only: it leaves the others. */
function setAnchors(chart: Chart, id: string, anchors: readonly string[]): Chart {
  requireLevel(chart, id);
  return {
    ...chart,
    levels: chart.levels.map((level) => ({
      ...level,
      anchors: level.id === id ? [...new Set(anchors)] : level.anchors.filter((anchor) => !anchors.includes(anchor)),
    })),
  };
}

function rescaled(chart: Chart, scale: Chart['scale'], ids: readonly string[]): Level[] {
  const labels = labelsFor(scale, ids.length);
  return ids.map((id, step) => {
    const known = chart.levels.find((level) => level.id === id);
    const label = labels[step] ?? '';
    if (known === undefined) return { id, label, name: '', anchors: [], qualifiers: [] };
    const keepsItsWord = scale === 'words' && chart.scale === 'words';
    return keepsItsWord ? known : { ...known, label };
  });
}

function moveQualifier(chart: Chart, id: string, to: string, index: number): Chart {
  const from = levelOf(chart, id);
  const moved = from.qualifiers.find((one) => one.id === id);
  requireLevel(chart, to);
  if (moved === undefined) return chart;
  return {
    ...chart,
    levels: chart.levels.map((level) => {
      const rest = level.qualifiers.filter((one) => one.id !== id);
      if (level.id !== to) return rest.length === level.qualifiers.length ? level : { ...level, qualifiers: rest };
      return { ...level, qualifiers: [...rest.slice(0, index), moved, ...rest.slice(index)] };
    }),
  };
}

/** Parts of the automatic layout are remembered as taken away. */
function withoutElements(strip: Strip, ids: readonly string[]): Strip {
  const parts = strip.elements.flatMap((element) => (ids.includes(element.id) && element.from !== undefined ? [element.from] : []));
  return {
    ...strip,
    elements: strip.elements.filter((element) => !ids.includes(element.id)),
    ...(parts.length > 0 && { without: [...(strip.without ?? []), ...parts] }),
  };
}

function reordered(strip: Strip, ids: readonly string[]): Strip {
  const byId = new Map(strip.elements.map((element) => [element.id, element]));
  const first = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const rest = strip.elements.filter((element) => !ids.includes(element.id));
  return { ...strip, elements: [...first, ...rest] };
}

function reword(chart: Chart, id: string, text: string, height: number): Chart {
  const element = chart.strip?.elements.find((one) => one.id === id);
  if (element === undefined || element.kind !== 'text') throw new Refusal('not-found', chartWords.change.textGone);
  const reworded = changeStrip(chart, (strip) => ({ ...strip, elements: strip.elements.map((one) => (one.id === id ? { ...element, text, height } : one)) }));
  const [kind, key = '', part] = (element.from ?? '').split(':');
  if (kind === 'title') return { ...reworded, title: text.slice(0, 200) || chart.title };
  if (kind === 'level' && part === 'name') return changeLevel(reworded, key, (level) => ({ ...level, name: text.slice(0, 60) }));
  if (kind === 'qualifier')
    return changeLevel(reworded, levelOf(reworded, key).id, (level) => ({
      ...level,
      qualifiers: level.qualifiers.map((one) => (one.id === key ? { ...one, text: text.slice(0, 400) } : one)),
    }));
  return reworded;
}

function changeLevel(chart: Chart, id: string, change: (level: Level) => Level): Chart {
  requireLevel(chart, id);
  return { ...chart, levels: chart.levels.map((level) => (level.id === id ? change(level) : level)) };
}

function changeStrip(chart: Chart, change: (strip: Strip) => Strip): Chart {
  if (chart.strip === null) throw new Refusal('not-found', chartWords.change.noStrip);
  return { ...chart, strip: change(chart.strip) };
}

function levelOf(chart: Chart, qualifier: string): Level {
  const level = chart.levels.find((one) => one.qualifiers.some(({ id }) => id === qualifier));
  if (level === undefined) throw new Refusal('not-found', chartWords.change.qualifierGone);
  return level;
}

function requireLevel(chart: Chart, id: string): void {
  if (!chart.levels.some((level) => level.id === id)) throw new Refusal('not-found', chartWords.change.levelGone);
}

/** Whatever is found by its id must be the only one. */
function requireOnce(ids: readonly string[], said: Said): void {
  if (new Set(ids).size < ids.length) throw new Refusal('bad-request', said);
}

function requireElements(strip: Strip, ids: readonly string[]): void {
  const known = new Set(strip.elements.map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw new Refusal('not-found', chartWords.change.elementGone);
}
