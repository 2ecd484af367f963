import type { Bridge } from '../../core/contract/bridge.ts';
import type { Api } from '../../core/contract/contract.ts';
import type { Outgoing } from '../../core/kernel/outgoing.ts';
import { Problem, Refusal } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';

/** What the computer does for the window: choose files, save, open, keep awake. One for the shell, one for a browser. */
export interface Desktop {
  /** Asks for files; the answer is tokens for `papers.import`, or null when nothing was chosen. */
  pickFiles(accept: string): Promise<string[] | null>;
  /** Hands files over that were dropped or pasted. */
  offer(files: readonly File[]): Promise<string[]>;
  /** True when it was saved. */
  save(file: Outgoing): Promise<boolean>;
  /** Opens a finished file in the viewer of this computer. */
  open(file: Outgoing): Promise<void>;
  keepAwake(on: boolean): Promise<void>;
  fullScreen(on: boolean): Promise<void>;
}

export const PAPER_FILES = '.jpg,.jpeg,.png,.webp,.tif,.tiff,.heic,.heif,.jp2,.j2k,.pdf,image/*,application/pdf';

export function browserDesktop(api: Api): Desktop {
  let awake: WakeLockSentinel | null = null;
  const offer = async (files: readonly File[]): Promise<string[]> => {
    const tokens: string[] = [];
    for (const file of files) {
      const { token } = await api.call('files.offer', { name: file.name, bytes: file.size });
      const answer = await fetch(`incoming/${token}`, { method: 'PUT', body: file });
      if (!answer.ok) throw await refusalIn(answer);
      tokens.push(token);
    }
    return tokens;
  };
  return {
    offer,
    async pickFiles(accept) {
      const files = await chosenFiles(accept);
      return files.length === 0 ? null : offer(files);
    },
    save(file) {
      follow(`/outgoing/${file.token}?save=1`, file.name);
      return Promise.resolve(true);
    },
    open(file) {
      window.open(`/outgoing/${file.token}`, '_blank', 'noopener');
      return Promise.resolve();
    },
    async keepAwake(on) {
      await awake?.release().catch(() => undefined);
      awake = on && 'wakeLock' in navigator ? await navigator.wakeLock.request('screen').catch(() => null) : null;
    },
    async fullScreen(on) {
      if (on && document.fullscreenElement === null) await document.documentElement.requestFullscreen().catch(() => undefined);
      if (!on && document.fullscreenElement !== null) await document.exitFullscreen().catch(() => undefined);
    },
  };
}

export function shellDesktop(bridge: Bridge): Desktop {
  return {
    offer: (files) => bridge.offerFiles([...files]),
    pickFiles: (accept) => bridge.desktop.pickFiles(accept),
    save: (file) => bridge.desktop.saveOutgoing(file.token),
    open: (file) => bridge.desktop.openOutgoing(file.token),
    keepAwake: (on) => bridge.desktop.keepAwake(on),
    fullScreen: (on) => bridge.desktop.setFullScreen(on),
  };
}

/** Why a file was not taken, as the host says it. */
async function refusalIn(answer: Response): Promise<Refusal> {
  const problem = Problem.safeParse(await answer.json().catch(() => null));
  return problem.success ? new Refusal(problem.data.code, problem.data) : new Refusal('not-found', troubleWords.file.notArrived);
}

function chosenFiles(accept: string): Promise<File[]> {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, accept, hidden: true });
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (): void => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', finish, { once: true });
    input.addEventListener('cancel', finish, { once: true });
    input.click();
  });
}

function follow(href: string, download: string): void {
  const link = Object.assign(document.createElement('a'), { href, download, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
