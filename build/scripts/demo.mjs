import { join } from 'node:path';
import { ensureInstalled, nodePath, root, run } from './runtime.mjs';

// Makes the sample class's chart in out/demo, without a display.

ensureInstalled();
process.exit(run(nodePath(), [join(root, 'main', 'cli.ts'), 'demo', '--out', join(root, 'out', 'demo'), ...process.argv.slice(2)]));
