import { rm } from 'node:fs/promises';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { fontFaces, fontFamilies } from '#shared/design/fonts.ts';
import type { StoredFont } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { brandOf } from '../brand/brand.ts';

type ListedFont = CallOutput<'designs.fonts'>[number];

/** What its maker says about use in documents (OS/2 fsType); null where nothing restricts it. */
export function embeddingNote(embedding: StoredFont['embedding']): Bilingual | null {
  switch (embedding) {
    case 'restricted':
      return {
        en: 'Its maker does not allow embedding it in documents: export pictures, not PDF or SVG, unless your licence says otherwise.',
        zh: '字体厂商不允许将其嵌入文档：除非你的授权另有约定，请导出图片，不要导出 PDF 或 SVG。',
      };
    case 'preview':
      return {
        en: 'Its maker allows embedding it for viewing and printing only.',
        zh: '字体厂商仅允许为查看和打印而嵌入。',
      };
    default:
      return null;
  }
}

function bundledFonts(): ListedFont[] {
  return fontFaces.map((face) => {
    const family = fontFamilies.find((candidate) => candidate.family === face.family);
    const script = family?.script;
    return {
      id: face.id,
      family: face.family,
      name: { en: face.family, zh: family?.chineseName || face.family },
      weight: face.weight,
      style: face.style === 'italic' ? 'italic' : 'normal',
      script: script === 'han' || script === 'emoji' ? script : 'latin',
      url: `font/${face.id}`,
      own: false,
      ascent: family?.ascent ?? 0.88,
      descent: family?.descent ?? 0.12,
      note: null,
    };
  });
}

/** The bundled faces and, with a workspace open, its own. */
export function listFonts(session: Session | null): ListedFont[] {
  const own = session?.repositories.fonts.list() ?? [];
  return [
    ...bundledFonts(),
    ...own.map((font) => ({
      id: font.family,
      family: font.family,
      name: { en: font.name, zh: font.chineseName || font.name },
      weight: font.weight,
      style: font.style,
      script: font.script,
      url: `font/${font.family}`,
      own: true,
      ascent: font.ascent,
      descent: font.descent,
      note: embeddingNote(font.embedding),
    })),
  ];
}

/** The file of one of the workspace's own fonts for the media route, or null. */
export function ownFontFile(session: Session | null, id: string): { file: string; type: string } | null {
  const font = session?.repositories.fonts.get(id);
  return font && session ? { file: session.fontPath(font), type: `font/${font.extension}` } : null;
}

/** Removes a font that nothing uses. @throws GalleyError `conflict` naming its users, `not-found` */
export async function removeFont(
  { holder, events }: RecordContext,
  family: string,
): Promise<CallOutput<'fonts.remove'>> {
  const session = holder.current();
  const { repositories } = session;
  const font = repositories.transaction(() => {
    const found = repositories.fonts.get(family);
    if (!found) {
      throw new GalleyError('not-found', {
        en: 'This font is not one of the workspace’s own. Bundled fonts cannot be removed.',
        zh: '这不是工作区自有的字体。内置字体不能移除。',
      });
    }
    const { heading, body } = brandOf(session).fonts;
    if (heading.family === family || body.family === family) {
      throw new GalleyError('conflict', {
        en: `“${found.name}” is a font of the brand. Choose another one there first.`,
        zh: `“${found.name}”是品牌字体。请先在品牌设置中换成其他字体。`,
      });
    }
    const users = repositories.fonts.usersOf(family);
    if (users.length > 0) {
      const more = users.length > 3;
      const named = users.slice(0, 3);
      throw new GalleyError(
        'conflict',
        {
          en: `“${found.name}” is used by ${named.map((name) => `“${name}”`).join(', ')}${more ? ` and ${users.length - 3} more` : ''}. Choose another font there first.`,
          zh: `“${found.name}”正用于${named.map((name) => `“${name}”`).join('、')}${more ? `等 ${users.length} 个设计` : ''}。请先在其中换成其他字体。`,
        },
        { users },
      );
    }
    repositories.fonts.remove(family);
    return found;
  });
  await rm(session.fontPath(font), { force: true });
  events.emit('records.changed', { kind: 'font', ids: [] });
  return {};
}
