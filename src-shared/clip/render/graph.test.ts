import { describe, expect, test } from 'vitest';
import type { FfmpegAbilities } from '../abilities.ts';
import { placeSegments } from '../edit/layout.ts';
import type { ClipEdit } from '../edit/schema.ts';
import type { ClipProbe } from '../probe.ts';
import { captionList, captionSteps } from './caption-layer.ts';
import { colourCube } from './colour-lut.ts';
import { commandLine } from './command-line.ts';
import { framesOf, frameSegments } from './frames.ts';
import { bitsFor, codecOf, sizeFor } from './output.ts';
import { keyAt, windowOf } from './path.ts';
import { pictureGraph } from './picture.ts';
import { renderRate } from './rate.ts';
import { pathOf } from './segment-picture.ts';
import { paintedVideo } from './source.ts';
import type { RenderContext } from './types.ts';
import { straightenZoom } from './upright.ts';
import { graphInputs } from './writer.ts';

const abilities: FfmpegAbilities = {
  version: '5.1.9',
  fpsMode: true,
  statsPeriod: true,
  encoders: { h264: true, vp9: true, opus: true, aac: true, webp: true, hevc: true, webpAnimated: true },
  filters: { xfade: true, stabilise: true },
  toneMapping: true,
};
const probe: ClipProbe = {
  container: 'mov',
  duration: 10,
  bytes: 1,
  startTime: 0,
  streams: [],
  video: {
    ...paintedVideo({ width: 1920, height: 1080 }),
    codec: 'h264',
    pixelFormat: 'yuv420p',
    fps: 30,
    rate: { num: 30, den: 1 },
    colour: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  },
  audio: null,
  hasLocation: false,
  warnings: [],
};

function graphOf(edit: ClipEdit, target = { width: 1080, height: 1920 }) {
  const rate = { num: 30, den: 1 };
  const framed = frameSegments(placeSegments(edit), rate);
  const frames = framesOf(framed);
  const context: RenderContext = {
    inputs: graphInputs(),
    target: { ...target, kind: 'mp4', codec: 'h264', quality: 'good' },
    rate,
    frames,
    duration: frames / 30,
    abilities,
    painted: { segments: new Map(), overlays: new Map(), captions: [] },
    tokens: {},
    fileOf: (source) => `/clips/${source}.mp4`,
    probeOf: () => probe,
    lutsOf: () => [],
    preparedOf: () => null,
  };
  const graph = pictureGraph(edit, { framed, window: { from: 0, to: frames }, captionLists: [] }, context);
  return { graph: graph.filters, inputs: context.inputs.list };
}

describe('graphs', () => {
  test('one part over its blurred copy', () => {
    const { graph, inputs } = graphOf({
      segments: [{ id: 'a', kind: 'clip', source: 'it’s', from: 2, to: 4 }],
      fit: 'blur',
    });
    expect(inputs[0]?.options.slice(-7)).toEqual(['-ss', '1.991667', '-t', '2.508333', '-an', '-sn', '-dn']);
    expect(graph[0]).toContain('fps=30/1:start_time=0');
    expect(graph[0]).toContain('scale=1080:608:in_color_matrix=bt709');
    // The copy is blurred at a tenth of the size and stands in strips above and below.
    expect(graph[2]).toContain('scale=108:192:flags=area,gblur=sigma=4,scale=1080:1920');
    expect(graph.some((chain) => chain.includes('crop=1080:656:0:0'))).toBe(true);
    expect(graph.some((chain) => chain.includes('vstack=inputs=3'))).toBe(true);
    // No name of a person is ever part of a filter.
    expect(graph.join(';')).not.toContain('it’s');
  });

  test('a transition cuts both sides out exactly', () => {
    const { graph } = graphOf({
      segments: [
        { id: 'a', kind: 'colour', colour: '#f00', duration: 1 },
        {
          id: 'b',
          kind: 'colour',
          colour: '#00f',
          duration: 1,
          transition: { kind: 'wipe-left', seconds: 0.5 },
        },
      ],
    });
    expect(graph.filter((chain) => /trim=start_frame|xfade|concat/.test(chain))).toMatchInlineSnapshot(`
      [
        "[v3]trim=start_frame=0:end_frame=15,settb=1/30,setpts=N[v5]",
        "[v4]trim=start_frame=15:end_frame=30,settb=1/30,setpts=N[v6]",
        "[v9]trim=start_frame=0:end_frame=15,settb=1/30,setpts=N[v11]",
        "[v12][v13]xfade=transition=wipeleft:duration=0.5:offset=0,trim=end_frame=15,settb=1/30,setpts=N[v14]",
        "[v10]trim=start_frame=15:end_frame=30,settb=1/30,setpts=N[v15]",
        "[v5][v14][v15]concat=n=3:v=1:a=0,settb=1/30,setpts=N[v16]",
      ]
    `);
  });
});

