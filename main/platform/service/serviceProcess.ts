import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Tell } from '../../../core/contract/events.ts';
import { gathered, Overheard } from '../log.ts';
import type { KeyWrap } from '../media/keyStore.ts';
import { connectOverPipe, type Connection } from './connectOverPipe.ts';
import { answerKeychain } from './keychainPipe.ts';

/** The files that the process finds open. */
export const PIPE_FILE = 3;
export const KEYCHAIN_FILE = 4;

export interface ServiceProcessOptions {
  /** The Node that runs it. */
  readonly node: string;
  /** Its module, outside of any archive. */
  readonly entry: URL;
  /** What wraps keys on this computer; null where there is nothing. */
  readonly keychain: Promise<KeyWrap | null>;
  readonly tell: Tell;
  readonly log: (error: unknown) => void;
}

export interface ServiceProcess {
  readonly connection: Connection;
  /** How it ended. */
  readonly gone: Promise<string>;
  kill(): void;
}

/**
 * How much new memory may be filled before what is no longer used is taken away, MB: V8's own measure (16) let the services of a large school grow to
 * half as much again. https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib
 */
const SPARING = ['--max-semi-space-size=2'];

/** One life of the process in which the services run. Never throws: one that can't start is gone. */
export function startServiceProcess({ node, entry, keychain, tell, log }: ServiceProcessOptions): ServiceProcess {
  const child = spawn(node, [...SPARING, fileURLToPath(entry), String(process.pid)], {
    // Both ends of the first pipe are read by an event loop, the second one is waited for.
    stdio: ['ignore', 'ignore', 'pipe', 'overlapped', 'pipe'],
    env: ownEnvironment(process.env),
    windowsHide: true,
  });
  const overheard = gathered((words) => log(new Overheard(words)));
  child.stderr?.on('data', (chunk: Buffer) => overheard.add(chunk.toString()));
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      overheard.end();
      resolve(signal ?? `exit ${code}`);
    });
  });
  answerKeychain(duplexOf(child.stdio[KEYCHAIN_FILE]), keychain, log);
  const connection = connectOverPipe(duplexOf(child.stdio[PIPE_FILE]), tell);
  const kill = (): void => void child.kill('SIGKILL');
  // One that can't be spoken to any more is of no use.
  void connection.lost.then(kill);
  return { connection, gone, kill };
}

function duplexOf(pipe: unknown): Duplex {
  if (!(pipe instanceof Duplex)) throw new Error('A process was started without its pipes.');
  return pipe;
}

/**
 * What would load foreign code into the process that holds the keys. On Linux a library that is loaded before (`LD_PRELOAD`, an AppImage's own
 * folder) would bring the system's GLib along, on which sharp's breaks: lovell/sharp, issues 4522 and 4525.
 */
const FOREIGN = new Set(['LD_PRELOAD', 'LD_LIBRARY_PATH', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']);

const ownEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !FOREIGN.has(name)));
