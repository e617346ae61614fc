import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { pickFiles } from '#renderer/commands/import-files.ts';
import type { Words } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { isFontFile } from '#renderer/ui/fonts/families.ts';
import { fontsChanged } from '#renderer/ui/fonts/use-fonts.ts';

/** Endings that the file dialog offers. */
const accept = '.ttf,.otf,.ttc,.woff,.woff2';

/** Brings font files into the workspace; answers the families that are there now. Failures are shown here. */
async function bringFonts(files: readonly File[], words: Words): Promise<string[]> {
  try {
    const { signal } = new AbortController();
    const sources = await Promise.all(files.map((file) => currentTransport().offer(file, () => {}, signal)));
    const { imported, refused } = await runJob('fonts.import', { sources });
    for (const { failure } of refused)
      notifyFailure(new GalleyError(failure.code, failure.message, failure.detail));
    if (imported.length > 0) {
      fontsChanged();
      const names = [...new Set(imported.map(({ name }) => name))].join(', ');
      notify(words.t('design-fonts.brought', { names }));
    }
    return [...new Set(imported.map(({ family }) => family))];
  } catch (error) {
    notifyFailure(error);
    return [];
  }
}

/** Asks for font files and brings them in. */
export async function chooseFonts(words: Words): Promise<string[]> {
  const files = await pickFiles(accept);
  return files.length === 0 ? [] : bringFonts(files, words);
}

/** Brings in the fonts among dropped files; answers the other files. */
export function takeFonts(
  files: readonly File[],
  words: Words,
): { rest: File[]; brought: Promise<string[]> } {
  const fonts = files.filter(isFontFile);
  return {
    rest: files.filter((file) => !isFontFile(file)),
    brought: fonts.length === 0 ? Promise.resolve([]) : bringFonts(fonts, words),
  };
}
