import { ActionIcon, Popover, Textarea, Tooltip } from '@mantine/core';
import { IconAlt, IconCrop, IconPhotoPlus, IconPlayerPlayFilled, IconTrash } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, memo, useState } from 'react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Attachment } from '#shared/domain/post.ts';
import { moved } from '../session/parts.ts';
import { AdjustDialog, type AdjustPart, type Shape } from './adjust-dialog.tsx';
import classes from './attachments.module.css';
import { durationText } from '#renderer/ui/duration.ts';
import { type MediaInfo, useMediaInfo } from './media-info.ts';

const dragType = 'application/x-galley-attachment';

/** What is open of one attachment: its alt text, or its crop, times and cover. */
export interface OpenAttachment {
  id: string;
  part: 'alt' | AdjustPart;
}

function AltText({
  attachment,
  opened,
  onOpened,
  onChange,
}: {
  attachment: Attachment;
  opened: boolean;
  onOpened(opened: boolean): void;
  onChange(alt: string): void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(attachment.alt);
  return (
    <Popover
      width={280}
      position="bottom"
      trapFocus
      returnFocus
      opened={opened}
      onChange={onOpened}
      onOpen={() => setText(attachment.alt)}
    >
      <Popover.Target>
        <Tooltip label={t('composer.altText')}>
          <ActionIcon
            size={22}
            variant="default"
            className={classes['tool'] ?? ''}
            data-on={attachment.alt !== ''}
            aria-label={t('composer.altText')}
            onClick={() => onOpened(!opened)}
          >
            <IconAlt size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          label={t('composer.altText')}
          description={t('composer.altHint')}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text !== attachment.alt && onChange(text)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Tile({
  attachment,
  info,
  position,
  total,
  onMove,
  onRemove,
  onAlt,
  altOpened,
  onAltOpened,
  onAdjust,
}: {
  attachment: Attachment;
  info: MediaInfo | null | undefined;
  position: number;
  total: number;
  onMove(id: string, to: number): void;
  onRemove(): void;
  onAlt(alt: string): void;
  altOpened: boolean;
  onAltOpened(opened: boolean): void;
  /** Absent for designs, which are changed where they are made. */
  onAdjust?: (() => void) | undefined;
}) {
  const { t } = useWords();
  const name = info?.name ?? (info === null ? t('composer.mediaGone') : t('composer.mediaLoading'));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.altKey) onMove(attachment.id, position + step);
    else if (step !== 0) {
      const sibling =
        step > 0 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
      if (sibling instanceof HTMLElement) sibling.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <li
      className={classes['tile']}
      tabIndex={0}
      aria-label={t('composer.mediaPosition', { name, position: position + 1, total })}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
      draggable
      onKeyDown={onKeyDown}
      onDragStart={(event) => event.dataTransfer.setData(dragType, attachment.id)}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(dragType);
        if (!id) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(id, position);
      }}
    >
      <Thumb path={info?.thumb ?? null} alt={attachment.alt || name} />
      {info && info.pages > 1 && (
        <span className={classes['duration']}>{t('composer.pageCount', { count: info.pages })}</span>
      )}
      {info && info.duration > 0 && (
        <span className={classes['duration']}>
          <IconPlayerPlayFilled size={10} aria-hidden />
          {durationText(info.duration)}
        </span>
      )}
      <span className={classes['tools']}>
        {onAdjust && (
          <Tooltip label={info?.video ? t('composer.adjustVideo') : t('composer.adjust')}>
            <ActionIcon
              size={22}
              variant="default"
              className={classes['tool'] ?? ''}
              data-on={attachment.crop !== null || attachment.trim !== null || attachment.coverAt !== null}
              aria-label={info?.video ? t('composer.adjustVideo') : t('composer.adjust')}
              onClick={onAdjust}
            >
              <IconCrop size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
        <AltText attachment={attachment} opened={altOpened} onOpened={onAltOpened} onChange={onAlt} />
        <Tooltip label={t('composer.detach')}>
          <ActionIcon
            size={22}
            variant="default"
            className={classes['tool'] ?? ''}
            aria-label={t('composer.detach')}
            onClick={onRemove}
          >
            <IconTrash size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}

/** Pictures, designs and clips of a post in their order; files dropped here are imported and attached. */
export const AttachmentsField = memo(function AttachmentsField({
  attachments,
  importing,
  shapes,
  open,
  onOpen,
  onChange,
  onPick,
  onFiles,
}: {
  attachments: readonly Attachment[];
  /** How many files are on their way into the library. */
  importing: number;
  /** Shapes that the targets ask for, for cropping. */
  shapes: readonly Shape[];
  open: OpenAttachment | null;
  onOpen(open: OpenAttachment | null): void;
  onChange(attachments: Attachment[]): void;
  onPick(): void;
  onFiles(files: File[]): void;
}) {
  const { t } = useWords();
  const infos = useMediaInfo(attachments);
  const [over, setOver] = useState(false);
  const part = open === null || open.part === 'alt' ? null : open.part;
  const adjusted = part === null ? undefined : attachments.find((each) => each.id === open?.id);
  const adjustedInfo = adjusted && infos.get(adjusted.refId);
  const replace = (attachment: Attachment): void =>
    onChange(attachments.map((each) => (each.id === attachment.id ? attachment : each)));
  const accept = (event: DragEvent): void => {
    const { types } = event.dataTransfer;
    if (!types.includes('Files') && !types.includes(dragType)) return;
    event.preventDefault();
    if (types.includes('Files')) setOver(true);
  };
  const remove = (attachment: Attachment): void => {
    const before = [...attachments];
    onChange(before.filter((each) => each !== attachment));
    notifyUndo(t('composer.detached', { name: infos.get(attachment.refId)?.name ?? '' }), () =>
      onChange(before),
    );
  };
  return (
    <div
      className={classes['strip']}
      data-over={over}
      onDragOver={accept}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <ul className={classes['tiles']} aria-label={t('composer.attachments')}>
        {attachments.map((attachment, position) => (
          <Tile
            key={attachment.id}
            attachment={attachment}
            info={infos.get(attachment.refId)}
            position={position}
            total={attachments.length}
            onMove={(id, to) => onChange(moved(attachments, id, to))}
            onRemove={() => remove(attachment)}
            onAlt={(alt) => replace({ ...attachment, alt })}
            altOpened={open?.part === 'alt' && open.id === attachment.id}
            onAltOpened={(opened) => onOpen(opened ? { id: attachment.id, part: 'alt' } : null)}
            onAdjust={
              attachment.kind !== 'design' && infos.get(attachment.refId)
                ? () => onOpen({ id: attachment.id, part: 'crop' })
                : undefined
            }
          />
        ))}
        {Array.from({ length: importing }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing but a count is known of them
          <li key={index} className={classes['coming']} aria-label={t('composer.importing')} />
        ))}
      </ul>
      <button type="button" className={classes['add']} onClick={onPick}>
        <IconPhotoPlus size={20} stroke={1.5} aria-hidden />
        <span>{attachments.length === 0 ? t('composer.addMediaLong') : t('composer.addMedia')}</span>
      </button>
      {part !== null && adjusted && adjustedInfo && (
        <AdjustDialog
          attachment={adjusted}
          info={adjustedInfo}
          shapes={shapes}
          part={part}
          onClose={() => onOpen(null)}
          onChange={replace}
        />
      )}
    </div>
  );
});
