/// <reference types="electron" />
import { EventEmitter } from 'node:events';

/*
 * A stand-in for Electron's modules: it implements what the built main and preload use, and throws on anything
 * else. Every part is checked against Electron's own declarations, so a call with a wrong shape does not compile.
 * The declarations come as a global namespace: importing the package itself would start its download.
 */

/** An object that throws when a member is used that the double does not know. */
function strict<T extends object>(name: string, members: Partial<T>): T {
  return new Proxy(members as T, {
    get(target, key, receiver): unknown {
      // Looked for by promises and printers, on any object.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
      if (!(key in target)) throw new Error(`the double of Electron has no ${name}.${key}`);
      return Reflect.get(target, key, receiver);
    },
    set(target, key, value): boolean {
      if (!(key in target)) throw new Error(`the double of Electron has no ${name}.${String(key)}`);
      return Reflect.set(target, key, value);
    },
  });
}

type Listener = (...words: never[]) => unknown;

/** `on` and its kin over an emitter; the return value is not used by anyone. */
function listening(emitter: EventEmitter) {
  return {
    on: (event: string, listener: Listener) => emitter.on(event, listener as () => void) as never,
    once: (event: string, listener: Listener) => emitter.once(event, listener as () => void) as never,
  };
}

/** An event that can be refused, as Electron passes it first to its listeners. */
export function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

interface DoubleWindow {
  options: Electron.BrowserWindowConstructorOptions;
  emitter: EventEmitter;
  contents: EventEmitter;
  loaded: string[];
  sent: { channel: string; words: unknown[] }[];
  windowOpen: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null;
  shown: boolean;
  focused: number;
  progress: number[];
  destroyed: boolean;
  /** As the user does: `close` may be refused. */
  close(): void;
}

interface DoubleTray {
  emitter: EventEmitter;
  toolTip: string;
  destroyed: boolean;
}

interface Recorded {
  /** Everything that must have happened before `ready`, in order. */
  early: string[];
  schemes: Electron.CustomScheme[];
  handlers: Map<string, (request: Request) => Response | Promise<Response>>;
  invoke: Map<string, (event: Electron.IpcMainInvokeEvent, ...words: unknown[]) => unknown>;
  ipc: EventEmitter;
  app: EventEmitter;
  windows: DoubleWindow[];
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  menus: (Electron.MenuItem | Electron.MenuItemConstructorOptions)[][];
  trays: DoubleTray[];
  notifications: {
    options: Electron.NotificationConstructorOptions;
    emitter: EventEmitter;
    shown: boolean;
  }[];
  openedOutside: string[];
  shownInFolder: string[];
  errors: string[];
  theme: { themeSource: string };
  /** Paths that the next dialog answers with; null: backed out. */
  picks: string[] | null;
  ended: boolean;
  ready(): void;
}

