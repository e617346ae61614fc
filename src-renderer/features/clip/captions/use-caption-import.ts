import { useState } from 'react';
import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { isCancellation } from '#shared/contract/failure.ts';
import { newId } from '#shared/domain/id.ts';
import { changeTrack } from '#shared/clip/edit/operations/cues.ts';
import { useClipEditor } from '../session/editor.tsx';
import { guessLanguage } from './languages.ts';
import { newTrack } from './new-track.ts';
import { addTrack, tracksOf } from './tracks.ts';

const accept = '.srt,.vtt,.ass,.ssa,.txt';

/** What the last import was, so that its encoding can be put right and its repairs be read. */
export interface ImportedCaptions {
  file: File;
  trackId: string;
  read: CallOutput<'captions.read'>;
}

/** Reads caption files into new tracks; an encoding that was guessed wrong can be named afterwards. */
export function useCaptionImport(onTrack: (id: string) => void) {
  const { language } = useWords();
  const editor = useClipEditor();
  const [busy, setBusy] = useState(false);
  const [imported, setImported] = useState<ImportedCaptions | null>(null);

  const read = async (file: File, encoding?: string): Promise<CallOutput<'captions.read'> | null> => {
    setBusy(true);
    try {
      const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
      const named = encoding === undefined ? {} : { encoding };
      const answer = await runJob('captions.read', { source, name: file.name, ...named });
      return { ...answer, cues: answer.cues.map((cue) => ({ ...cue, id: newId() })) };
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const answer = await read(file);
      if (!answer) continue;
      const tongue = guessLanguage(file.name, answer.cues, language);
      const track = newTrack(editor.session.now().edit, {
        name: file.name.replace(/\.[a-z0-9]+$/i, ''),
        language: tongue,
        cues: answer.cues,
      });
      editor.change((edit) => addTrack(edit, track));
      setImported({ file, trackId: track.id, read: answer });
      onTrack(track.id);
    }
  };
  return {
    busy,
    imported,
    dismiss: () => setImported(null),
    take,
    choose: async () => take(await pickFiles(accept)),
    /** Reads the last file again as another encoding, in place of what came of it. */
    readAs: async (encoding: string) => {
      if (!imported) return;
      const answer = await read(imported.file, encoding);
      if (!answer) return;
      const there = tracksOf(editor.session.now().edit).some(({ id }) => id === imported.trackId);
      if (!there) return;
      editor.change((edit) =>
        changeTrack(edit, imported.trackId, (track) => ({
          ...track,
          language: guessLanguage(imported.file.name, answer.cues, language),
          cues: answer.cues,
        })),
      );
      setImported({ ...imported, read: answer });
    },
  };
}

export type CaptionImport = ReturnType<typeof useCaptionImport>;
