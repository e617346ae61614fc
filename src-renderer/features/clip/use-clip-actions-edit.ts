import {
  IconArrowBarLeft,
  IconArrowBarRight,
  IconBookmark,
  IconCopyPlus,
  IconGauge,
  IconLink,
  IconMagnet,
  IconMagnetOff,
  IconPlayerTrackPrev,
  IconSnowflake,
  IconCut,
  IconTransitionRight,
  IconTrash,
} from '@tabler/icons-react';
import { useLocalStorage } from '@mantine/hooks';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { segmentAt } from '#shared/clip/edit/layout.ts';
import {
  duplicate,
  freezeAt,
  setReversed,
  setSpeed,
  setTransition,
} from '#shared/clip/edit/operations/arrange.ts';
import { addBeside, removeBeside } from '#shared/clip/edit/operations/beside.ts';
import { removeCues } from '#shared/clip/edit/operations/cues.ts';
import { keepRange, lift, removeRange, rippleDelete } from '#shared/clip/edit/operations/remove.ts';
import { canJoin, canSplitAt, joinNeighbours, splitAt } from '#shared/clip/edit/operations/split-join.ts';
import { trimSegment } from '#shared/clip/edit/operations/trim.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { newId } from '#shared/domain/id.ts';
import type { FrameClock } from './fields/time-text.ts';
import { useClip, useClipEditor, useClipSelection } from './session/editor.tsx';
import { copyChosen, hasCopied, pasteCopied } from './timeline/clipboard.ts';
import { limitsOf } from './timeline/gestures/trim-segment.ts';
import { workRange } from './timeline/work-range.ts';

/** Seconds that a held frame stands, and that a transition takes at first. */
const freezeSeconds = 2;
const transitionSeconds = 0.5;

