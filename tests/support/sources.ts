import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The product's own TypeScript on these floors, parsed, by its path from the project's root. */
export function sourcesOn(floors: readonly string[]): ReadonlyMap<string, ts.SourceFile> {
  const files = floors.flatMap((floor) =>
    readdirSync(join(root, floor), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|cts)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  return new Map(files.map((file) => [file, ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)]));
}

export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  const inner: ts.Node[] = [];
  node.forEachChild((child) => void inner.push(child));
  for (const child of inner) yield* nodesIn(child);
}
