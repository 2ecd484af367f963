import { z } from 'zod';

/** One remote call: what goes in and what comes out, both checked at the border. JSON values only. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({ input, output });

export const Nothing = z.object({});
