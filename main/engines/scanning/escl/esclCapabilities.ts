import type { ScanColour, ScanSource, SourceFacts } from '../../../../core/capture/scanner.ts';
import { sheetSizesWithin, usualDpis, type Bed } from '../glassSizes.ts';
import { every, number, readXml, text, texts, type XmlNode } from './esclXml.ts';

/** What a scanner that speaks eSCL says of itself. */
export interface EsclCapabilities {
  readonly name: string;
  readonly version: string;
  readonly sources: readonly (SourceFacts & { readonly bed: Bed; readonly format: 'image/jpeg' | 'application/pdf' })[];
}

const MM_PER_UNIT = 25.4 / 300;
const USUAL = { width: 2550, height: 3508, dpi: 300 };

/** Tolerant of old schema versions and of what makers leave out. @returns null where the answer is no scanner's */
export function readCapabilities(answer: string): EsclCapabilities | null {
  const root = readXml(answer, 'ScannerCapabilities');
  if (root === null) return null;
  const caps = (name: string): XmlNode => every(root, name)[0];
  const feeder = caps('AdfSimplexInputCaps') ?? (every(root, 'Adf').length > 0 ? root : undefined);
  const duplex = caps('AdfDuplexInputCaps') ?? (texts(root, 'AdfOption').includes('Duplex') ? feeder : undefined);
  const parts: [ScanSource, XmlNode][] = [
    ['feeder', feeder],
    ['feeder-both', duplex],
    ['glass', caps('PlatenInputCaps') ?? (every(root, 'Platen').length > 0 ? root : undefined)],
  ];
  const sources = parts.flatMap(([source, input]) => (input === undefined ? [] : [sourceOf(source, input, root)]));
  if (sources.length === 0) return null;
  return { name: text(root, 'MakeAndModel') ?? text(root, 'SerialNumber') ?? 'Scanner', version: text(root, 'Version') ?? '2.0', sources };
}

function sourceOf(source: ScanSource, input: XmlNode, root: XmlNode): EsclCapabilities['sources'][number] {
  const said = (name: string): string[] => (every(input, name).length > 0 ? texts(input, name) : texts(root, name));
  const modes = said('ColorMode');
  const colours: ScanColour[] = [];
  if (modes.length === 0 || modes.some((mode) => mode.startsWith('RGB'))) colours.push('colour');
  if (modes.some((mode) => mode.startsWith('Grayscale'))) colours.push('grey');
  const bed = { widthMm: (number(input, 'MaxWidth') ?? USUAL.width) * MM_PER_UNIT, heightMm: (number(input, 'MaxHeight') ?? USUAL.height) * MM_PER_UNIT };
  const formats = [...said('DocumentFormat'), ...said('DocumentFormatExt')];
  return {
    source,
    colours: colours.length === 0 ? ['colour'] : colours,
    dpis: dpisOf(input, root),
    sheetSizes: sheetSizesWithin(bed),
    bed,
    format: formats.length > 0 && !formats.includes('image/jpeg') && formats.includes('application/pdf') ? 'application/pdf' : 'image/jpeg',
  };
}

function dpisOf(input: XmlNode, root: XmlNode): number[] {
  const listed = every(input, 'DiscreteResolution').length > 0 ? every(input, 'DiscreteResolution') : every(root, 'DiscreteResolution');
  const known = listed.flatMap((one) => number(one, 'XResolution') ?? []);
  if (known.length > 0) return usualDpis((dpi) => known.includes(dpi), known);
  const range = every(input, 'XResolutionRange')[0] ?? every(root, 'XResolutionRange')[0];
  const least = number(range, 'Min') ?? USUAL.dpi;
  const most = number(range, 'Max') ?? USUAL.dpi;
  return usualDpis((dpi) => dpi >= least && dpi <= most, [least, most]);
}