function createWindowClass(recorded: Recorded) {
  const objects: Electron.BrowserWindow[] = [];
  const make = (options: Electron.BrowserWindowConstructorOptions = {}): Electron.BrowserWindow => {
    const emitter = new EventEmitter();
    const contents = new EventEmitter();
    const remove = () => {
      state.destroyed = true;
      objects.splice(objects.indexOf(object), 1);
      emitter.emit('closed');
      if (objects.length === 0 && !recorded.ended) recorded.app.emit('window-all-closed');
    };
    const state: DoubleWindow = {
      options,
      emitter,
      contents,
      loaded: [],
      sent: [],
      windowOpen: null,
      shown: false,
      focused: 0,
      progress: [],
      destroyed: false,
      close() {
        const event = preventable();
        emitter.emit('close', event);
        if (!event.defaultPrevented) remove();
      },
    };
    const webContents = strict<Electron.WebContents>('WebContents', {
      ...listening(contents),
      setWindowOpenHandler: (handler) => {
        state.windowOpen = handler;
      },
      send: (channel, ...words: unknown[]) => {
        state.sent.push({ channel, words });
      },
      isCrashed: () => false,
      isLoading: () => false,
      getURL: () => state.loaded.at(-1) ?? '',
    });
    const object = strict<Electron.BrowserWindow>('BrowserWindow', {
      ...listening(emitter),
      webContents,
      loadURL: async (url) => {
        state.loaded.push(url);
      },
      show: () => {
        state.shown = true;
      },
      focus: () => {
        state.focused += 1;
      },
      isMinimized: () => false,
      isMaximized: () => false,
      isDestroyed: () => state.destroyed,
      getNormalBounds: () => ({ x: 10, y: 20, width: 1200, height: 800 }),
      setProgressBar: (share) => {
        state.progress.push(share);
      },
      destroy: remove,
    });
    objects.push(object);
    recorded.windows.push(state);
    recorded.app.emit('web-contents-created', {}, webContents);
    return object;
  };
  const statics: Partial<typeof Electron.BrowserWindow> = {
    getAllWindows: () => [...objects],
    getFocusedWindow: () => objects[0] ?? null,
  };
  // Built by `new`: a constructor that returns an object answers that object.
  const constructor = function BrowserWindow(options?: Electron.BrowserWindowConstructorOptions) {
    return make(options);
  };
  return Object.assign(constructor, statics);
}

