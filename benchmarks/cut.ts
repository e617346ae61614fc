import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClipEngine } from '#main/media/video/engine.ts';
import { findTools } from '#main/media/video/tools.ts';
import { makeFilm } from './film.ts';
import { inFolder } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';

const execute = promisify(execFile);
const pairs = 15;
const range = { from: 20, to: 30 };

/** A lossless cut of 10 s through the engine against bare `ffmpeg -c copy`. */
export const cut: Measurement = {
  name: 'cut',
  measure: (say) =>
    inFolder(async (folder) => {
      const tools = await findTools();
      say('cut: making a clip of 60 s');
      const clip = await makeFilm(tools.ffmpeg, folder);
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
            target: 1.15,
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
            target: 1.15,
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
