import { mapWords } from './plain-runs.ts';

export const chineseVariants = ['zh-CN', 'zh-TW', 'zh-HK'] as const;
export type ChineseVariant = (typeof chineseVariants)[number];

const converters = new Map<ChineseVariant, Promise<(text: string) => string>>();

async function load(variant: ChineseVariant): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js');
  if (variant === 'zh-CN') {
    const taiwan = Converter({ from: 'twp', to: 'cn' });
    const hongKong = Converter({ from: 'hk', to: 'cn' });
    return (text) => hongKong(taiwan(text));
  }
  return Converter({ from: 'cn', to: variant === 'zh-TW' ? 'twp' : 'hk' });
}

/**
 * Turns Chinese into the script and the words of a region; links, mentions and code stay as they are. The
 * dictionaries are loaded when first asked for. Converting twice is the same as once.
 */
export async function chineseConverter(variant: ChineseVariant): Promise<(text: string) => string> {
  const convert = converters.get(variant) ?? load(variant);
  converters.set(variant, convert);
  const once = await convert;
  // A word may become one that is itself a word of the other region; the end of the chain is what stays.
  const settled = (text: string): string => {
    let words = text;
    for (let round = 0; round < 5; round++) {
      const next = once(words);
      if (next === words) return words;
      words = next;
    }
    return words;
  };
  return (text) => mapWords(text, settled);
}
