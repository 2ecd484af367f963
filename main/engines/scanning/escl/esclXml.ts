import { XMLParser } from 'fast-xml-parser';

// Entities stay as they are written: nothing a scanner says needs them, and nothing can be blown up by them.
const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, processEntities: false, parseTagValue: false, trimValues: true });

/** An element of a scanner's answer: its text, or what is in it. */
export type XmlNode = unknown;

/**
 * Reads from the element `root` on, whatever stands before it: some scanners write a document type that no parser takes.
 * @returns null where there is no such element or it can't be read
 */
export function readXml(text: string, root: string): XmlNode {
  const start = new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>/]`, 'u').exec(text)?.index;
  if (start === undefined) return null;
  try {
    return every(parser.parse(text.slice(start)), root)[0] ?? null;
  } catch {
    return null;
  }
}

/** All elements of this name, however deep: schema versions differ in where they put them. */
export function every(node: XmlNode, name: string): XmlNode[] {
  if (Array.isArray(node)) return node.flatMap((one) => every(one, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => (key === name ? listOf(value) : every(value, name)));
}

export const texts = (node: XmlNode, name: string): string[] => every(node, name).filter((value): value is string => typeof value === 'string' && value !== '');

export const text = (node: XmlNode, name: string): string | undefined => texts(node, name)[0];

export function number(node: XmlNode, name: string): number | undefined {
  const value = Number(text(node, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
