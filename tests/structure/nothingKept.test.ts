import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesIn, sourcesOn } from '../support/sources.ts';

// What a browser keeps it keeps in clear, where no erasure reaches it.

test('the window keeps nothing in the browser’s own stores', () => {
  const stores = /^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/;
  const users = [...sourcesOn(['renderer'])].flatMap(([path, file]) =>
    [...nodesIn(file)].some((node) => ts.isIdentifier(node) && stores.test(node.text)) || /document\.cookie|serviceWorker/.test(file.text) ? [path] : [],
  );
  expect(users).toEqual([]);
});

test('no field asks the browser to remember what is typed', () => {
  const fields = [...sourcesOn(['renderer'])].flatMap(([path, file]) =>
    [...nodesIn(file)]
      .filter((node): node is ts.JsxOpeningLikeElement => ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node))
      .filter(({ tagName }) => /^(Input|TextArea|input|textarea)$/.test(tagName.getText()))
      .filter((field) => !/type="(radio|checkbox|range)"/.test(field.attributes.getText()))
      .map((field) => ({ path, attributes: field.attributes.getText() })),
  );
  expect(fields.length).toBeGreaterThan(8);
  expect(fields.filter(({ attributes }) => !attributes.includes('autoComplete="off"')).map(({ path }) => path)).toEqual([]);
});
