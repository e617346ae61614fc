import { resolveColour } from '#shared/design/colours.ts';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import type { CaptionStyle, CaptionTrack, Cue } from '../edit/captions.ts';
import { writeAssClock } from './file-time.ts';
import type { FrameSize } from './layout-cue.ts';
import { timedWords } from './words.ts';

/**
 * ASS counts a font's size from the top to the bottom that its Windows metrics name, not in em: by how much that is
 * more, read from the bundled files (OS/2 usWinAscent + usWinDescent).
 */
const sizeFactors: Readonly<Record<string, number>> = {
  'Noto Sans SC': 1.448,
  'Noto Serif SC': 1.437,
  'ZCOOL KuaiLe': 1.065,
  Inter: 1.43,
  'Playfair Display': 1.41,
  'Bebas Neue': 1.3,
  'JetBrains Mono': 1.32,
  'Ma Shan Zheng': 1.373,
  Montserrat: 1.562,
  Poppins: 1.762,
  Lora: 1.5,
  Oswald: 1.702,
  Anton: 1.733,
  Caveat: 1.289,
};
const usualFactor = 1.3;

/** `&HAABBGGRR`, its alpha counting what shines through. */
function assColour(colour: string, tokens: Readonly<Record<string, string>>): string {
  const hex = resolveColour(colour, tokens).slice(1);
  const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
  const alpha = 255 - Number.parseInt(full.slice(6, 8) || 'ff', 16);
  const [red, green, blue] = [full.slice(0, 2), full.slice(2, 4), full.slice(4, 6)];
  return `&H${alpha.toString(16).padStart(2, '0')}${blue}${green}${red}`.toUpperCase();
}

/** Signs that mean something in the text of an event. A joiner keeps a plain backslash from escaping what follows. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\u2060')
    .replaceAll(/[{}]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\N`);
}

function capitals(text: string): string {
  return Array.from(text, (letter) =>
    letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter,
  ).join('');
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100);
}

/** The text with its words timed. Words that stand out only while they are said change their colour and change back. */
function timedText(cue: Cue, style: CaptionStyle, tokens: Readonly<Record<string, string>>): string {
  const said = style.capitals ? capitals(cue.text) : cue.text;
  if (!cue.words && style.highlight === 'none') return escaped(said);
  const alone = style.highlight === 'colour' || style.highlight === 'box';
  const colourOf = (colour: string): string => `\\1c&H${assColour(colour, tokens).slice(4)}&`;
  let text = '';
  let at = 0;
  let clock = hundredths(cue.from);
  for (const word of timedWords(cue)) {
    const [from, to] = [hundredths(word.from), hundredths(word.to)];
    text += escaped(said.slice(at, word.start));
    const wait = from > clock ? `{\\k${from - clock}}` : '';
    const start = Math.max(0, Math.round((word.from - cue.from) * 1000));
    const end = Math.max(start, Math.round((word.to - cue.from) * 1000));
    const turns = alone
      ? `${colourOf(style.colour)}\\t(${start},${start},${colourOf(style.highlightColour)})\\t(${end},${end},${colourOf(style.colour)})`
      : '';
    text += `${wait}{\\k${Math.max(0, to - Math.max(from, clock))}${turns}}${escaped(said.slice(word.start, word.end))}`;
    clock = Math.max(clock, to);
    at = word.end;
  }
  return text + escaped(said.slice(at));
}

function styleLine(style: CaptionStyle, frame: FrameSize, tokens: Readonly<Record<string, string>>): string {
  const percent = Math.min(frame.width, frame.height) / 100;
  const family = resolveFontFamily(style.fontFamily).replaceAll(',', ' ');
  const size = style.size * percent * (sizeFactors[family] ?? usualFactor);
  const plain = assColour(style.colour, tokens);
  // Karaoke shows the second colour until a word is said; other highlights change the first one themselves.
  const primary = style.highlight === 'past' ? assColour(style.highlightColour, tokens) : plain;
  const { box, outline } = style;
  const edge = box
    ? assColour(box.colour, tokens)
    : outline
      ? assColour(outline.colour, tokens)
      : '&H00000000';
  const width = (box ? box.padding : (outline?.width ?? 0)) * percent;
  const shadow = style.shadow ? style.size * percent * 0.05 : 0;
  const row = style.position <= 1 / 3 ? 7 : style.position >= 2 / 3 ? 1 : 4;
  const column = { left: 0, center: 1, right: 2 }[style.align];
  const side = (frame.width * (100 - style.width)) / 200;
  const away = row === 7 ? style.position : 1 - style.position;
  const vertical = 2 * percent + away * frame.height * 0.9;
  const round = (value: number): number => Math.round(value * 100) / 100;
  const fields = [
    ...['Galley', family, round(size), primary, plain, edge, '&H80000000'],
    ...[style.fontWeight >= 600 ? -1 : 0, 0, 0, 0, 100, 100, 0, 0, box ? 3 : 1, round(width), round(shadow)],
    ...[row + column, Math.round(side), Math.round(side), Math.round(row === 4 ? 0 : vertical), 1],
  ];
  return `Style: ${fields.join(',')}`;
}

/**
 * A track as ASS with its look: the frame is the script's own resolution, words that are timed become karaoke.
 * Times are rounded to hundredths, the finest that ASS has. `tokens` are the brand's colours.
 */
export function writeAss(
  track: Pick<CaptionTrack, 'cues' | 'style' | 'name' | 'language'>,
  frame: FrameSize,
  tokens: Readonly<Record<string, string>> = {},
): string {
  const { style } = track;
  const title = track.name.replaceAll(/\s+/g, ' ').trim();
  const events = track.cues.map((cue) => {
    const from = hundredths(cue.from);
    const to = Math.max(from + 1, hundredths(cue.to));
    return `Dialogue: 0,${writeAssClock(from / 100)},${writeAssClock(to / 100)},Galley,,0,0,0,,${timedText(cue, style, tokens)}`;
  });
  return `${[
    '[Script Info]',
    `Title: ${title === '' ? 'Captions' : title}`,
    'ScriptType: v4.00+',
    `PlayResX: ${frame.width}`,
    `PlayResY: ${frame.height}`,
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    styleLine(style, frame, tokens),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...events,
  ].join('\n')}\n`;
}
