import type { DesignBody } from '#shared/design/schema.ts';
import { brand } from './scenes.ts';
import { box, page, photo, words } from './shapes.ts';

type Lang = 'zh' | 'en';

/** A quote over the sea, 1080 × 1350. */
export function quoteDesign(lang: Lang, seaId: string): DesignBody {
  const serif = lang === 'zh' ? 'Noto Serif SC' : 'Playfair Display';
  return page(1080, 1350, brand.paper, [
    photo(seaId, 0, 0, 1080, 760),
    box(90, 700, 900, 560, '#ffffff', { radius: 8 }),
    box(150, 770, 72, 8, brand.accent),
    words(
      lang === 'zh' ? '慢一点，\n海也不急。' : 'Slowly.\nThe sea is in no hurry.',
      150,
      810,
      780,
      lang === 'zh' ? 104 : 64,
      brand.ink,
      {
        fontFamily: serif,
        fontWeight: 700,
        lineHeight: 1.3,
        height: lang === 'zh' ? 270 : 167,
      },
    ),
    words(
      lang === 'zh' ? '纸船咖啡 · 每日清晨' : 'Paper Boat Coffee · every morning',
      150,
      1150,
      780,
      34,
      brand.sea,
      {
        fontFamily: lang === 'zh' ? 'Noto Sans SC' : 'Inter',
        letterSpacing: 1,
      },
    ),
  ]);
}

/** The product poster, 1080 × 1350. */
export function menuDesign(lang: Lang, beansId: string): DesignBody {
  const chinese = lang === 'zh';
  return page(1080, 1350, brand.ink, [
    photo(beansId, 80, 80, 920, 760, { radius: 12 }),
    words(chinese ? '远航拼配' : 'Far Voyage', 80, 890, 920, chinese ? 128 : 132, brand.paper, {
      fontFamily: chinese ? 'Noto Sans SC' : 'Playfair Display',
      fontWeight: 700,
      lineHeight: 1.15,
      height: 160,
    }),
    words(
      chinese ? '埃塞俄比亚 70%　云南 30%' : 'Ethiopia 70%  ·  Yunnan 30%',
      84,
      1070,
      920,
      40,
      brand.dawn,
      {
        fontFamily: chinese ? 'Noto Sans SC' : 'Inter',
      },
    ),
    box(80, 1170, 300, 96, brand.accent, { radius: 48 }),
    words(chinese ? '本周到店' : 'In store this week', 80, 1192, 300, chinese ? 40 : 28, '#ffffff', {
      fontFamily: chinese ? 'Noto Sans SC' : 'Inter',
      fontWeight: chinese ? 700 : 600,
      align: 'center',
      height: 56,
    }),
  ]);
}
