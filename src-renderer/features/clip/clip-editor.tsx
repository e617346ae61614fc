import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { coverOfPart } from '#shared/clip/edit/simple.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import { ClipHead } from './clip-head.tsx';
import { ClipStatus } from './clip-status.tsx';
import { ConflictBanner } from './conflict-banner.tsx';
import { frameAt, frameClock } from './fields/time-text.ts';
import { CutModes } from './inspector/cut-modes.tsx';
import { chosenPlan, type CutMode, useCutPlans } from './inspector/cut-plans.ts';
import { ExportCard } from './inspector/export-card.tsx';
import inspectorStyles from './inspector/inspector.module.css';
import { ProbeCard } from './inspector/probe-card.tsx';
import { RangeFields } from './inspector/range-fields.tsx';
import { useCut } from './inspector/use-cut.ts';
import { Picture } from './player/picture.tsx';
import { createPlayer } from './player/player.ts';
import { Transport } from './player/transport.tsx';
import { usePlayback } from './player/use-playback.ts';
import type { ClipSession } from './session/clip-session.ts';
import { type Range, rangeOf, withRange } from './session/range.ts';
import { useFilmstrip, useWaveform } from './session/use-recording.ts';
import { HeightHandle } from './timeline/height-handle.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useTimelineView } from './timeline/use-timeline-view.ts';
import { useClipActions } from './use-clip-actions.ts';
import styles from './clip.module.css';

const noKeyframes: readonly number[] = [];

/** Picture, transport, timeline and inspector over one clip session. */
export function ClipEditor({ session, asset }: { session: ClipSession; asset: Asset }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const now = useSyncExternalStore(session.subscribe, session.now);
  const facts = useCall('clips.probe', { assetId: asset.id });
  const length = facts.data?.end ?? asset.duration;
  const clock = useMemo(
    () => frameClock(length, asset.kind === 'audio' ? null : (asset.fps ?? 30)),
    [asset, length],
  );
  const [player] = useState(() => createPlayer(clock));
  useEffect(() => player.setClock(clock), [player, clock]);
  const view = useTimelineView(clock);
  // The contract leaves the probe open; it is made by `src-shared/clip/probe.ts` on the other side.
  const probe = facts.data?.probe as ClipProbe | undefined;
  const keyframes = facts.data?.keyframes ?? noKeyframes;
  const { playback, tooHard, retry } = usePlayback(asset.id);
  const strip = useFilmstrip(asset.id, !clock.soundOnly);
  const wave = useWaveform(asset.id, asset.hasAudio || clock.soundOnly, asset.duration);
  const range = rangeOf(now.edit, clock.duration);
  const coverAt = coverOfPart(now.edit);
  const plans = useCutPlans(asset.id, range);
  const [asked, setAsked] = useState<CutMode | null>(null);
  const plan = chosenPlan(plans.failure ? undefined : plans.data, asked);
  const { work, start, dismiss } = useCut();
  const [toLibrary, setToLibrary] = useLocalStorage({ key: 'galley.clip.to-library', defaultValue: false });
  const name = useRef<HTMLInputElement>(null);
  const readOnly = now.record.readOnly;

  const actions = useClipActions({
    session,
    player,
    clock,
    view,
    keyframes,
    canExport: plan !== undefined && plans.fresh && work.stage !== 'running',
    exportCut: () => {
      if (plan) start({ assetId: asset.id, ...range, mode: plan.mode, addToLibrary: toLibrary });
    },
    rename: () => name.current?.focus(),
    trash: async () => {
      await session.flush();
      const ids = [now.record.id];
      await call('clips.trash', { ids });
      navigate('/clips');
      notifyUndo(t('clip.did-trash', { name: now.name }), async () => {
        await call('clips.restore', { ids });
      });
    },
  });
  const toPost = async (): Promise<void> => {
    await session.flush();
    const attachment = { id: newId(), kind: 'clip' as const, refId: now.record.id, alt: '', crop: null };
    const post = await call('posts.create', {
      change: { attachments: [{ ...attachment, trim: range, coverAt }] },
    });
    navigate(`/posts/${post.id}`);
  };
  const setRange = (next: Range, gesture?: string): void =>
    session.change({ edit: withRange(now.edit, next) }, gesture);
  const show = (seconds: number): void => player.goTo(frameAt(clock, seconds));

  const menu = [actions.play, actions.playRange, null, actions.setIn, actions.setOut, actions.wholeClip];
  const pictureMenu = [...menu, null, actions.setCover, actions.mute, null, actions.export];
  const timelineMenu = [...menu, null, actions.zoomFit, actions.zoomAll, null, actions.undo, actions.redo];

  return (
    <div className={styles.screen}>
      <ClipHead now={now} field={name} actions={actions} onName={(text) => session.change({ name: text })} />
      <ClipStatus now={now} player={player} clock={clock} range={range} onRetry={() => session.retry()} />
      {now.theirs && <ConflictBanner session={session} theirs={now.theirs} />}
      {readOnly && <p className={styles.notice}>{t('clip.read-only')}</p>}
      <Picture
        name={now.name}
        assetId={asset.id}
        clock={clock}
        player={player}
        playback={playback}
        wave={wave}
        menu={pictureMenu}
        onToggle={actions.play.run}
        onTooHard={tooHard}
        onRetry={retry}
      />
      <Transport player={player} clock={clock} actions={actions} />
      <HeightHandle>
        <Timeline
          clock={clock}
          player={player}
          view={view}
          strip={strip}
          wave={wave}
          keyframes={keyframes}
          range={range}
          coverAt={coverAt}
          readOnly={readOnly}
          menu={timelineMenu}
          onRange={setRange}
        />
      </HeightHandle>
      <Slot name="inspector">
        <div className={inspectorStyles.inspector}>
          <div className={inspectorStyles.scroll}>
            <RangeFields
              clock={clock}
              range={range}
              coverAt={coverAt}
              readOnly={readOnly}
              onRange={setRange}
              onShow={show}
              onClearCover={() => session.change({ edit: { ...now.edit, cover: null } })}
            />
            <CutModes clock={clock} range={range} plans={plans} chosen={plan?.mode} onChoose={setAsked} />
            <ProbeCard asset={asset} probe={probe} />
          </div>
          <ExportCard
            clock={clock}
            range={range}
            plan={plan}
            work={work}
            action={actions.export}
            toLibrary={toLibrary}
            onLibrary={setToLibrary}
            onPost={() => void toPost().catch(notifyFailure)}
            onDismiss={dismiss}
          />
        </div>
      </Slot>
    </div>
  );
}
