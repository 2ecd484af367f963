import { createHash } from 'node:crypto';
import { registerHooks } from 'node:module';
import { events } from '../../core/contract/events.ts';
import type { Reply } from '../../core/kernel/refusal.ts';
import { fakeElectron } from './fakeElectron.ts';
import { descendantsOf, mappedBy } from './processes.ts';

/**
 * The shell in a process of its own, as Electron's main process would run it: `node standInShell.ts <picture>`, with the library and the user's
 * folder in the environment. Brings the picture in, looks at it, says what it saw as one line of JSON and stays until it is told `quit`.
 */
const [picture = ''] = process.argv.slice(2);
const electron = fakeElectron({ packaged: false, keychain: 'gnome_libsecret' });
const ours = { senderFrame: { url: 'app://stepwall/', parent: null } };

Reflect.set(globalThis, 'standInElectron', electron.module);
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: 'stand-in:electron', shortCircuit: true } : next(name, context)),
  load: (url, context, next) =>
    url === 'stand-in:electron'
      ? { format: 'module', source: `export const { ${Object.keys(electron.module).join(', ')} } = globalThis.standInElectron;`, shortCircuit: true }
      : next(url, context),
});
await import('../../main/electron/index.ts');
await electron.becomeReady();

const ask = async (channel: string, ...args: unknown[]): Promise<unknown> => {
  const reply = (await electron.channels.get(channel)?.(ours, ...args)) as Reply;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};
const call = (name: string, input: unknown): Promise<unknown> => ask('stepwall:call', name, input);
const get = async (path: string): Promise<string> => {
  const answer = await [...electron.sessions.values()][0]?.schemes.get('app')?.(new Request(`app://stepwall${path}`));
  if (answer?.ok !== true) throw new Error(`${path} is not there.`);
  return createHash('sha256')
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest('hex');
};

const wording = { question: 'Why do bees dance?', subject: '', year: '', focus: '', trueSize: { name: 'a4', widthMm: 210, heightMm: 297 } };
const { wall } = (await call('walls.create', wording)) as { wall: string };
const { task } = (await call('walls.open', { wall })) as { task: { id: string } };
const files = await ask('stepwall:offer', [{ path: picture }]);
const { job } = (await call('papers.import', { task: task.id, files })) as { job: string };
const ended = (): boolean =>
  electron.windows.some(({ webContents }) =>
    webContents.sent.some(([, event, payload]) => {
      if (event !== 'job.changed') return false;
      const told = events['job.changed'].parse(payload);
      return told.job === job && told.state !== 'running';
    }),
  );
process.stdout.write(`${JSON.stringify({ working: descendantsOf(process.pid) })}\n`);
while (!ended()) await new Promise((resolve) => setTimeout(resolve, 20));
const papers = (await call('papers.list', { task: task.id })) as { pages: { id: string }[] }[];
const pages = papers.flatMap((paper) => paper.pages.map(({ id }) => id));
const seen = {
  source: await Promise.all(pages.map((id) => get(`/pictures/page/${id}/source`))),
  small: await Promise.all(pages.map((id) => get(`/pictures/page/${id}/clean?w=400`))),
};
const { keysKeptIn } = (await call('library.status', {})) as { keysKeptIn: string };
const maps = [process.pid, ...descendantsOf(process.pid).map(({ pid }) => pid)].map((pid) =>
  mappedBy(pid).filter((file) => /\/libg(object|lib)|vips/.test(file)),
);
process.stdout.write(`${JSON.stringify({ seen, keysKeptIn, maps })}\n`);

process.stdin.once('data', () => {
  electron.app.quit();
  const wait = setInterval(() => {
    if (electron.app.state !== 'quit') return;
    clearInterval(wait);
    process.stdin.destroy();
  }, 20);
});
