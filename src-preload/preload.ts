import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { bridgeChannels, type GalleyBridge } from '#shared/contract/bridge.ts';
import type { Envelope, EventName } from '#shared/contract/index.ts';

const flushers = new Set<() => Promise<void>>();

/*
 * Functions only: no event object, no ipcRenderer, no channel name of the page's choosing ever crosses.
 */
const bridge: GalleyBridge = {
  host: 'electron',
  call: (name, input) => ipcRenderer.invoke(bridgeChannels.call, name, input) as Promise<Envelope<unknown>>,
  on(listener) {
    const forward = (_event: unknown, name: EventName, payload: unknown): void => listener(name, payload);
    ipcRenderer.on(bridgeChannels.event, forward);
    return () => {
      ipcRenderer.removeListener(bridgeChannels.event, forward);
    };
  },
  pathForFile: (file) => webUtils.getPathForFile(file as File),
  onFlush(callback) {
    flushers.add(callback);
    return () => {
      flushers.delete(callback);
    };
  },
};

ipcRenderer.on(bridgeChannels.flush, (_event: unknown, id: number) => {
  void Promise.allSettled([...flushers].map(async (flush) => flush())).then(() =>
    ipcRenderer.send(bridgeChannels.flushed, id),
  );
});

contextBridge.exposeInMainWorld('galley', bridge);
