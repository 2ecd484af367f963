import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesIn, sourcesOn } from '../support/sources.ts';

const files = [...sourcesOn(['renderer'])];

/** What a file listens to by itself, other than through React. */
const listensTo = (file: ts.SourceFile): string[] =>
  [...nodesIn(file)].flatMap((node) => {
    if (ts.isCallExpression(node) && /addEventListener$/.test(node.expression.getText())) {
      const [event] = node.arguments;
      return event !== undefined && ts.isStringLiteral(event) ? [event.text] : [];
    }
    const isHandler = ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left) && /^onkey/.test(node.left.name.text);
    return isHandler ? [node.left.getText()] : [];
  });
const hearsKeys = (file: ts.SourceFile): boolean => listensTo(file).some((event) => /key/.test(event));

test('keys are heard in one place; screens declare what they do', () => {
  expect(files.filter(([, file]) => hearsKeys(file)).map(([path]) => path)).toEqual(['renderer/keys/useKeys.ts']);
});

test('whatever covers the window shuts off the keys under it', () => {
  const covering = files.filter(([, file]) => [...nodesIn(file)].some((node) => ts.isJsxOpeningElement(node) && node.tagName.getText() === 'ModalOverlay'));
  const withKeys = covering.filter(([, file]) => [...nodesIn(file)].some((node) => ts.isIdentifier(node) && node.text === 'DialogKeys'));
  expect(covering.length).toBeGreaterThan(3);
  expect(withKeys.map(([path]) => path)).toEqual(covering.map(([path]) => path));
});
