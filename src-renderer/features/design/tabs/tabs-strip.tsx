import { IconPlus, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { closeDesign, holdWorkspace, keptDesign } from '../session/open-designs.ts';
import type { Tab } from './tab-list.ts';
import { changeTabs, movedTab, onTabs, tabBeside, tabsOf, withoutTab, withTab } from './tab-list.ts';
import styles from './tabs.module.css';

const silent = (): (() => void) => () => {};

interface TabProps {
  tab: Tab;
  current: boolean;
  onShow(): void;
  onClose(): void;
  onNamed(name: string): void;
}

function DesignTab({ tab, current, onShow, onClose, onNamed }: TabProps) {
  const { t } = useWords();
  const saving = keptDesign(tab.id)?.editor.saving;
  const saved = useSyncExternalStore(saving?.subscribe ?? silent, () => saving?.snapshot() ?? null);
  const name = saved?.name ?? tab.name;
  useEffect(() => {
    if (saved && saved.name !== tab.name) onNamed(saved.name);
  }, [saved, tab.name, onNamed]);
  const unsaved = saved !== null && saved.state !== 'saved';
  return (
    <>
      <button
        type="button"
        role="tab"
        className={styles.name}
        aria-selected={current}
        aria-keyshortcuts="Delete"
        tabIndex={current ? 0 : -1}
        aria-label={unsaved ? t('design-arrange.tab-unsaved', { name }) : name}
        title={name}
        onClick={onShow}
        onAuxClick={(event) => {
          if (event.button === 1) onClose();
        }}
        onMouseDown={(event) => {
          // The middle button would begin to scroll.
          if (event.button === 1) event.preventDefault();
        }}
      >
        <span className={styles.words}>{name}</span>
      </button>
      {unsaved && <span className={styles.dot} aria-hidden />}
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        // A list of tabs may hold tabs only; by keys a tab is closed with Delete.
        aria-hidden
        title={t('design-arrange.close-tab-named', { name })}
        onClick={onClose}
      >
        <IconX size={13} stroke={1.75} aria-hidden />
      </button>
    </>
  );
}

/** The open designs of this workspace: choose, close, move; remembered across restarts. */
export function TabsStrip({ id, name }: { id: string; name: string | null }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const workspace = useCall('workspace.current', {}, ['workspace.changed']).data?.id ?? null;
  const tabs = useSyncExternalStore(onTabs, () => tabsOf(workspace));
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    if (workspace === null) return;
    holdWorkspace(workspace);
    if (name !== null) changeTabs(workspace, (before) => withTab(before, id, name));
  }, [workspace, id, name]);

  const change = useCallback(
    (make: (before: readonly Tab[]) => readonly Tab[]): void => {
      if (workspace !== null) changeTabs(workspace, make);
    },
    [workspace],
  );
  const show = useCallback((next: string): void => navigate(`/designs/${next}`), [navigate]);
  const close = useCallback(
    (closed: string): void => {
      const { neighbour } = withoutTab(tabs, closed);
      change((before) => withoutTab(before, closed).tabs);
      closeDesign(closed).catch(notifyFailure);
      if (closed !== id) return;
      navigate(neighbour === null ? '/designs' : `/designs/${neighbour}`);
    },
    [tabs, change, id, navigate],
  );
  const actions = useMemo((): Action[] => {
    const go = (step: number): void => {
      const next = tabBeside(tabs, id, step);
      if (next !== null) show(next);
    };
    const several = (): boolean => tabs.length > 1;
    return [
      { id: 'design-arrange.close-tab', keys: ['ctrl+alt+W'], run: () => close(id) },
      {
        id: 'design-arrange.next-tab',
        keys: ['alt+mod+ArrowRight', 'ctrl+Tab'],
        enabled: several,
        run: () => go(1),
      },
      {
        id: 'design-arrange.previous-tab',
        keys: ['alt+mod+ArrowLeft', 'ctrl+shift+Tab'],
        enabled: several,
        run: () => go(-1),
      },
      {
        id: 'design-arrange.close-other-tabs',
        enabled: several,
        run: () => {
          for (const tab of tabs) if (tab.id !== id) closeDesign(tab.id).catch(notifyFailure);
          change((before) => before.filter((tab) => tab.id === id));
        },
      },
    ];
  }, [tabs, id, show, close, change]);
  useActions(actions);

  const dropOn = (target: string): void => {
    if (dragged !== null && dragged !== target) {
      change((before) =>
        movedTab(
          before,
          dragged,
          before.findIndex((tab) => tab.id === target),
        ),
      );
    }
    setDragged(null);
    setOver(null);
  };
  return (
    <div className={styles.strip}>
      <div
        className={styles.tabs}
        role="tablist"
        aria-label={t('design-arrange.tabs')}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (event.key === 'Delete') close(id);
          else if (step === 0 || event.ctrlKey || event.metaKey) return;
          else if (event.altKey) {
            change((before) => movedTab(before, id, before.findIndex((tab) => tab.id === id) + step));
          } else {
            const next = tabBeside(tabs, id, step);
            if (next !== null) show(next);
          }
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {tabs.map((tab) => (
          <div
            key={tab.id}
            role="presentation"
            className={styles.tab}
            data-current={tab.id === id}
            data-over={over === tab.id && dragged !== tab.id}
            data-dragged={dragged === tab.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(tab.id);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(tab.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              dropOn(tab.id);
            }}
          >
            <DesignTab
              tab={tab}
              current={tab.id === id}
              onShow={() => show(tab.id)}
              onClose={() => close(tab.id)}
              onNamed={(named) => change((before) => withTab(before, tab.id, named))}
            />
          </div>
        ))}
      </div>
      <button
        type="button"
        className={styles.more}
        aria-label={t('design-arrange.open-another')}
        title={t('design-arrange.open-another')}
        onClick={() => navigate('/designs')}
      >
        <IconPlus size={15} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
}
