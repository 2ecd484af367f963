import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWindow } from './buildChanged.mjs';
import { ensureInstalled, root, run, tool } from './runtime.mjs';

// Everything: types, lint, unused code, the built window, and all tests. `--quick` leaves out what needs a browser or takes long.

const quick = process.argv.includes('--quick');
const long = process.argv.includes('--long');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

ensureInstalled('all');
if (!quick) ensureBrowser();

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const secondGoes = [];

step('types of core and main', () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']));
step('types of the window', () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'renderer/tsconfig.json']));
step('types of the tests', () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'tests/tsconfig.json']));
step('lint', () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', ...(quick ? ['--cache', '--cache-location', 'out/eslint/'] : [])]));
step('nothing unused', () => tool('knip/bin/knip.js', ['--no-progress']));
if (!quick) step('the window builds', () => (buildWindow() ? 0 : 1));
runTests();

if (secondGoes.length > 0) console.log(`\nPassed only at the second go:\n${secondGoes.join('\n')}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

function step(name, work) {
  const started = Date.now();
  const fine = work() === 0;
  counts[fine ? 'passed' : 'failed'] += 1;
  if (!fine) failures.push(name);
  console.log(`${fine ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function runTests() {
  mkdirSync(join(root, 'out'), { recursive: true });
  const report = join(root, 'out', 'tests.json');
  const folders = only.length > 0 ? only : quick ? ['tests/unit', 'tests/structure'] : ['tests'];
  const status = tool(
    'vitest/vitest.mjs',
    ['run', ...folders, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    long ? { STEPWALL_LONG: '1' } : {},
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  if (result === null) {
    counts.failed += 1;
    failures.push('the tests did not run');
    return;
  }
  counts.passed += result.numPassedTests;
  counts.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  counts.failed += result.numFailedTests;
  for (const file of result.testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      counts.failed += 1;
      failures.push(`${file.name}: ${file.message}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'failed') failures.push(test.fullName);
      if (test.status === 'passed' && test.failureMessages.length > 0) secondGoes.push(`  ${test.fullName}: ${test.failureMessages[0].split('\n')[0]}`);
      if (test.status === 'pending' || test.status === 'skipped') console.log(`skipped: ${test.fullName}`);
    }
  }
  if (status !== 0 && counts.failed === 0) {
    counts.failed += 1;
    failures.push('the test runner ended badly');
  }
}

/** Tests drive the system's own Chromium; on Debian it is installed, with the programs that judge our PDFs. */
function ensureBrowser() {
  const places = [
    process.env.STEPWALL_CHROME,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const has = (program) => spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
  const lacking = [places.some((place) => place && existsSync(place)) ? '' : 'chromium', has('pdfimages') ? '' : 'poppler-utils'].filter(Boolean);
  if (lacking.length === 0) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${lacking.join(' and ')} for the tests …`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lacking], { DEBIAN_FRONTEND: 'noninteractive' });
  } else {
    console.log(`For all tests, install: ${lacking.join(', ')}.`);
  }
}
