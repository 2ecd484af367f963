import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';

export interface FakeOptions {
  readonly firstInstance?: boolean;
  readonly keychain?: 'gnome_libsecret' | 'basic_text' | 'none';
  readonly packaged?: boolean;
}

type Handler = (...args: unknown[]) => unknown;

/** An event that remembers whether it was prevented. */
export class FakeEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** The slice of Electron that the shell touches: it does nothing but write down what it was asked, and play what a test lets happen. */
export function fakeElectron({ firstInstance = true, keychain = 'none', packaged = true }: FakeOptions = {}) {
  const asked: string[] = [];
  const windows: FakeWindow[] = [];
  const sessions = new Map<string, FakeSession>();
  const channels = new Map<string, Handler>();
  const schemes: { scheme: string; privileges: unknown }[] = [];
  const awake = new Set<number>();
  const paths = new Map<string, string>();
  const answers = { open: { canceled: true, filePaths: [] as string[] }, save: { canceled: true, filePath: '' }, message: 0, openPath: '' };
  const shown = { errors: [] as string[], messages: [] as string[], opened: [] as string[], menu: [] as FakeMenuItem[] };
  const ready = Promise.withResolvers<undefined>();

  class FakeApp extends EventEmitter {
    readonly isPackaged = packaged;
    state: 'running' | 'quit' | number = 'running';
    enableSandbox(): void {
      asked.push('enableSandbox');
    }
    requestSingleInstanceLock(): boolean {
      return firstInstance;
    }
    whenReady(): Promise<undefined> {
      return ready.promise;
    }
    setPath(name: string, path: string): void {
      paths.set(name, path);
    }
    getPath(name: string): string {
      return paths.get(name) ?? tmpdir();
    }
    /** As Electron does: `will-quit` may still hold it up. */
    quit(): void {
      const event = new FakeEvent();
      this.emit('will-quit', event);
      if (!event.defaultPrevented) this.state = 'quit';
    }
    exit(code: number): void {
      this.state = code;
    }
  }
  const app = new FakeApp();

  class FakeContents extends EventEmitter {
    readonly sent: unknown[][] = [];
    openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    reloads = 0;
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
      this.openWindow = handler;
    }
    send(...message: unknown[]): void {
      this.sent.push(message);
    }
    reload(): void {
      this.reloads += 1;
    }
  }

  class FakeWindow extends EventEmitter {
    static getAllWindows(): FakeWindow[] {
      return windows;
    }
    readonly webContents = new FakeContents();
    readonly options: Record<string, unknown>;
    readonly addresses: string[] = [];
    readonly did: string[] = [];
    bounds = { x: 10, y: 20, width: 1300, height: 900 };
    constructor(options: Record<string, unknown>) {
      super();
      this.options = options;
      windows.push(this);
      app.emit('web-contents-created', new FakeEvent(), this.webContents);
    }
    loadURL(url: string): Promise<void> {
      this.addresses.push(url);
      return Promise.resolve();
    }
    isMinimized = (): boolean => true;
    isMaximized = (): boolean => false;
    getNormalBounds = (): typeof this.bounds => this.bounds;
    restore = (): void => void this.did.push('restore');
    show = (): void => void this.did.push('show');
    focus = (): void => void this.did.push('focus');
    maximize = (): void => void this.did.push('maximize');
    setFullScreen = (full: boolean): void => void this.did.push(full ? 'full screen' : 'no full screen');
  }

  class FakeSession extends EventEmitter {
    onRequest: Handler = () => undefined;
    onCheck: Handler = () => true;
    onDevice: Handler = () => true;
    onNetwork: Handler = () => undefined;
    readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
    readonly protocol = { handle: (scheme: string, answer: (request: Request) => Promise<Response>): void => void this.schemes.set(scheme, answer) };
    readonly webRequest = { onBeforeRequest: (handler: Handler): void => void (this.onNetwork = handler) };
    setPermissionRequestHandler = (handler: Handler): void => void (this.onRequest = handler);
    setPermissionCheckHandler = (handler: Handler): void => void (this.onCheck = handler);
    setDevicePermissionHandler = (handler: Handler): void => void (this.onDevice = handler);
  }

  const module = {
    app,
    BrowserWindow: FakeWindow,
    protocol: {
      registerSchemesAsPrivileged(given: typeof schemes): void {
        asked.push('registerSchemesAsPrivileged');
        schemes.push(...given);
      },
    },
    session: {
      fromPartition(name: string): FakeSession {
        const found = sessions.get(name) ?? new FakeSession();
        sessions.set(name, found);
        return found;
      },
    },
    ipcMain: { handle: (channel: string, handler: Handler): void => void channels.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: FakeMenuItem[]): FakeMenuItem[] => template,
      setApplicationMenu: (menu: FakeMenuItem[]): void => void (shown.menu = menu),
    },
    dialog: {
      showErrorBox: (title: string, content: string): void => void shown.errors.push(`${title}\n${content}`),
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        shown.messages.push(message);
        return Promise.resolve({ response: answers.message });
      },
      showOpenDialog: () => Promise.resolve(answers.open),
      showSaveDialog: () => Promise.resolve(answers.save),
    },
    shell: {
      openPath(path: string): Promise<string> {
        shown.opened.push(path);
        return Promise.resolve(answers.openPath);
      },
    },
    powerSaveBlocker: {
      start(kind: string): number {
        if (kind !== 'prevent-display-sleep') throw new Error(`The display would go dark under ${kind}.`);
        awake.add(awake.size + 1);
        return awake.size;
      },
      stop: (id: number): void => void awake.delete(id),
    },
    safeStorage: {
      isEncryptionAvailable: () => keychain !== 'none',
      getSelectedStorageBackend: () => keychain,
      encryptString: (text: string) => Buffer.from(`wrapped ${text}`),
      decryptString: (wrapped: Buffer) => wrapped.toString().replace('wrapped ', ''),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    crashReporter: { start: () => asked.push('crashReporter.start') },
  };

  return {
    module,
    app,
    asked,
    windows,
    sessions,
    channels,
    schemes,
    awake,
    answers,
    shown,
    async becomeReady(): Promise<void> {
      asked.push('ready');
      ready.resolve(undefined);
      // What waits for it has had its turn after this.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

export type FakeElectron = ReturnType<typeof fakeElectron>;

export interface FakeMenuItem {
  readonly role?: string;
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: FakeMenuItem[];
}
