import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Finding } from '#shared/platforms/finding.ts';
import { HistoryPanel } from '../history/history-panel.tsx';
import { PreviewWall } from '../previews/preview-wall.tsx';
import { type LiveMeasures, usePaced } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import { TeamPanel } from '../team/team-panel.tsx';
import { Findings } from './findings.tsx';
import type { FindingGroup } from './group-findings.ts';
import classes from './side-panel.module.css';

/** What the panel beside the text shows. */
export type SideTab = 'preview' | 'checks' | 'team' | 'history';

/** Pixels. */
const narrowest = 300;
const widest = 1100;
const usual = 400;
const keyStep = 16;
const within = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)));

const Tabs = memo(function Tabs({
  tab,
  onTab,
  findings,
}: {
  tab: SideTab;
  onTab(tab: SideTab): void;
  findings: number;
}) {
  const { t } = useWords();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('composer.sidePanel')}
      value={tab}
      onChange={onTab}
      data={[
        { value: 'preview', label: t('composer.tabPreview') },
        { value: 'checks', label: t('composer.tabChecks', { count: findings }) },
        { value: 'team', label: t('team.tab') },
        { value: 'history', label: t('composer.tabHistory') },
      ]}
    />
  );
});

/** Previews and checks beside the text, as wide as they were left. */
export const SidePanel = memo(function SidePanel({
  tab,
  onTab,
  session,
  live,
  selected,
  onSelect,
  onGo,
  onFix,
  onFixAll,
}: {
  tab: SideTab;
  onTab(tab: SideTab): void;
  session: PostSession;
  live: LiveMeasures;
  selected: string | null;
  onSelect(format: string): void;
  onGo(format: string, finding: Finding): void;
  onFix(group: FindingGroup): void;
  onFixAll(groups: readonly FindingGroup[]): void;
}) {
  const { t } = useWords();
  const { post, measures } = usePaced(session, live);
  const [width, setWidth] = useLocalStorage({
    key: 'galley.composer.width',
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  const drag = useRef<{ x: number; width: number } | null>(null);
  const byKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? keyStep : event.key === 'ArrowRight' ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    setWidth(within(width + step));
  };
  const findings = [...measures.values()].reduce((sum, measure) => sum + measure.findings.length, 0);
  return (
    <aside className={classes['panel']} style={{ width }} aria-label={t('composer.sidePanel')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is not an <hr> */}
      <div
        className={classes['handle']}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('composer.panelWidth')}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          if (drag.current) setWidth(within(drag.current.width + drag.current.x - event.clientX));
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onDoubleClick={() => setWidth(usual)}
        onKeyDown={byKey}
      />
      <header className={classes['tabs']}>
        <Tabs tab={tab} onTab={onTab} findings={findings} />
      </header>
      {tab === 'preview' ? (
        <PreviewWall
          session={session}
          live={live}
          post={post}
          measures={measures}
          selected={selected}
          onSelect={onSelect}
        />
      ) : tab === 'team' ? (
        <div className={classes['scroll']}>
          <TeamPanel session={session} />
        </div>
      ) : tab === 'history' ? (
        <div className={classes['scroll']}>
          <HistoryPanel session={session} post={post} />
        </div>
      ) : (
        <div className={classes['scroll']}>
          <Findings measures={measures} selected={selected} onGo={onGo} onFix={onFix} onFixAll={onFixAll} />
        </div>
      )}
    </aside>
  );
});
