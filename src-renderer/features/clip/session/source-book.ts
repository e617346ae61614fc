import { call, onEvent } from '#renderer/bridge/client.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { SourceBook, SourceFacts } from './editor.tsx';

type Entry =
  /** `asset` as soon as the library has answered, while the file is still looked into. */
  | { stage: 'asked'; asset: Asset | null }
  | { stage: 'known'; facts: SourceFacts }
  | { stage: 'failed'; error: GalleyError };

/** A source book that can be closed. */
export interface OpenSourceBook extends SourceBook {
  close(): void;
}

async function factsOf(assetId: string, onAsset: (asset: Asset) => void): Promise<SourceFacts> {
  const asset = await call('assets.get', { id: assetId });
  onAsset(asset);
  if (asset.kind === 'image') return { asset, probe: null, keyframes: [], end: 0 };
  const { probe, keyframes, end } = await call('clips.probe', { assetId });
  // The contract leaves the probe open; it is made by `src-shared/clip/probe.ts` on the other side.
  return { asset, probe: probe as ClipProbe, keyframes, end };
}

/** Facts of sources, each asked for once; one that failed is asked for again when its asset changes or on `retry`. */
export function createSourceBook(): OpenSourceBook {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  const ask = (assetId: string): void => {
    const asked: Extract<Entry, { stage: 'asked' }> = { stage: 'asked', asset: null };
    entries.set(assetId, asked);
    const answer = (entry: Entry): void => {
      // Asked again meanwhile: the later answer counts.
      if (entries.get(assetId) !== asked) return;
      entries.set(assetId, entry);
      announce();
    };
    const note = (asset: Asset): void => {
      asked.asset = asset;
      if (entries.get(assetId) === asked) announce();
    };
    factsOf(assetId, note).then(
      (facts) => answer({ stage: 'known', facts }),
      (error: unknown) =>
        answer({
          stage: 'failed',
          error: asGalleyError(error),
        }),
    );
  };
  const stop = onEvent('records.changed', ({ kind, ids }) => {
    if (kind !== 'asset') return;
    for (const id of ids) if (entries.get(id)?.stage === 'failed') ask(id);
  });
  return {
    get(assetId) {
      const entry = entries.get(assetId);
      if (!entry) ask(assetId);
      return entry?.stage === 'known' ? entry.facts : null;
    },
    asset(assetId) {
      const entry = entries.get(assetId);
      if (!entry) ask(assetId);
      if (entry?.stage === 'asked') return entry.asset;
      return entry?.stage === 'known' ? entry.facts.asset : null;
    },
    failure(assetId) {
      const entry = entries.get(assetId);
      return entry?.stage === 'failed' ? entry.error : null;
    },
    retry(assetId) {
      if (entries.get(assetId)?.stage !== 'failed') return;
      ask(assetId);
      announce();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      listeners.clear();
    },
  };
}
