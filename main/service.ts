import { Socket } from 'node:net';
import { openApp, type App } from './app/openApp.ts';
import { createImaging } from './engines/imaging/imaging.ts';
import { guardProcess } from './platform/helpers/guardProcess.ts';
import { startHelperInNode } from './platform/helpers/startHelper.ts';
import { createDispatch } from './platform/host/dispatch.ts';
import { createFiles } from './platform/host/files.ts';
import { createLog } from './platform/log.ts';
import { userFolder } from './platform/media/keyStore.ts';
import { keychainOver } from './platform/service/keychainPipe.ts';
import { answerLocalFileWish } from './platform/service/localFiles.ts';
import { serveOverPipe } from './platform/service/serveOverPipe.ts';
import { KEYCHAIN_FILE, PIPE_FILE } from './platform/service/serviceProcess.ts';

// The process in which all services run: started by whoever shows the window, spoken to over its pipe, ended with it.

/** Enough to close the library in, once nobody is there any more. */
const GRACE_MS = 1000;

guardProcess({ parent: Number(process.argv[2]), graceMs: GRACE_MS });
// Ctrl+C in a terminal reaches this process too; whoever shows the window says when to close.
process.on('SIGINT', () => undefined);

const home = userFolder();
const log = createLog(home);
process.on('unhandledRejection', log);

const imaging = createImaging(startHelperInNode);
const pipe = new Socket({ fd: PIPE_FILE });
let app: App | null = null;

const tell = serveOverPipe(pipe, { open, close }, log);
pipe.on('close', () => void close().finally(() => process.exit()));

function open(folder: string): ReturnType<Parameters<typeof serveOverPipe>[1]['open']> {
  const wrap = keychainOver(KEYCHAIN_FILE);
  const opened = openApp({ folder, home, imaging, tell, log, ...(wrap !== null && { wrap }) });
  app = opened;
  return {
    dispatch: createDispatch(opened.services, log),
    files: createFiles({ pictures: opened.pictures, exchange: opened.exchange, log }),
    localFiles: (wish) => answerLocalFileWish(wish, opened.exchange),
  };
}

async function close(): Promise<void> {
  const opened = app;
  app = null;
  await Promise.all([opened?.close(), imaging.close()]);
}
