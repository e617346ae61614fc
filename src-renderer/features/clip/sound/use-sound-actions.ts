import { IconEar, IconMicrophone, IconMusicPlus, IconReplace, IconVolumeOff } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { type SoundRequest, soundRequest } from './sound-request.ts';

/** The actions of the sound panel as objects; `useSoundActions` offers them to keys and the palette. */
export function useSoundActionSet(
  open: () => void,
): Record<'music' | 'voice' | 'replace' | 'pauses' | 'muteTrack', Action> {
  const { session, change } = useClipEditor();
  // Drawn again when what is enabled may have changed.
  useClip((snapshot) => snapshot.edit);
  const edit = () => session.now().edit;
  const enabled = (): boolean => !session.now().record.readOnly && edit().segments.length > 0;
  const ask = (request: SoundRequest) => (): void => {
    soundRequest.set(request);
    open();
  };
  return {
    music: { id: 'clip-sound.add-music', icon: IconMusicPlus, enabled, run: ask('music') },
    voice: { id: 'clip-sound.record-voice', icon: IconMicrophone, enabled, run: ask('voice') },
    replace: { id: 'clip-sound.replace', icon: IconReplace, enabled, run: ask('replace') },
    pauses: {
      id: 'clip-sound.find-pauses',
      icon: IconEar,
      enabled: () => enabled() && edit().segments.some((segment) => segment.kind === 'clip'),
      run: ask('pauses'),
    },
    muteTrack: {
      id: 'clip-sound.mute-track',
      icon: IconVolumeOff,
      enabled,
      run: () => change(({ muted, ...rest }) => (muted ? rest : { ...rest, muted: true })),
    },
  };
}

/** Offers everything that is done to sound; `open` brings the sound panel on screen. */
export function useSoundActions(open: () => void): ReturnType<typeof useSoundActionSet> {
  const actions = useSoundActionSet(open);
  useActions(Object.values(actions));
  return actions;
}
