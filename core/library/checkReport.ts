import { z } from 'zod';

/** What a look through a whole library found. */
export const CheckReport = z.object({
  ok: z.boolean(),
  /** What is wrong and could not be mended, one plain sentence each. */
  problems: z.array(z.string()),
  repaired: z.array(z.string()),
});

export type CheckReport = z.infer<typeof CheckReport>;
