import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Bilingual } from '#shared/contract/failure.ts';

export type Language = 'zh' | 'en';

/** `resources/locales/<language>/<area>.json`, flat: `{"key": "text with {parameter}"}`; a word is `area.key`. */
const files = import.meta.glob<Record<string, string>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

function wordsOf(language: Language): Map<string, string> {
  const words = new Map<string, string>();
  for (const [path, entries] of Object.entries(files)) {
    const match = /locales\/(\w+)\/([\w-]+)\.json$/.exec(path);
    if (match?.[1] !== language) continue;
    for (const [key, text] of Object.entries(entries)) words.set(`${match[2]}.${key}`, text);
  }
  return words;
}

const dictionaries: Record<Language, Map<string, string>> = { zh: wordsOf('zh'), en: wordsOf('en') };

export interface Words {
  language: Language;
  /** BCP 47 tag for Intl. */
  locale: string;
  /**
   * The word `area.key`, with `{name}` replaced, and `{name|post|posts}` by its first form where the value is 1, else by
   * its second. A missing word shows its key: the word test fails first.
   */
  t(key: string, values?: Record<string, string | number>): string;
  /** The half of a bilingual sentence that this window speaks. */
  say(sentence: Bilingual): string;
}

export function createWords(language: Language): Words {
  const dictionary = dictionaries[language];
  return {
    language,
    locale: language === 'zh' ? 'zh-CN' : navigator.language.startsWith('en') ? navigator.language : 'en',
    t(key, values) {
      const text = dictionary.get(key) ?? key;
      if (!values) return text;
      return text.replace(
        /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
        (whole, name: string, one?: string, many?: string) => {
          const value = values[name];
          if (value === undefined) return whole;
          return (one === undefined ? undefined : String(value) === '1' ? one : many) ?? String(value);
        },
      );
    },
    say: (sentence) => sentence[language],
  };
}

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => createWords(language), [language]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords stands outside WordsProvider.');
  return words;
}
