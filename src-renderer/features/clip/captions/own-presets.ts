import { useLocalStorage } from '@mantine/hooks';
import { z } from 'zod';
import { type CaptionStyle, captionStyleSchema } from '#shared/clip/edit/captions.ts';
import { newId } from '#shared/domain/id.ts';

const presetSchema = z.object({ id: z.string(), name: z.string(), style: captionStyleSchema });
/** A look that someone kept on this computer. */
export type OwnPreset = z.infer<typeof presetSchema>;

function read(text: string | undefined): OwnPreset[] {
  try {
    return z.array(presetSchema).parse(JSON.parse(text ?? '[]'));
  } catch {
    // Someone else's text under this name: as if nothing had been kept.
    return [];
  }
}

/** Looks kept on this computer, for every clip. */
export function useOwnPresets() {
  const [presets, setPresets] = useLocalStorage<OwnPreset[]>({
    key: 'galley.caption-presets',
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: read,
  });
  return {
    presets,
    add: (name: string, style: CaptionStyle) => setPresets([...presets, { id: newId(), name, style }]),
    remove: (id: string) => setPresets(presets.filter((preset) => preset.id !== id)),
    put: (preset: OwnPreset) => setPresets([...presets.filter(({ id }) => id !== preset.id), preset]),
  };
}
