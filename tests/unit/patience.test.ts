import { expect, test } from 'vitest';
import { patienceFor } from '../../main/engines/imaging/decode/patience.ts';

test('a page has its ten seconds on a machine with time for it, more on one that is busy with much else, and never for ever', () => {
  expect(patienceFor(10, 0, 2)).toBe(10);
  expect(patienceFor(10, 4, 2)).toBe(10);
  expect(patienceFor(10, 12, 2)).toBe(30);
  expect(patienceFor(10, 12, 8)).toBe(10);
  expect(patienceFor(10, 1000, 2)).toBe(60);
});
