import { even, evenNear, type PixelSize } from '../args/picture.ts';
import type { FrameFit } from '../edit/segment.ts';
import type { FrameRate } from '../timeline.ts';
import { standardTags } from './upright.ts';
import type { GraphWriter } from './writer.ts';

/** A plain ground of one frame. The colour is turned into BT.709 by us: the source itself would use BT.601. */
export function ground(writer: GraphWriter, colour: string, size: PixelSize, rate: FrameRate): string {
  return writer.chain(
    [],
    [
      `color=c=${colour}:s=${size.width}x${size.height}:r=${rate.num}/${rate.den}`,
      'format=gbrp',
      'trim=end_frame=1',
      'scale=out_color_matrix=bt709:out_range=tv',
      'format=yuv420p',
      'setsar=1',
      standardTags,
    ],
  );
}

/** The largest even size of a picture's shape inside the frame. */
export function insideSize(from: PixelSize, frame: PixelSize): PixelSize {
  const scale = Math.min(frame.width / from.width, frame.height / from.height);
  return {
    width: Math.min(frame.width, evenNear(from.width * scale)),
    height: Math.min(frame.height, evenNear(from.height * scale)),
  };
}

const isGrey = (colour: string): boolean => /^0x(..)\1\1$/.test(colour);

/**
 * Puts a picture of `insideSize` into the frame, on a colour or over its own blurred copy. The copy is made at a tenth
 * of the size: the same look for a fraction of the time.
 */
export function surround(
  writer: GraphWriter,
  pad: string,
  inside: PixelSize,
  { frame, fit, colour, rate }: { frame: PixelSize; fit: FrameFit; colour: string; rate: FrameRate },
): string {
  if (inside.width === frame.width && inside.height === frame.height) return pad;
  const left = 2 * Math.round((frame.width - inside.width) / 4);
  const top = 2 * Math.round((frame.height - inside.height) / 4);
  // A gap of a pixel or two is no room for a strip on either side.
  if (fit === 'blur' && frame.width - inside.width + frame.height - inside.height >= 4) {
    const [behind, front] = writer.split(pad, 2) as [string, string];
    const part = {
      width: Math.min(inside.width, evenNear((inside.height * frame.width) / frame.height)),
      height: Math.min(inside.height, evenNear((inside.width * frame.height) / frame.width)),
    };
    const blurred = writer.chain(
      [behind],
      [
        `crop=${part.width}:${part.height}`,
        `scale=${even(frame.width / 10)}:${even(frame.height / 10)}:flags=area`,
        'gblur=sigma=4',
        `scale=${frame.width}:${frame.height}:flags=bilinear`,
        'setsar=1',
      ],
    );
    if (inside.width !== frame.width && inside.height !== frame.height) {
      return writer.chain([blurred, front], [`overlay=${left}:${top}:format=yuv420`]);
    }
    // Strips beside the picture are put together with it: laying over would mix every pixel.
    const upright = inside.width === frame.width;
    const strips = writer.split(blurred, 2);
    const [before, after] = upright
      ? [
          `crop=${frame.width}:${top}:0:0`,
          `crop=${frame.width}:${frame.height - top - inside.height}:0:${top + inside.height}`,
        ]
      : [
          `crop=${left}:${frame.height}:0:0`,
          `crop=${frame.width - left - inside.width}:${frame.height}:${left + inside.width}:0`,
        ];
    const [first, last] = [
      writer.chain([strips[0] ?? ''], [before]),
      writer.chain([strips[1] ?? ''], [after]),
    ];
    return writer.chain([first, front, last], [`${upright ? 'vstack' : 'hstack'}=inputs=3`]);
  }
  if (isGrey(colour)) {
    return writer.chain([pad], [`pad=${frame.width}:${frame.height}:${left}:${top}:color=${colour}`]);
  }
  // `pad` would turn the colour into BT.601.
  const behind = ground(writer, colour, frame, rate);
  return writer.chain([behind, pad], [`overlay=${left}:${top}:format=yuv420`]);
}
