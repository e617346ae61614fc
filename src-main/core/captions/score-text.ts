/** The most frequent characters of subtitles in simplified and traditional Chinese. */
const commonHan = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运吧吗啊呢嗯哦谢请快爱吃您咱哪谁怎喜欢朋友字幕条第句字早午晚饭钱车买卖找跑笑哭叫死活爸妈哥姐弟妹' +
    '這個們來為國說時會對學無與後開發還進關點問東車長門見過經裡頭聽愛謝請誰麼樣嗎媽給讓話電視動機錢買賣應該認識覺現實邊啦喔沒從種當體氣題變數報結務場計統區隊決馬書則難權設記類據張規萬術領確傳師觀視導爭運歡條兩處幾別總風飛飯號兒',
);
const commonHangul = new Set(
  '이다는을를에가고하지기의한은로도나니요어아있해그사자서인대시리라만들보거게여안것저내일우수너면네왜무정말줘잖야뭐까데까봐줄게습녕감랑과할더좋알모르않없',
);

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x45f;

/** What a character outside ASCII says for its encoding, for each byte it took. */
type Weigher = (letter: string, code: number, before: string, after: string) => number;

const impossible = (code: number): boolean =>
  code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900);

const eastAsian: Weigher = (letter, code) => {
  if (commonHan.has(letter)) return 1.5;
  if (isHan(code)) return 0.1;
  if (/[、。，！？：；（）「」『』《》“”‘’…—·～　]/.test(letter)) return 1;
  return /[\uff01-\uff5e]/.test(letter) ? 0.6 : -0.5;
};

const weighers: Readonly<Record<string, Weigher>> = {
  gb18030: eastAsian,
  big5: eastAsian,
  shift_jis: (letter, code) => {
    if (code >= 0x3041 && code <= 0x3096) return 1.4;
    if (code >= 0x30a1 && code <= 0x30fc) return 1;
    // One byte each: any other text becomes a row of these.
    if (code >= 0xff61 && code <= 0xff9f) return -0.7;
    return isHan(code) ? 0.3 : eastAsian(letter, code, '', '');
  },
  'euc-kr': (letter, code) => {
    if (commonHangul.has(letter)) return 1.5;
    if (isHangul(code)) return 0.4;
    return isHan(code) ? -0.5 : eastAsian(letter, code, '', '');
  },
  'windows-1251': (letter, code, before) => {
    if (!isCyrillic(code)) return /[«»“”„…–—№]/.test(letter) ? 0.6 : -0.8;
    const capital = letter !== letter.toLowerCase();
    if (capital) return /\p{Ll}/u.test(before) ? -1 : 0.7;
    return /[A-Za-z]/.test(before) ? -1 : 1;
  },
  'windows-1252': (letter, _code, before, after) => {
    if (/[“”‘’…–—«»¿¡°€ ]/.test(letter)) return 0.7;
    if (!/\p{L}/u.test(letter)) return -0.8;
    // Accented letters of western languages stand between plain ones.
    const beside = (other: string): boolean => other > '\u007f' && /\p{L}/u.test(other);
    if (beside(before) || beside(after)) return -0.7;
    const capital = letter !== letter.toLowerCase();
    if (capital && /\p{Ll}/u.test(before)) return -0.8;
    return /[A-Za-z]/.test(before + after) ? 0.9 : 0.1;
  },
};

const singleByte = (encoding: string, code: number): boolean =>
  encoding.startsWith('windows') || (encoding === 'shift_jis' && code >= 0xff61 && code <= 0xff9f);

/** How much a text looks like words of what its encoding is used for: about 1 when it does, 0 and less when not. */
export function scoreText(text: string, encoding: string): number {
  const weigh = weighers[encoding];
  if (!weigh) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  let bytes = 0;
  const letters = Array.from(text);
  for (const [index, letter] of letters.entries()) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    const size = singleByte(encoding, code) ? 1 : 2;
    bytes += size;
    const weight = impossible(code)
      ? -3
      : weigh(letter, code, letters[index - 1] ?? '', letters[index + 1] ?? '');
    sum += weight * size;
  }
  return bytes === 0 ? 0 : sum / bytes;
}
