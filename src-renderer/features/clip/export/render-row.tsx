import { ActionIcon, Button, CopyButton, Progress, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDownload,
  IconFolderOpen,
  IconPencilPlus,
  IconRefresh,
  IconTerminal2,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { call, errorOf, mediaUrl } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Render } from '#shared/contract/renders.ts';
import { formatBytes, formatSpan } from '../fields/spans.ts';
import styles from './export.module.css';
import { lengthText } from './length-text.ts';
import { OwnMark } from './own-mark.tsx';
import { useFormatName } from './use-format-name.ts';
import { isOpen, useJob } from './use-renders.ts';

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function Running({ render }: { render: Render }) {
  const { t, say, locale } = useWords();
  const job = useJob(render.jobId);
  const share = job && job.total > 0 ? job.done / job.total : null;
  const left = job?.secondsLeft;
  const stage =
    render.state === 'queued'
      ? t('clip-export.waiting')
      : job?.stage
        ? say(job.stage)
        : t('clip-export.running');
  return (
    <div className={styles.progress} role="status">
      <Progress
        aria-label={t('clip-export.progress', { name: render.clipName })}
        value={render.state === 'queued' ? 0 : Math.max(3, (share ?? 0) * 100)}
        animated={render.state === 'running'}
        size="sm"
      />
      <span className={styles.dim}>
        {typeof left === 'number' && render.state === 'running'
          ? `${stage} · ${t('clip-export.time-left', { time: formatSpan(left, locale) })}`
          : stage}
      </span>
    </div>
  );
}

function Facts({ result }: { result: NonNullable<Render['result']> }) {
  const { t, say, locale } = useWords();
  const size = `${result.width} × ${result.height}`;
  const { before, after } = result.loudness ?? {};
  const lufs = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const number = (value: number | null | undefined): string =>
    typeof value === 'number' ? lufs.format(value) : '–';
  return (
    <>
      <span className={styles.dim}>
        {[size, lengthText(result.duration, locale), formatBytes(result.bytes, locale)].join(' · ')}
      </span>
      {after && (
        <span className={styles.dim}>
          {t('clip-export.loudness', { before: number(before?.integrated), after: number(after.integrated) })}
        </span>
      )}
      {result.notes.map((note) => (
        <span className={styles.note} key={note.en}>
          {say(note)}
        </span>
      ))}
      {result.beside.length > 0 && (
        <span className={styles.beside}>
          {result.beside.map((file) => (
            <a key={file.name} href={mediaUrl(file.url)} download={file.name}>
              {file.name}
            </a>
          ))}
        </span>
      )}
    </>
  );
}

/** The exact commands of a render, to be read and copied. */
function Commands({ lines }: { lines: readonly string[] }) {
  const { t } = useWords();
  const text = lines.join('\n');
  return (
    <div className={styles.commands}>
      <pre aria-label={t('clip-export.commands')}>
        {lines.length > 0 ? text : t('clip-export.no-commands')}
      </pre>
      {lines.length > 0 && (
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-xs"
              leftSection={
                copied ? <IconCheck size={13} stroke={1.5} /> : <IconCopy size={13} stroke={1.5} />
              }
              onClick={copy}
            >
              {copied ? t('clip-export.copied') : t('clip-export.copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </div>
  );
}

/** One entry of the queue: what it is, how far it is, what came of it, and what can be done with it. */
export function RenderRow({
  render,
  named,
  onPost,
}: {
  render: Render;
  named: boolean;
  onPost?: () => void;
}) {
  const { t } = useWords();
  const host = useCall('system.host', {}, []);
  const formatName = useFormatName();
  const [open, setOpen] = useState(false);
  const { result, failure, state, wanted } = render;
  const run = (work: Promise<unknown>): void => void work.catch(notifyFailure);
  const ids = [render.id];
  const title =
    wanted.format === null
      ? t('clip-export.own', { type: wanted.type.toUpperCase() })
      : formatName(wanted.format);
  const icon = { size: 15, stroke: 1.5 };
  return (
    <li className={styles.row} data-state={state}>
      <div className={styles.rowHead}>
        {wanted.format === null ? <OwnMark /> : <PlatformBadge format={wanted.format} size={16} />}
        <span className={styles.rowName} title={result?.name ?? title}>
          {named ? `${render.clipName} · ${title}` : title}
        </span>
        {state === 'done' && (
          <IconCheck className={styles.done} size={15} stroke={1.75} aria-label={t('clip-export.done')} />
        )}
        {state === 'cancelled' && <span className={styles.dim}>{t('clip-export.cancelled')}</span>}
        {state !== 'queued' && (
          <Tool
            label={t('clip-export.details')}
            icon={<IconTerminal2 {...icon} />}
            onClick={() => setOpen(!open)}
          />
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <Tool
            label={t('clip-export.retry')}
            icon={<IconRefresh {...icon} />}
            onClick={() => run(call('renders.retry', { ids }))}
          />
        )}
        <Tool
          label={isOpen(render) ? t('clip-export.cancel') : t('clip-export.remove')}
          icon={<IconX {...icon} />}
          onClick={() => run(call(isOpen(render) ? 'renders.cancel' : 'renders.remove', { ids }))}
        />
      </div>
      {isOpen(render) && <Running render={render} />}
      {failure && <FailureNote error={errorOf(failure)} />}
      {result && (
        <>
          <Facts result={result} />
          <div className={styles.rowActions}>
            {host.data?.dialogs && result.path !== '' && (
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<IconFolderOpen size={13} stroke={1.5} />}
                onClick={() => run(call('system.reveal', { path: result.path }))}
              >
                {t('clip-export.reveal')}
              </Button>
            )}
            <Button
              component="a"
              href={mediaUrl(result.url)}
              download={result.name}
              variant="default"
              size="compact-xs"
              leftSection={<IconDownload size={13} stroke={1.5} />}
            >
              {t('clip-export.download')}
            </Button>
            {onPost && (
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<IconPencilPlus size={13} stroke={1.5} />}
                onClick={onPost}
              >
                {t('clip-export.use-in-post')}
              </Button>
            )}
          </div>
        </>
      )}
      {open && <Commands lines={render.commands} />}
    </li>
  );
}
