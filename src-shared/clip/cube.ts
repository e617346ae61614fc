import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';

type Triple = readonly [number, number, number];

/** A three-dimensional look-up table of colours; red changes fastest, as in the file. */
export interface Cube {
  /** What the file calls itself, else ''. */
  title: string;
  /** Points along each side. */
  size: number;
  /** Input values of the first and last point, per channel. */
  min: Triple;
  max: Triple;
  /** Three numbers a point: `size³ × 3`. */
  values: Float32Array;
}

/** Points along a side: below two there is nothing between, above 65 no tool writes and the text passes 10 MB. */
const sizes = { least: 2, most: 65 };

/** Curves are of up to so many points (the specification's limit). */
const mostCurvePoints = 65_536;

/** Curves become a table of so many points a side. */
const curveSize = 33;

/** Characters of a file: 65³ lines of three numbers at full length. */
export const mostCubeCharacters = 24 * 1024 * 1024;

function refuse(en: string, zh: string): GalleyError {
  const message: Bilingual = {
    en: `This is not a usable look-up table: ${en} Export it again as a 3D .cube file of 33 points.`,
    zh: `无法使用此颜色查找表：${zh}请重新导出为 33 点的 3D .cube 文件。`,
  };
  return new GalleyError('unreadable-file', message);
}

interface Head {
  title: string;
  kind: '1d' | '3d' | null;
  size: number;
  min: Triple;
  max: Triple;
}

function tripleOf(text: string, line: number): Triple {
  const words = text.trim().split(/\s+/);
  const [r, g, b] = words.map(Number);
  if (
    words.length !== 3 ||
    r === undefined ||
    g === undefined ||
    b === undefined ||
    !Number.isFinite(r + g + b)
  ) {
    throw refuse(`line ${line} should hold three numbers.`, `第 ${line} 行应为三个数字。`);
  }
  return [r, g, b];
}

function setSize(head: Head, kind: '1d' | '3d', text: string): void {
  if (head.kind !== null) {
    throw refuse('it combines a curve with a table.', '它同时包含曲线和三维表。');
  }
  const size = Number(text.trim());
  const most = kind === '3d' ? sizes.most : mostCurvePoints;
  if (!Number.isInteger(size) || size < sizes.least || size > most) {
    throw refuse(
      `its size “${text.trim().slice(0, 20)}” is not between ${sizes.least} and ${most}.`,
      `其大小“${text.trim().slice(0, 20)}”不在 ${sizes.least} 到 ${most} 之间。`,
    );
  }
  head.kind = kind;
  head.size = size;
}

/** Takes one line that is no row of numbers. */
function readKeyword(head: Head, keyword: string, rest: string, line: number): void {
  switch (keyword) {
    case 'TITLE':
      head.title = rest.trim().replace(/^"|"$/g, '').slice(0, 200);
      return;
    case 'LUT_3D_SIZE':
      return setSize(head, '3d', rest);
    case 'LUT_1D_SIZE':
      return setSize(head, '1d', rest);
    case 'DOMAIN_MIN':
      head.min = tripleOf(rest, line);
      return;
    case 'DOMAIN_MAX':
      head.max = tripleOf(rest, line);
      return;
    case 'LUT_1D_INPUT_RANGE':
    case 'LUT_3D_INPUT_RANGE': {
      const [low, high] = rest.trim().split(/\s+/).map(Number);
      if (low === undefined || high === undefined || !Number.isFinite(low + high)) {
        throw refuse(`line ${line} should hold two numbers.`, `第 ${line} 行应为两个数字。`);
      }
      [head.min, head.max] = [
        [low, low, low],
        [high, high, high],
      ];
      return;
    }
    default:
      // Other words are of the tool that wrote it; a picture or a page of the web has none of ours either.
      if (!/^[A-Z][A-Z0-9_]*$/.test(keyword)) {
        throw refuse(
          `line ${line} is neither numbers nor a keyword.`,
          `第 ${line} 行既不是数字也不是关键字。`,
        );
      }
  }
}

