import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TOKENS = 'renderer/styles/tokens.css';

/** Colours that are data: drawn on canvases, which can't read the tokens, or kept in charts. */
const COLOURS_IN_CODE: Readonly<Record<string, string>> = {
  'renderer/stage/stageInks.ts': 'what stages and rulers draw on canvases',
  'renderer/screens/chart/design/Swatches.tsx': 'inks and grounds that a chart keeps',
};

interface Rule {
  readonly selector: string;
  /** The at-rules around it. */
  readonly within: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

interface Sheet {
  readonly path: string;
  readonly text: string;
  readonly rules: readonly Rule[];
}

const files = readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sheets: readonly Sheet[] = files.filter((path) => path.endsWith('.css')).map((path) => ({ path, text: read(path), rules: rulesOf(read(path)) }));
const modules = sheets.filter(({ path }) => path.endsWith('.module.css'));
const shared = sheets.filter(({ path }) => path.startsWith('renderer/styles/'));
const code = files.filter((path) => /\.tsx?$/.test(path)).map((path) => ({ path, text: read(path), ...readCode(path, read(path)) }));

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const walk = (text: string, within: string): void => {
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      let close = open + 1;
      for (let depth = 1; depth > 0; close += 1) depth += text[close] === '{' ? 1 : text[close] === '}' ? -1 : 0;
      const head = text.slice(at, open).trim().replaceAll(/\s+/g, ' ');
      const body = text.slice(open + 1, close - 1);
      if (body.includes('{')) walk(body, `${within} ${head}`.trim());
      else {
        const declarations = body
          .split(';')
          .map((line) => line.trim().replaceAll(/\s+/g, ' '))
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
        rules.push({ selector: head, within, declarations });
      }
      at = close;
    }
  };
  walk(plain, '');
  return rules;
}

/** Which classes of which modules a file names, and which plain class names it gives to elements. */
function readCode(path: string, text: string): { uses: readonly { module: string; key: string }[]; plain: readonly string[]; strings: readonly string[] } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const modulesHere = new Map<string, string>();
  const uses: { module: string; key: string }[] = [];
  const plain: string[] = [];
  const strings: string[] = [];
  const visit = (node: ts.Node, inClassName: boolean): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const name = node.moduleSpecifier.text;
      if (name.endsWith('.module.css')) modulesHere.set(node.importClause?.name?.text ?? name, fromRoot(path, name));
      return;
    }
    if (ts.isIdentifier(node) && modulesHere.has(node.text)) {
      const parent = node.parent;
      const key = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : `${parent.getText()} (not a class by its name)`;
      uses.push({ module: modulesHere.get(node.text) ?? '', key });
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      const words = node.text.split(/\s+/).filter((word) => word !== '');
      strings.push(...words);
      if (inClassName && !isCompared(node)) plain.push(...words);
    }
    const within = inClassName || (ts.isJsxAttribute(node) && node.name.getText() === 'className');
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(source, false);
  for (const module of modulesHere.values()) if (!uses.some((use) => use.module === module)) uses.push({ module, key: '(imported for nothing)' });
  return { uses, plain, strings };
}

function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && /^[=!]==$/.test(parent.operatorToken.getText());
}

function fromRoot(file: string, name: string): string {
  return relative(root, resolve(root, dirname(file), name))
    .split(sep)
    .join('/');
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const classesIn = (selector: string): string[] => [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name);
const GLOBAL = /:global\(([^)]*)\)/g;
const isFrame = ({ within }: Rule): boolean => within.includes('@keyframes');

const sharedClasses = new Set(shared.flatMap(({ rules }) => rules.flatMap(({ selector }) => classesIn(selector))));
const classesOf = ({ rules }: Sheet): Set<string> =>
  new Set(rules.filter((rule) => !isFrame(rule)).flatMap(({ selector }) => classesIn(selector.replaceAll(GLOBAL, '')).map(camel)));

