import type { CallOutput } from '#shared/contract/index.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { type BrandLook, brandLook } from '#main/core/brand/brand-look.ts';
import { requireDesign } from '#main/core/designs/design-records.ts';
import { freePath } from '#main/core/disk.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import { paintDesign } from '#main/core/painting/paint-design.ts';
import type { Pictures } from '#main/core/pictures.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { Handlers } from './handlers.ts';

type DesignMediaHandlers = Pick<Handlers, 'designs.render' | 'designs.missingGlyphs'>;

/** Everything of designs that paints. */
export function createDesignMediaHandlers(parts: {
  holder: WorkspaceHolder;
  painter: Painter;
  pictures: Pictures;
  offered: OfferedFiles;
  zip: Zip;
  pack: () => Promise<RulePack>;
  /** Which characters fonts lack; `own` are the workspace's. */
  glyphs: (
    pieces: readonly { text: string; family: string; weight: number }[],
    own: BrandLook['fonts'],
  ) => CallOutput<'designs.missingGlyphs'>;
}): DesignMediaHandlers {
  return {
    'designs.missingGlyphs': ({ pieces }) => {
      const session = parts.holder.peek();
      return parts.glyphs(pieces, session ? brandLook(session).fonts : []);
    },
    'designs.render': {
      lane: 'paint',
      title: ({ id }) => {
        const name = parts.holder.peek()?.repositories.designs.get(id)?.name ?? '';
        return { en: `Export ${name}`, zh: `导出 ${name}` };
      },
      async run(input, job) {
        const session = parts.holder.current();
        const design = requireDesign(session.repositories, input.id);
        const { body } = readDocument(designFormat, design.document);
        const out = await freePath(session.paths.exports, design.name);
        const files = await paintDesign(
          parts.painter,
          await parts.pack(),
          {
            name: design.name,
            body,
            assetFile: (assetId) => parts.pictures.paintable(session, assetId),
            pages: input.pages,
            formats: input.formats ?? [],
            variants: input.variants,
            ownSize: input.ownSize,
            layers: input.layers,
            transparent: input.transparent,
            outlines: input.outlines,
            bleed: input.bleed,
            look: brandLook(session),
            scale: input.scale,
            type: input.type,
            quality: input.quality,
            maxBytes: input.maxBytes,
            out,
            force: false,
          },
          job,
        );
        const zipFile = files.length > 1 ? `${out}.zip` : null;
        if (zipFile !== null) await parts.zip(out, zipFile, job.signal);
        return {
          files: files.map((file) => ({ ...file, url: parts.offered.offer(file.path, file.type) })),
          dir: out,
          zipUrl: zipFile === null ? null : parts.offered.offer(zipFile, 'application/zip'),
        };
      },
    },
  };
}
