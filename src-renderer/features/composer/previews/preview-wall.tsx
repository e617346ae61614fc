import { useElementSize } from '@mantine/hooks';
import { IconDeviceMobile } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Post } from '#shared/domain/post.ts';
import type { LiveMeasures, Measures } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import { useAccounts } from './accounts.ts';
import { sizes, useLook } from './look.ts';
import { WallBar } from './wall-bar.tsx';
import { measureOf, WallTarget } from './wall-figure.tsx';
import classes from './wall.module.css';

/** Pixels: padding and scrollbar of the wall, gap between frames. */
const edges = 48;
const gap = 20;

/** Arrow keys walk over the names of the frames. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLElement)) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-figure-name]')];
  const at = names.indexOf(event.target);
  const next = at < 0 ? undefined : names[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/**
 * How every platform will show the post: the chosen one large, or all side by side. The chosen one follows every
 * key at once, the others at the pace of `post` and `measures`.
 */
export function PreviewWall({
  session,
  live,
  post,
  measures,
  selected,
  onSelect,
}: {
  session: PostSession;
  live: LiveMeasures;
  post: Post;
  measures: Measures;
  selected: string | null;
  onSelect(key: string): void;
}) {
  const { t } = useWords();
  const [look, changeLook] = useLook();
  const accounts = useAccounts();
  const { ref, width } = useElementSize();
  const targets = post.targets.flatMap((target) => {
    const found = measureOf(measures, target);
    return found ? [{ target, ...found }] : [];
  });
  const large = targets.find(({ key }) => key === selected) ?? targets[0];
  const shown = look.view === 'all' ? targets : large ? [large] : [];

  const { least, most } = sizes[look.size];
  const room = Math.max(160, width - edges);
  const columns = Math.max(1, Math.floor((room + gap) / (least + gap)));
  const alone = look.scheme === 'both' && room >= 2 * 200 + gap ? Math.min(most, (room - gap) / 2) : most;
  const frameWidth =
    look.view === 'all'
      ? Math.floor(Math.min(most, (room - gap * (columns - 1)) / columns))
      : Math.floor(Math.min(alone, room));

  const order = useRef({ keys: [] as string[], chosen: '' });
  useLayoutEffect(() => {
    order.current = { keys: targets.map(({ key }) => key), chosen: large?.key ?? '' };
  });
  const step = useCallback(
    (by: 1 | -1): void => {
      const { keys, chosen } = order.current;
      const next = keys[keys.indexOf(chosen) + by];
      if (next !== undefined) onSelect(next);
    },
    [onSelect],
  );
  return (
    <div className={classes['wall']}>
      <WallBar look={look} onLook={changeLook} onStep={step} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys walk between the buttons inside */}
      <div className={classes['table']} ref={ref} data-view={look.view} onKeyDown={walk}>
        {targets.length === 0 && (
          <EmptyState icon={IconDeviceMobile} title={t('preview.empty')} body={t('preview.emptyBody')} />
        )}
        {width > 0 &&
          shown.map(({ target, key, measure }) => {
            const account = target.accountId === null ? undefined : accounts.get(target.accountId);
            return (
              <WallTarget
                key={key}
                session={session}
                live={live}
                post={post}
                target={target}
                measureKey={key}
                measure={measure}
                account={
                  account
                    ? {
                        name: account.name,
                        handle: account.body.handle,
                        language: account.body.language,
                      }
                    : null
                }
                atOnce={key === large?.key}
                look={look}
                width={frameWidth}
                onSelect={onSelect}
              />
            );
          })}
      </div>
    </div>
  );
}
