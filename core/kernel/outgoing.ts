import { z } from 'zod';

/** A file that waits to be fetched by the window, or saved by the shell; valid until the app closes. */
export const Outgoing = z.object({ token: z.string(), name: z.string(), bytes: z.int() });

export type Outgoing = z.infer<typeof Outgoing>;
