import { Menu } from '@mantine/core';
import { IconClockShare, IconDownload, IconLanguage, IconPencil, IconTrash } from '@tabler/icons-react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { captionTypes } from '#shared/contract/clip-work.ts';
import { isCancellation } from '#shared/contract/failure.ts';
import { newId } from '#shared/domain/id.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { copyTimes } from './copy-times.ts';
import { languageName } from './languages.ts';
import { newTrack } from './new-track.ts';
import { changeWithUndo } from './offer-undo.ts';
import { addTrack, mostTracks, removeTrack, tracksOf } from './tracks.ts';
import { useReadOnly, useTracks } from './use-captions.ts';

const iconSize = { size: 16, stroke: 1.5 };

/** What can be done with a whole track. */
export function TrackMenu({ track, onRename }: { track: CaptionTrack; onRename(): void }) {
  const { t, language, locale } = useWords();
  const editor = useClipEditor();
  const readOnly = useReadOnly();
  const tracks = useTracks();
  const clipName = useClip((now) => now.name);
  const others = tracks.filter(({ id, cues }) => id !== track.id && cues.length > 0);

  const remove = (): void => {
    const said = (): string => t('clip-captions.did-remove', { name: track.name });
    changeWithUndo(editor, track.id, (edit) => removeTrack(edit, track.id), said);
  };
  const second = (): void => {
    const cues = track.cues.map(({ words: _words, ...cue }) => ({ ...cue, id: newId(), text: '' }));
    const tongue = track.language.startsWith('zh') ? 'en' : 'zh';
    const spoken = tongue === track.language ? language : tongue;
    const facts = { name: languageName(spoken, locale), language: spoken, cues };
    const added = newTrack(editor.session.now().edit, facts);
    editor.change((edit) => addTrack(edit, added));
    editor.selection.set({ kind: 'cue', ids: cues.slice(0, 1).map(({ id }) => id), track: added.id });
  };
  const copyFrom = (other: CaptionTrack): void => {
    const from = tracksOf(editor.session.now().edit).find(({ id }) => id === other.id);
    if (!from) return;
    changeWithUndo(
      editor,
      track.id,
      (edit) => changeCues(edit, track.id, (cues) => copyTimes(cues, from.cues)),
      () => t('clip-captions.did-copy-times', { name: other.name }),
    );
  };
  const download = async (type: (typeof captionTypes)[number]): Promise<void> => {
    try {
      const name = `${clipName} ${track.language}`;
      const { edit } = editor.session.now();
      const made = await runJob('captions.write', { edit, trackId: track.id, type, name });
      const link = document.createElement('a');
      link.href = mediaUrl(made.url);
      link.download = made.name;
      link.click();
      notify(t('clip-captions.did-write', { name: made.name }));
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(error);
    }
  };

  return (
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconPencil {...iconSize} />} disabled={readOnly} onClick={onRename}>
        {t('clip-captions.name-and-language')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLanguage {...iconSize} />}
        disabled={readOnly || tracks.length >= mostTracks || track.cues.length === 0}
        onClick={second}
      >
        {t('clip-captions.second-language')}
      </Menu.Item>
      {others.map((other) => (
        <Menu.Item
          key={other.id}
          leftSection={<IconClockShare {...iconSize} />}
          disabled={readOnly || track.cues.length === 0}
          onClick={() => copyFrom(other)}
        >
          {t('clip-captions.copy-times', { name: other.name || t('clip-captions.untitled') })}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {captionTypes.map((type) => (
        <Menu.Item
          key={type}
          leftSection={<IconDownload {...iconSize} />}
          disabled={track.cues.length === 0}
          onClick={() => void download(type)}
        >
          {t('clip-captions.download', { type: type.toUpperCase() })}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash {...iconSize} />} disabled={readOnly} onClick={remove}>
        {t('clip-captions.remove-track')}
      </Menu.Item>
    </Menu.Dropdown>
  );
}