/** Curves as a table: each channel of a point is its own curve's value there. */
function fromCurves(head: Head, curves: Float32Array): Float32Array {
  const at = (channel: number, index: number): number => {
    const position = (index / (curveSize - 1)) * (head.size - 1);
    const below = Math.min(Math.floor(position), head.size - 2);
    const low = curves[below * 3 + channel] ?? 0;
    const high = curves[(below + 1) * 3 + channel] ?? 0;
    return low + (high - low) * (position - below);
  };
  const values = new Float32Array(curveSize ** 3 * 3);
  let next = 0;
  for (let b = 0; b < curveSize; b += 1)
    for (let g = 0; g < curveSize; g += 1)
      for (let r = 0; r < curveSize; r += 1) {
        values[next] = at(0, r);
        values[next + 1] = at(1, g);
        values[next + 2] = at(2, b);
        next += 3;
      }
  return values;
}

/**
 * Reads a `.cube` file (Adobe, Cube LUT Specification 1.0, and the input ranges that Resolve writes). Curves (1D)
 * become a table. @throws GalleyError `unreadable-file` with the reason
 */
export function parseCube(text: string): Cube {
  if (text.length > mostCubeCharacters) {
    throw refuse('it is larger than any table of 65 points.', '它比 65 点的查找表还要大。');
  }
  const head: Head = { title: '', kind: null, size: 0, min: [0, 0, 0], max: [1, 1, 1] };
  let values = new Float32Array(0);
  let filled = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    // No line of a table is longer; without this one line of 20 MB would be split into words.
    const content = text
      .slice(start, Math.min(end, start + 1000))
      .replace(/^\uFEFF/, '')
      .trim();
    start = end + 1;
    line += 1;
    if (content === '' || content.startsWith('#')) continue;
    const [word = ''] = content.split(/\s/, 1);
    if (!/^[-+.\d]/.test(word)) {
      readKeyword(head, word, content.slice(word.length), line);
      continue;
    }
    if (head.kind === null) throw refuse('it does not say its size.', '它没有注明大小。');
    if (values.length === 0) values = new Float32Array((head.kind === '3d' ? head.size ** 3 : head.size) * 3);
    if (filled >= values.length) throw refuse('it has more rows than it says.', '它的行数多于所注明的大小。');
    values.set(tripleOf(content, line), filled);
    filled += 3;
  }
  if (head.kind === null) throw refuse('it does not say its size.', '它没有注明大小。');
  if (filled === 0 || filled < values.length) {
    throw refuse(
      `it has ${filled / 3} rows of ${values.length / 3 || head.size}.`,
      `它应有 ${values.length / 3 || head.size} 行，实际只有 ${filled / 3} 行。`,
    );
  }
  if (head.max.some((high, channel) => high <= (head.min[channel] ?? 0))) {
    throw refuse('its input range is empty.', '其输入范围为空。');
  }
  const { title, min, max } = head;
  return head.kind === '3d'
    ? { title, size: head.size, min, max, values }
    : { title, size: curveSize, min, max, values: fromCurves(head, values) };
}

/** The same table as plain text: no comments, no names, nothing but what ffmpeg reads. */
export function writeCube(cube: Cube): string {
  const number = (value: number): string => String(Number(value.toFixed(6)));
  const lines = [
    `LUT_3D_SIZE ${cube.size}`,
    `DOMAIN_MIN ${cube.min.map(number).join(' ')}`,
    `DOMAIN_MAX ${cube.max.map(number).join(' ')}`,
  ];
  for (let at = 0; at < cube.values.length; at += 3) {
    lines.push([0, 1, 2].map((channel) => number(cube.values[at + channel] ?? 0)).join(' '));
  }
  return `${lines.join('\n')}\n`;
}
