import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tempPlace } from '../support/library.ts';

const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
const place = tempPlace();
afterAll(() => place.remove());

const Ranked = z.strictObject({
  order: z.array(z.string()),
  strength: z.record(z.string(), z.number()),
  anchors: z.array(z.strictObject({ level: z.int(), paper: z.string() })),
  pairs: z.array(
    z.strictObject({ lower: z.string(), upper: z.string(), certainty: z.enum(['clear', 'close', 'contested']), probability: z.number().min(0).max(1) }),
  ),
  advice: z.strictObject({ levels: z.int(), why: z.string() }),
});

const run = (...args: readonly string[]): { status: number | null; out: string; problem: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { env: { ...process.env, STEPWALL_HOME: place.home }, encoding: 'utf8' });
  return { status, out: stdout, problem: stderr };
};

const ranked = (...args: readonly string[]): z.infer<typeof Ranked> => {
  const { status, out, problem } = run(...args, '--json');
  expect([status, problem]).toEqual([0, '']);
  return Ranked.parse(JSON.parse(out));
};

describe('rank', () => {
  const file = join(place.root, 'votes.json');
  const votes = [
    ['low', 'middle'],
    ['middle', 'high'],
    ['low', 'high'],
  ].flatMap(([left, right]) => ['ana', 'ben', 'cy'].map((judge) => ({ judge, left, right, answer: 'right' })));

  test('says order, anchors, how sure they are, and how many levels they carry; the same for rows in any order', () => {
    writeFileSync(file, JSON.stringify({ papers: ['high', 'low', 'middle'], votes, levels: 2 }));
    const first = ranked('rank', '--votes', file, '--levels', '3');
    expect(first.order).toEqual(['low', 'middle', 'high']);
    expect(first.anchors).toEqual([
      { level: 0, paper: 'low' },
      { level: 1, paper: 'middle' },
      { level: 2, paper: 'high' },
    ]);
    expect(first.pairs.map(({ lower, upper }) => [lower, upper])).toEqual([
      ['low', 'middle'],
      ['middle', 'high'],
    ]);
    expect(first.strength['low']).toBeLessThan(first.strength['high']!);
    writeFileSync(file, JSON.stringify({ papers: ['high', 'low', 'middle'], votes: votes.toReversed() }));
    expect(ranked('rank', '--votes', file, '--levels', '3')).toEqual(first);
  });

  test('refuses in words what are no votes', () => {
    for (const [text, reason] of [
      ['no JSON', 'is no file of votes'],
      ['{"papers":["a","b"],"votes":[{"judge":"x","left":"a","right":"b","answer":"perhaps"}]}', 'votes.0.answer'],
      ['{"papers":["a","b"],"votes":[{"judge":"x","left":"a","right":"c","answer":"left"}]}', 'votes.0 is not about two different ones'],
      ['{"papers":["a","a"],"votes":[]}', 'papers'],
    ] as const) {
      writeFileSync(file, text);
      const refused = run('rank', '--votes', file, '--levels', '2');
      expect(refused.status).toBe(1);
      expect(refused.problem).toContain(reason);
    }
    writeFileSync(file, '{"papers":["a","b"],"votes":[]}');
    expect(run('rank', '--votes', file).status).toBe(2);
    expect(run('rank', '--votes', file, '--levels', '11').status).toBe(2);
  });
});
