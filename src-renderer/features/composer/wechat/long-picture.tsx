import { Button, Popover, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPhotoDown } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { isCancellation } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { ArticleTheme } from '#shared/wechat/theme.ts';
import classes from './studio.module.css';

type Files = CallOutput<'articles.image'>['files'];

/** The article as one tall picture to save, or several where it is too tall for one. */
export function LongPicture({
  postId,
  targetId,
  theme,
  flush,
}: {
  postId: string;
  targetId: string;
  theme: ArticleTheme;
  /** The picture is painted from what is stored. */
  flush(): Promise<void>;
}) {
  const { t, locale } = useWords();
  const [width, setWidth] = useState(1080);
  const [type, setType] = useState<'jpeg' | 'png'>('jpeg');
  const [making, setMaking] = useState(false);
  const [files, setFiles] = useState<Files>([]);
  const make = async (): Promise<void> => {
    setMaking(true);
    try {
      await flush();
      const answer = await runJob('articles.image', { postId, targetId, theme, width, type });
      setFiles(answer.files);
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(error);
    } finally {
      setMaking(false);
    }
  };
  const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <Popover position="bottom-end" width={300}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPhotoDown size={16} stroke={1.5} />}>
          {t('wechat.long-picture')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['picture']}>
          <div className={classes['field']}>
            <span>{t('wechat.width')}</span>
            <NumberField
              label={t('wechat.width')}
              mark=""
              unit="px"
              min={320}
              max={2160}
              value={width}
              onChange={(next) => setWidth(Math.round(next))}
            />
          </div>
          <SegmentedControl
            aria-label={t('wechat.type')}
            data={[
              { value: 'jpeg', label: 'JPEG' },
              { value: 'png', label: 'PNG' },
            ]}
            value={type}
            onChange={(next) => setType(next === 'png' ? 'png' : 'jpeg')}
          />
          <Button loading={making} onClick={() => void make()}>
            {t('wechat.make-picture')}
          </Button>
          <ul>
            {files.map((file) => (
              <li key={file.url}>
                <a href={mediaUrl(file.url)} download={file.name}>
                  <IconDownload size={14} stroke={1.5} aria-hidden />
                  {file.name}
                </a>
                <small>
                  {file.width} × {file.height} px · {megabytes.format(file.bytes / 1_000_000)} MB
                </small>
              </li>
            ))}
          </ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
