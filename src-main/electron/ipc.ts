import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { bridgeChannels } from '#shared/contract/bridge.ts';
import { toFailure } from '#shared/contract/failure.ts';
import type { Envelope } from '#shared/contract/index.ts';
import type { Studio } from '#main/ports/studio.ts';
import { isAppAddress } from './app-address.ts';

/** The top frame of one of our own pages; null when the frame is gone already. */
export function senderIsOurs(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}

const refused: Envelope<never> = {
  ok: false,
  failure: {
    code: 'unavailable',
    message: {
      en: 'Only Galley’s own window may call the studio.',
      zh: '只有 Galley 自己的窗口可以调用工作室。',
    },
  },
};

/** The one way from the window into the studio. Always answers an envelope; input is parsed by the dispatch. */
export function serveCalls(ipcMain: IpcMain, studio: Promise<Studio>): void {
  ipcMain.handle(bridgeChannels.call, async (event, name: unknown, input: unknown) => {
    if (!senderIsOurs(event) || typeof name !== 'string') return refused;
    try {
      return await (await studio).dispatch(name, input);
    } catch (error) {
      return { ok: false, failure: toFailure(error) } satisfies Envelope<never>;
    }
  });
}
