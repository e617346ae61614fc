import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useActions } from '#renderer/commands/registry.ts';
import { notifyLasting } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import { type Post, targetKey } from '#shared/domain/post.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { OpenAttachment } from './attachments/attachments-field.tsx';
import { LibraryPicker } from './attachments/library-picker.tsx';
import { useImport } from './attachments/use-import.ts';
import classes from './composer.module.css';
import { ConflictBanner } from './conflict-banner.tsx';
import { createEditorPort } from './editor/editor-port.ts';
import { HandoffDialog } from './handoff/handoff-dialog.tsx';
import { FindingMarks } from './inspector/finding-marks.tsx';
import { selectWords } from './inspector/find-words.ts';
import { PlanControls } from './inspector/plan-controls.tsx';
import { PostChecks } from './inspector/post-checks.tsx';
import { SaveLine } from './inspector/save-line.tsx';
import { type SideTab, SidePanel } from './inspector/side-panel.tsx';
import { useFixes } from './inspector/use-fixes.ts';
import { TopBarTools } from './inspector/top-bar-tools.tsx';
import { createLiveMeasures } from './session/live-measures.ts';
import { targetOf } from './session/parts.ts';
import { useSession } from './session/use-session.ts';
import { FormatPicker } from './targets/format-picker.tsx';
import { TargetList } from './targets/target-list.tsx';
import { useLooking } from '#renderer/ui/comments/use-looking.ts';
import { LookerNote } from './team/looker-note.tsx';
import { useTexts } from './texts/texts.tsx';
import { useComposerActions } from './use-composer-actions.ts';
import { ArticleEntry } from './wechat/article-entry.tsx';
import { WordsColumn } from './words-column.tsx';

/** Findings of what is attached. */
const ofMedia = /^(media|image|video|fps|alt|cover|safe-area|rights)/;

