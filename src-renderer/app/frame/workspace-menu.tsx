import { Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBarRight,
  IconChevronDown,
  IconFolder,
  IconFolderOpen,
  IconSettings,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { call, runJob } from '#renderer/bridge/client.ts';
import type { Workspace } from '#renderer/bridge/types.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { initials } from '#renderer/ui/initials.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { openWorkspaceAt } from '../welcome/open-workspace.ts';
import styles from './workspace-menu.module.css';

/** The open workspace: switch, close, back up, show in the file manager. */
export function WorkspaceMenu({ workspace }: { workspace: Workspace }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const recent = useCall('workspace.recent', {}, ['workspace.changed']);
  const host = useCall('system.host', {});
  const others = (recent.data ?? []).filter((entry) => entry.path !== workspace.path && entry.exists);

  const run = (work: Promise<unknown>): void => void work.catch(notifyFailure);
  const backUp = async (): Promise<void> => {
    const { path } = await runJob('workspace.backup', {});
    notify(t('app.backed-up', { path }));
  };

  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.target}
          aria-label={t('app.workspace-menu', { name: workspace.name })}
        >
          <span className={styles.initials} aria-hidden>
            {initials(workspace.name)}
          </span>
          <span className={styles.name}>{workspace.name}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.head}>
          <strong>{workspace.name}</strong>
          <span className={styles.path}>{workspace.path}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.5} />}
          onClick={() => navigate('/settings/workspace')}
        >
          {t('app.workspace-settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={16} stroke={1.5} />} onClick={() => run(backUp())}>
          {t('app.back-up')}
        </Menu.Item>
        {host.data?.dialogs && (
          <Menu.Item
            leftSection={<IconFolder size={16} stroke={1.5} />}
            onClick={() => run(call('system.reveal', { path: workspace.path }))}
          >
            {t('app.reveal')}
          </Menu.Item>
        )}
        {others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('app.recent')}</Menu.Label>
            {others.slice(0, 6).map((entry) => (
              <Menu.Item
                key={entry.path}
                leftSection={<IconFolderOpen size={16} stroke={1.5} />}
                title={entry.path}
                onClick={() => void openWorkspaceAt(entry.path)}
              >
                {entry.name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowBarRight size={16} stroke={1.5} />}
          onClick={() => run(call('workspace.close', {}).then(() => navigate('/')))}
        >
          {t('app.close-workspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
