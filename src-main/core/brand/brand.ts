import { GalleyError } from '#shared/contract/failure.ts';
import { defaultTokens } from '#shared/design/colours.ts';
import type { Brand } from '#shared/domain/brand.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';

/** Names in both languages: a brand has one list of colours, whoever reads it. */
const defaultNames: Record<string, string> = { ink: 'Ink 墨色', paper: 'Paper 纸色', accent: 'Accent 朱红' };

/** The brand before anybody changed it: Galley's own colours and two bundled families. Its revision is 0. */
function defaultBrand(name: string): Brand {
  return {
    revision: 0,
    name,
    colours: Object.entries(defaultTokens).map(([token, hex]) => ({
      token,
      name: defaultNames[token] ?? token,
      hex,
    })),
    fonts: {
      heading: { family: 'Noto Serif SC', weight: 700 },
      body: { family: 'Noto Sans SC', weight: 400 },
    },
    logos: [],
    voice: { tone: '', preferred: [], banned: [] },
  };
}

/** The brand of a workspace, as saved or as it is to begin with. */
export function brandOf({ repositories }: Pick<Session, 'repositories'>): Brand {
  return repositories.brand.read() ?? defaultBrand(repositories.record.read().name);
}

function checkBrand({ repositories }: Session, brand: Brand): void {
  const tokens = brand.colours.map(({ token }) => token);
  const twice = tokens.find((token, index) => tokens.indexOf(token) !== index);
  if (twice !== undefined) {
    throw new GalleyError('invalid-input', {
      en: `Two colours share the token “${twice}”. Give each its own.`,
      zh: `有两个颜色使用了相同的标识“${twice}”。请为每个颜色设置不同的标识。`,
    });
  }
  if (brand.logos.every((id) => repositories.uses.exists('asset', id))) return;
  throw new GalleyError('invalid-input', {
    en: 'A logo is not in the library any more. Remove it and choose a picture of the library.',
    zh: '某个标志已不在素材库中。请移除后从素材库重新选择图片。',
  });
}

/** Throws `conflict` (detail `{current}`) when the brand's revision is not the stored one. */
export function saveBrand({ holder, events }: RecordContext, brand: Brand): Brand {
  const session = holder.current();
  const saved = session.repositories.transaction(() => {
    const current = brandOf(session);
    if (current.revision !== brand.revision) {
      throw new GalleyError(
        'conflict',
        {
          en: 'The brand was changed elsewhere in the meantime. Reload it, then make your change again.',
          zh: '品牌设置已在别处被修改。请重新载入后再修改。',
        },
        { current },
      );
    }
    checkBrand(session, brand);
    const next = { ...brand, revision: brand.revision + 1 };
    session.repositories.brand.write(next);
    return next;
  });
  events.emit('records.changed', { kind: 'brand', ids: [] });
  return saved;
}
