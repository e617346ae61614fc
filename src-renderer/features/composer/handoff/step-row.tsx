import { Button, Checkbox } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDownload,
  IconExternalLink,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { durationText } from '#renderer/ui/duration.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { HandoffStep, HandoffTarget } from '#shared/contract/handoff.ts';
import { bytesText } from './bytes.ts';
import classes from './steps.module.css';

type PackagedFile = HandoffTarget['files'][number];

function FileRow({ file }: { file: PackagedFile }) {
  const { t, locale } = useWords();
  const address = mediaUrl(file.url);
  return (
    <li className={classes['file']}>
      <span className={classes['thumb']}>
        {file.type.startsWith('image/') && <img src={address} alt={file.alt} />}
        {file.type.startsWith('video/') && (
          <>
            <video src={address} muted preload="metadata" />
            <IconPlayerPlayFilled size={14} aria-hidden />
          </>
        )}
      </span>
      <span className={classes['fileWords']}>
        <span>{file.name}</span>
        <small>
          {file.width > 0 ? `${file.width} × ${file.height} · ` : ''}
          {file.duration > 0 ? `${durationText(file.duration)} · ` : ''}
          {bytesText(file.bytes, locale)}
        </small>
      </span>
      <Button
        component="a"
        href={address}
        download={file.name}
        variant="default"
        size="compact-sm"
        aria-label={t('handoff.saveFile', { name: file.name })}
        leftSection={<IconDownload size={14} stroke={1.5} />}
      >
        {t('handoff.save')}
      </Button>
    </li>
  );
}

/** One thing to do on the platform, with what it takes: the page, the files, the words for the clipboard. */
export function StepRow({
  step,
  number,
  current,
  done,
  uploadPage,
  files,
  onTick,
  children,
}: {
  step: HandoffStep;
  number: number;
  /** The next one to do. */
  current: boolean;
  done: boolean;
  uploadPage: string | null;
  files: readonly PackagedFile[];
  onTick(ticked: boolean): void;
  children?: ReactNode;
}) {
  const { t, say } = useWords();
  const [copied, setCopied] = useState(false);
  const { text } = step;
  const copy = (): void => {
    navigator.clipboard.writeText(text ?? '').then(() => {
      setCopied(true);
      onTick(true);
    }, notifyFailure);
  };
  const main = current ? 'filled' : 'default';
  return (
    <li className={classes['step']} data-current={current} data-done={done} aria-current={current && 'step'}>
      <span className={classes['tick']}>
        <Checkbox
          size="xs"
          checked={done}
          onChange={(event) => onTick(event.currentTarget.checked)}
          aria-label={`${number}. ${say(step.message)}`}
        />
      </span>
      <div className={classes['what']}>
        <p className={classes['message']}>{say(step.message)}</p>
        {text !== null && (current || !done) && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys
          <pre className={classes['text']} tabIndex={0}>
            {text}
          </pre>
        )}
        {step.files.length > 0 && (current || !done) && (
          <ul className={classes['files']}>
            {files
              .filter((file) => step.files.includes(file.name))
              .map((file) => (
                <FileRow key={file.name} file={file} />
              ))}
          </ul>
        )}
        {children}
      </div>
      <span className={classes['do']}>
        {step.kind === 'open' && uploadPage && (
          <Button
            component="a"
            href={uploadPage}
            target="_blank"
            rel="noreferrer noopener"
            size="compact-sm"
            variant={main}
            leftSection={<IconExternalLink size={14} stroke={1.5} />}
            onClick={() => onTick(true)}
          >
            {t('handoff.openPage')}
          </Button>
        )}
        {text !== null && (
          <Button
            size="compact-sm"
            variant={main}
            data-copied={copied}
            aria-label={`${copied ? t('handoff.copied') : t('handoff.copy')}: ${say(step.message)}`}
            leftSection={copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
            onClick={copy}
          >
            {copied ? t('handoff.copied') : t('handoff.copy')}
          </Button>
        )}
        {(step.kind === 'upload' || step.kind === 'tick') && !done && (
          <Button size="compact-sm" variant={main} onClick={() => onTick(true)}>
            {t('handoff.stepDone')}
          </Button>
        )}
      </span>
    </li>
  );
}
