import { z } from 'zod';

export const FaceName = z.enum(['andika', 'andika-bold', 'lexend', 'lexend-bold', 'hand']);

export type FaceName = z.infer<typeof FaceName>;
