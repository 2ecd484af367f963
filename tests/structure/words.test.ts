import ts from 'typescript';
import { expect, test } from 'vitest';
import { words } from '../../renderer/words/en/words.ts';
import { nodesIn, sourcesOn } from '../support/sources.ts';

const code = sourcesOn(['core', 'main', 'renderer']);
const isOfWords = (file: string): boolean => /^(core|renderer)\/words\//.test(file);
const screens = [...code].filter(([file]) => file.startsWith('renderer/') && !isOfWords(file));

/** Every key that leads to words, without the endings that say how many. */
function keysOf(tree: object, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = before === '' ? key : `${before}.${key}`;
    return typeof value === 'string' || Array.isArray(value) ? [path.replace(/_(zero|one|other)$/, '')] : keysOf(value as object, path);
  });
}

/** A string that stands where no key can: in an import, a comparison, or a class. */
function isNoKey({ parent }: ts.StringLiteralLike): boolean {
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText());
  return ts.isImportDeclaration(parent) || ts.isCaseClause(parent) || (ts.isJsxAttribute(parent) && parent.name.getText() === 'className');
}

/** What a file may say keys of: the namespaces it asks for, its strings, and how its put-together strings begin. */
function keysSaid(file: ts.SourceFile): { namespaces: Set<string>; whole: Set<string>; starts: Set<string> } {
  const namespaces = new Set<string>();
  const whole = new Set<string>();
  const starts = new Set<string>();
  for (const node of nodesIn(file)) {
    if (ts.isIdentifier(node) && node.text === 'i18next') namespaces.add('common');
    if (ts.isCallExpression(node) && node.expression.getText() === 'useTranslation') {
      const [asked] = node.arguments;
      if (asked === undefined) namespaces.add('common');
      else for (const one of nodesIn(asked)) if (ts.isStringLiteral(one)) namespaces.add(one.text);
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'TFunction')
      for (const one of nodesIn(node)) if (ts.isStringLiteral(one)) namespaces.add(one.text);
    if (ts.isStringLiteralLike(node) && !isNoKey(node)) whole.add(node.text);
    if (ts.isTemplateExpression(node)) starts.add(node.head.text);
  }
  return { namespaces, whole, starts };
}

test('every word of the window is said by a file that asks for its screen', () => {
  const said = screens.map(([, file]) => keysSaid(file));
  const isSaid = (screen: string, key: string): boolean =>
    said.some(({ namespaces, whole, starts }) => {
      const begun = [...starts].some((start) => {
        const [, named, rest = ''] = /^(?:(\w+):)?(.*)$/.exec(start) ?? [];
        return (named === undefined ? namespaces.has(screen) : named === screen) && /[._]/.test(rest) && key.startsWith(rest);
      });
      return whole.has(`${screen}:${key}`) || begun || (namespaces.has(screen) && whole.has(key));
    });
  const unsaid = Object.entries(words).flatMap(([screen, tree]) =>
    [...new Set(keysOf(tree))].filter((key) => !isSaid(screen, key)).map((key) => `${screen}: ${key}`),
  );
  expect(unsaid).toEqual([]);
});

/** What leads through objects to words, each with its place in the file of words: `chartWords.wall.gone`. */
function pathsOf(tree: ts.ObjectLiteralExpression, before: string): string[] {
  return tree.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    const path = `${before}.${ts.isStringLiteral(property.name) ? property.name.text : property.name.getText()}`;
    const value = property.initializer;
    const isPair = ts.isObjectLiteralExpression(value) && value.properties.some(({ name }) => name?.getText() === 'hint');
    return ts.isObjectLiteralExpression(value) && !isPair ? pathsOf(value, path) : [path];
  });
}

/** `chartWords.wall.gone` where the names lead on by themselves; what follows a computed key is not known. */
function accessedPath(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return /^\w+Words$/.test(node.text) ? node.text : null;
  if (ts.isPropertyAccessExpression(node)) {
    const before = accessedPath(node.expression);
    return before && `${before}.${node.name.text}`;
  }
  return ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)
    ? (accessedPath(node.expression) ?? null) && `${accessedPath(node.expression) ?? ''}.${node.argumentExpression.text}`
    : null;
}

test('every word of core is said by core, main or a screen', () => {
  const kept = [...code]
    .filter(([file]) => file.startsWith('core/words/'))
    .flatMap(([, file]) => [...nodesIn(file)].filter(ts.isVariableDeclaration))
    .flatMap(({ name, initializer }) => {
      const tree = initializer && ts.isAsExpression(initializer) ? initializer.expression : undefined;
      return tree !== undefined && ts.isObjectLiteralExpression(tree) ? pathsOf(tree, name.getText()) : [];
    });
  const said = new Set(
    [...code].flatMap(([file, source]) => {
      if (file.startsWith('core/words/')) return [];
      return [...nodesIn(source)].flatMap((node) => {
        if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node) && !ts.isIdentifier(node)) return [];
        if (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node) return [];
        const path = accessedPath(node);
        if (path === null || ts.isImportSpecifier(node.parent)) return [];
        // Taken apart: each name by itself.
        const taker = node.parent;
        if (ts.isVariableDeclaration(taker) && ts.isObjectBindingPattern(taker.name))
          return taker.name.elements.map(({ name, propertyName }) => `${path}.${(propertyName ?? name).getText()}`);
        return [path];
      });
    }),
  );
  expect(kept.length).toBeGreaterThan(200);
  // Said in full, as part of what is chosen at run time, or as a pair that is looked into.
  const isSaid = (path: string): boolean => [...said].some((one) => path === one || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
  expect(kept.filter((path) => !isSaid(path))).toEqual([]);
});

