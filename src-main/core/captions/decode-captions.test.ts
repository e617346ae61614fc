import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { decodeCaptions } from './decode-captions.ts';

const times = (lines: readonly string[]): string =>
  lines
    .map((line, index) => `${index + 1}\r\n00:00:0${index},000 --> 00:00:0${index + 1},000\r\n${line}\r\n`)
    .join('\r\n');

const simplified = times(['你好，欢迎来到我们的节目。', '今天我们要说一件事情', '请不要走开']);
const traditional = times(['你好，歡迎來到我們的節目。', '今天我們要說一件事情', '請不要走開']);
const japanese = times(['こんにちは、ようこそ。', '今日はいい天気ですね', 'テレビを見ています']);
const korean = times(['안녕하세요, 반갑습니다.', '오늘은 이야기를 하나 하겠습니다', '가지 마세요']);
const russian = times(['Привет, как дела?', 'Сегодня мы расскажем «историю»', 'Не уходите']);
const french = times(['Bonjour, ça va ?', 'Aujourd’hui, l’été est arrivé…', 'Déjà vu à Besançon']);
const german = times(['Grüß Gott', 'Schöne Grüße aus München – jetzt', 'Über den Flüssen']);

/** iconv is on every system that these tests run on. */
function encode(text: string, encoding: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text });
}

describe('encodings of caption files', () => {
  it.each([
    ['GB18030', 'gb18030', simplified],
    ['GB18030', 'gb18030', times(['你好'])],
    ['BIG5', 'big5', traditional],
    ['SHIFT-JIS', 'shift_jis', japanese],
    ['EUC-KR', 'euc-kr', korean],
    ['CP1251', 'windows-1251', russian],
    ['CP1252', 'windows-1252', french],
    ['CP1252', 'windows-1252', german],
    ['UTF-16LE', 'utf-16le', simplified],
    ['UTF-16BE', 'utf-16be', times(['一一一一', '一'])],
  ])('%s is found to be %s', (written, found, text) => {
    const decoded = decodeCaptions(encode(text, written));
    expect(decoded).toEqual({ text, encoding: found, guessed: true });
  });

  it('is read as UTF-8 where it is, also when a few bytes are damaged', () => {
    const bytes = Buffer.from(simplified.repeat(4));
    expect(decodeCaptions(bytes)).toMatchObject({ encoding: 'utf-8', guessed: false });
    bytes[40] = 0xff;
    const damaged = decodeCaptions(bytes);
    expect(damaged.encoding).toBe('utf-8');
    expect(damaged.text).toContain('今天我们要说一件事情');
  });

  it.each([
    ['utf-8', Buffer.from(`\ufeff${simplified}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), encode(simplified, 'UTF-16LE')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), encode(simplified, 'UTF-16BE')])],
  ])('a mark of %s wins over what is asked for', (encoding, bytes) => {
    expect(decodeCaptions(bytes, 'big5')).toEqual({ text: simplified, encoding, guessed: false });
  });

  it('takes the encoding that is asked for, by the names that people use', () => {
    const bytes = encode(simplified, 'GBK');
    for (const name of ['gbk', 'GB2312', 'cp936', 'gb18030'])
      expect(decodeCaptions(bytes, name)).toEqual({ text: simplified, encoding: 'gb18030', guessed: false });
    expect(() => decodeCaptions(bytes, 'klingon')).toThrow('is not known');
  });
});
