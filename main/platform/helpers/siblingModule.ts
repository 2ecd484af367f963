/**
 * The address of a module beside the running one: `siblingModule(import.meta.url, './imaging.helper')`. It has the running file's own
 * extension, `.ts` from source and `.js` once built, which no bundler has to know of.
 */
export function siblingModule(importMetaUrl: string, name: string): URL {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(importMetaUrl).pathname)?.[0] ?? '.js';
  return new URL(name + extension, importMetaUrl);
}