/** Everything that is done to segments and to what lies beside them. */
export function useClipEditActions(clock: FrameClock) {
  const { t } = useWords();
  const editor = useClipEditor();
  const { session, player, selection } = editor;
  // Drawn again when what is enabled may have changed.
  useClip((now) => now.edit);
  useClipSelection();
  const [snapping, setSnapping] = useLocalStorage({
    key: 'galley.clip.snapping',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const edit = () => session.now().edit;
  const now = () => player.now().time;
  const editable = () => !session.now().record.readOnly;
  const chosenSegments = (): readonly string[] => {
    const chosen = selection.get();
    return chosen?.kind === 'segment' ? chosen.ids : [];
  };
  const under = () => segmentAt(editor.placed(), now());
  /** Chosen segments, else the one under the playhead. */
  const targets = (): readonly string[] => {
    const chosen = chosenSegments();
    if (chosen.length > 0) return chosen;
    const place = under();
    return place ? [place.segment.id] : [];
  };
  const recorded = () => {
    const wanted = new Set(targets());
    return edit().segments.filter((segment) => segment.kind === 'clip' && wanted.has(segment.id));
  };
  /** Asked by seven actions on every change, so without making lists. */
  const canRerun = (): boolean => {
    const wanted = new Set(targets());
    return editable() && edit().segments.some(({ kind, id }) => kind === 'clip' && wanted.has(id));
  };
  const range = () => workRange(edit(), clock.duration);
  const withoutRange = ({ range: _range, ...rest }: ClipEdit): ClipEdit => rest;

  function remove(): void {
    const chosen = selection.get();
    const ids = chosen?.ids ?? targets();
    editor.change((before) => {
      if (!chosen || chosen.kind === 'segment') return rippleDelete(before, ids);
      if (chosen.kind === 'cue') return chosen.track ? removeCues(before, chosen.track, ids) : before;
      const list = { overlay: 'overlays', sound: 'sounds', marker: 'markers' } as const;
      return removeBeside(before, list[chosen.kind], ids);
    });
    selection.set(null);
  }

  function trimTo(edge: 'start' | 'end'): void {
    const place = under();
    if (!place) return;
    const delta = now() - (edge === 'start' ? place.start : place.end);
    const limits = limitsOf(editor, place.segment);
    editor.change((before) =>
      trimSegment(before, place.segment.id, edge, delta, { limits, least: 1 / clock.fps }),
    );
    if (edge === 'start') player.seek(place.start);
  }

  const speed = (id: string, value: number): Action => ({
    id,
    icon: IconGauge,
    enabled: canRerun,
    run: () => editor.change((before) => setSpeed(before, targets(), value)),
  });

  const actions = {
    split: {
      id: 'clip-timeline.split',
      icon: IconCut,
      keys: ['S', 'mod+B'],
      enabled: () => editable() && canSplitAt(edit(), now()),
      run: () => editor.change((before) => splitAt(before, now(), newId)),
    },
    join: {
      id: 'clip-timeline.join',
      icon: IconLink,
      keys: ['mod+J'],
      enabled: () => editable() && targets().some((id) => canJoin(edit(), id)),
      run: () =>
        editor.change((before) => targets().reduceRight((joined, id) => joinNeighbours(joined, id), before)),
    },
    trimStart: {
      id: 'clip-timeline.trim-start',
      icon: IconArrowBarRight,
      keys: ['Q'],
      enabled: () => editable() && under() !== null,
      run: () => trimTo('start'),
    },
    trimEnd: {
      id: 'clip-timeline.trim-end',
      icon: IconArrowBarLeft,
      keys: ['W'],
      enabled: () => editable() && under() !== null,
      run: () => trimTo('end'),
    },
    remove: {
      id: 'clip-timeline.remove',
      icon: IconTrash,
      keys: ['Delete', 'Backspace'],
      enabled: () => editable() && (selection.get() !== null || targets().length > 0),
      run: remove,
    },
    lift: {
      id: 'clip-timeline.lift',
      keys: ['shift+Delete', 'shift+Backspace'],
      enabled: () => editable() && targets().length > 0,
      run: () => {
        editor.change((before) => lift(before, targets(), newId));
        selection.set(null);
      },
    },
    duplicate: {
      id: 'clip-timeline.duplicate',
      icon: IconCopyPlus,
      keys: ['mod+D'],
      enabled: () => editable() && targets().length > 0,
      run: () => editor.change((before) => duplicate(before, targets(), newId)),
    },
    copy: {
      id: 'clip-timeline.copy',
      keys: ['mod+C'],
      enabled: () => ['segment', 'overlay', 'sound'].includes(selection.get()?.kind ?? ''),
      run: () => {
        copyChosen(editor);
      },
    },
    cut: {
      id: 'clip-timeline.cut',
      keys: ['mod+X'],
      enabled: () => editable() && ['segment', 'overlay', 'sound'].includes(selection.get()?.kind ?? ''),
      run: () => {
        if (copyChosen(editor)) remove();
      },
    },
    paste: {
      id: 'clip-timeline.paste',
      keys: ['mod+V'],
      enabled: () => editable() && hasCopied(),
      run: () => pasteCopied(editor, now()),
    },
    selectAll: {
      id: 'clip-timeline.select-all',
      keys: ['mod+A'],
      run: () => selection.set({ kind: 'segment', ids: edit().segments.map(({ id }) => id) }),
    },
    deselect: {
      id: 'clip-timeline.deselect',
      keys: ['Escape'],
      hidden: true,
      enabled: () => selection.get() !== null,
      run: () => selection.set(null),
    },
    cutOutRange: {
      id: 'clip-timeline.cut-out-range',
      keys: ['alt+X'],
      enabled: () => editable() && range() !== null,
      run: () => {
        const cut = range();
        if (!cut) return;
        editor.change((before) => withoutRange(removeRange(before, cut, newId)));
        player.seek(cut.from);
      },
    },
    keepRange: {
      id: 'clip-timeline.keep-range',
      keys: ['alt+K'],
      enabled: () => editable() && range() !== null,
      run: () => {
        const kept = range();
        if (kept) editor.change((before) => withoutRange(keepRange(before, kept, newId)));
      },
    },
    marker: {
      id: 'clip-timeline.marker',
      icon: IconBookmark,
      keys: ['M'],
      enabled: editable,
      run: () => {
        const number = (edit().markers?.length ?? 0) + 1;
        const marker = { id: newId(), at: now(), name: t('clip-timeline.marker-name', { number }) };
        editor.change((before) => addBeside(before, 'markers', [marker]));
      },
    },
    freeze: {
      id: 'clip-timeline.freeze',
      icon: IconSnowflake,
      keys: ['F'],
      enabled: () => editable() && under()?.segment.kind === 'clip',
      run: () => editor.change((before) => freezeAt(before, now(), freezeSeconds, newId)),
    },
    reverse: {
      id: 'clip-timeline.reverse',
      icon: IconPlayerTrackPrev,
      keys: ['R'],
      enabled: canRerun,
      run: () => {
        const all = recorded().every((segment) => segment.kind === 'clip' && segment.reversed === true);
        editor.change((before) => setReversed(before, targets(), !all));
      },
    },
    transition: {
      id: 'clip-timeline.transition',
      icon: IconTransitionRight,
      keys: ['T'],
      enabled: () => editable() && edit().segments.length > 1,
      run: () => {
        const ids = targets();
        const has = edit().segments.some((segment) => ids.includes(segment.id) && segment.transition);
        const fade = has ? null : { kind: 'fade' as const, seconds: transitionSeconds };
        editor.change((before) => setTransition(before, ids, fade));
      },
    },
    speedQuarter: speed('clip-timeline.speed-quarter', 0.25),
    speedHalf: speed('clip-timeline.speed-half', 0.5),
    speedNormal: speed('clip-timeline.speed-normal', 1),
    speedOneAndHalf: speed('clip-timeline.speed-one-and-half', 1.5),
    speedDouble: speed('clip-timeline.speed-double', 2),
    speedFour: speed('clip-timeline.speed-four', 4),
    snapping: {
      id: 'clip-timeline.snapping',
      icon: snapping ? IconMagnet : IconMagnetOff,
      keys: ['N'],
      run: () => setSnapping(!snapping),
    },
  } satisfies Record<string, Action>;

  useActions(Object.values(actions));
  return { actions, snapping };
}

export type ClipEditActions = {
  [K in keyof ReturnType<typeof useClipEditActions>['actions']]: Action;
};
