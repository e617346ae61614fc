import { ActionIcon, Button, Progress, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconFolderOpen, IconX } from '@tabler/icons-react';
import { call, mediaUrl } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { RenderedFile } from '#shared/contract/designs.ts';
import styles from './export-dialog.module.css';
import type { ExportRun } from './export-runs.ts';
import { dismissRun } from './export-runs.ts';

/** Bytes as people read them. */
function useBytes(): (bytes: number) => string {
  const { locale } = useWords();
  return (bytes) => {
    const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
    const value = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  };
}

function FileRow({ file }: { file: RenderedFile }) {
  const { t, say } = useWords();
  const bytes = useBytes();
  const name = file.path.split(/[\\/]/).at(-1) ?? file.path;
  return (
    <li className={styles.result}>
      {file.type === 'application/pdf' ? (
        <span className={styles.thumb}>PDF</span>
      ) : (
        <img className={styles.thumb} src={mediaUrl(file.url)} alt="" />
      )}
      <span className={styles.file}>
        <span className={styles.fileName} title={name}>
          {name}
        </span>
        <span className={styles.facts}>
          {file.width} × {file.height} · {bytes(file.bytes)}
        </span>
        {file.needsReview && (
          <span className={styles.review}>
            <IconAlertTriangle size={13} stroke={1.5} aria-hidden />
            {t('design-export.needs-review')}
          </span>
        )}
        {file.notes?.map((note) => (
          <span key={note.en} className={styles.note}>
            {say(note)}
          </span>
        ))}
      </span>
      <Tooltip label={t('design-export.download')}>
        <ActionIcon
          component="a"
          variant="subtle"
          color="gray"
          href={mediaUrl(file.url)}
          download={name}
          aria-label={t('design-export.download')}
        >
          <IconDownload size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** One export: its progress, then its files. */
export function ExportRunView({ run, onRetry }: { run: ExportRun; onRetry(): void }) {
  const { t } = useWords();
  const host = useCall('system.host', {}, []);
  const { result, failure } = run;
  if (failure) {
    return (
      <FailureNote
        error={failure}
        onRetry={() => {
          dismissRun(run.id);
          onRetry();
        }}
      />
    );
  }
  if (!result) {
    return (
      <div className={styles.running} role="status">
        <span>
          {run.progress === null
            ? t('design-export.waiting')
            : t('design-export.exporting', { count: run.expected })}
        </span>
        <Progress
          value={Math.max(4, (run.progress ?? 0) * 100)}
          animated
          aria-label={t('design-export.exporting', { count: run.expected })}
        />
        <Button size="compact-sm" variant="default" onClick={run.cancel}>
          {t('design-export.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.run}>
      <header className={styles.runHead}>
        <span>{t('design-export.done', { count: result.files.length })}</span>
        {host.data?.dialogs && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFolderOpen size={14} stroke={1.5} />}
            onClick={() => call('system.reveal', { path: result.dir }).catch(notifyFailure)}
          >
            {t('design-export.reveal')}
          </Button>
        )}
        {result.zipUrl !== null && (
          <Button
            size="compact-sm"
            variant="default"
            component="a"
            href={mediaUrl(result.zipUrl)}
            download
            leftSection={<IconDownload size={14} stroke={1.5} />}
          >
            {t('design-export.download-all')}
          </Button>
        )}
        <Tooltip label={t('design-export.dismiss')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('design-export.dismiss')}
            onClick={() => dismissRun(run.id)}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      <ul className={styles.results} aria-label={t('design-export.results')}>
        {result.files.map((file) => (
          <FileRow key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}
