/**
 * The language whose breaking and glyph rules a text follows. Chinese rules are used for any text with
 * Han characters; English ones otherwise, because under Chinese rules “don’t” may break after its ’.
 */
export function textLanguage(text: string): 'en' | 'zh-Hans' {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
}