/** Places where something like English may stand outside of the files of words, each with its reason. */
const allowed: readonly { readonly where: RegExp; readonly what: RegExp; readonly why: string }[] = [
  { where: /^main\/(cli|commands|commandLine)\.ts$/, what: /./, why: 'The command line, for who types commands.' },
  { where: /^main\/platform\/browser\/ownWindow\.ts$/, what: /Program Files|Applications/, why: 'Where browsers lie.' },
  { where: /^main\//, what: /^\s*(select|insert|update|delete|create|with|begin) /, why: 'SQL.' },
  { where: /Rows\.ts$/, what: /^[\w.]+(, [\w.]+( as \w+)?)+$| where /, why: 'Parts of SQL.' },
  {
    where: /^core\/class\/(codes|classList|nameWords)\.ts$/,
    what: /./,
    why: 'Words that codes are made of, and that are looked for on pages and in class lists.',
  },
  { where: /^core\/goals\/bridge\.ts$/, what: /^a an and/, why: 'Words that tell nothing of a goal.' },
  { where: /^core\/goals\/csv\.ts$/, what: /^[a-z]+ [a-z]+$/, why: 'Columns of a table, which is read back.' },
  { where: /^core\/goals\/sizeCheck\.ts$/, what: /^xx xx\.$/, why: 'Ends what the files of words hold the parts of.' },
  { where: /^main\/platform\/media\/keyStore\.ts$/, what: /^Application Support$/, why: 'A folder of macOS.' },
  { where: /^main\/platform\/media\/(media|sealedStore)\.ts$/, what: /^Not the address/, why: 'Only a mistake in Stepwall asks so; the log has it.' },
  { where: /^main\/library\/sharedPlace\.ts$/, what: /^(Resilio Sync|Mobile Documents|iCloud Drive)$/, why: 'Names of services and of their folders.' },
  { where: /^main\/platform\/helpers\/helperPool\.ts$/, what: /helper process|^was /, why: 'For the log.' },
  { where: /^main\/platform\/host\/(csp|answers|files|overHttp|access)\.ts$/, what: /-src |charset=/, why: 'What HTTP says.' },
  { where: /^main\/platform\/host\/entranceFile\.ts$/, what: /^<!doctype/, why: 'A page that only leads on.' },
  { where: /^main\/platform\/service\/connectOverPipe\.ts$/, what: /^No whole answer came|^Nobody was asked/, why: 'Told in other words to whoever waits.' },
  { where: /^main\/engines\/pdf\/drawMarks\.ts$/, what: /^BT\s/, why: 'What a PDF says.' },
  { where: /^main\/engines\/pdf\/fontSubset\.ts$/, what: /findresource|dict begin|beginbfchar|defineresource|CMapName/, why: 'PostScript in a PDF.' },
  { where: /^main\/engines\/scanning\//, what: /^<|\$ErrorActionPreference|in steps of/, why: 'What scanners and their programs are told and answer.' },
  { where: /^core\/goals\/symbolFile\.ts$/, what: /viewBox|<svg/, why: 'SVG.' },
  { where: /^renderer\//, what: /^Mxx xxh/, why: 'A path of SVG.' },
  { where: /^renderer\/stage\/fonts\.tsx$/, what: /^Strip \w/, why: 'Names of fonts.' },
];

/** Reads like a sentence: two words in a row, and the beginning or the end of one. */
function isSentence(text: string): boolean {
  const said = text.trim();
  return /\p{L}[\p{L}’']*[,;:]? [\p{L}“‘]/u.test(said) && (/^[“‘]?\p{Lu}/u.test(said) || /\p{L}[”’]?[.?!…]$/u.test(said));
}

/** In core and main nothing but words has two words in a row; in the window classes and keys have, too. */
const isSpoken = (file: string, text: string): boolean =>
  isSentence(text) || (!file.startsWith('renderer/') && /\p{L}{2,}[,;:]? \p{L}{2,}/u.test(text.replaceAll('xx', '0')));

/** Strings, with `xx` where something is put in. What a plain Error says is for the log: a person is told that something went wrong. */
function* literalsIn(file: ts.SourceFile): Generator<{ node: ts.Node; text: string }> {
  for (const node of nodesIn(file)) {
    if (ts.isNewExpression(node.parent ?? node) && (node.parent as ts.NewExpression).expression.getText() === 'Error') continue;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) yield { node, text: node.text };
    if (ts.isTemplateExpression(node)) yield { node, text: node.head.text + node.templateSpans.map(({ literal }) => `xx${literal.text}`).join('') };
  }
}

test('no sentence of English stands outside of the files of words', () => {
  const found = [...code]
    .filter(([file]) => !isOfWords(file))
    .flatMap(([file, source]) =>
      [...literalsIn(source)]
        .filter(({ text }) => isSpoken(file, text))
        .map(({ node, text }) => ({ file, text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })),
    );
  const fits = ({ where, what }: (typeof allowed)[number], { file, text }: (typeof found)[number]): boolean => where.test(file) && what.test(text);
  const strangers = found.filter((one) => !allowed.some((place) => fits(place, one)));
  expect(strangers.map(({ file, line, text }) => `${file}:${line}: ${text.replaceAll(/\s+/g, ' ')}`)).toEqual([]);
  // A place that is empty by now is no longer named.
  expect(allowed.filter((place) => !found.some((one) => fits(place, one))).map(({ why }) => why)).toEqual([]);
});
