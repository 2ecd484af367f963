import type { TFunction } from 'i18next';
import type { Chart, Element } from '../../../../core/chart/document.ts';
import type { PaintContext } from '../../../../core/chart/paintPaper.ts';

/** What an element is called wherever it is named: "Qualifier, level 2: Gives one reason". */
export function elementName(element: Element, chart: Chart, { papers }: PaintContext, t: TFunction<'design'>): string {
  const level = labelOf(element, chart);
  switch (element.kind) {
    case 'text': {
      const { text, from = '' } = element;
      if (from === 'title') return t('names.title', { text });
      if (from === 'subtitle') return t('names.subtitle', { text });
      if (level === null) return t('names.text', { text });
      if (from.endsWith(':name')) return t('names.levelName', { level, text });
      return from.startsWith('qualifier:') ? t('names.qualifier', { level, text }) : t('names.heading', { level, text });
    }
    case 'panel':
      return level === null ? t('names.panel') : t('names.levelPanel', { level });
    case 'badge':
      return level === null ? t('names.badge', { label: element.label }) : t('names.levelBadge', { level });
    case 'dock':
      return level === null ? t('names.dock') : t('names.levelDock', { level });
    case 'arrow':
      return t('names.arrow');
    case 'picture':
    case 'typed': {
      const code = papers.get(element.paper)?.code ?? '?';
      return level === null ? t('names.paper', { code }) : t('names.levelPaper', { code, level });
    }
  }
}

/** The label of the level that the automatic layout made it for. */
function labelOf({ from }: Element, chart: Chart): string | null {
  const [kind, key] = (from ?? '').split(':');
  if (kind === 'level') return chart.levels.find(({ id }) => id === key)?.label ?? null;
  if (kind === 'qualifier') return chart.levels.find(({ qualifiers }) => qualifiers.some(({ id }) => id === key))?.label ?? null;
  return null;
}
