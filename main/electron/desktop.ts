import { app, dialog, powerSaveBlocker, shell, type BrowserWindow } from 'electron';
import { extname, isAbsolute, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { Refusal, type Reply } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import { problemFrom } from '../platform/host/dispatch.ts';
import { handleFromOurs, type IpcMainLike } from '../platform/host/overIpc.ts';
import { beginWhole } from '../platform/media/writeWhole.ts';
import type { Exchange, WaitingFile } from '../platform/work/exchange.ts';
import { isOurs } from './protocol.ts';

/** What the window may ask of the computer; the preload repeats these names, and the compiler compares them. */
export const OFFER = 'stepwall:offer';
export const PICK = 'stepwall:pick';
export const SAVE = 'stepwall:save';
export const OPEN = 'stepwall:open';
export const KEEP_AWAKE = 'stepwall:keep-awake';
export const FULL_SCREEN = 'stepwall:full-screen';

const Offered = z
  .array(z.union([z.object({ path: z.string().refine(isAbsolute) }), z.object({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) })]))
  .max(500);
export type Offered = z.infer<typeof Offered>;

export interface DesktopOptions {
  readonly ipcMain: IpcMainLike;
  readonly exchange: Exchange;
  readonly window: BrowserWindow;
  readonly log: (error: unknown) => void;
}

/** Native doings, each behind the sender check; every failure comes back in words a teacher can read. */
export function serveDesktop({ ipcMain, exchange, window, log }: DesktopOptions): void {
  let blocker: number | null = null;

  on(OFFER, Offered, async (files) => {
    const tokens: string[] = [];
    for (const file of files) tokens.push('path' in file ? exchange.offerPath(file.path) : await takeNow(exchange, file.name, file.bytes));
    return tokens;
  });

  on(PICK, z.string().max(1000), async (accept) => {
    const chosen = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'], filters: filtersFor(extensionsIn(accept)) });
    return chosen.canceled ? null : chosen.filePaths.map((path) => exchange.offerPath(path));
  });

  on(SAVE, z.string(), async (token) => {
    const made = find(token);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), made.name),
      filters: filtersFor([extname(made.name).slice(1)]),
    });
    if (canceled || filePath === '') return false;
    const file = beginWhole(filePath);
    try {
      for (const piece of made.pieces()) {
        file.write(piece);
        await breathe();
      }
      await file.flush();
      file.end();
    } catch (error) {
      file.abandon();
      throw error;
    }
    return true;
  });

  on(OPEN, z.string(), async (token) => {
    const { name } = find(token);
    const path = exchange.show(token);
    if (path === null || (await shell.openPath(path)) !== '') throw new Refusal('not-found', troubleWords.file.noProgram(name));
  });

  on(KEEP_AWAKE, z.boolean(), (awake) => {
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    blocker = awake ? powerSaveBlocker.start('prevent-display-sleep') : null;
  });

  on(FULL_SCREEN, z.boolean(), (full) => window.setFullScreen(full));

  function on<T>(channel: string, input: z.ZodType<T>, act: (input: T) => unknown): void {
    handleFromOurs(ipcMain, channel, isOurs, async (given): Promise<Reply> => {
      try {
        return { ok: true, value: await act(input.parse(given)) };
      } catch (error) {
        return { ok: false, error: problemFrom(error, log) };
      }
    });
  }

  function find(token: string): WaitingFile {
    const made = exchange.outgoing(token);
    if (made === null) throw new Refusal('not-found', troubleWords.file.gone);
    return made;
  }
}

async function takeNow(exchange: Exchange, name: string, bytes: Uint8Array): Promise<string> {
  const token = exchange.offer(name, bytes.length);
  await exchange.receive(token, [bytes]);
  return token;
}

/** The endings in an `accept` such as `.jpg,.pdf,image/*`, without their dots. */
const extensionsIn = (accept: string): string[] => accept.split(',').flatMap((part) => /^\.([a-z0-9]+)$/i.exec(part.trim())?.[1] ?? []);

const filtersFor = (extensions: string[]): { name: string; extensions: string[] }[] =>
  extensions.length === 0 ? [] : [{ name: extensions.map((ending) => ending.toUpperCase()).join(', '), extensions }];
