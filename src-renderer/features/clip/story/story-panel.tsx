import { Button, Textarea } from '@mantine/core';
import { IconFileText, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { assetsOfEdit } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { convertStory } from '#shared/clip/story/convert-story.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { storyOptions } from './make-story.ts';
import { SceneList } from './scene-list.tsx';
import styles from './story.module.css';

/** Pictures and recordings that the clip shows already: what new scenes are made of. */
async function mediaOf(edit: ClipEdit) {
  const assets = await Promise.all(
    assetsOfEdit(edit).map((id) => call('assets.get', { id }).catch(() => null)),
  );
  return assets.filter((asset) => asset !== null && asset.kind !== 'audio');
}

/** The text that the clip was made from: changed and converted again, it keeps whatever was edited by hand. */
export function StoryPanel() {
  const { t } = useWords();
  const { change, player } = useClipEditor();
  const edit = useClip((snapshot) => snapshot.edit);
  const readOnly = useClip((snapshot) => snapshot.record.readOnly);
  const [draft, setDraft] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const text = draft ?? edit.story?.text ?? '';
  const convert = async (): Promise<void> => {
    setBusy(true);
    try {
      const media = (await mediaOf(edit)).filter((asset) => asset !== null);
      const fade = edit.segments.some((segment) => segment.transition);
      const motion = edit.segments.some((segment) => 'motion' in segment && segment.motion !== 'none');
      const grounds = edit.segments.flatMap((segment) => (segment.kind === 'colour' ? [segment.colour] : []));
      const done = convertStory(
        edit,
        text,
        storyOptions({ media, motion, fade, grounds, trackName: t('clip-story.track') }, text),
      );
      change(() => done.edit);
      setDraft(null);
      notify(t('clip-story.did-convert', { made: done.made, removed: done.removed, kept: done.kept }));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Panel title={t('clip-story.text')}>
        <Textarea
          aria-label={t('clip-story.text')}
          placeholder={t('clip-story.text-placeholder')}
          description={t('clip-story.keeps')}
          value={text}
          rows={8}
          disabled={readOnly}
          maxLength={100_000}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          {draft !== null && draft !== (edit.story?.text ?? '') && (
            <Button variant="subtle" size="compact-sm" onClick={() => setDraft(null)}>
              {t('clip-story.discard')}
            </Button>
          )}
          <Button
            size="compact-sm"
            leftSection={<IconRefresh size={14} stroke={1.5} />}
            disabled={readOnly || text.trim() === '' || text === edit.story?.text}
            loading={busy}
            onClick={() => void convert()}
          >
            {edit.story ? t('clip-story.convert-again') : t('clip-story.convert')}
          </Button>
        </div>
      </Panel>
      {edit.story && edit.story.scenes.length > 0 ? (
        <Panel title={t('clip-story.scenes')} remember="clip.scenes">
          <SceneList edit={edit} onGo={(seconds) => player.seek(seconds)} />
        </Panel>
      ) : (
        <EmptyState icon={IconFileText} title={t('clip-story.none')} body={t('clip-story.none-body')} />
      )}
    </>
  );
}
