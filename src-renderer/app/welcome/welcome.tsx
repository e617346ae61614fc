import { Button, Modal, Progress, Select } from '@mantine/core';
import { IconFolderOpen, IconPhotoStar, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Job } from '#shared/domain/job.ts';
import { formatTimeLeft } from '../jobs/time-left.ts';
import { OpenFolder } from './open-folder.tsx';
import { OpenProblemNote } from './open-problem.tsx';
import { closeOpenProblem, openWorkspaceAt, useOpenProblem } from './open-workspace.ts';
import { ProofSheet } from './proof-sheet.tsx';
import { StartEmpty } from './start-empty.tsx';
import styles from './welcome.module.css';

/** The first page, without a workspace: no sign-up and no wizard. */
export function Welcome() {
  const { t, say, language, locale } = useWords();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'empty' | 'folder' | null>(null);
  const [sample, setSample] = useState<{ job: Job | null; abort: AbortController } | null>(null);
  const recent = useCall('workspace.recent', {}, ['workspace.changed']);
  const host = useCall('system.host', {});
  const problem = useOpenProblem();

  const openSample = async (): Promise<void> => {
    closeOpenProblem();
    const abort = new AbortController();
    setSample({ job: null, abort });
    try {
      await runJob(
        'workspace.openSample',
        { lang: language },
        { onProgress: (job) => setSample({ job, abort }), signal: abort.signal },
      );
      navigate('/');
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSample(null);
    }
  };
  const openFolder = async (): Promise<void> => {
    closeOpenProblem();
    if (!host.data?.dialogs) return setDialog('folder');
    const { path } = await call('system.pickFolder', {});
    if (path !== null) await openWorkspaceAt(path);
  };
  const closeDialog = (): void => {
    closeOpenProblem();
    setDialog(null);
  };

  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <Select
          aria-label={t('app.language')}
          w={110}
          value={language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'zh', label: '简体中文' },
          ]}
          onChange={(chosen) =>
            void call('settings.set', { language: chosen === 'zh' ? 'zh' : 'en' }).catch(notifyFailure)
          }
        />
      </div>
      <section className={styles.words}>
        <h1 className={styles.name}>Galley</h1>
        <p className={styles.claim}>{t('app.welcome-claim')}</p>
        <div className={styles.choices}>
          <Button
            size="md"
            // The way out of a problem is then the one primary action.
            variant={problem === null ? 'filled' : 'default'}
            leftSection={<IconPhotoStar size={18} stroke={1.5} />}
            disabled={sample !== null}
            onClick={() => void openSample()}
          >
            {t('app.open-sample')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.5} />}
            onClick={() => setDialog('empty')}
          >
            {t('app.start-empty')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconFolderOpen size={18} stroke={1.5} />}
            onClick={() => void openFolder().catch(notifyFailure)}
          >
            {t('app.open-folder')}
          </Button>
        </div>
        <div className={styles.progress} aria-live="polite">
          {sample ? (
            <>
              <Progress
                size={4}
                value={sample.job && sample.job.total > 0 ? (sample.job.done / sample.job.total) * 100 : 5}
                aria-label={t('app.open-sample')}
              />
              <span className={styles.stage}>
                <span>
                  {sample.job?.stage ? say(sample.job.stage) : t('app.sample-making')}
                  {sample.job !== null &&
                    sample.job.secondsLeft !== null &&
                    ` · ${t('jobs.left', { time: formatTimeLeft(sample.job.secondsLeft, locale) })}`}
                </span>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => sample.abort.abort()}>
                  {t('jobs.cancel')}
                </Button>
              </span>
            </>
          ) : (
            <span className={styles.hint}>{t('app.sample-hint')}</span>
          )}
        </div>
        {dialog === null && (
          <div className={styles.problem}>
            <OpenProblemNote />
          </div>
        )}
        {(recent.data?.length ?? 0) > 0 && (
          <nav className={styles.recent} aria-label={t('app.recent')}>
            <h2 className={styles.recentTitle}>{t('app.recent')}</h2>
            <ul className={styles.list}>
              {recent.data?.slice(0, 5).map((entry) => (
                <li className={styles.entry} key={entry.path}>
                  <button
                    type="button"
                    className={styles.open}
                    disabled={!entry.exists}
                    onClick={() => void openWorkspaceAt(entry.path)}
                  >
                    <strong>{entry.name}</strong>
                    <span className={styles.path}>{entry.exists ? entry.path : t('app.recent-gone')}</span>
                  </button>
                  <IconAction
                    action={{
                      id: 'app.forget',
                      icon: IconTrash,
                      run: async () => {
                        await call('workspace.forget', { path: entry.path });
                        recent.reload();
                      },
                    }}
                  />
                </li>
              ))}
            </ul>
          </nav>
        )}
      </section>
      <ProofSheet />
      <Modal opened={dialog === 'empty'} onClose={() => setDialog(null)} title={t('app.start-empty')}>
        <StartEmpty />
      </Modal>
      <Modal opened={dialog === 'folder'} onClose={closeDialog} title={t('app.open-folder')}>
        <OpenFolder />
      </Modal>
    </main>
  );
}
