import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import { type Post, targetKey } from '#shared/domain/post.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { LibraryPicker } from './attachments/library-picker.tsx';
import { useImport } from './attachments/use-import.ts';
import classes from './composer.module.css';
import { ConflictBanner } from './conflict-banner.tsx';
import { createEditorPort } from './editor/editor-port.ts';
import { HandoffDialog } from './handoff/handoff-dialog.tsx';
import { PlanControls } from './inspector/plan-controls.tsx';
import { SaveLine } from './inspector/save-line.tsx';
import { type SideTab, SidePanel } from './inspector/side-panel.tsx';
import { TopBarTools } from './inspector/top-bar-tools.tsx';
import { createLiveMeasures, type LiveMeasures } from './session/live-measures.ts';
import { targetOf } from './session/parts.ts';
import { useSession } from './session/use-session.ts';
import { FormatPicker } from './targets/format-picker.tsx';
import { TargetList } from './targets/target-list.tsx';
import { useComposerActions } from './use-composer-actions.ts';
import { ArticleEntry } from './wechat/article-entry.tsx';
import { WordsColumn } from './words-column.tsx';

/** Findings that only the media files can tell; the words are checked here, without waiting. */
const ofMedia = /^(media|image|video|fps|alt|cover)/;

/** Asks what the files of the post break, again when one of them or this post changed; draws nothing. */
function FileChecks({ post, live }: { post: Post; live: LiveMeasures }) {
  const check = useCall('posts.check', { id: post.id }, ['records.changed'], {
    quiet: 800,
    concerns: ({ kind, ids }) => {
      if (kind === 'post') return ids.includes(post.id);
      const attached = [post.attachments, ...post.targets.map((each) => each.overrides.attachments ?? [])];
      return kind === 'asset' || attached.flat().some((each) => ids.includes(each.refId));
    },
  });
  useEffect(() => {
    if (!check.data) return;
    const keys = new Map(post.targets.map((each) => [each.id, targetKey(each)]));
    const keyOf = (id: string): string => keys.get(id) ?? '';
    const ofFiles = check.data.targets.map(
      (each) =>
        [keyOf(each.targetId), each.findings.filter((finding) => ofMedia.test(finding.code))] as const,
    );
    live.setFileFindings(new Map(ofFiles));
  }, [check.data, live, post.targets]);
  return null;
}

/** Targets, text and previews of one post. */
export function Composer({ post, pack, zone }: { post: Post; pack: RulePack; zone: string }) {
  const { t } = useWords();
  const { session, now } = useSession(post);
  const current = now.post;
  const [wanted, select] = useState<string | null>(null);
  const target = targetOf(current, wanted);
  const selected = target ? targetKey(target) : null;
  const [pickingTargets, setPickingTargets] = useState(false);
  const [pickingMedia, setPickingMedia] = useState(false);
  const [handingOff, setHandingOff] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const [panel, setPanel] = useLocalStorage<SideTab>({
    key: 'galley.composer.panel',
    defaultValue: 'preview',
    getInitialValueInEffect: false,
  });

  const [live] = useState(() => createLiveMeasures(session, pack));
  useEffect(() => live.setPack(pack), [live, pack]);

  const editorKey = `${selected ?? ''} ${now.epoch}`;
  const [port] = useState(createEditorPort);
  const attachments = attachmentsOf(current, target);
  const media = useImport((added) => {
    const fresh = session.snapshot().post;
    session.setParts(selected, {
      attachments: [...attachmentsOf(fresh, targetOf(fresh, selected)), ...added],
    });
  });
  const [screen] = useState(() => ({
    session,
    select,
    openTargets: () => setPickingTargets(true),
    openMedia: () => setPickingMedia(true),
    openHandoff: () => setHandingOff(true),
    openSchedule: () => setScheduling(true),
    openHistory: () => setPanel('history'),
    toggleChecks: () => setPanel((now) => (now === 'checks' ? 'preview' : 'checks')),
  }));
  const actions = useComposerActions(screen);
  useActions(actions.all);

  const root = useRef<HTMLDivElement>(null);
  const go = useCallback(
    (key: string, finding: Finding): void => {
      select(key);
      const fields = live.profile(key).text.fields;
      const role = fields.find((field) => field.id === finding.field)?.role;
      const place = ofMedia.test(finding.code)
        ? 'attachments'
        : finding.code.startsWith('hashtags') || finding.field === 'tags'
          ? 'hashtags'
          : role === 'link' || finding.code.startsWith('link')
            ? 'link'
            : role === 'title'
              ? 'title'
              : 'body';
      requestAnimationFrame(() => {
        const field = root.current?.querySelector(`[data-field="${place}"]`);
        field?.scrollIntoView({ block: 'center' });
        field
          ?.querySelector<HTMLElement>('[contenteditable], textarea, input, li[tabindex], ul ~ button')
          ?.focus();
      });
    },
    [live],
  );

  const chosen = useMemo(() => new Set(current.targets.map(targetKey)), [current.targets]);

  return (
    <div className={classes['screen']} ref={root}>
      <Slot name="topbar-title">{current.title.trim() || t('composer.untitled')}</Slot>
      <Slot name="topbar-actions">
        <TopBarTools handoff={actions.handoff} menu={actions.menu} />
      </Slot>
      <Slot name="status-left">
        <SaveLine session={session} />
      </Slot>
      <FileChecks post={current} live={live} />
      <aside className={classes['targets']} aria-label={t('composer.targets')}>
        <PlanControls
          session={session}
          postId={current.id}
          status={current.status}
          schedule={current.schedule}
          zone={zone}
          scheduling={scheduling}
          onScheduling={setScheduling}
        />
        <div className={classes['scroll']}>
          <TargetList
            session={session}
            targets={current.targets}
            live={live}
            selected={selected}
            onSelect={select}
          />
        </div>
        <div className={classes['add']}>
          <FormatPicker
            pack={pack}
            chosen={chosen}
            opened={pickingTargets}
            onOpened={setPickingTargets}
            session={session}
          />
        </div>
      </aside>
      <div className={classes['middle']}>
        {now.theirs && <ConflictBanner session={session} theirs={now.theirs} />}
        <ArticleEntry session={session} target={target} live={live} />
        <WordsColumn
          session={session}
          post={current}
          target={target}
          live={live}
          editorKey={editorKey}
          epoch={now.epoch}
          port={port}
          attachments={attachments}
          importing={media.importing}
          onPickMedia={screen.openMedia}
          onFiles={media.importFiles}
        />
      </div>
      <SidePanel
        tab={panel}
        onTab={setPanel}
        session={session}
        live={live}
        selected={selected}
        onSelect={select}
        onGo={go}
      />
      {pickingMedia && (
        <LibraryPicker
          opened
          onClose={() => setPickingMedia(false)}
          onBrowse={() => {
            setPickingMedia(false);
            media.browse();
          }}
          onAttach={(added) => session.setParts(selected, { attachments: [...attachments, ...added] })}
        />
      )}
      {handingOff && (
        <HandoffDialog
          opened
          onClose={() => setHandingOff(false)}
          session={session}
          post={current}
          live={live}
        />
      )}
    </div>
  );
}