describe('classes', () => {
  test('every class that code names is in its module', () => {
    const known = new Map(modules.map((module) => [module.path, classesOf(module)]));
    const strays = code.flatMap(({ path, uses }) =>
      uses.filter(({ module, key }) => known.get(module)?.has(key) !== true).map(({ module, key }) => `${path}: ${basename(module)} has no ${key}`),
    );
    expect(strays).toEqual([]);
  });
  test('every class of a module is used', () => {
    const used = new Set(code.flatMap(({ uses }) => uses.map(({ module, key }) => `${module} ${key}`)));
    expect(modules.flatMap((module) => [...classesOf(module)].map((key) => `${module.path} ${key}`)).filter((one) => !used.has(one))).toEqual([]);
  });
  test('a plain class name is a word of the shared vocabulary, and every such word is used', () => {
    expect(code.flatMap(({ path, plain }) => plain.filter((name) => !sharedClasses.has(name)).map((name) => `${path}: ${name}`))).toEqual([]);
    const said = new Set(code.flatMap(({ strings }) => strings));
    expect([...sharedClasses].filter((name) => !said.has(name))).toEqual([]);
  });
  test('a module names its own classes, and others only from the shared vocabulary', () => {
    const strays = modules.flatMap(({ path, rules }) =>
      rules.flatMap(({ selector }) =>
        [...selector.matchAll(GLOBAL)]
          .flatMap(([, inner = '']) => classesIn(inner))
          .filter((name) => !sharedClasses.has(name))
          .map((name) => `${path}: ${name}`),
      ),
    );
    expect(strays).toEqual([]);
  });
  test('no two modules have the same name, as it stands before their classes in the window', () => {
    const names = modules.map(({ path }) => basename(path));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  test('only the shared styles are not modules', () => {
    expect(sheets.filter(({ path }) => !path.endsWith('.module.css')).map(({ path }) => path)).toEqual(shared.map(({ path }) => path));
  });
});

describe('design values', () => {
  const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;
  const VAR = /var\(--[\w-]+(?:, ?(?:var\(--[\w-]+\)|[^()]*(?:\([^()]*\)[^()]*)*))?\)/g;
  const others = sheets.filter(({ path }) => path !== TOKENS);
  const declared = (of: readonly Sheet[]): Set<string> =>
    new Set(of.flatMap(({ rules }) => rules.flatMap(({ declarations }) => declarations.map(([property]) => property).filter((name) => name.startsWith('--')))));

  /** Declarations of these properties whose value does not pass. */
  const wrong = (properties: RegExp, passes: (value: string, rule: Rule) => boolean): string[] =>
    others.flatMap(({ path, rules }) =>
      rules.flatMap((rule) =>
        rule.declarations
          .filter(([property, value]) => properties.test(property) && !passes(value, rule))
          .map(([property, value]) => `${path} ${rule.selector}: ${property}: ${value}`),
      ),
    );

  test('a colour is written down in one place only', () => {
    expect(others.flatMap(({ path, text }) => (text.match(COLOUR) ?? []).map((colour) => `${path}: ${colour}`))).toEqual([]);
    const inCode = code.flatMap(({ path, text }) => (text.match(COLOUR) ?? []).map((colour) => ({ path, colour })));
    expect(inCode.filter(({ path }) => COLOURS_IN_CODE[path] === undefined)).toEqual([]);
    expect(Object.keys(COLOURS_IN_CODE).filter((path) => !inCode.some((one) => one.path === path))).toEqual([]);
  });
  test('letters are as large as a token says', () => {
    expect(wrong(/^font-size$/, (value) => /^(var\(--[\w-]+\)|0|inherit)$/.test(value))).toEqual([]);
    expect(wrong(/^font$/, (value) => value === 'inherit' || /^\d+ var\(--[\w-]+\) \/ /.test(value))).toEqual([]);
  });
  test('corners are as round as a token says', () => {
    expect(wrong(/^border(-\w+)*-radius$/, (value) => value.split(' ').every((part) => /^(var\(--[\w-]+\)|0|50%|100%|inherit)$/.test(part)))).toEqual([]);
  });
  test('colours and grounds are tokens, or made of them', () => {
    const plain = /^(inherit|currentColor|transparent|none|initial|unset)$/;
    const system = /^(Canvas(Text)?|LinkText|ButtonFace|ButtonText|ButtonBorder|Field(Text)?|Highlight(Text)?|GrayText|Mark(Text)?)$/;
    const ofGround = /^(linear-gradient|repeating-linear-gradient|calc|deg|px|em|to|top|right|bottom|left|no-repeat)$/;
    const passes = (value: string, { within }: Rule): boolean =>
      (
        value
          .replaceAll(VAR, '')
          .replace('!important', '')
          .match(/[a-z][a-z-]*/gi) ?? []
      ).every((word) => plain.test(word) || ofGround.test(word) || (within.includes('forced-colors') && system.test(word)));
    expect(wrong(/^(color|background|background-color|background-image|fill|stroke|border(-\w+)?-color|outline-color|accent-color)$/, passes)).toEqual([]);
    const named = /\b(white|black|gr[ae]y|silver|red|green|blue|yellow|orange|purple|brown|pink|beige|ivory|gold)\b/;
    expect(wrong(/^(border|outline|box-shadow|filter|text-shadow)/, (value) => !named.test(value.replaceAll(VAR, '')))).toEqual([]);
  });
  test('every variable that is asked for is there, and every token is asked for', () => {
    const there = declared(sheets);
    const asked = [...sheets.map(({ text }) => text), ...code.map(({ text }) => text)].flatMap((text) =>
      [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name),
    );
    expect([...new Set(asked)].filter((name) => !there.has(name))).toEqual([]);
    const wanted = new Set(asked);
    expect([...declared(sheets.filter(({ path }) => path === TOKENS))].filter((name) => !wanted.has(name))).toEqual([]);
  });
});
