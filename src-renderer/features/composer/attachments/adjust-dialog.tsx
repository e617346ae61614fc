import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { formatTime, parseTime } from '#shared/clip/time.ts';
import type { Attachment } from '#shared/domain/post.ts';
import classes from './adjust.module.css';
import { cropOfShape, isWhole, wholePicture } from './crop-frame.ts';
import { CropPicture } from './crop-picture.tsx';
import type { MediaInfo } from './media-info.ts';

/** A shape that one of the targets asks for. */
export interface Shape {
  name: string;
  /** Width divided by height. */
  ratio: number;
}

/** What one came to change: the crop, the times or the cover. */
export type AdjustPart = 'crop' | 'times' | 'cover';

/** Seconds that were typed: null for an empty field, undefined for what is no time or lies outside. */
function typed(text: string, duration: number): number | null | undefined {
  if (text.trim() === '') return null;
  try {
    const seconds = parseTime(text);
    return seconds <= duration + 0.001 ? seconds : undefined;
  } catch {
    return undefined;
  }
}

const shown = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : formatTime(seconds);

/** Crop of a picture or recording; times and cover frame of a recording. The file itself stays as it is. */
export function AdjustDialog({
  attachment,
  info,
  shapes,
  part,
  onClose,
  onChange,
}: {
  attachment: Attachment;
  info: MediaInfo;
  shapes: readonly Shape[];
  /** Where the keyboard is first. */
  part: AdjustPart;
  onClose(): void;
  onChange(attachment: Attachment): void;
}) {
  const { t } = useWords();
  const picture = info.width > 0 && info.height > 0 ? info.width / info.height : 1;
  const [crop, setCrop] = useState(attachment.crop ?? wholePicture);
  const [shape, setShape] = useState('free');
  const [from, setFrom] = useState(shown(attachment.trim?.from));
  const [to, setTo] = useState(shown(attachment.trim?.to));
  const [cover, setCover] = useState(shown(attachment.coverAt));
  const video = useRef<HTMLVideoElement>(null);
  const wanted = shapes.find((each) => each.name === shape);
  const moves = info.video !== null;
  const length = info.part ? Number.POSITIVE_INFINITY : info.duration;
  const start = typed(from, length);
  const end = typed(to, length);
  const coverAt = typed(cover, length);
  const endsTooEarly = typeof end === 'number' && end <= (start ?? 0);
  const valid = start !== undefined && end !== undefined && coverAt !== undefined && !endsTooEarly;
  const choose = (name: string): void => {
    setShape(name);
    const chosen = shapes.find((each) => each.name === name);
    setCrop(chosen ? cropOfShape(picture, chosen.ratio, crop) : wholePicture);
  };
  const apply = (): void => {
    const untrimmed = start === null && end === null;
    onChange({
      ...attachment,
      crop: isWhole(crop) ? null : crop,
      trim:
        !moves || untrimmed
          ? null
          : { from: start ?? info.part?.from ?? 0, to: end ?? info.part?.to ?? info.duration },
      coverAt: moves ? (coverAt ?? null) : null,
    });
    onClose();
  };
  const reset = (): void => {
    setCrop(wholePicture);
    setShape('free');
    setFrom('');
    setTo('');
    setCover('');
  };
  const seek = (text: string): void => {
    const seconds = typed(text, length);
    if (video.current && typeof seconds === 'number') video.current.currentTime = seconds;
  };
  const times = [
    {
      part: null,
      label: t('composer.trimFrom'),
      value: from,
      set: setFrom,
      bad: start === undefined,
      empty: shown(info.part?.from ?? 0),
    },
    {
      part: 'times',
      label: t('composer.trimTo'),
      value: to,
      set: setTo,
      bad: end === undefined || endsTooEarly,
      empty: shown(info.part?.to ?? info.duration),
    },
    {
      part: 'cover',
      label: t('composer.coverAt'),
      value: cover,
      set: setCover,
      bad: coverAt === undefined,
      empty: t('composer.coverAuto'),
    },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('composer.adjustTitle', { name: info.name })}
      size={moves ? 760 : 640}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) apply();
        }}
      >
        <div className={classes['shapes']}>
          <SegmentedControl
            aria-label={t('composer.cropShape')}
            value={shape}
            onChange={choose}
            data={[
              { value: 'free', label: t('composer.cropFree') },
              ...shapes.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        </div>
        <div className={classes['table']}>
          <CropPicture
            ratio={picture}
            crop={crop}
            lock={wanted ? wanted.ratio / picture : null}
            onChange={setCrop}
          >
            {info.video ? (
              <video
                ref={video}
                src={mediaUrl(info.video)}
                poster={mediaUrl(info.thumb)}
                muted
                playsInline
                preload="metadata"
                onLoadedMetadata={() => seek(from || shown(info.part?.from))}
              />
            ) : (
              <img src={mediaUrl(info.picture)} alt="" draggable={false} />
            )}
          </CropPicture>
        </div>
        {moves && (
          <div className={classes['times']}>
            {times.map(({ part: own, label, value, set, bad, empty }) => (
              <TextInput
                key={label}
                data-autofocus={own === part || undefined}
                label={label}
                placeholder={empty}
                value={value}
                error={bad ? t('composer.badTime') : null}
                onChange={(event) => {
                  set(event.currentTarget.value);
                  seek(event.currentTarget.value);
                }}
              />
            ))}
          </div>
        )}
        <footer className={classes['footer']}>
          <Button variant="subtle" color="gray" onClick={reset}>
            {t('composer.adjustReset')}
          </Button>
          <span className={classes['space']} />
          <Button variant="default" onClick={onClose}>
            {t('composer.cancel')}
          </Button>
          <Button type="submit" disabled={!valid}>
            {t('composer.adjustApply')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
