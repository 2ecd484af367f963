import { z } from 'zod';

/** What a screen keeps until it is done, on this computer only; `confer.*` are a lesson's round and what it could not save yet. */
export const DraftName = z.enum(['confer.round', 'confer.unsent', 'groups.away', 'bank.explained']);
export type DraftName = z.infer<typeof DraftName>;

/** JSON of the screen's own; null: nothing is kept. */
export const DraftText = z.string().max(1_000_000).nullable();
