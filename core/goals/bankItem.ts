import { Goal, GoalSymbol, SentenceCard, SkillSet } from './goal.ts';
import { z } from 'zod';

/** One thing of the bank in its newest wording. */
export const BankItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goal'), item: Goal }),
  z.object({ kind: z.literal('skillSet'), item: SkillSet }),
  z.object({ kind: z.literal('symbol'), item: GoalSymbol }),
  z.object({ kind: z.literal('card'), item: SentenceCard }),
]);

export type BankItem = z.infer<typeof BankItem>;
