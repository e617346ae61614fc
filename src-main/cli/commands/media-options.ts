import { exitCodes, type Run, wrongArguments } from '../context.ts';
import type { OptionLine } from '../program.ts';

const out = (about: OptionLine['about']): OptionLine => ({
  flags: '-o, --out <path>',
  about,
  required: true,
});
export const outFile = out({ en: 'file to write', zh: '输出文件' });
export const outFolder = out({ en: 'folder to write into', zh: '输出文件夹' });
export const force: OptionLine = {
  flags: '--force',
  about: { en: 'replace existing files', zh: '覆盖已有文件' },
};
/** The platform format that a file is made for. */
export const to: OptionLine = {
  flags: '--to <format>',
  about: { en: 'platform/format', zh: '平台/格式' },
  required: true,
};

/** The value of a choice. */
export function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value === text);
}

/** `auto`, `center` or a point. @throws GalleyError invalid-input */
export function focusOf(
  text: string | undefined,
  otherwise: 'auto' | 'center' = 'auto',
): 'auto' | 'center' | { x: number; y: number } {
  if (text === undefined) return otherwise;
  if (text === 'auto') return 'auto';
  if (text === 'center') return 'center';
  const [x, y] = text.split(',').map(Number);
  if (x !== undefined && y !== undefined && x >= 0 && x <= 1 && y >= 0 && y <= 1) return { x, y };
  throw wrongArguments(
    `--focus takes auto, center or a point such as 0.5,0.3, not “${text}”.`,
    `--focus 可为 auto、center 或如 0.5,0.3 的点，而不是“${text}”。`,
  );
}

/** A document that people read as JSON too. */
export async function printJson(run: Run, document: object): Promise<number> {
  run.answer(document, () => [JSON.stringify(document, null, 2)]);
  return exitCodes.done;
}
