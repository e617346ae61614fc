import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClipEngine } from '#main/media/video/engine.ts';
import { findTools } from '#main/media/video/tools.ts';
import { inFolder } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';

const execute = promisify(execFile);
const pairs = 15;
const range = { from: 20, to: 30 };

/** Sixty seconds of 1080p30 H.264 at about 8 Mbit/s with sound: ten of them encoded, then repeated. */
async function makeClip(ffmpeg: string, folder: string): Promise<string> {
  const piece = join(folder, 'piece.mp4');
  const clip = join(folder, 'clip.mp4');
  const ffmpegWith = (words: string) => execute(ffmpeg, `-v error -nostdin -y ${words}`.split(' '));
  const picture = 'testsrc2=size=1920x1080:rate=30,noise=alls=6:allf=t';
  const encoder = '-c:v libx264 -preset ultrafast -b:v 8M -maxrate 9M -bufsize 8M -g 30 -flags +cgop';
  const sound = 'sine=frequency=440:sample_rate=48000';
  await ffmpegWith(
    `-f lavfi -i ${picture} -f lavfi -i ${sound} -t 10 ${encoder} -pix_fmt yuv420p -c:a aac ${piece}`,
  );
  await ffmpegWith(`-stream_loop 5 -i ${piece} -c copy -movflags +faststart ${clip}`);
  return clip;
}

/** A lossless cut of 10 s through the engine against bare `ffmpeg -c copy`. */
export const cut: Measurement = {
  name: 'cut',
  measure: (say) =>
    inFolder(async (folder) => {
      const tools = await findTools();
      say('cut: making a clip of 60 s');
      const clip = await makeClip(tools.ffmpeg, folder);
      const out = join(folder, 'ours.mp4');
      const known = createClipEngine(tools);
      const cutWith = async (engine: typeof known) => {
        const time = await timed(async () => {
          const result = await engine.cut({ in: clip, out, ...range, mode: 'lossless' });
          if (result.frames !== 300) throw new Error(`the cut has ${result.frames} frames`);
        });
        await rm(out);
        return time;
      };
      const peer = async () => {
        const bare = join(folder, 'peer.mp4');
        const words = ['-v', 'error', '-nostdin', '-ss', '20', '-i', clip, '-t', '10', '-c', 'copy', bare];
        const time = await timed(() => execute(tools.ffmpeg, words));
        await rm(bare);
        return time;
      };
      return [
        await compare(
          {
            name: 'lossless cut, clip open',
            target: 1.2,
            pairs,
            ours: () => cutWith(known),
            peer,
            inProcess: false,
          },
          say,
        ),
        await compare(
          // An engine that has never seen the file: it is probed and its frames are indexed in the measured time.
          {
            name: 'lossless cut, clip not yet seen',
            target: 1.2,
            pairs,
            ours: () => cutWith(createClipEngine(tools)),
            peer,
            inProcess: false,
          },
          say,
        ),
      ];
    }),
};
