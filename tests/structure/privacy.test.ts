import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesIn, sourcesOn } from '../support/sources.ts';
import { words } from '../../renderer/words/en/words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');

interface Row {
  /** Where the window's words have it: `settings.kept`. */
  readonly said: string | null;
  readonly promise: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

const rows: readonly Row[] = page
  .slice(page.indexOf('## What is promised'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => {
    const [, said = '', promise = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return {
      said: /^`(.+)`$/.exec(said)?.[1] ?? null,
      promise,
      tests: tests.split('<br>').map((one) => ({ file: /`(.+?)`/.exec(one)?.[1] ?? '', name: /`[^`]+` “(.+)”$/.exec(one)?.[1] ?? '' })),
    };
  });

function wordsAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined), words);
}

test('every promise about privacy has a test, which is there under its name', () => {
  expect(rows.length).toBeGreaterThan(30);
  const missing = rows.flatMap(({ promise, tests }) => tests.filter(({ file, name }) => !isTest(file, name)).map((one) => ({ promise, ...one })));
  expect(missing).toEqual([]);
});

function isTest(file: string, name: string): boolean {
  if (name === '' || !existsSync(join(root, file))) return false;
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return [...nodesIn(source)].some(
    (node) => ts.isCallExpression(node) && /^(test|describe)\b/.test(node.expression.getText()) && node.arguments[0]?.getText().includes(name) === true,
  );
}

test('what the screens promise is promised word for word, every sentence of Settings among it', () => {
  const said = rows.filter((row) => row.said !== null);
  expect(said.filter(({ said: path, promise }) => wordsAt(path ?? '') !== promise)).toEqual([]);
  const lines = words.settings.privacy_lines.map((_, index) => `settings.privacy_lines.${index}`);
  expect(lines.filter((path) => !said.some((row) => row.said === path))).toEqual([]);
});

/** Who opens or uses a connection, and with whom: pipes and loopback addresses lead to ourselves. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  'main/engines/scanning/escl/': 'scanners, at private addresses',
  'main/platform/host/overHttp.ts': 'the loopback address',
  'main/platform/browser/': 'the browser that it started, and the first start',
  'main/platform/service/': 'the pipe to the services',
  'main/service.ts': 'the same pipe',
  'renderer/': 'its own origin, which the policy alone allows',
};

test('nothing but the scanners’ room speaks to a network', () => {
  const opens = /node:(http|https|http2|net|dgram|tls|dns)\b|multicast-dns|\bfetch\(|WebSocket|EventSource|XMLHttpRequest|sendBeacon/;
  const found = [...sourcesOn(['core', 'main', 'renderer'])].flatMap(([path, { text }]) => (opens.test(text) ? [path] : []));
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((path) => !Object.keys(CONNECTIONS).some((room) => path.startsWith(room)))).toEqual([]);
});
