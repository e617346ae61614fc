import { Button, Modal, SegmentedControl, Select, Switch, Textarea } from '@mantine/core';
import { IconMusic, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { durationText } from '#renderer/ui/duration.ts';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { editDuration } from '#shared/clip/edit/layout.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { makeStory, storyEdit, type StoryWishes } from './make-story.ts';
import { SceneList } from './scene-list.tsx';
import styles from './story.module.css';

const frames = {
  '9:16': { width: 1080, height: 1920 },
  '4:5': { width: 1080, height: 1350 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
} as const;
type FrameName = keyof typeof frames;
const plainGrounds = ['#1f2933', '#334e68', '#486581'];

/** A post's words as the start of a text. */
function PostChoice({ onText }: { onText(text: string): void }) {
  const { t } = useWords();
  const posts = useCall('posts.list', { limit: 100 });
  const items = posts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Select
      size="xs"
      searchable
      clearable
      placeholder={t('clip-story.from-post')}
      aria-label={t('clip-story.from-post')}
      data={items.map((post) => ({ value: post.id, label: post.title || t('clip-story.untitled') }))}
      onChange={(id) => {
        if (id)
          void call('posts.get', { id }).then(
            ({ title, body }) => onText([title, body].filter((part) => part !== '').join('\n\n')),
            notifyFailure,
          );
      }}
    />
  );
}

/** A text, pictures and music into a clip of scenes; what it will be is seen while it is written. */
export function StoryDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const brand = useCall('brand.get', {});
  const [text, setText] = useState('');
  const [frame, setFrame] = useState<FrameName>('9:16');
  const [media, setMedia] = useState<readonly Asset[]>([]);
  const [music, setMusic] = useState<Asset | null>(null);
  const [motion, setMotion] = useState(true);
  const [fade, setFade] = useState(true);
  const [picking, setPicking] = useState<'pictures' | 'music' | null>(null);
  const [busy, setBusy] = useState(false);
  const grounds = useMemo(() => {
    const own = (brand.data?.colours ?? []).map((colour) => colour.hex);
    return own.length > 0 ? own.slice(0, 3) : plainGrounds;
  }, [brand.data]);
  const shownText = useDeferredValue(text);
  const wishes = (words: string): StoryWishes => ({
    text: words,
    frame: frames[frame],
    media,
    music,
    motion,
    fade,
    grounds,
    trackName: t('clip-story.track'),
  });
  const story = storyEdit(wishes(shownText)).edit;
  const scenes = story.story?.scenes ?? [];
  const create = async (): Promise<void> => {
    setBusy(true);
    try {
      const name = (scenes[0]?.text ?? '').slice(0, 60);
      navigate(await makeStory(wishes(text), name));
    } catch (error) {
      notifyFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('clip-story.title')} size={960}>
      <div className={styles.columns}>
        <div className={styles.form}>
          <Textarea
            label={t('clip-story.text')}
            description={t('clip-story.text-hint')}
            placeholder={t('clip-story.text-placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            rows={9}
            maxLength={100_000}
            data-autofocus
          />
          <PostChoice onText={setText} />
          <div className={styles.row}>
            <span className={styles.label}>{t('clip-story.frame')}</span>
            <SegmentedControl
              size="xs"
              aria-label={t('clip-story.frame')}
              value={frame}
              data={['9:16', '4:5', '1:1', '16:9'] satisfies FrameName[]}
              onChange={setFrame}
            />
          </div>
          <div className={styles.row}>
            <span className={styles.label}>{t('clip-story.pictures')}</span>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPhotoPlus size={14} stroke={1.5} />}
              onClick={() => setPicking('pictures')}
            >
              {t('clip-story.choose-pictures')}
            </Button>
          </div>
          {media.length > 0 && (
            <ul className={styles.chosen} aria-label={t('clip-story.pictures')}>
              {media.map((asset) => (
                <li key={asset.id}>
                  <button
                    type="button"
                    className={styles.chip}
                    aria-label={t('clip-story.leave-out', { name: asset.name })}
                    onClick={() => setMedia(media.filter((each) => each.id !== asset.id))}
                  >
                    <Thumb path={`thumb/${asset.id}`} alt="" />
                    <IconX size={14} stroke={2} className={styles.remove} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className={styles.row}>
            <span className={styles.label}>{t('clip-story.music')}</span>
            <Button
              variant="default"
              size="compact-sm"
              className={styles.music ?? ''}
              leftSection={<IconMusic size={14} stroke={1.5} />}
              onClick={() => (music ? setMusic(null) : setPicking('music'))}
              rightSection={music && <IconX size={14} stroke={1.5} />}
              aria-label={music ? t('clip-story.leave-out', { name: music.name }) : undefined}
            >
              {music ? music.name : t('clip-story.choose-music')}
            </Button>
          </div>
          <div className={styles.switches}>
            <Switch
              label={t('clip-story.motion')}
              checked={motion}
              onChange={(event) => setMotion(event.currentTarget.checked)}
            />
            <Switch
              label={t('clip-story.fade')}
              checked={fade}
              onChange={(event) => setFade(event.currentTarget.checked)}
            />
          </div>
        </div>
        <section className={styles.preview} aria-label={t('clip-story.scenes')}>
          <header className={styles.previewHead}>
            <strong>{t('clip-story.scenes')}</strong>
            <span className={styles.dim}>
              {scenes.length > 0 &&
                t('clip-story.sum', { count: scenes.length, length: durationText(editDuration(story)) })}
            </span>
          </header>
          {scenes.length === 0 ? (
            <p className={styles.empty}>{t('clip-story.empty')}</p>
          ) : (
            <SceneList edit={story} />
          )}
        </section>
      </div>
      <footer className={styles.footer}>
        <span className={styles.dim}>{t('clip-story.after')}</span>
        <Button variant="default" onClick={onClose}>
          {t('clip-story.cancel')}
        </Button>
        <Button disabled={scenes.length === 0} loading={busy} onClick={() => void create()}>
          {t('clip-story.create')}
        </Button>
      </footer>
      <MediaPicker
        opened={picking === 'pictures'}
        title={t('clip-story.choose-pictures')}
        shelves={['asset']}
        kinds={['image', 'video']}
        confirm={(count) => t('clip-story.take', { count })}
        onClose={() => setPicking(null)}
        onPick={(items) => {
          const known = new Set(media.map((asset) => asset.id));
          const more = items.flatMap(({ asset }) => (asset && !known.has(asset.id) ? [asset] : []));
          setMedia([...media, ...more]);
        }}
      />
      <MediaPicker
        opened={picking === 'music'}
        title={t('clip-story.choose-music')}
        shelves={['asset']}
        kinds={['audio']}
        single
        confirm={() => t('clip-story.take-music')}
        onClose={() => setPicking(null)}
        onPick={([item]) => setMusic(item?.asset ?? null)}
      />
    </Modal>
  );
}
