import { Button, Checkbox, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPlayerPlayFilled } from '@tabler/icons-react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { HandoffTarget } from '#shared/contract/handoff.ts';
import { firstCommentField } from '#shared/platforms/compose.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import { durationText } from '#renderer/ui/duration.ts';
import { bytesText } from './bytes.ts';
import classes from './handoff.module.css';

/** A package address as the media route knows it. */
function link(url: string): string {
  return mediaUrl(url);
}

function Copy({ value, label, word }: { value: string; label: string; word?: string }) {
  const { t } = useWords();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`${copied ? t('handoff.copied') : t('handoff.copy')}: ${label}`}
          data-copied={copied}
          leftSection={copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
          onClick={copy}
        >
          {copied ? t('handoff.copied') : (word ?? t('handoff.copy'))}
        </Button>
      )}
    </CopyButton>
  );
}

/** What one target needs to be published by hand: texts to paste, files to save, steps to tick off, what to mind. */
export function TargetPage({
  target,
  profile,
  done,
  onTick,
}: {
  target: HandoffTarget;
  profile: FormatProfile;
  /** Steps that were ticked, by their English words. */
  done: readonly string[];
  onTick(step: string, ticked: boolean): void;
}) {
  const { t, say, locale } = useWords();
  const fields = Object.entries(target.fields).filter(([, text]) => text !== '');
  const roles: Record<TextField['role'], string | null> = {
    title: t('composer.title'),
    body: t('composer.body'),
    comment: t('composer.firstComment'),
    link: t('composer.link'),
    other: null,
  };
  const labelOf = (name: string): string => {
    if (name === firstCommentField) return t('composer.firstComment');
    if (name === 'tags') return t('composer.hashtags');
    const field = profile.text.fields.find((each) => each.id === name);
    return (field && roles[field.role]) ?? name;
  };
  const severity = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  return (
    <div className={classes['page']}>
      {target.findings.length > 0 && (
        <ul className={classes['findings']} aria-label={t('handoff.findings')}>
          {target.findings.map((finding) => (
            <li
              key={`${finding.code}${finding.field ?? ''}${finding.media ?? ''}`}
              data-severity={finding.severity}
            >
              <b>{severity[finding.severity]}</b> {say(finding.message)}
            </li>
          ))}
        </ul>
      )}
      <section>
        <h3 className={classes['heading']}>
          {t('handoff.texts')}
          <Copy value={target.paste} label={t('handoff.allText')} />
        </h3>
        {fields.map(([name, text]) => (
          <div key={name} className={classes['field']}>
            <span className={classes['fieldName']}>{labelOf(name)}</span>
            <pre className={classes['text']}>{text}</pre>
            <Copy value={text} label={labelOf(name)} />
          </div>
        ))}
      </section>
      <section>
        <h3 className={classes['heading']}>{t('handoff.files')}</h3>
        {target.files.length === 0 && <p className={classes['dim']}>{t('handoff.noFiles')}</p>}
        <ul className={classes['files']}>
          {target.files.map((file) => (
            <li key={file.name}>
              <span className={classes['thumb']}>
                {file.type.startsWith('image/') && <img src={link(file.url)} alt={file.alt} />}
                {file.type.startsWith('video/') && (
                  <>
                    <video src={link(file.url)} muted preload="metadata" />
                    <IconPlayerPlayFilled size={14} aria-hidden />
                  </>
                )}
              </span>
              <span className={classes['fileWords']}>
                <span className={classes['fileName']}>{file.name}</span>
                <span className={classes['dim']}>
                  {file.width > 0 ? `${file.width} × ${file.height} · ` : ''}
                  {file.duration > 0 ? `${durationText(file.duration)} · ` : ''}
                  {bytesText(file.bytes, locale)}
                </span>
              </span>
              <Button
                component="a"
                href={link(file.url)}
                download={file.name}
                variant="default"
                size="compact-xs"
                aria-label={t('handoff.saveFile', { name: file.name })}
                leftSection={<IconDownload size={14} stroke={1.5} />}
              >
                {t('handoff.save')}
              </Button>
              {file.alt !== '' && (
                <Copy value={file.alt} label={t('composer.altText')} word={t('composer.altText')} />
              )}
            </li>
          ))}
        </ul>
      </section>
      {target.checklist.length > 0 && (
        <section>
          <h3 className={classes['heading']}>{t('handoff.checklist')}</h3>
          {target.checklist.map((step) => (
            <label key={step.en} className={classes['step']}>
              <Checkbox
                size="xs"
                checked={done.includes(step.en)}
                onChange={(event) => onTick(step.en, event.currentTarget.checked)}
                aria-label={say(step)}
              />
              <span data-done={done.includes(step.en)}>{say(step)}</span>
            </label>
          ))}
        </section>
      )}
    </div>
  );
}
