import { GalleyError } from '#shared/contract/failure.ts';
import type { Envelope, EventName } from '#shared/contract/index.ts';
import type { Transport } from './transport.ts';

/** Milliseconds until a lost event socket is tried again. */
const reconnectDelay = 1000;

const hostGone = {
  en: 'Galley’s local service does not answer. Start it again in the terminal; this window reconnects by itself.',
  zh: 'Galley 本地服务没有响应。请在终端重新启动，本窗口会自动重新连接。',
};

export function createHttpTransport(): Transport {
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  const connectionListeners = new Set<(connected: boolean) => void>();

  function connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/events`);
    socket.addEventListener('open', () => {
      for (const listener of connectionListeners) listener(true);
    });
    socket.addEventListener('message', (message) => {
      const event = JSON.parse(String(message.data)) as { name: EventName; payload: unknown };
      for (const listener of listeners) listener(event.name, event.payload);
    });
    socket.addEventListener('close', () => {
      for (const listener of connectionListeners) listener(false);
      setTimeout(connect, reconnectDelay);
    });
  }
  connect();

  return {
    kind: 'web',
    async call(name, input) {
      try {
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input ?? {}),
          keepalive: name.endsWith('.save') && JSON.stringify(input).length < 60_000,
        });
        return (await response.json()) as Envelope<unknown>;
      } catch {
        return { ok: false, failure: { code: 'unavailable', message: hostGone } };
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    mediaUrl: (path) => `/media/${path}`,
    offer: (file, onProgress, signal) =>
      new Promise((resolve, reject) => {
        // XMLHttpRequest, because fetch reports no upload progress.
        const request = new XMLHttpRequest();
        request.open('POST', `/upload?name=${encodeURIComponent(file.name)}`);
        request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
        request.addEventListener('load', () => {
          const answer = JSON.parse(request.responseText) as Envelope<{ uploadId: string }>;
          if (answer.ok) resolve({ kind: 'upload', uploadId: answer.value.uploadId });
          else reject(new GalleyError(answer.failure.code, answer.failure.message, answer.failure.detail));
        });
        request.addEventListener('error', () => reject(new GalleyError('unavailable', hostGone)));
        request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        signal.addEventListener('abort', () => request.abort(), { once: true });
        request.send(file);
      }),
  };
}
