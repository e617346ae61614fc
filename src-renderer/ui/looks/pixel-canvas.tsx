import { type CanvasHTMLAttributes, useLayoutEffect, useRef } from 'react';

/** A canvas that shows pixels as they are. */
export function PixelCanvas({
  pixels,
  ...rest
}: { pixels: ImageData | null } & CanvasHTMLAttributes<HTMLCanvasElement>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (pixels) canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [pixels]);
  return <canvas ref={canvas} width={pixels?.width ?? 1} height={pixels?.height ?? 1} {...rest} />;
}
