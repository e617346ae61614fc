import { IconSearch } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Workspace } from '#renderer/bridge/types.ts';
import { keyWord } from '#renderer/ui/action-words.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useSlotPlace } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { JobTray } from '../jobs/job-tray.tsx';
import { ProfileMenu } from '../profile/profile-menu.tsx';
import type { FrameActions } from './frame-actions.ts';
import { openPalette } from './overlays.ts';
import { placeOf } from './places.ts';
import styles from './top-bar.module.css';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Where I am, search and commands, the screen's own actions, running work, the workspace. */
export function TopBar({
  workspace,
  actions,
  inspectorOpen,
}: {
  workspace: Workspace;
  actions: FrameActions;
  inspectorOpen: boolean;
}) {
  const { t } = useWords();
  const [location] = useLocation();
  const title = useSlotPlace('topbar-title');
  const screenActions = useSlotPlace('topbar-actions');
  const place = placeOf(location);
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <div className={styles.title} ref={title} />
        <h1 className={styles.fallback}>{place ? t(place.word) : ''}</h1>
      </div>
      <button
        type="button"
        className={styles.search}
        aria-label={t('app.palette')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
      >
        <IconSearch size={15} stroke={1.5} aria-hidden />
        <span className={styles.searchWord}>{t('app.palette')}</span>
        <kbd className={styles.key}>{keyWord('mod+K')}</kbd>
      </button>
      <div className={styles.right}>
        <div className={styles.actions} ref={screenActions} />
        <JobTray />
        <span className={styles.inspectorToggle}>
          <IconAction action={actions.toggleInspector} active={inspectorOpen} />
        </span>
        <ProfileMenu />
        <WorkspaceMenu workspace={workspace} />
      </div>
    </header>
  );
}
