import { fileURLToPath } from 'node:url';

/** The folder of fonts, symbols and the sample class; the built files lie one folder deeper than the sources. */
export const assets = new URL(import.meta.url.endsWith('.ts') ? '../../assets/' : '../../../assets/', import.meta.url);

export const assetPath = (name: string): string => fileURLToPath(new URL(name, assets));
