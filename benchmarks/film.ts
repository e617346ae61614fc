import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Sixty seconds of 1080p30 H.264 at about 8 Mbit/s with sound: ten of them encoded, then repeated. */
export async function makeFilm(ffmpeg: string, folder: string): Promise<string> {
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
