import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { Pictures } from '../pictures.ts';
import type { EditWorld } from './edit-world.ts';

/** The sources of an edit that is kept in a workspace: its library, designs, brand and look-up tables. */
export function workspaceWorld(session: Session, pictures: Pictures): EditWorld {
  const { assets, designs, luts } = session.repositories;
  const { key: brandKey, ...look } = brandLook(session);
  return {
    facts: (source) => assets.get(source),
    fileOf(source) {
      const asset = assets.get(source);
      if (asset) return session.assetPath(asset);
      throw new GalleyError('not-found', {
        en: 'A recording or picture of this clip is no longer in the library. Bring it back, or take it out of the clip.',
        zh: '此剪辑用到的某个素材已不在媒体库中。请恢复它，或将其从剪辑中移除。',
      });
    },
    design(id) {
      const design = designs.get(id);
      if (design) {
        const { body } = readDocument(designFormat, design.document);
        const assetFile = (assetId: string) => pictures.paintable(session, assetId);
        return { body, key: `${id}-${design.revision}-${brandKey}`, assetFile };
      }
      throw new GalleyError('not-found', {
        en: 'A design of this clip is no longer in the workspace. Bring it back, or take it out of the clip.',
        zh: '此剪辑用到的某个设计已不在工作区中。请恢复它，或将其从剪辑中移除。',
      });
    },
    look,
    lutFile(id) {
      if (luts.get(id)) return session.lutPath(id);
      throw new GalleyError('not-found', {
        en: 'A look-up table of this clip is no longer in the workspace. Add it again, or choose another look.',
        zh: '此剪辑用到的颜色查找表已不在工作区中。请重新添加，或选择其他外观。',
      });
    },
    kept: join(session.paths.cache, 'clip-parts'),
  };
}
