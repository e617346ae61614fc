import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { ClipBench } from './clip-fixtures.ts';

const picture = '-f lavfi -i testsrc2=size=160x96:rate=30';
const tone = '-f lavfi -i sine=frequency=440:sample_rate=48000';
const x264 = '-c:v libx264 -preset ultrafast -g 12';
const hdr = (transfer: string): string =>
  `-pix_fmt yuv420p10le -x265-params log-level=none:colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`;

/** A short clip of every kind: its name, and the words that make it. `@name` is another clip of this list. */
const kinds: readonly (readonly [string, string])[] = [
  ['h264.mp4', `${picture} ${tone} -t 1 ${x264} -c:a aac`],
  ['fragments.mp4', '-i @h264.mp4 -c copy -movflags frag_keyframe+empty_moov'],
  ['h264.mkv', '-i @h264.mp4 -c copy'],
  ['h264.ts', '-i @h264.mp4 -c copy'],
  ['late-clock.ts', '-i @h264.mp4 -c copy -output_ts_offset 95443'],
  ['h264.flv', '-i @h264.mp4 -c copy'],
  ['raw.h264', '-i @h264.mp4 -map 0:v -c copy'],
  ['silent.mp4', '-i @h264.mp4 -map 0:v -c copy'],
  ['front.mp4', '-i @h264.mp4 -c copy -movflags +faststart'],
  ['rotated-90.mp4', '-i @h264.mp4 -c copy -metadata:s:v rotate=90'],
  ['rotated-180.mp4', '-i @h264.mp4 -c copy -metadata:s:v rotate=180'],
  ['rotated-270.mp4', '-i @h264.mp4 -c copy -metadata:s:v rotate=270'],
  ['sound-late.mp4', '-i @h264.mp4 -itsoffset 0.5 -i @h264.mp4 -map 0:v -map 1:a -c copy'],
  ['sound-early.mp4', '-i @h264.mp4 -itsoffset -0.5 -i @h264.mp4 -map 0:v -map 1:a -c copy'],
  ['picture-late.mkv', '-i @h264.mp4 -itsoffset 0.5 -i @h264.mp4 -map 1:v -map 0:a -c copy'],
  ['long-sound.mp4', `-i @h264.mp4 ${tone} -map 0:v -map 1:a -t 3 -c:v copy -c:a aac`],
  [
    'hevc.mov',
    `${picture} ${tone} -t 1 -c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1 -c:a aac`,
  ],
  ['vp8.webm', `${picture} ${tone} -t 1 -c:v libvpx -deadline realtime -c:a libvorbis`],
  ['vp9.webm', `${picture} ${tone} -t 1 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus`],
  ['av1.mp4', `${picture} -t 0.5 -c:v libaom-av1 -cpu-used 8 -usage realtime`],
  ['prores.mov', `${picture} ${tone} -t 1 -c:v prores_ks -pix_fmt yuv422p10le -c:a pcm_s16le`],
  ['motion-jpeg.avi', `${picture} ${tone} -t 1 -c:v mjpeg -q:v 8 -c:a pcm_s16le`],
  ['mpeg4.avi', `${picture} ${tone} -t 1 -c:v mpeg4 -c:a libmp3lame`],
  ['mpeg2.ts', `${picture} ${tone} -t 1 -c:v mpeg2video -c:a mp2`],
  ['windows.wmv', `${picture} ${tone} -t 1 -c:v wmv2 -c:a wmav2`],
  ['moving.gif', `${picture} -t 1`],
  ['sound.mp3', `${tone} -t 1`],
  ['sound.m4a', `${tone} -t 1 -c:a aac`],
  ['sound.flac', `${tone} -t 1`],
  ['sound.ogg', `${tone} -t 1 -c:a libvorbis`],
  ['sound.opus', `${tone} -t 1 -c:a libopus`],
  ['sound.wav', `${tone} -t 1`],
  ['sound.aac', `${tone} -t 1 -c:a aac -f adts`],
  [
    'varying.mp4',
    `${picture} ${tone} -t 1 -vf select=not(eq(mod(n\\,5)\\,2))*not(eq(mod(n\\,7)\\,3)) -vsync vfr ${x264} -c:a aac`,
  ],
  ['ten-bit.mp4', `${picture} -t 1 ${x264} -pix_fmt yuv420p10le`],
  ['pq.mp4', `${picture} -t 1 -c:v libx265 -preset ultrafast ${hdr('smpte2084')} -tag:v hvc1`],
  ['hlg.mp4', `${picture} -t 1 -c:v libx265 -preset ultrafast ${hdr('arib-std-b67')} -tag:v hvc1`],
  ['odd.mp4', `-f lavfi -i testsrc2=size=161x97:rate=30 -t 1 -pix_fmt yuv444p ${x264}`],
  ['tiny.mp4', `-f lavfi -i testsrc2=size=3x3:rate=30 -t 1 -pix_fmt yuv444p ${x264}`],
  ['interlaced.mpg', `${picture} ${tone} -t 1 -flags +ildct+ilme -top 1 -c:v mpeg2video -c:a mp2`],
  ['one-frame.mp4', `${picture} -frames:v 1 ${x264}`],
  ['one-frame-and-sound.mp4', '-i @one-frame.mp4 -i @sound.m4a -map 0:v -map 1:a -c copy'],
  ['still.jpg', `${picture} -frames:v 1`],
  [
    'cover.mp3',
    '-i @still.jpg -i @sound.mp3 -map 1:a -map 0:v -c:a copy -c:v mjpeg -disposition:v attached_pic',
  ],
  ['slow.mp4', `-f lavfi -i testsrc2=size=160x96:rate=1 -t 3 ${x264}`],
  ['fast.mp4', `-f lavfi -i testsrc2=size=160x96:rate=240 -t 0.5 ${x264}`],
  ['alpha.webm', `${picture} -t 0.5 -vf format=yuva420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8`],
  [
    'two-tongues.mkv',
    `-i @h264.mp4 ${tone} -t 1 -map 0:v -map 0:a -map 1:a -c:v copy -c:a aac -ac:a:1 2 -metadata:s:a:0 language=deu -metadata:s:a:0 title=Mikrofon -metadata:s:a:1 language=eng -metadata:s:a:1 title=Hall`,
  ],
  ['two-tongues.mov', '-i @two-tongues.mkv -map 0 -c copy'],
];

/** Makes a short clip of every kind in the folder of the bench, and damaged ones of them; answers their names. */
export async function makeKinds(bench: ClipBench): Promise<string[]> {
  const made: string[] = [];
  for (const [name, words] of kinds) {
    const parts = words.split(' ').map((word) => (word.startsWith('@') ? bench.path(word.slice(1)) : word));
    await bench.ffmpeg(...parts, bench.path(name));
    made.push(name);
  }
  const part = (name: string, from: string, share: number): void => {
    const bytes = readFileSync(bench.path(from));
    writeFileSync(bench.path(name), bytes.subarray(0, Math.floor(bytes.length * share)));
    made.push(name);
  };
  part('no-index.mp4', 'h264.mp4', 0.5);
  part('half-front.mp4', 'front.mp4', 0.5);
  part('half.mkv', 'h264.mkv', 0.5);
  part('half.ts', 'h264.ts', 0.5);
  part('half.avi', 'motion-jpeg.avi', 0.5);
  part('head-only.mkv', 'h264.mkv', 0.01);
  part('head-only.mp3', 'sound.mp3', 0.02);
  copyFileSync(bench.path('h264.mkv'), bench.path('matroska-inside.mp4'));
  return [...made, 'matroska-inside.mp4'];
}
