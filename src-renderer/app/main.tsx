// Styles of libraries first, so that the modules of our screens can overrule them.
import './theme/fonts.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './theme/tokens.css';
import './theme/base.css';

import { createRoot } from 'react-dom/client';
import { setTransport } from '#renderer/bridge/client.ts';
import { createElectronTransport, electronBridge } from '#renderer/bridge/electron-transport.ts';
import { createHttpTransport } from '#renderer/bridge/http-transport.ts';
import { flushAllAutosaves } from '#renderer/document/autosave.ts';
import { lendEmoji } from '#renderer/ui/fonts/emoji.ts';
import type { Transport } from '#renderer/bridge/transport.ts';
import { App } from './app.tsx';

async function chooseTransport(): Promise<Transport> {
  const bridge = electronBridge();
  if (bridge) {
    bridge.onFlush(flushAllAutosaves);
    return createElectronTransport(bridge);
  }
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    const { createFakeTransport } = await import('#renderer/bridge/fake-transport.ts');
    return createFakeTransport();
  }
  return createHttpTransport();
}

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no #root.');
  setTransport(await chooseTransport());
  createRoot(place).render(<App />);
  // Without the list of fonts the studio only lacks pictures for emoji.
  lendEmoji().catch((error: unknown) => console.warn(error));
}

void start();
