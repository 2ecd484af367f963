import { app, dialog, powerSaveBlocker, shell, type BrowserWindow } from 'electron';
import { extname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { contract } from '../../core/contract/contract.ts';
import { answerOf, Refusal, type Reply } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import { problemFrom } from '../platform/host/dispatch.ts';
import { handleFromOurs, type IpcMainLike } from '../platform/host/overIpc.ts';
import type { Services } from '../platform/service/startServices.ts';
import { isOurs, ORIGIN } from './protocol.ts';

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
  readonly services: Pick<Services, 'dispatch' | 'files' | 'localFiles'>;
  readonly window: BrowserWindow;
  readonly log: (error: unknown) => void;
}

/** Native doings, each behind the sender check; every failure comes back in words a teacher can read. */
export function serveDesktop({ ipcMain, services, window, log }: DesktopOptions): void {
  const { localFiles } = services;
  let blocker: number | null = null;

  on(OFFER, Offered, async (files) => {
    const tokens: string[] = [];
    for (const file of files) tokens.push(await ('path' in file ? localFiles.offerPath(file.path) : handOver(file.name, file.bytes)));
    return tokens;
  });

  on(PICK, z.string().max(1000), async (accept) => {
    const chosen = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'], filters: filtersFor(extensionsIn(accept)) });
    return chosen.canceled ? null : Promise.all(chosen.filePaths.map((path) => localFiles.offerPath(path)));
  });

  on(SAVE, z.string(), async (token) => {
    const made = await localFiles.outgoing(token);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), made.name),
      filters: filtersFor([extname(made.name).slice(1)]),
    });
    if (canceled || filePath === '') return false;
    await localFiles.save(token, filePath);
    return true;
  });

  on(OPEN, z.string(), async (token) => {
    const { name } = await localFiles.outgoing(token);
    const path = await localFiles.show(token);
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

  /** What has no place on the disk goes the way that it goes from a browser. */
  async function handOver(name: string, bytes: Uint8Array): Promise<string> {
    const { token } = contract['files.offer'].output.parse(answerOf(await services.dispatch('files.offer', { name, bytes: bytes.length })));
    const { ok } = await services.files(new Request(`${ORIGIN}/incoming/${token}`, { method: 'PUT', body: Buffer.from(bytes) }));
    if (!ok) throw new Refusal('not-found', troubleWords.file.notArrived);
    return token;
  }
}

/** The endings in an `accept` such as `.jpg,.pdf,image/*`, without their dots. */
const extensionsIn = (accept: string): string[] => accept.split(',').flatMap((part) => /^\.([a-z0-9]+)$/i.exec(part.trim())?.[1] ?? []);

const filtersFor = (extensions: string[]): { name: string; extensions: string[] }[] =>
  extensions.length === 0 ? [] : [{ name: extensions.map((ending) => ending.toUpperCase()).join(', '), extensions }];
