import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesIn, sourcesOn } from '../support/sources.ts';

const attribute = (element: ts.JsxOpeningLikeElement, name: string): ts.JsxAttribute | undefined =>
  element.attributes.properties.find((one): one is ts.JsxAttribute => ts.isJsxAttribute(one) && one.name.getText() === name);

test('in a question “yes” never has the first focus: a key that was meant for something else does nothing', () => {
  const files = [...sourcesOn(['renderer'])].map(([path, file]) => {
    const elements = [...nodesIn(file)].filter((node): node is ts.JsxOpeningLikeElement => ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node));
    const asks = elements.some(({ tagName }) => /^(Dialog|ModalOverlay)$/.test(tagName.getText()));
    const yes = elements.filter((one) => attribute(one, 'autoFocus') && /go|loss/.test(attribute(one, 'look')?.getText() ?? ''));
    return { path, asks, yes };
  });
  expect(files.filter(({ asks }) => asks).length).toBeGreaterThan(10);
  expect(files.filter(({ asks, yes }) => asks && yes.length > 0).map(({ path }) => path)).toEqual([]);
});