/** The modules of Electron's main process, and what was done with them. */
export function createElectronDouble(folders: { documents: string }) {
  const ready = Promise.withResolvers<void>();
  const ipc = new EventEmitter();
  const app = new EventEmitter();
  const theme = { themeSource: 'system' as Electron.NativeTheme['themeSource'], shouldUseDarkColors: true };
  const recorded: Recorded = {
    early: [],
    schemes: [],
    handlers: new Map(),
    invoke: new Map(),
    ipc,
    app,
    windows: [],
    permissionRequest: null,
    permissionCheck: null,
    devicePermission: null,
    menus: [],
    trays: [],
    notifications: [],
    openedOutside: [],
    shownInFolder: [],
    errors: [],
    theme,
    picks: null,
    ended: false,
    ready: () => ready.resolve(),
  };
  const BrowserWindow = createWindowClass(recorded);

  const modules = {
    app: strict<Electron.App>('app', {
      ...listening(app),
      isPackaged: false,
      enableSandbox: () => void recorded.early.push('enableSandbox'),
      // Only Windows has it.
      setAppUserModelId: () => void recorded.early.push('setAppUserModelId'),
      commandLine: strict<Electron.CommandLine>('commandLine', {
        appendSwitch: (name) => void recorded.early.push(`switch ${name}`),
      }),
      setPath: (name) => void recorded.early.push(`setPath ${name}`),
      getPath: (name) => {
        if (name !== 'documents') throw new Error(`the double has no path ${name}`);
        return folders.documents;
      },
      requestSingleInstanceLock: () => {
        recorded.early.push('lock');
        return true;
      },
      whenReady: () => ready.promise,
      getPreferredSystemLanguages: () => ['zh-Hans-CN'],
      getLocale: () => 'zh-CN',
      quit: () => {
        const event = preventable();
        app.emit('before-quit', event);
        if (event.defaultPrevented) return;
        recorded.ended = true;
        for (const window of recorded.windows) if (!window.destroyed) window.close();
      },
      exit: () => {
        recorded.ended = true;
      },
    }),
    protocol: strict<Electron.Protocol>('protocol', {
      registerSchemesAsPrivileged: (schemes) => {
        recorded.early.push('schemes');
        recorded.schemes.push(...schemes);
      },
      handle: (scheme, handler) => {
        recorded.handlers.set(scheme, handler);
      },
    }),
    session: {
      defaultSession: strict<Electron.Session>('session', {
        setPermissionRequestHandler: (handler) => {
          recorded.permissionRequest = handler;
        },
        setPermissionCheckHandler: (handler) => {
          recorded.permissionCheck = handler;
        },
        setDevicePermissionHandler: (handler) => {
          recorded.devicePermission = handler;
        },
      }),
    },
    ipcMain: strict<Electron.IpcMain>('ipcMain', {
      ...listening(ipc),
      handle: (channel, listener) => {
        recorded.invoke.set(channel, listener);
      },
    }),
    dialog: strict<Electron.Dialog>('dialog', {
      showOpenDialog: async () => ({ canceled: recorded.picks === null, filePaths: recorded.picks ?? [] }),
      showErrorBox: (title, content) => void recorded.errors.push(`${title}: ${content}`),
    }),
    shell: strict<Electron.Shell>('shell', {
      openExternal: async (url) => void recorded.openedOutside.push(url),
      showItemInFolder: (path) => void recorded.shownInFolder.push(path),
    }),
    Menu: strict<typeof Electron.Menu>('Menu', {
      buildFromTemplate: (template) => {
        recorded.menus.push(template);
        return strict<Electron.Menu>('menu', { popup: () => {} });
      },
      setApplicationMenu: () => {},
    }),
    nativeImage: strict<typeof Electron.nativeImage>('nativeImage', {
      createFromPath: () =>
        strict<Electron.NativeImage>('NativeImage', {
          resize: () => strict<Electron.NativeImage>('NativeImage', {}),
        }),
    }),
    Tray: function Tray(_image: Electron.NativeImage): Electron.Tray {
      const state: DoubleTray = { emitter: new EventEmitter(), toolTip: '', destroyed: false };
      recorded.trays.push(state);
      return strict<Electron.Tray>('Tray', {
        ...listening(state.emitter),
        setToolTip: (text) => {
          state.toolTip = text;
        },
        setContextMenu: () => {},
        destroy: () => {
          state.destroyed = true;
        },
      });
    },
    Notification: Object.assign(
      function SystemNotification(
        options: Electron.NotificationConstructorOptions = {},
      ): Electron.Notification {
        const state = { options, emitter: new EventEmitter(), shown: false };
        recorded.notifications.push(state);
        return strict<Electron.Notification>('Notification', {
          ...listening(state.emitter),
          show: () => {
            state.shown = true;
          },
        });
      },
      { isSupported: () => true } satisfies Partial<typeof Electron.Notification>,
    ),
    nativeTheme: strict<Electron.NativeTheme>('nativeTheme', theme),
    screen: strict<Electron.Screen>('screen', {
      getAllDisplays: () => [
        { workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as unknown as Electron.Display,
      ],
    }),
    utilityProcess: strict<typeof Electron.utilityProcess>('utilityProcess', {}),
    BrowserWindow,
  };
  // nativeTheme is written through its Proxy onto this very object.
  recorded.theme = theme;
  return { modules, recorded };
}

/** The modules of a sandboxed preload, and what it put into the page's world. */
export function createPreloadDouble() {
  const ipc = new EventEmitter();
  const sent: { channel: string; words: unknown[] }[] = [];
  const invoked: { channel: string; words: unknown[] }[] = [];
  const exposed: Record<string, unknown> = {};
  const modules = {
    ipcRenderer: strict<Electron.IpcRenderer>('ipcRenderer', {
      ...listening(ipc),
      removeListener: (channel: string, listener: Listener) =>
        ipc.removeListener(channel, listener as () => void) as never,
      send: (channel: string, ...words: unknown[]) => void sent.push({ channel, words }),
      invoke: async (channel: string, ...words: unknown[]) => {
        invoked.push({ channel, words });
        return { ok: true, value: {} };
      },
    }),
    contextBridge: strict<Electron.ContextBridge>('contextBridge', {
      exposeInMainWorld: (name: string, api: unknown) => {
        exposed[name] = api;
      },
    }),
    webUtils: strict<Electron.WebUtils>('webUtils', { getPathForFile: () => '/picked/photo.jpg' }),
  };
  return { modules, ipc, sent, invoked, exposed };
}
