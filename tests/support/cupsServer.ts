import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasProgram, programPath } from './programs.ts';

const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

/** Only root may start a print service of its own. */
export const hasCups = process.getuid?.() === 0 && hasProgram('cupsd', 'lp', 'lpadmin', 'ipptool', 'gs') && exists(PPD);
export const hasIppPrinter = hasCups && hasProgram('ippeveprinter', 'dbus-daemon', 'avahi-daemon');
export const NEEDS_CUPS = 'needs root, cups, cups-client, cups-filters, cups-ipp-utils, printer-driver-cups-pdf and ghostscript';
export const NEEDS_IPP = `${NEEDS_CUPS}, dbus and avahi-daemon`;

/** Every server's PDF queues write into the one folder of the user, under numbers that begin at 1: one test file at a time prints. */
const TURN = join(tmpdir(), 'stepwall-cups-turn');

async function ownTurn(): Promise<void> {
  for (;;) {
    try {
      writeFileSync(TURN, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      // Whoever was killed in its turn does not hold up the others.
      const held = readTurn();
      if (held !== '' && !isAlive(Number(held))) rmSync(TURN, { force: true });
      else await wait(200);
    }
  }
}

function readTurn(): string {
  try {
    return readFileSync(TURN, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** A print service of the test's own, in a folder of its own; nothing of the computer's is touched. */
export class CupsServer {
  readonly environment: NodeJS.ProcessEnv;
  readonly #folder = mkdtempSync(join(tmpdir(), 'stepwall-cups-'));
  readonly #children: ChildProcess[] = [];
  readonly #startedAt = Date.now();

  private constructor(port: number) {
    this.environment = { ...process.env, CUPS_SERVER: `localhost:${port}` };
  }

  static async start(): Promise<CupsServer> {
    await ownTurn();
    const port = await freePort();
    const server = new CupsServer(port);
    for (const name of ['run', 'spool', 'cache', 'temp', 'log', 'root', 'root/ppd']) mkdirSync(join(server.#folder, name), { recursive: true });
    const [, , user = '7', group = '7'] = /^lp:.*$/mu.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
    chownSync(join(server.#folder, 'temp'), Number(user), Number(group));
    execFileSync('chmod', ['755', server.#folder]);
    const place = (name: string) => join(server.#folder, name);
    writeFileSync(
      place('root/files.conf'),
      [
        `ServerRoot ${place('root')}`,
        `StateDir ${place('run')}`,
        `RequestRoot ${place('spool')}`,
        `CacheDir ${place('cache')}`,
        `TempDir ${place('temp')}`,
        `AccessLog ${place('log/access')}`,
        `ErrorLog ${place('log/error')}`,
        `PageLog ${place('log/page')}`,
        'SystemGroup root',
        'User lp',
        'Group lp',
        '',
      ].join('\n'),
    );
    writeFileSync(
      place('root/cupsd.conf'),
      [
        `Listen localhost:${port}`,
        'LogLevel warn',
        'Browsing Off',
        'DefaultAuthType None',
        'WebInterface No',
        '<Location />',
        'Order allow,deny',
        'Allow localhost',
        '</Location>',
        '<Policy default>',
        '<Limit All>',
        'Order deny,allow',
        'Allow localhost',
        '</Limit>',
        '</Policy>',
        '',
      ].join('\n'),
    );
    server.#spawn('cupsd', ['-f', '-c', place('root/cupsd.conf'), '-s', place('root/files.conf')]);
    await until(() => succeeds('lpstat', ['-r'], server.environment));
    return server;
  }

  /** A queue that makes PDFs; `imageable` (points: left, bottom, right, top of A4) gives it white edges. */
  addPdfQueue(name: string, imageable: string | null = null): void {
    const text = readFileSync(PPD, 'utf8');
    const ppd = join(this.#folder, `${name}.ppd`);
    writeFileSync(ppd, imageable === null ? text : text.replace(/^\*ImageableArea A4\b.*$/mu, `*ImageableArea A4/A4: "${imageable}"`));
    this.#admin('-p', name, '-E', '-v', 'cups-pdf:/', '-P', ppd);
  }

  /** A queue for a printer that is not there. */
  addDeadQueue(name: string): void {
    this.#admin('-p', name, '-E', '-v', 'socket://127.0.0.1:9', '-P', PPD);
  }

  pause(name: string): void {
    execFileSync(programPath('cupsdisable') ?? 'cupsdisable', [name], { env: this.environment, stdio: 'ignore' });
  }

  /** A printer that speaks IPP Everywhere and keeps the PDFs it gets; answers with what it was given last. */
  async addIppPrinter(name: string): Promise<() => Uint8Array> {
    const bus = `unix:path=${join(this.#folder, 'bus')}`;
    const environment = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus };
    const kept = join(this.#folder, 'kept');
    mkdirSync(kept);
    const port = await freePort();
    this.#spawn('dbus-daemon', ['--config-file=/usr/share/dbus-1/system.conf', '--nofork', '--nopidfile', '--nosyslog', `--address=${bus}`]);
    await until(() => exists(join(this.#folder, 'bus')));
    this.#spawn('avahi-daemon', ['--no-drop-root', '--no-chroot', '--no-rlimits'], environment);
    await wait(1500);
    this.#spawn('ippeveprinter', ['-k', '-d', kept, '-f', 'application/pdf', '-p', String(port), '-n', 'localhost', '-r', 'off', name], environment);
    await this.#addQueueThatKnowsItsPapers(name, `ipp://localhost:${port}/ipp/print`);
    return () => newest(kept, /\.pdf$/u);
  }

  /** The last page or pages that a PDF queue made. */
  printed(): Uint8Array {
    return newest(join(homedir(), 'PDF'), /job_\d+\.pdf$/u, this.#startedAt);
  }

  stop(): void {
    for (const child of this.#children.reverse()) child.kill();
    rmSync(this.#folder, { recursive: true, force: true });
    rmSync(TURN, { force: true });
  }

  /** The service asks a new printer for its papers once, behind the scenes, and never again where that failed on a busy computer. */
  async #addQueueThatKnowsItsPapers(name: string, device: string): Promise<void> {
    const papers = join(this.#folder, 'root/ppd', `${name}.ppd`);
    await until(() => succeeds('ipptool', [device, 'get-printer-attributes.test'], this.environment));
    for (let tries = 0; tries < 20; tries++) {
      await until(() => succeeds('lpadmin', ['-p', name, '-E', '-v', device, '-m', 'everywhere'], this.environment));
      if (await within(6_000, () => exists(papers))) return;
    }
    throw new Error(`The queue ${name} was never told the papers of its printer.`);
  }

  #admin(...args: string[]): void {
    execFileSync(programPath('lpadmin') ?? 'lpadmin', args, { env: this.environment, stdio: 'ignore' });
  }

  #spawn(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
    this.#children.push(spawn(programPath(program) ?? program, args, { env, stdio: 'ignore' }));
  }
}

/** Reads the newest such file and takes it away. */
function newest(folder: string, pattern: RegExp, since = 0): Uint8Array {
  const files = readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at - a.at);
  const last = files[0];
  if (last === undefined) throw new Error(`Nothing was printed to ${folder}.`);
  const bytes = new Uint8Array(readFileSync(last.file));
  rmSync(last.file);
  return bytes;
}

function succeeds(program: string, args: string[], env: NodeJS.ProcessEnv): boolean {
  try {
    return !execFileSync(programPath(program) ?? program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes('not running');
  } catch {
    return false;
  }
}

async function until(ready: () => boolean): Promise<void> {
  if (!(await within(30_000, ready))) throw new Error('The print service of the test did not start.');
}

async function within(ms: number, ready: () => boolean): Promise<boolean> {
  const end = Date.now() + ms;
  while (!ready()) {
    if (Date.now() > end) return false;
    await wait(200);
  }
  return true;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
