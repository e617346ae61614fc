import { useIntersection } from '@mantine/hooks';
import { memo, useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import { type Attachment, type Post, type Target, targetKey } from '#shared/domain/post.ts';
import { type LiveMeasures, type Measures, useMeasured } from '../session/live-measures.ts';
import type { TargetMeasure } from '../session/measure.ts';
import { documentOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { AltList } from './alt-list.tsx';
import type { Look } from './look.ts';
import { PreviewFrame, type PreviewFrameProps } from './preview-frame.tsx';
import classes from './wall.module.css';

/** The measure of a target, and under which name the session knows it. */
export function measureOf(
  measures: Measures,
  target: Target,
): { key: string; measure: TargetMeasure } | null {
  for (const key of [targetKey(target), target.format]) {
    const measure = measures.get(key);
    if (measure) return { key, measure };
  }
  return null;
}

/** The earlier value while the new one says the same, so that what hangs on it is not drawn again. */
function useSame<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
}

interface WallTargetProps {
  session: PostSession;
  live: LiveMeasures;
  /** As drawn at an even pace. */
  post: Post;
  target: Target;
  measureKey: string;
  measure: TargetMeasure;
  account: PreviewFrameProps['account'];
  /** Follows every key at once instead of at an even pace. */
  atOnce: boolean;
  look: Look;
  width: number;
  onSelect(key: string): void;
}

/** One target on the wall. */
export const WallTarget = memo(function WallTarget(props: WallTargetProps) {
  const { session, live, measureKey, atOnce, look, width, onSelect } = props;
  const newest = useMeasured(live, (measures) => (atOnce ? (measures.get(measureKey) ?? null) : null));
  const measure = newest ?? props.measure;
  const post = newest ? session.snapshot().post : props.post;
  const target = post.targets.find(({ id }) => id === props.target.id) ?? props.target;
  const attachments = useSame(attachmentsOf(post, target));
  const account = useSame(props.account);
  return (
    <WallFigure
      measureKey={measureKey}
      measure={measure}
      document={measure.profile.kind === 'article' ? documentOf(post, target) : null}
      articleTheme={target.overrides.articleTheme}
      attachments={attachments}
      account={account}
      chosen={atOnce}
      look={look}
      width={width}
      onSelect={onSelect}
    />
  );
});

interface FigureProps {
  measureKey: string;
  measure: TargetMeasure;
  document: unknown;
  articleTheme: unknown;
  attachments: readonly Attachment[];
  account: PreviewFrameProps['account'];
  chosen: boolean;
  look: Look;
  width: number;
  onSelect(key: string): void;
}

/** A frame with its name. One that is scrolled out of sight keeps its last picture until it comes back. */
function WallFigure(props: FigureProps) {
  const { say } = useWords();
  const { ref, entry } = useIntersection<HTMLElement>({ rootMargin: '200px' });
  const [kept, setKept] = useState(props);
  const inSight = entry?.isIntersecting ?? true;
  const changed = (Object.keys(props) as (keyof FigureProps)[]).some((name) => props[name] !== kept[name]);
  if (inSight && changed) setKept(props);
  const { measure, measureKey, attachments, account, look, width, chosen, onSelect } = kept;
  const { profile, content, composed } = measure;
  // Its tooltip costs a good part of a frame; every key would draw it again.
  const badge = useMemo(() => <PlatformBadge format={profile.id} size={16} />, [profile.id]);
  const schemes = look.scheme === 'both' ? [false, true] : [look.scheme === 'dark'];
  return (
    <figure className={classes['figure']} ref={ref} data-target={measureKey} style={{ maxWidth: '100%' }}>
      <figcaption>
        <button
          type="button"
          className={classes['name']}
          data-figure-name
          aria-current={chosen}
          onClick={() => onSelect(measureKey)}
        >
          {badge}
          {say(profile.platformName)} · {say(profile.name)}
          {account && account.handle !== '' && <span className={classes['handle']}>{account.handle}</span>}
        </button>
      </figcaption>
      <div className={classes['schemes']}>
        {schemes.map((dark) => (
          <PreviewFrame
            key={String(dark)}
            profile={profile}
            content={content}
            composed={composed}
            document={kept.document}
            articleTheme={kept.articleTheme}
            attachments={attachments}
            account={account}
            dark={dark}
            look={look}
            width={width}
          />
        ))}
      </div>
      {look.altTexts && (
        <div style={{ width }}>
          <AltList attachments={attachments} />
        </div>
      )}
    </figure>
  );
}
