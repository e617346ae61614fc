import { describe, expect, test } from 'vitest';
import type { FfmpegAbilities } from '../abilities.ts';
import { indexFrames } from '../frame-index.ts';
import { planCut } from '../plan.ts';
import { parseProbe } from '../probe.ts';
import { mediaFormats } from './call.ts';
import { exactCall, losslessCall } from './cut.ts';
import { bitrateFor, planFit, scaleForBitrate } from './fit.ts';
import { fitFilter } from './picture.ts';
import { packetArguments, probeArguments } from './probe.ts';
import { joinList } from './smart.ts';

const abilities: FfmpegAbilities = {
  version: '5.1.9',
  fpsMode: true,
  statsPeriod: true,
  encoders: { h264: true, vp9: true, opus: true, aac: true, webp: true, hevc: true, webpAnimated: true },
  filters: { xfade: true, stabilise: true },
  toneMapping: true,
};
const probe = parseProbe(
  {
    streams: [
      {
        index: 0,
        codec_type: 'video',
        codec_name: 'h264',
        width: 1920,
        height: 1080,
        pix_fmt: 'yuv420p',
        r_frame_rate: '30/1',
        avg_frame_rate: '30/1',
        time_base: '1/15360',
      },
      { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2, sample_rate: '48000' },
    ],
    format: { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', duration: '10.0', start_time: '0.0' },
  },
  1000,
);
const index = indexFrames(Array.from({ length: 300 }, (_, at) => ({ time: at / 30, key: at % 30 === 0 })));
const files = { source: '/clips/-x %03d.mp4', out: '/out/cut.mp4', kind: 'mp4' as const };
const input = ['-protocol_whitelist', 'file', '-format_whitelist', mediaFormats];
const clean = '-map_metadata -1 -map_metadata:s:v -1 -map_metadata:s:a -1 -map_chapters -1 -dn -sn';

test('no playlist, manifest or list is a media format', () => {
  expect(mediaFormats.split(',')).not.toEqual(expect.arrayContaining(['hls']));
  for (const name of ['hls', 'dash', 'concat', 'applehttp', 'image2', 'lavfi', 'tee', 'sdp', 'rtsp']) {
    expect(mediaFormats.split(',')).not.toContain(name);
  }
});

test('probing names the file after every option, as a file', () => {
  expect(probeArguments('/a/-x.mp4').slice(-2)).toEqual(['-i', 'file:/a/-x.mp4']);
  expect(packetArguments('/a/-x.mp4', 2).join(' ')).toBe(
    `-v error ${input.join(' ')} -select_streams 2 -show_entries packet=pts_time,size,flags -of csv=p=0 -i file:/a/-x.mp4`,
  );
});

test('lossless', () => {
  const call = losslessCall(
    probe,
    planCut(probe, index, { from: 2.5, to: 5, mode: 'lossless' }),
    files,
    abilities,
  );
  expect(call.inputs).toEqual([{ path: files.source, options: [...input, '-ss', '1.9995'] }]);
  expect(call.options.join(' ')).toBe(
    `-map 0:0 -map 0:1 -c copy -copypriorss 0 -bsf:v noise=drop='gte(n,90)' -t 3.0005 ${clean} -f mp4`,
  );
});

test('exact', () => {
  const call = exactCall(probe, planCut(probe, index, { from: 2.5, to: 5, mode: 'exact' }), files, abilities);
  expect(call.inputs).toEqual([
    { path: files.source, options: [...input, '-max_pixels', '67108864', '-ss', '2.4995'] },
  ]);
  expect(call.options.join(' ')).toBe(
    '-map 0:0 -vf setpts=PTS-STARTPTS,fps=30/1,tpad=stop_mode=clone:stop_duration=1,trim=end_frame=75,format=yuv420p' +
      ' -c:v libx264 -preset veryfast -crf 18 -pix_fmt yuv420p -fps_mode cfr -r 30/1' +
      ' -map 0:1 -af aresample=async=1:first_pts=0,apad,atrim=duration=2.5 -c:a aac -b:a 192000 -ar 48000' +
      ` -t 2.5 ${clean} -movflags +faststart -f mp4`,
  );
});

describe('fitting', () => {
  test('a crop keeps the focus as far as the edges allow', () => {
    const wide = { width: 1920, height: 1080 };
    const tall = { width: 1080, height: 1920 };
    expect(fitFilter(wide, tall, 'crop', { x: 1, y: 0.5 })).toBe(
      'scale=3414:1920,crop=1080:1920:2334:0,setsar=1',
    );
    expect(fitFilter(wide, tall, 'pad')).toBe('scale=1080:608,pad=1080:1920:0:656:color=black,setsar=1');
    expect(fitFilter(wide, tall, 'blur')).toContain('gblur');
    expect(fitFilter(wide, { width: 1280, height: 720 }, 'blur')).toBe(
      'scale=1280:720,crop=1280:720:0:0,setsar=1',
    );
  });

  test('a byte limit lowers the picture size before the bits run out', () => {
    const video = probe.video;
    if (!video) throw new Error('no picture');
    const wanted = { width: 1080, height: 1920, fit: 'blur' as const, maxDuration: 5 };
    const plan = planFit(probe, video, wanted, abilities);
    expect(plan).toMatchObject({ frames: 150, duration: 5, width: 1080, height: 1920 });
    expect(scaleForBitrate(plan, 8_000_000)).toBe(1);
    expect(scaleForBitrate(plan, 500_000)).toBeLessThan(0.5);
    const rate = bitrateFor(plan, 1_000_000);
    expect(((rate.video + rate.audio) * plan.duration) / 8).toBeLessThan(1_000_000);
  });
});

test('the list of parts holds only our own names', () => {
  expect(joinList([{ name: 'head.mp4', seconds: 0.5 }])).toBe(
    'ffconcat version 1.0\nfile head.mp4\nduration 0.500000\n',
  );
});
