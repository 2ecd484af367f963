import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodePath, root, run, tool } from './runtime.mjs';

// All measurements, or those named: `npm run bench -- opening`. They print figures beside a yardstick and fail nothing.

ensureInstalled('all');
tool('vite/bin/vite.js', ['build', '--logLevel', 'error']);
const named = process.argv.slice(2);
for (const file of readdirSync(join(root, 'tests', 'bench')).sort()) {
  if (named.length > 0 && !named.some((name) => file.startsWith(name))) continue;
  console.log(`\n== ${file}`);
  run(nodePath(), [join(root, 'tests', 'bench', file)]);
}
