import { describe, expect, it } from 'vitest';
import { guessLanguage, languageName } from './languages.ts';

const said = (text: string) => [{ text }];

describe('the language of captions', () => {
  it('is what the name of the file says', () => {
    const names = ['talk.en.srt', 'talk_zh-TW.vtt', 'talk.zh-Hans.srt', 'Talk (eng).srt', 'talk.chs.ass'];
    expect(names.map((name) => guessLanguage(name, said('你好'), 'fr'))).toEqual([
      'en',
      'zh-Hant',
      'zh',
      'zh',
      'zh',
    ]);
  });

  it('is read from the letters otherwise', () => {
    const texts = ['你好', 'こんにちは、世界', '안녕', 'Hello', '123', 'Привет'];
    expect(texts.map((text) => guessLanguage('a.srt', said(text), 'de'))).toEqual([
      'zh',
      'ja',
      'ko',
      'en',
      'de',
      'ru',
    ]);
  });

  it('has a name, or at least its code', () => {
    expect(languageName('zh-Hant', 'en')).toMatch(/Traditional Chinese|Chinese \(Traditional\)/);
    expect(languageName('x!', 'en')).toBe('x!');
  });
});
