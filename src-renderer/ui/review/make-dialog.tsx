import { Button, Checkbox, Modal, Progress, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { call, mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, type GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { closeReview } from './review-store.ts';
import styles from './review.module.css';

type Made = CallOutput<'review.export'>;
type Stage =
  | { at: 'asking'; failure: GalleyError | null }
  | { at: 'running'; share: number }
  | { at: 'made'; made: Made };

const kilobyte = 1000;

/** Size in words: `840 kB`, `2.4 MB`. */
function sizeWords(bytes: number, locale: string): string {
  const large = bytes >= kilobyte * kilobyte;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? kilobyte * kilobyte : kilobyte));
}

function MadePackage({ made }: { made: Made }) {
  const { t, locale } = useWords();
  const host = useCall('system.host', {});
  return (
    <div className={styles.body}>
      <p className={styles.lead}>
        {t('review.made', {
          posts: made.posts,
          pictures: made.pictures,
          size: sizeWords(made.bytes, locale),
        })}
      </p>
      {made.missing > 0 && <p className={styles.warning}>{t('review.missing', { count: made.missing })}</p>}
      <ol className={styles.steps}>
        <li>{t('review.step-send')}</li>
        <li>{t('review.step-answer')}</li>
        <li>{t('review.step-back')}</li>
      </ol>
      <div className={styles.foot}>
        {host.data?.dialogs && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} stroke={1.5} />}
            onClick={() => call('system.reveal', { path: made.path }).catch(notifyFailure)}
          >
            {t('review.reveal')}
          </Button>
        )}
        <Button
          component="a"
          href={mediaUrl(made.url)}
          download={made.name}
          data-autofocus
          leftSection={<IconDownload size={16} stroke={1.5} />}
        >
          {t('review.download')}
        </Button>
      </div>
    </div>
  );
}

/** Asks what a package for reviewers is to say, makes it, and says how it comes back. */
export function MakeReviewDialog({ postIds }: { postIds: readonly string[] }) {
  const { t, locale, language } = useWords();
  const [title, setTitle] = useState(() =>
    t('review.default-title', { day: new Date().toLocaleDateString(locale, { dateStyle: 'long' }) }),
  );
  const [message, setMessage] = useState('');
  const [speaks, setSpeaks] = useState<'zh' | 'en'>(language);
  const [includeMedia, setIncludeMedia] = useState(true);
  const [stage, setStage] = useState<Stage>({ at: 'asking', failure: null });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const make = async (): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setStage({ at: 'running', share: 0 });
    try {
      const made = await runJob(
        'review.export',
        { postIds: [...postIds], title, message, language: speaks, includeMedia },
        {
          signal: controller.signal,
          onProgress: ({ done, total }) => setStage({ at: 'running', share: total > 0 ? done / total : 0 }),
        },
      );
      setStage({ at: 'made', made });
    } catch (error) {
      setStage({ at: 'asking', failure: isCancellation(error) ? null : asGalleyError(error) });
    }
  };

  return (
    <Modal opened onClose={closeReview} title={t('review.make-title', { count: postIds.length })} size={560}>
      {stage.at === 'made' ? (
        <MadePackage made={stage.made} />
      ) : stage.at === 'running' ? (
        <div className={styles.body} role="status">
          <p className={styles.lead}>{t('review.making')}</p>
          <Progress value={Math.max(4, stage.share * 100)} aria-label={t('review.making')} />
          <div className={styles.foot}>
            <Button variant="default" onClick={() => abort.current?.abort()}>
              {t('review.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          className={styles.body}
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <p className={styles.lead}>{t('review.make-lead')}</p>
          <TextInput
            label={t('review.title')}
            value={title}
            maxLength={120}
            required
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={t('review.message')}
            placeholder={t('review.message-hint')}
            value={message}
            maxLength={5000}
            autosize
            minRows={3}
            maxRows={8}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <div className={styles.choice}>
            <span id="review-language">{t('review.language')}</span>
            <SegmentedControl
              aria-labelledby="review-language"
              value={speaks}
              data={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(value) => setSpeaks(value === 'zh' ? 'zh' : 'en')}
            />
          </div>
          <Checkbox
            label={t('review.include-media')}
            checked={includeMedia}
            onChange={(event) => setIncludeMedia(event.currentTarget.checked)}
          />
          {stage.failure && <FailureNote error={stage.failure} />}
          <div className={styles.foot}>
            <Button variant="default" onClick={closeReview}>
              {t('review.cancel')}
            </Button>
            <Button type="submit" disabled={title.trim() === ''}>
              {t('review.make-package')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
