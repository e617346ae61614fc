import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useClip, useSource } from './session/editor.tsx';
import type { Range } from './session/range.ts';
import { chosenPlan, type CutMode, useCutPlans } from './inspector/cut-plans.ts';
import { useCut } from './inspector/use-cut.ts';
import { bestOfParts, usePartsOutlook } from './inspector/parts-outlook.ts';
import { plainParts } from './trim/plain-parts.ts';

/**
 * What the clip can be exported as without rendering: one cut out of a recording, or several parts of it; and that
 * export, as far as it has come.
 */
export function useExport(range: Range | null) {
  const edit = useClip((now) => now.edit);
  const plain = plainParts(edit, range);
  const [only, ...others] = plain?.parts ?? [];
  const single = plain && only && others.length === 0 ? { assetId: plain.assetId, part: only } : null;
  const several = plain && others.length > 0 ? plain : null;
  const facts = useSource(plain?.assetId ?? null);
  const plans = useCutPlans(single?.assetId ?? null, single?.part ?? { from: 0, to: 0 });
  const [asked, setAsked] = useState<CutMode | null>(null);
  const plan = chosenPlan(plans.failure ? undefined : plans.data, asked);
  const outlook = usePartsOutlook(several);
  const cut = useCut('clips.cut');
  const parts = useCut('clips.cutParts');
  const [toLibrary, setToLibrary] = useLocalStorage({ key: 'galley.clip.to-library', defaultValue: false });
  const [joined, setJoined] = useLocalStorage({ key: 'galley.clip.parts-joined', defaultValue: false });
  const partsMode = outlook ? bestOfParts(outlook, asked) : undefined;

  const canCut = single !== null && plan !== undefined && plans.fresh && cut.work.stage !== 'running';
  const canCutParts = several !== null && partsMode !== undefined && parts.work.stage !== 'running';
  return {
    /** Nothing has to be rendered. */
    plain: plain !== null,
    single,
    several,
    facts,
    plans,
    plan,
    ask: setAsked,
    outlook,
    partsMode,
    cut,
    parts,
    toLibrary,
    setToLibrary,
    joined,
    setJoined,
    canExport: canCut || canCutParts,
    start(): void {
      if (single && plan && canCut)
        cut.start({ assetId: single.assetId, ...single.part, mode: plan.mode, addToLibrary: toLibrary });
      else if (several && partsMode && canCutParts)
        parts.start({
          assetId: several.assetId,
          parts: several.parts.map((part) => ({ ...part })),
          mode: partsMode,
          joined,
          addToLibrary: toLibrary,
        });
    },
  };
}

export type ClipExport = ReturnType<typeof useExport>;
