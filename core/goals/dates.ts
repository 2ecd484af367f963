import { z } from 'zod';

/** A school day as `2025-04-08`. */
export const Day = z.iso.date();

/** Whole days from one day to a later one; negative where `until` is earlier. */
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
