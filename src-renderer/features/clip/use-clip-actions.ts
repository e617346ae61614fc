import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconChevronRight,
  IconFileExport,
  IconPhotoStar,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconTrash,
  IconVolume,
  IconVolumeOff,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { type FrameClock, frameAt, timeOf } from './fields/time-text.ts';
import type { Player } from './player/player.ts';
import { usePlayerMode } from './player/use-player.ts';
import { InPointIcon, OutPointIcon } from './point-icons.tsx';
import type { ClipSession } from './session/clip-session.ts';
import { moveIn, moveOut, rangeOf, withRange } from './session/range.ts';
import type { TimelineView } from './timeline/use-timeline-view.ts';

const zoomStep = 1.5;

/** Every intent of the clip screen; keys follow LosslessCut where it has them. */
export function useClipActions(parts: {
  session: ClipSession;
  player: Player;
  clock: FrameClock;
  view: TimelineView;
  keyframes: readonly number[];
  canExport: boolean;
  exportCut(): void;
  rename(): void;
  trash(): Promise<void>;
}) {
  const { session, player, clock, view, keyframes } = parts;
  const { running, muted } = usePlayerMode(player);
  const edit = () => session.now().edit;
  const range = () => rangeOf(edit(), clock.duration);
  const now = () => timeOf(clock, player.now().frame);
  const editable = () => !session.now().record.readOnly;
  const half = 0.5 / clock.fps;
  /** The last frame stands for the end of the clip, which no playhead can stand on. */
  const outTime = () => (player.now().frame >= clock.frames - 1 ? clock.duration : now());
  const goTo = (seconds: number | undefined) => {
    if (seconds === undefined) return;
    player.pause();
    player.goTo(frameAt(clock, seconds + half * 0.5));
  };

  const actions = {
    play: {
      id: 'clip.play',
      label: running === 0 ? 'clip.play' : 'clip.stop',
      icon: running === 0 ? IconPlayerPlay : IconPlayerPause,
      keys: ['Space'],
      run: () => (player.now().running === 0 ? player.play() : player.pause()),
    },
    playRange: {
      id: 'clip.play-range',
      keys: ['shift+Space'],
      run: () => {
        const { from, to } = range();
        goTo(from);
        player.play(Math.max(frameAt(clock, from) + 1, Math.round(to * clock.fps)));
      },
    },
    back: { id: 'clip.back', keys: ['J'], run: () => player.shuttle(-1) },
    pause: { id: 'clip.pause', keys: ['K'], run: () => player.pause() },
    forward: { id: 'clip.forward', keys: ['L'], run: () => player.shuttle(1) },
    previousFrame: {
      id: 'clip.previous-frame',
      icon: IconChevronLeft,
      keys: ['ArrowLeft', ','],
      run: () => player.step(-1),
    },
    nextFrame: {
      id: 'clip.next-frame',
      icon: IconChevronRight,
      keys: ['ArrowRight', '.'],
      run: () => player.step(1),
    },
    tenBack: { id: 'clip.ten-back', keys: ['shift+ArrowLeft'], run: () => player.step(-10) },
    tenForward: { id: 'clip.ten-forward', keys: ['shift+ArrowRight'], run: () => player.step(10) },
    previousKeyframe: {
      id: 'clip.previous-keyframe',
      keys: ['alt+ArrowLeft'],
      enabled: () => keyframes.length > 0,
      run: () => goTo(keyframes.findLast((time) => time < now() - half)),
    },
    nextKeyframe: {
      id: 'clip.next-keyframe',
      keys: ['alt+ArrowRight'],
      enabled: () => keyframes.length > 0,
      run: () => goTo(keyframes.find((time) => time > now() + half)),
    },
    toStart: { id: 'clip.to-start', keys: ['Home'], run: () => goTo(0) },
    toEnd: { id: 'clip.to-end', keys: ['End'], run: () => goTo(clock.duration) },
    setIn: {
      id: 'clip.set-in',
      icon: InPointIcon,
      keys: ['I'],
      enabled: editable,
      run: () => session.change({ edit: withRange(edit(), moveIn(range(), now(), clock)) }),
    },
    setOut: {
      id: 'clip.set-out',
      icon: OutPointIcon,
      keys: ['O'],
      enabled: editable,
      run: () => session.change({ edit: withRange(edit(), moveOut(range(), outTime(), clock)) }),
    },
    goIn: { id: 'clip.go-in', icon: IconPlayerSkipBack, keys: ['shift+I'], run: () => goTo(range().from) },
    goOut: { id: 'clip.go-out', icon: IconPlayerSkipForward, keys: ['shift+O'], run: () => goTo(range().to) },
    wholeClip: {
      id: 'clip.whole-clip',
      keys: ['shift+X'],
      enabled: editable,
      run: () => session.change({ edit: withRange(edit(), { from: 0, to: clock.duration }) }),
    },
    setCover: {
      id: 'clip.set-cover',
      icon: IconPhotoStar,
      keys: ['C'],
      enabled: () => editable() && !clock.soundOnly,
      run: () => session.change({ edit: { ...edit(), coverAt: now() } }),
    },
    mute: {
      id: 'clip.mute',
      icon: muted ? IconVolumeOff : IconVolume,
      keys: ['M'],
      run: () => player.setMuted(!player.now().muted),
    },
    undo: {
      id: 'clip.undo',
      icon: IconArrowBackUp,
      keys: ['mod+Z'],
      enabled: () => session.now().canUndo,
      run: () => session.undo(),
    },
    redo: {
      id: 'clip.redo',
      icon: IconArrowForwardUp,
      keys: ['mod+shift+Z', 'mod+Y'],
      enabled: () => session.now().canRedo,
      run: () => session.redo(),
    },
    zoomIn: {
      id: 'clip.zoom-in',
      icon: IconZoomIn,
      keys: ['=', 'plus'],
      run: () => zoomOnPlayhead(zoomStep),
    },
    zoomOut: {
      id: 'clip.zoom-out',
      icon: IconZoomOut,
      keys: ['-'],
      enabled: () => !view.whole,
      run: () => zoomOnPlayhead(1 / zoomStep),
    },
    zoomFit: {
      id: 'clip.zoom-fit',
      icon: IconZoomScan,
      keys: ['Z'],
      run: () => view.fit(range().from, range().to),
    },
    zoomAll: { id: 'clip.zoom-all', keys: ['shift+Z'], run: () => view.fit(0, clock.duration) },
    export: {
      id: 'clip.export',
      icon: IconFileExport,
      keys: ['E', 'mod+E'],
      enabled: () => parts.canExport,
      run: parts.exportCut,
    },
    rename: { id: 'clip.rename', keys: ['F2'], enabled: editable, run: parts.rename },
    trash: { id: 'clip.trash', icon: IconTrash, run: parts.trash },
  } satisfies Record<string, Action>;

  function zoomOnPlayhead(factor: number): void {
    const x = (now() - view.scale.start) * view.scale.density;
    view.zoom(factor, x >= 0 && x <= view.width ? x : undefined);
  }

  useActions(Object.values(actions));
  return actions;
}

export type ClipActions = { [K in keyof ReturnType<typeof useClipActions>]: Action };
