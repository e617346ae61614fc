import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { formatSeconds } from '../fields/spans.ts';
import styles from './story.module.css';

function SceneMark({ segment }: { segment: Segment | undefined }) {
  if (!segment) return null;
  if (segment.kind === 'colour')
    return <span className={styles.ground} style={{ background: segment.colour }} />;
  if (segment.kind === 'design') return <Thumb path={`design/${segment.design}`} alt="" />;
  return <Thumb path={`thumb/${segment.source}`} alt="" />;
}

/** The scenes of a story with their picture, words and length; pressing one goes to it. */
export function SceneList({ edit, onGo }: { edit: ClipEdit; onGo?: (seconds: number) => void }) {
  const { t, locale } = useWords();
  const placed = new Map(placeSegments(edit).map((each) => [each.segment.id, each]));
  return (
    <ol className={styles.scenes}>
      {(edit.story?.scenes ?? []).map((scene, index) => {
        const where = placed.get(scene.segment);
        const inside = (
          <>
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.mark}>
              <SceneMark segment={where?.segment} />
            </span>
            <span className={styles.words} lang={/\p{Script=Han}/u.test(scene.text) ? 'zh' : 'en'}>
              {scene.text}
            </span>
            <span className={styles.length}>
              {where ? formatSeconds(where.end - where.start, locale) : t('clip-story.deleted')}
            </span>
          </>
        );
        return (
          <li key={scene.id} data-gone={!where}>
            {onGo && where ? (
              <button type="button" className={styles.scene} onClick={() => onGo(where.start)}>
                {inside}
              </button>
            ) : (
              <span className={styles.scene}>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
