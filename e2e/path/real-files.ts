import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { testData } from '../drivers/studio.ts';

export interface RealFiles {
  photo: string;
  clip: string;
  /** Seconds of the clip. */
  clipLength: number;
}

/** A photo with a place in it, as phones write it. */
async function generatedPhoto(path: string): Promise<void> {
  await sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#4a7c8c' } })
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '35/1 41/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '139/1 41/1 0/1',
      },
    })
    .jpeg()
    .toFile(path);
}

/** A phone clip: H.264, a place in its metadata, a picture that changes with every frame. */
function generatedClip(path: string): void {
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30:duration=6'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=330:duration=6'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '30', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...['-metadata', 'location=+35.6895+139.6917/', '-movflags', 'use_metadata_tags', path],
  ]);
}

/**
 * The iPhone photo with its place and a ten-second HEVC recording of the test data; where that is missing (a clone
 * by itself), files of the same kinds made here.
 */
export async function realFiles(folder: string): Promise<RealFiles> {
  const photo = join(folder, 'tokyo.jpg');
  const clip = join(folder, 'phone.mp4');
  const sourcePhoto = join(testData, 'photos/media__tokyo.jpg');
  const sourceClip = join(testData, 'video/mediabunny__video-h265.mp4');
  if (existsSync(sourcePhoto)) await copyFile(sourcePhoto, photo);
  else await generatedPhoto(photo);
  if (existsSync(sourceClip)) await copyFile(sourceClip, clip);
  else generatedClip(clip);
  return { photo, clip, clipLength: existsSync(sourceClip) ? 10 : 6 };
}

interface Stream {
  codec_type: string;
  codec_name: string;
  width?: number;
  height?: number;
  nb_read_frames?: string;
}

export interface Probed {
  format: { duration: string; tags?: Record<string, string> };
  streams: Stream[];
}

export function probe(path: string): Probed {
  const words = ['-v', 'error', '-count_frames', '-show_format', '-show_streams', '-of', 'json', path];
  return JSON.parse(execFileSync('ffprobe', words, { encoding: 'utf8' })) as Probed;
}
