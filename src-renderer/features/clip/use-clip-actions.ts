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
  IconRepeat,
  IconTransform,
  IconTrash,
  IconVolume,
  IconVolumeOff,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import type { FrameClock } from './fields/time-text.ts';
import { clipPlayerOf } from './player/timeline-player.ts';
import { InPointIcon, OutPointIcon } from './point-icons.tsx';
import { useClip, useClipEditor } from './session/editor.tsx';
import { moveIn, moveOut, type Range } from './session/range.ts';
import { keyframesOnTimeline } from './timeline/keyframes.ts';
import type { TimelineViewStore } from './timeline/use-timeline-view.ts';
import { withWorkRange, workRange } from './timeline/work-range.ts';

const zoomStep = 1.5;
const fastest = 8;

/** Playing, standing, in and out, zoom and the document; keys follow LosslessCut where it has them. */
export function useClipActions(parts: {
  clock: FrameClock;
  view: TimelineViewStore;
  canExport: boolean;
  /** At once, where nothing has to be rendered; else the export of the finished clip is opened. */
  exportNow(): void;
  openExport(): void;
  rename(): void;
  trash(): Promise<void>;
}) {
  const { clock, view } = parts;
  const editor = useClipEditor();
  const { session, player } = editor;
  const more = clipPlayerOf(player);
  const playing = useSyncExternalStore(player.subscribe, () => player.now().playing);
  const muted = useSyncExternalStore(player.subscribe, () => more.sound().muted);
  const loops = useSyncExternalStore(player.subscribe, () => more.sound().loop);
  // Drawn again when what is enabled may have changed.
  useSyncExternalStore(view.subscribe, () => view.of(clock).whole);
  useClip((now) => now.edit);
  useClip((now) => now.canUndo);
  useClip((now) => now.canRedo);
  const edit = () => session.now().edit;
  const now = () => player.now().time;
  const editable = () => !session.now().record.readOnly;
  const half = 0.5 / clock.fps;
  const range = (): Range => workRange(edit(), clock.duration) ?? { from: 0, to: clock.duration };
  const setRange = (next: Range): void =>
    editor.change((before) => withWorkRange(before, next, clock.duration));
  /** The last frame stands for the end of the clip, which no playhead can stand on. */
  const outTime = () => (now() >= clock.duration - 1.5 / clock.fps ? clock.duration : now());
  const goTo = (seconds: number | undefined): void => {
    if (seconds === undefined) return;
    player.pause();
    player.seek(seconds);
  };
  const keyframes = () => keyframesOnTimeline(editor.placed(), editor.sources);
  const cuts = () =>
    [...editor.placed().map(({ start }) => start), clock.duration, range().from, range().to].toSorted(
      (one, other) => one - other,
    );
  const shuttle = (direction: 1 | -1): void => {
    const { rate } = player.now();
    const same = Math.sign(rate) === direction;
    player.shuttle(direction * (same ? Math.min(fastest, Math.abs(rate) * 2) : 1));
  };

  const actions = {
    play: {
      id: 'clip.play',
      label: playing ? 'clip.stop' : 'clip.play',
      icon: playing ? IconPlayerPause : IconPlayerPlay,
      keys: ['Space'],
      run: () => (player.now().playing ? player.pause() : player.play()),
    },
    playRange: {
      id: 'clip.play-range',
      keys: ['X', 'shift+Space'],
      run: () => player.playRange(range().from, range().to),
    },
    loop: {
      id: 'clip.loop',
      icon: IconRepeat,
      keys: ['shift+L'],
      run: () => more.setSound({ loop: !loops }),
    },
    back: { id: 'clip.back', keys: ['J'], run: () => shuttle(-1) },
    pause: { id: 'clip.pause', keys: ['K'], run: () => player.pause() },
    forward: { id: 'clip.forward', keys: ['L'], run: () => shuttle(1) },
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
    secondBack: { id: 'clip.second-back', keys: ['shift+ArrowLeft'], run: () => goTo(now() - 1) },
    secondOn: { id: 'clip.second-on', keys: ['shift+ArrowRight'], run: () => goTo(now() + 1) },
    previousCut: {
      id: 'clip.previous-cut',
      keys: ['ArrowUp'],
      run: () => goTo(cuts().findLast((at) => at < now() - half)),
    },
    nextCut: {
      id: 'clip.next-cut',
      keys: ['ArrowDown'],
      run: () => goTo(cuts().find((at) => at > now() + half)),
    },
    previousKeyframe: {
      id: 'clip.previous-keyframe',
      keys: ['alt+ArrowLeft'],
      run: () => goTo(keyframes().findLast((at) => at < now() - half)),
    },
    nextKeyframe: {
      id: 'clip.next-keyframe',
      keys: ['alt+ArrowRight'],
      run: () => goTo(keyframes().find((at) => at > now() + half)),
    },
    toStart: { id: 'clip.to-start', keys: ['Home'], run: () => goTo(0) },
    toEnd: { id: 'clip.to-end', keys: ['End'], run: () => goTo(clock.duration) },
    setIn: {
      id: 'clip.set-in',
      icon: InPointIcon,
      keys: ['I'],
      enabled: editable,
      run: () => setRange(moveIn(range(), now(), clock)),
    },
    setOut: {
      id: 'clip.set-out',
      icon: OutPointIcon,
      keys: ['O'],
      enabled: editable,
      run: () => setRange(moveOut(range(), outTime(), clock)),
    },
    goIn: { id: 'clip.go-in', icon: IconPlayerSkipBack, keys: ['shift+I'], run: () => goTo(range().from) },
    goOut: { id: 'clip.go-out', icon: IconPlayerSkipForward, keys: ['shift+O'], run: () => goTo(range().to) },
    wholeClip: {
      id: 'clip.whole-clip',
      keys: ['shift+X'],
      enabled: editable,
      run: () => setRange({ from: 0, to: clock.duration }),
    },
    setCover: {
      id: 'clip.set-cover',
      icon: IconPhotoStar,
      keys: ['G', 'C'],
      enabled: () => editable() && !clock.soundOnly && clock.duration > 0,
      run: () => editor.change((before) => ({ ...before, cover: { kind: 'frame', at: now() } })),
    },
    mute: {
      id: 'clip.mute',
      icon: muted ? IconVolumeOff : IconVolume,
      keys: ['shift+M'],
      run: () => more.setSound({ muted: !muted }),
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
      enabled: () => !view.now().whole,
      run: () => zoomOnPlayhead(1 / zoomStep),
    },
    zoomFit: { id: 'clip.zoom-fit', keys: ['Z'], run: fitChosen },
    zoomAll: {
      id: 'clip.zoom-all',
      icon: IconZoomScan,
      keys: ['0', 'shift+Z'],
      run: () => view.fit(0, clock.duration),
    },
    export: {
      id: 'clip.export',
      icon: IconFileExport,
      keys: ['E'],
      enabled: () => parts.canExport,
      run: parts.exportNow,
    },
    render: {
      id: 'clip.render',
      icon: IconTransform,
      keys: ['mod+E'],
      enabled: () => edit().segments.length > 0,
      run: parts.openExport,
    },
    rename: { id: 'clip.rename', keys: ['F2'], enabled: editable, run: parts.rename },
    trash: { id: 'clip.trash', icon: IconTrash, run: parts.trash },
  } satisfies Record<string, Action>;

  function zoomOnPlayhead(factor: number): void {
    const { scale, width } = view.now();
    const x = (now() - scale.start) * scale.density;
    view.zoom(factor, x >= 0 && x <= width ? x : undefined);
  }

  /** Chosen segments, else in to out. */
  function fitChosen(): void {
    const chosen = editor.selection.get();
    const places = editor.placed().filter(({ segment }) => chosen?.ids.includes(segment.id));
    const [first, last] = [places[0], places.at(-1)];
    if (chosen?.kind === 'segment' && first && last) view.fit(first.start, last.end);
    else view.fit(range().from, range().to);
  }

  useActions(Object.values(actions));
  return actions;
}

export type ClipActions = { [K in keyof ReturnType<typeof useClipActions>]: Action };
