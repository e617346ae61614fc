import { useSyncExternalStore } from 'react';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { brandTokens } from '#shared/design/brand/apply-brand.ts';
import { setFontTokens } from '#shared/design/fonts.ts';
import type { Brand } from '#shared/domain/brand.ts';
import { loadFamilies } from './fonts.ts';

let brand: Brand | null = null;
let tokens: Readonly<Record<string, string>> = {};
let asked: Promise<void> | null = null;
let following: (() => void) | null = null;
const listeners = new Set<() => void>();

async function ask(): Promise<void> {
  const next = await call('brand.get', {});
  // Before its tokens mean them: no text is measured with a font that is still on its way.
  await loadFamilies([next.fonts.heading.family, next.fonts.body.family]);
  brand = next;
  tokens = brandTokens(brand);
  setFontTokens(brand.fonts);
  for (const listener of listeners) listener();
}

/** Learns the workspace's brand, once until it changes; the colours and fonts of its tokens are right after that. */
export function loadBrand(): Promise<void> {
  following ??= onEvent('records.changed', ({ kind }) => {
    if (kind === 'brand') forgetBrand();
  });
  asked ??= ask().catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** Asks anew: it was changed, or another workspace is open. */
export function forgetBrand(): void {
  if (asked === null) return;
  asked = null;
  loadBrand().catch(notifyFailure);
}

/** What brand colours are now, by token name. */
export function presentTokens(): Readonly<Record<string, string>> {
  return tokens;
}

/** The families and weights of the brand's tokens once someone has saved it; null for what everyone starts with. */
export function brandFonts(): Brand['fonts'] | null {
  if (!brand || brand.revision === 0) return null;
  const { heading, body } = brand.fonts;
  return {
    heading: { family: 'token:heading', weight: heading.weight },
    body: { family: 'token:body', weight: body.weight },
  };
}

export function onBrand(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The brand while an editor is open. */
export function useBrand(): Brand | null {
  return useSyncExternalStore(onBrand, () => brand);
}
