import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { FaceName } from '../../core/text/face.ts';
import { fontFiles } from '../../core/text/fontFiles.ts';
import { loadFonts, type Fonts } from '../../core/text/fonts.ts';

/** What a canvas calls each face; the same bytes as `core/text` measures and the PDF embeds. */
export const canvasFamilies: Record<FaceName, string> = {
  andika: 'Strip Andika',
  'andika-bold': 'Strip Andika Bold',
  lexend: 'Strip Lexend',
  'lexend-bold': 'Strip Lexend Bold',
  hand: 'Strip Hand',
};

let loading: Promise<Fonts> | null = null;

/** Loads every face once for measuring and for drawing. */
export function loadStripFonts(): Promise<Fonts> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Fonts> {
  const names = Object.keys(fontFiles) as FaceName[];
  const bytes = await Promise.all(names.map(async (name) => new Uint8Array(await (await fetch(`assets/fonts/${fontFiles[name]}`)).arrayBuffer())));
  await Promise.all(
    names.map(async (name, index) => {
      const face = new FontFace(canvasFamilies[name], bytes[index]?.buffer ?? new ArrayBuffer(0));
      document.fonts.add(await face.load());
    }),
  );
  return loadFonts(Object.fromEntries(names.map((name, index) => [name, bytes[index] ?? new Uint8Array()])) as Record<FaceName, Uint8Array>);
}

const FontsContext = createContext<Fonts | null>(null);

/** The strip's fonts; null until they are there, a moment after the first screen. */
export const useFonts = (): Fonts | null => useContext(FontsContext);

export function FontsProvider({ children }: { children: ReactNode }): ReactNode {
  const [fonts, setFonts] = useState<Fonts | null>(null);
  useEffect(() => void loadStripFonts().then(setFonts), []);
  return <FontsContext value={fonts}>{children}</FontsContext>;
}
