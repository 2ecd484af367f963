import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Builds everything but the window: `core` and `main` with their types taken away, and the migrations beside them.
// Only what changed is written, each file in one go, so that a program which runs from `dist` meanwhile finds it whole.
const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const written = new Set();

emitScripts();
for (const file of globSync('main/**/*.sql', { cwd: root })) writeChanged(join(dist, file), readFileSync(join(root, file), 'utf8'));
for (const file of globSync('{core,main}/**/*.*', { cwd: dist })) if (!written.has(join(dist, file))) rmSync(join(dist, file), { force: true });

function emitScripts() {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => stop([problem]),
  });
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options });
  const { diagnostics } = program.emit(undefined, writeChanged);
  const problems = [...config.errors, ...program.getSyntacticDiagnostics(), ...diagnostics];
  if (problems.length > 0) stop(problems);
}

function writeChanged(given, text) {
  const file = resolve(given);
  written.add(file);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function stop(problems) {
  process.stderr.write(
    ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => relative(root, name), getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
  process.exit(1);
}