/** Targets, text and previews of one post. */
export function Composer({ post, pack, zone }: { post: Post; pack: RulePack; zone: string }) {
  const { t } = useWords();
  const { session, now } = useSession(post);
  const current = now.post;
  const { looking } = useLooking();
  useEffect(() => session.look(looking), [session, looking]);
  const [wanted, select] = useState<string | null>(null);
  const target = targetOf(current, wanted);
  const selected = target ? targetKey(target) : null;
  const [pickingTargets, setPickingTargets] = useState(false);
  const [pickingMedia, setPickingMedia] = useState(false);
  // A reminder leads here with the hand-off open: for one target, or for all.
  const [searchParams] = useSearchParams();
  const wantedHandoff = searchParams.get('handoff');
  const [handingOff, setHandingOff] = useState(false);
  const [handedTarget, setHandedTarget] = useState<string | null>(null);
  const [takenHandoff, takeHandoff] = useState<string | null>(null);
  if (wantedHandoff !== takenHandoff) {
    takeHandoff(wantedHandoff);
    if (wantedHandoff !== null) {
      setHandedTarget(wantedHandoff);
      setHandingOff(true);
    }
  }
  useEffect(() => {
    // Going back or loading again shall not open it again.
    if (wantedHandoff !== null) history.replaceState(history.state, '', location.pathname + location.hash);
  }, [wantedHandoff]);
  const [openAttachment, setOpenAttachment] = useState<OpenAttachment | null>(null);
  const [scheduling, setScheduling] = useState(false);
  const [panel, setPanel] = useLocalStorage<SideTab>({
    key: 'galley.composer.panel',
    defaultValue: 'preview',
    getInitialValueInEffect: false,
  });

  useEffect(() => session.whenSentBack(() => notifyLasting(t('team.sent-back'))), [session, t]);

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
  const texts = useTexts(port, session);
  const menu = useMemo(() => [...actions.menu, null, ...texts.actions], [actions.menu, texts.actions]);

  const root = useRef<HTMLDivElement>(null);
  const go = useCallback(
    (key: string, finding: Finding): void => {
      select(key);
      const fields = live.profile(key).text.fields;
      const role = fields.find((field) => field.id === finding.field)?.role;
      const place = ofMedia.test(finding.code)
        ? 'attachments'
        : finding.code.startsWith('hashtag') || finding.field === 'tags'
          ? 'hashtags'
          : role === 'link' || (finding.code.startsWith('link') && !finding.at)
            ? 'link'
            : role === 'title'
              ? 'title'
              : finding.field === 'firstComment'
                ? 'firstComment'
                : finding.code === 'fact-source'
                  ? 'sources'
                  : 'body';
      requestAnimationFrame(() => {
        const field = root.current?.querySelector(`[data-field="${place}"]`);
        field?.scrollIntoView({ block: 'center' });
        if (finding.at && place !== 'sources') {
          const composed = live.all().get(key)?.composed.fields[finding.field ?? ''] ?? '';
          selectWords(field ?? null, composed, finding.at);
          return;
        }
        field
          ?.querySelector<HTMLElement>('[contenteditable], textarea, input, li[tabindex], ul ~ button')
          ?.focus();
      });
    },
    [live],
  );

  const fixes = useFixes({
    ...{ session, live, pack, go },
    ...{ openSchedule: screen.openSchedule, openMedia: screen.openMedia },
    openAttachment: setOpenAttachment,
  });

  const chosen = useMemo(() => new Set(current.targets.map(targetKey)), [current.targets]);

  return (
    <div className={classes['screen']} ref={root}>
      <Slot name="topbar-title">{current.title.trim() || t('composer.untitled')}</Slot>
      <Slot name="topbar-actions">
        <TopBarTools handoff={actions.handoff} menu={menu} />
      </Slot>
      <Slot name="status-left">
        <SaveLine session={session} />
      </Slot>
      <PostChecks post={current} pack={pack} live={live} />
      <FindingMarks live={live} selected={selected} screen={root} />
      <aside className={classes['targets']} aria-label={t('composer.targets')}>
        <fieldset className={classes['held']} disabled={looking}>
          <PlanControls
            session={session}
            postId={current.id}
            status={current.status}
            schedule={current.schedule}
            disclosure={current.disclosure}
            sources={current.sources}
            zone={zone}
            scheduling={scheduling}
            onScheduling={setScheduling}
          />
        </fieldset>
        <div className={classes['scroll']}>
          <TargetList
            session={session}
            targets={current.targets}
            live={live}
            selected={selected}
            onSelect={select}
          />
        </div>
        <fieldset className={classes['add']} disabled={looking}>
          <FormatPicker
            pack={pack}
            chosen={chosen}
            opened={pickingTargets}
            onOpened={setPickingTargets}
            session={session}
          />
        </fieldset>
      </aside>
      <div className={classes['middle']}>
        <LookerNote />
        {now.theirs && <ConflictBanner session={session} theirs={now.theirs} />}
        <fieldset className={classes['words']} disabled={looking}>
          <ArticleEntry session={session} target={target} live={live} />
          <WordsColumn
            session={session}
            post={current}
            target={target}
            live={live}
            editorKey={editorKey}
            epoch={now.epoch}
            port={port}
            looking={looking}
            attachments={attachments}
            importing={media.importing}
            openAttachment={openAttachment}
            onOpenAttachment={setOpenAttachment}
            onPickMedia={screen.openMedia}
            onFiles={media.importFiles}
          />
        </fieldset>
      </div>
      <SidePanel
        tab={panel}
        onTab={setPanel}
        session={session}
        live={live}
        selected={selected}
        onSelect={select}
        onGo={go}
        onFix={fixes.fix}
        onFixAll={fixes.fixAll}
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
      {texts.dialog}
      {handingOff && (
        <HandoffDialog
          opened
          only={handedTarget}
          onClose={() => {
            setHandingOff(false);
            setHandedTarget(null);
          }}
          session={session}
          post={current}
          live={live}
        />
      )}
    </div>
  );
}
