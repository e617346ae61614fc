import {
  IconColorFilter,
  IconLayersSubtract,
  IconListDetails,
  IconMessage2,
  IconMessageCircle,
  IconMovie,
  IconVolume,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './inspector.module.css';

export const inspectorTabs = [
  'clip',
  'picture',
  'sound',
  'captions',
  'overlays',
  'story',
  'comments',
] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

const icons = {
  clip: IconMovie,
  picture: IconColorFilter,
  sound: IconVolume,
  captions: IconMessage2,
  overlays: IconLayersSubtract,
  story: IconListDetails,
  comments: IconMessageCircle,
};

/** The tab that is about a kind of thing on the timeline. */
export const tabOf: Record<string, InspectorTab> = {
  segment: 'picture',
  overlay: 'overlays',
  sound: 'sound',
  cue: 'captions',
  marker: 'clip',
};

/** The parts of the inspector: one page at a time under a row of icons with their names. */
export function InspectorTabs({
  tab,
  pages,
  onTab,
}: {
  tab: InspectorTab;
  pages: Partial<Record<InspectorTab, ReactNode>>;
  onTab(tab: InspectorTab): void;
}) {
  const { t } = useWords();
  const id = useId();
  const names: Record<InspectorTab, string> = {
    clip: t('clip-timeline.tab-clip'),
    picture: t('clip-timeline.tab-picture'),
    sound: t('clip-timeline.tab-sound'),
    captions: t('clip-timeline.tab-captions'),
    overlays: t('clip-timeline.tab-overlays'),
    story: t('clip-timeline.tab-story'),
    comments: t('team.comments'),
  };
  const there = inspectorTabs.filter((one) => pages[one] !== undefined);
  const now = there.includes(tab) ? tab : 'clip';
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = there[(there.indexOf(now) + step + there.length) % there.length];
    if (!next) return;
    onTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <>
      <div className={styles.tabs} role="tablist" aria-label={t('clip-timeline.tabs')} onKeyDown={byKey}>
        {there.map((one) => {
          const Icon = icons[one];
          return (
            <button
              key={one}
              type="button"
              id={`${id}-${one}`}
              className={styles.tab}
              role="tab"
              title={names[one]}
              aria-label={names[one]}
              aria-selected={one === now}
              aria-controls={`${id}-page`}
              tabIndex={one === now ? 0 : -1}
              onClick={() => onTab(one)}
            >
              <Icon size={17} stroke={1.5} aria-hidden />
              <span>{names[one]}</span>
            </button>
          );
        })}
      </div>
      <div className={styles.page} role="tabpanel" id={`${id}-page`} aria-labelledby={`${id}-${now}`}>
        {pages[now]}
      </div>
    </>
  );
}
