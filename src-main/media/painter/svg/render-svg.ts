import { drawPage } from '#shared/design/draw/page.ts';
import { SvgRecorder } from '#shared/design/svg/recorder.ts';
import { decodePictures } from '#main/media/painter/page-pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { requirePage } from '#main/media/painter/render-page.ts';
import { embedder } from '#main/media/painter/svg/embed.ts';
import { openFont, outliner } from '#main/media/painter/svg/outlines.ts';
import type { NamedFont } from '#main/media/painter/svg/outlines.ts';

export interface RenderedSvg {
  svg: string;
  missingAssets: string[];
}

export interface SvgWishes {
  title: string;
  /** Pixels of pictures per design px. */
  density: number;
  /** 1 to 100, of pictures that are embedded as JPEG. */
  quality: number;
  /** All fonts that the page may ask for. */
  fonts: readonly NamedFont[];
  /** Letters as outlines of those fonts. */
  outlines: boolean;
}

/** Fonts of the user's own have an alias in designs, which no other program knows. */
function outsideName(family: string, fonts: readonly NamedFont[]): string {
  const own = family.startsWith('user-') ? fonts.find((font) => font.family === family) : undefined;
  return own ? openFont(own.path).familyName : family;
}

/** Writes a page as an SVG file that needs nothing beside it, except fonts where text stays text. */
export async function renderSvg(job: ChildJob, pageId: string, wishes: SvgWishes): Promise<RenderedSvg> {
  requirePage(job, pageId);
  const { pictures, missingAssets } = await decodePictures(job, pageId, wishes.density);
  const recorder = new SvgRecorder(job.body.width, job.body.height, {
    embed: embedder(wishes.quality),
    ...(wishes.outlines && { outline: outliner(wishes.fonts) }),
    familyName: (family) => outsideName(family, wishes.fonts),
  });
  drawPage(
    recorder,
    job.body,
    pageId,
    {
      tokens: job.tokens,
      picture: (_assetId, nodeId) => pictures.get(nodeId),
      scale: () => 1,
      surface: (width, height) => recorder.surface(width, height),
    },
    job.background,
  );
  return { svg: recorder.document(wishes.title, job.scale), missingAssets };
}
