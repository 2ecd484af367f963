import { z } from 'zod';
import { guardProcess } from './guardProcess.ts';

/** A helper's line to the process that started it. */
export interface ParentPort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What a helper is told when it is started: by whom, and how many MB it may hold. */
const Told = z.tuple([z.coerce.number().pipe(z.int().positive()), z.coerce.number().pipe(z.number().positive())]);

/**
 * Takes up the line and lets the process be guarded: from now on it ends with its parent, whatever it is doing, and when it holds too much.
 * @throws Error when nobody started this process as a helper
 */
export function connectToParent(): ParentPort {
  const told = Told.safeParse(process.argv.slice(2));
  const send = process.send?.bind(process);
  if (send === undefined || !told.success) throw new Error('This is a helper process; it is started by the app and does nothing by itself.');
  const [parent, megabytes] = told.data;
  guardProcess({ parent, megabytes });
  process.on('disconnect', () => process.exit());
  // Ctrl+C in a terminal reaches the helpers too; the app ends them when it has closed what they work for.
  process.on('SIGINT', () => undefined);
  return { send: (message) => void send(message), onMessage: (listener) => void process.on('message', listener) };
}
