import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bank } from '../../core/goals/goal.ts';
import { Goal, SentenceCard, SkillSet } from '../../core/goals/goal.ts';
import { symbolFromSvg } from '../../core/goals/symbolFile.ts';

const assets = new URL('../../assets/goals/', import.meta.url);
const list = <T>(schema: z.ZodType<T>, name: string): T[] => z.array(schema).parse(JSON.parse(readFileSync(new URL(name, assets), 'utf8')));

/** The SVG text of every symbol that ships, by its name. */
export const symbolFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(new URL('symbols/', assets))
    .sort()
    .map((name) => [name.replace(/\.svg$/, ''), readFileSync(new URL(`symbols/${name}`, assets), 'utf8')]),
);

export const starterBank: Bank = {
  skillSets: list(SkillSet, 'skillSets.json'),
  goals: list(Goal, 'starter.json'),
  symbols: [...symbolFiles].map(([name, svg]) => symbolFromSvg(svg, name)),
  cards: list(SentenceCard, 'sentenceCards.json'),
};
