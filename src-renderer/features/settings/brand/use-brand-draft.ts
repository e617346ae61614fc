import { useEffect, useRef, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { GalleyError } from '#shared/contract/failure.ts';
import { brandSchema, type Brand } from '#shared/domain/brand.ts';

/** Milliseconds without a change before what is written is stored. */
const quiet = 400;

export interface BrandDraft {
  brand: Brand | undefined;
  failure: GalleyError | undefined;
  /** Shows a change at once and stores it when the hand rests. */
  change(part: Partial<Brand>): void;
  /** Null until the first change. */
  state: 'saved' | 'saving' | null;
  /** What is shown cannot be stored as it is (a hex colour half written): it waits. */
  incomplete: boolean;
}

/** The brand being edited: every change applies by itself, and the last one is stored when the page is left. */
export function useBrandDraft(): BrandDraft {
  const stored = useCall('brand.get', {}, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'brand',
  });
  const [draft, setDraft] = useState<Brand | null>(null);
  const [state, setState] = useState<'saved' | 'saving' | null>(null);
  const latest = useRef<Brand | null>(null);
  const revision = useRef(0);
  const timer = useRef(0);
  const known = stored.data?.revision;
  useEffect(() => {
    if (known !== undefined) revision.current = Math.max(revision.current, known);
  }, [known]);

  const store = useRef(async (): Promise<void> => {
    const brand = latest.current;
    if (!brand || !brandSchema.safeParse(brand).success) return;
    latest.current = null;
    try {
      const saved = await call('brand.save', { brand: { ...brand, revision: revision.current } });
      revision.current = saved.revision;
      // Something newer may have been written while this was on its way. The answer stays on screen until
      // the query has it too: the older one would flash up, and a field left just then would take it back.
      if (!latest.current) {
        setDraft(saved);
        setState('saved');
      }
    } catch (error) {
      setDraft(null);
      setState(null);
      stored.reload();
      notifyFailure(error);
    }
  });
  useEffect(() => {
    const last = store.current;
    return () => {
      window.clearTimeout(timer.current);
      void last();
    };
  }, []);

  const isStored = draft !== null && state === 'saved' && (stored.data?.revision ?? 0) >= draft.revision;
  const brand = isStored ? stored.data : (draft ?? stored.data);
  return {
    brand,
    failure: stored.failure,
    state,
    incomplete: draft !== null && !brandSchema.safeParse(draft).success,
    change(part) {
      const base = latest.current ?? brand;
      if (!base) return;
      const next = { ...base, ...part };
      latest.current = next;
      setDraft(next);
      setState('saving');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void store.current(), quiet);
    },
  };
}
