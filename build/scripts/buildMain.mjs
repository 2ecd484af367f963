import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Builds everything but the window: `core` and `main` with their types taken away, and what lies beside them.
const root = fileURLToPath(new URL('../../', import.meta.url));

for (const folder of ['core', 'main']) rmSync(join(root, 'dist', folder), { recursive: true, force: true });
emitScripts();
for (const file of globSync('main/**/*.sql', { cwd: root })) cpSync(join(root, file), join(root, 'dist', file));

function emitScripts() {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop });
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options, projectReferences: config.projectReferences });
  const { diagnostics } = program.emit();
  const problems = [...config.errors, ...program.getSyntacticDiagnostics(), ...diagnostics];
  if (problems.length > 0) stop(...problems);
}

function stop(...problems) {
  process.stderr.write(ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
  process.exit(1);
}
