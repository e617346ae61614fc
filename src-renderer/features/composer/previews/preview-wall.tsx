import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { useElementSize, useIntersection, useLocalStorage } from '@mantine/hooks';
import { IconDeviceMobile, IconLayoutColumns, IconMoon, IconShieldHalf, IconSun } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import type { Attachment, Post } from '#shared/domain/post.ts';
import type { TargetMeasure } from '../session/measure.ts';
import { documentOf } from '../session/parts.ts';
import { PreviewFrame, phoneWidth } from './preview-frame.tsx';
import classes from './wall.module.css';

interface Look {
  view: 'one' | 'all';
  dark: boolean;
  safeAreas: boolean;
}

/** Pixels: padding and scrollbar of the wall, gap between frames, least width of a frame among others. */
const edges = 48;
const gap = 20;
const least = 220;

/** How every platform will show the post: the chosen one large, or all side by side. */
export function PreviewWall({
  post,
  measures,
  selected,
  onSelect,
}: {
  post: Post;
  measures: ReadonlyMap<string, TargetMeasure>;
  selected: string | null;
  onSelect(format: string): void;
}) {
  const { t } = useWords();
  const [look, setLook] = useLocalStorage<Look>({
    key: 'galley.composer.previews',
    defaultValue: { view: 'one', dark: false, safeAreas: false },
    getInitialValueInEffect: false,
  });
  const { ref, width } = useElementSize();
  const targets = post.targets.filter((target) => measures.has(target.format));
  const large = targets.find((target) => target.format === selected) ?? targets[0];
  const shown = look.view === 'all' ? targets : large ? [large] : [];
  const room = Math.max(least, width - edges);
  const columns = Math.max(1, Math.floor((room + gap) / (least + gap)));
  const frameWidth =
    look.view === 'all'
      ? Math.min(phoneWidth, (room - gap * (columns - 1)) / columns)
      : Math.min(phoneWidth, room);
  return (
    <div className={classes['wall']}>
      <WallBar look={look} onLook={setLook} />
      <div className={classes['table']} ref={ref} data-view={look.view}>
        {targets.length === 0 && (
          <EmptyState icon={IconDeviceMobile} title={t('preview.empty')} body={t('preview.emptyBody')} />
        )}
        {width > 0 &&
          shown.map((target) => {
            const measure = measures.get(target.format);
            if (!measure) return null;
            return (
              <WallFigure
                key={target.format}
                measure={measure}
                document={measure.profile.kind === 'article' ? documentOf(post, target) : null}
                attachments={attachmentsOf(post, target)}
                dark={look.dark}
                safeAreas={look.safeAreas}
                width={frameWidth}
                onSelect={onSelect}
              />
            );
          })}
      </div>
    </div>
  );
}

const WallBar = memo(function WallBar({ look, onLook }: { look: Look; onLook(look: Look): void }) {
  const { t } = useWords();
  const toggle = (change: Partial<Look>): void => onLook({ ...look, ...change });
  return (
    <header className={classes['bar']}>
      <SegmentedControl
        aria-label={t('preview.view')}
        value={look.view}
        onChange={(view) => toggle({ view })}
        data={[
          { value: 'one', label: <View icon={IconDeviceMobile} word={t('preview.one')} /> },
          { value: 'all', label: <View icon={IconLayoutColumns} word={t('preview.all')} /> },
        ]}
      />
      <span className={classes['space']} />
      <Tooltip label={t('preview.safeAreas')}>
        <ActionIcon
          aria-label={t('preview.safeAreas')}
          aria-pressed={look.safeAreas}
          variant={look.safeAreas ? 'light' : 'subtle'}
          color={look.safeAreas ? 'vermilion' : 'gray'}
          onClick={() => toggle({ safeAreas: !look.safeAreas })}
        >
          <IconShieldHalf size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={look.dark ? t('preview.light') : t('preview.dark')}>
        <ActionIcon
          aria-label={look.dark ? t('preview.light') : t('preview.dark')}
          onClick={() => toggle({ dark: !look.dark })}
        >
          {look.dark ? <IconSun size={18} stroke={1.5} /> : <IconMoon size={18} stroke={1.5} />}
        </ActionIcon>
      </Tooltip>
    </header>
  );
});

interface FigureProps {
  measure: TargetMeasure;
  document: unknown;
  attachments: readonly Attachment[];
  dark: boolean;
  safeAreas: boolean;
  width: number;
  onSelect(format: string): void;
}

/** A frame with its name. One that is scrolled out of sight keeps its last picture until it comes back. */
function WallFigure(props: FigureProps) {
  const { say } = useWords();
  const { ref, entry } = useIntersection<HTMLElement>({ rootMargin: '200px' });
  const [kept, setKept] = useState(props);
  const inSight = entry?.isIntersecting ?? true;
  const changed = (Object.keys(props) as (keyof FigureProps)[]).some((name) => props[name] !== kept[name]);
  if (inSight && changed) setKept(props);
  const { measure, width, onSelect, ...look } = kept;
  const { profile, content, composed } = measure;
  return (
    <figure className={classes['figure']} style={{ width }} ref={ref}>
      <figcaption>
        <button type="button" className={classes['name']} onClick={() => onSelect(profile.id)}>
          <PlatformBadge format={profile.id} size={16} />
          {say(profile.platformName)} · {say(profile.name)}
        </button>
      </figcaption>
      <PreviewFrame profile={profile} content={content} composed={composed} width={width} {...look} />
    </figure>
  );
}

function View({ icon: Icon, word }: { icon: typeof IconMoon; word: string }) {
  return (
    <span className={classes['view']}>
      <Icon size={14} stroke={1.5} aria-hidden />
      {word}
    </span>
  );
}