describe('what graphs are made of', () => {
  test('keys of a focus follow speed and direction', () => {
    const focus = [
      { at: 0, x: 0, y: 0.5 },
      { at: 2, x: 1, y: 0.5 },
    ];
    const segment = {
      id: 'a',
      kind: 'clip' as const,
      source: 's',
      from: 1,
      to: 5,
      speed: 2,
      picture: { focus },
    };
    expect(pathOf(segment, 2).map(({ at, x }) => [at, x])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(pathOf({ ...segment, reversed: true }, 2).map(({ at, x }) => [at, x])).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  test('a window stays inside the picture', () => {
    const picture = { width: 1920, height: 1080 };
    const frame = { width: 1080, height: 1920 };
    expect(windowOf(picture, frame, { x: 0, y: 0, zoom: 1 })).toEqual({
      x: 0,
      y: 0,
      width: 607.5,
      height: 1080,
    });
    expect(windowOf(picture, frame, { x: 1, y: 1, zoom: 2 })).toEqual({
      x: 1616.25,
      y: 540,
      width: 303.75,
      height: 540,
    });
    expect(
      keyAt(
        [
          { at: 0, x: 0, y: 0, zoom: 1 },
          { at: 2, x: 1, y: 0, zoom: 3 },
        ],
        0.5,
      ),
    ).toMatchObject({ x: 0.25, zoom: 1.5 });
  });

  test('a straightened picture covers its outline', () => {
    expect(straightenZoom({ width: 100, height: 100 }, 45)).toBeCloseTo(Math.SQRT2);
    expect(straightenZoom({ width: 1920, height: 1080 }, 0)).toBe(1);
  });

  test('rates', () => {
    const video = (fps: number, vfr = false) => ({
      fps,
      vfr,
      rate: { num: Math.round(fps * 1000), den: 1000 },
    });
    expect(renderRate([], undefined)).toEqual({ num: 30, den: 1 });
    expect(renderRate([video(25), video(60.058)], undefined)).toEqual({ num: 60, den: 1 });
    expect(renderRate([video(29.871)], undefined)).toEqual({ num: 30_000, den: 1001 });
    expect(renderRate([video(17, true)], undefined)).toEqual({ num: 24_000, den: 1001 });
    expect(renderRate([video(60)], 30)).toEqual({ num: 60, den: 2 });
    expect(renderRate([video(120)], undefined)).toEqual({ num: 120_000, den: 2000 });
    expect(renderRate([video(25)], 24)).toEqual({ num: 24, den: 1 });
  });

  test('captions as frames without gaps', () => {
    const layer = {
      x: 0,
      y: 0,
      width: 10,
      height: 10,
      empty: '/x/empty.png',
      frames: [
        { path: '/x/a.png', from: 0.1, to: 0.5 },
        { path: '/x/b.png', from: 0.5, to: 0.8 },
      ],
    };
    const steps = captionSteps(layer, { num: 30, den: 1 }, { from: 0, to: 30 });
    expect(steps.map(({ frames }) => frames)).toEqual([3, 12, 9, 6]);
    expect(
      captionSteps(layer, { num: 30, den: 1 }, { from: 10, to: 20 }).map(({ frames }) => frames),
    ).toEqual([5, 5]);
    expect(
      captionList(steps, (path) => path.slice(3))
        .split('\n')
        .slice(0, 5),
    ).toEqual(['ffconcat version 1.0', 'file empty.png', 'duration 0.12', 'file a.png', 'duration 0.48']);
  });

  test('looks as a table, red fastest', () => {
    expect(colourCube({}, {})).toBeNull();
    const lines = colourCube({ saturation: -100 }, {})?.trim().split('\n') ?? [];
    expect(lines).toHaveLength(1 + 33 ** 3);
    expect(lines[1]).toBe('0.000000 0.000000 0.000000');
    expect(new Set(lines[33]?.split(' ')).size).toBe(1);
    expect(lines.at(-1)).toBe('1.000000 1.000000 1.000000');
  });

  test('limits', () => {
    expect(codecOf({ kind: 'webm', codec: 'h264' }, abilities)).toBe('vp9');
    expect(
      codecOf(
        { kind: 'mp4', codec: 'hevc' },
        { ...abilities, encoders: { ...abilities.encoders, hevc: false } },
      ),
    ).toBe('h264');
    expect(bitsFor(1_000_000, { duration: 10, sound: true, factor: 1 })).toEqual({
      video: 682_880,
      audio: 93_120,
    });
    expect(sizeFor({ width: 1080, height: 1920 }, { num: 30, den: 1 }, 10_000_000)).toBeNull();
    expect(sizeFor({ width: 1080, height: 1920 }, { num: 30, den: 1 }, 1_000_000)).toEqual({
      width: 516,
      height: 920,
    });
  });

  test('a command is quoted and names no folder', () => {
    const call = {
      inputs: [{ options: ['-ss', '1'], path: "/home/me/it's.mp4" }],
      options: ['-vf', 'a,b;c'],
      output: { path: '/x/out.mp4' },
    };
    expect(commandLine(call)).toBe(
      `ffmpeg -hide_banner -nostdin -ss 1 -i 'it'\\''s.mp4' -vf 'a,b;c' out.mp4`,
    );
  });
});
