import type { FfmpegAbilities } from '../abilities.ts';
import type { ClipProbe } from '../probe.ts';
import { decodedInput, type FfmpegCall, secondsText, withoutMetadata, words } from './call.ts';
import { even, standardColour, uprightFilters } from './picture.ts';

/** Lines of a streamed preview: it is made while it is looked at. */
const streamLines = 360;

/**
 * A light picture from a time on as fragmented MP4 to a pipe: every frame stands for itself and fragments are a
 * quarter of a second, so that something is seen at once. `from` in seconds of the recording.
 */
export function streamCall(
  probe: ClipProbe,
  source: string,
  from: number,
  abilities: FfmpegAbilities,
): FfmpegCall {
  const { video, audio } = probe;
  const picture: string[] = [];
  if (video) {
    const scale = Math.min(1, streamLines / Math.min(video.width, video.height));
    const size = `scale=${even(video.width * scale)}:${even(video.height * scale)}`;
    picture.push(
      ...words('-map', `0:${video.index}`, '-vf'),
      [...uprightFilters(video), size, 'setsar=1', ...standardColour(video, abilities)].join(','),
      ...words('-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-crf', '27'),
      ...words('-pix_fmt', 'yuv420p', '-g', '1', abilities.fpsMode ? '-fps_mode' : '-vsync', 'vfr'),
    );
  }
  return {
    inputs: [decodedInput(source, from > 0 ? ['-ss', secondsText(from)] : [])],
    options: [
      ...picture,
      ...(audio ? ['-map', `0:${audio.index}`, '-c:a', 'aac', '-b:a', '96000', '-ac', '2'] : []),
      ...(probe.duration > 0 ? ['-t', secondsText(Math.max(0.1, probe.duration - from))] : []),
      ...withoutMetadata,
      ...words(
        '-movflags',
        'empty_moov+default_base_moof',
        '-frag_duration',
        '250000',
        '-flush_packets',
        '1',
      ),
      ...words('-f', 'mp4'),
    ],
    output: 'pipe',
  };
}
