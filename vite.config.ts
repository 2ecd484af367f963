import react from '@vitejs/plugin-react';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the window into `dist/renderer`. Fonts and symbols are not bundled: the host serves them from `assets/`, the same bytes as the PDF uses. */
export default defineConfig({
  root: here('renderer'),
  // The window may live under any path: in a browser, its path is the secret that lets it in.
  base: './',
  plugins: [react()],
  css: {
    modules: {
      // Names that can be read, in the window and in tests: `.PaperCard__foot`. A structure test sees to it that no two modules share a name.
      generateScopedName: (name, file) => `${basename(file.split('?')[0] ?? file, '.module.css')}__${name}`,
      localsConvention: 'camelCaseOnly',
    },
  },
  build: {
    outDir: here('dist/renderer'),
    emptyOutDir: true,
    assetsDir: 'window',
    // Everything is on this computer: one larger file opens as fast as five small ones, and inlined data would need a looser policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    target: 'es2023',
  },
});
