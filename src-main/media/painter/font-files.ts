import { existsSync } from 'node:fs';
import path from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { fontFaces } from '#shared/design/fonts.ts';
import type { FontFace } from '#shared/design/fonts.ts';

export interface FontFile extends FontFace {
  /** Absolute path of the font file. */
  path: string;
}

/**
 * Where each bundled face lies: in `resources/fonts` (or `fonts`) of a packaged studio, else in the npm
 * package that carries it. Throws `not-found` when a face is in neither place.
 */
export function fontFiles(projectRoot: string): FontFile[] {
  return fontFaces.map((face) => {
    const name = path.basename(face.file);
    const places = [
      path.join(projectRoot, 'resources', 'fonts', name),
      path.join(projectRoot, 'fonts', name),
      path.join(projectRoot, 'node_modules', face.package, face.file),
    ];
    const found = places.find((place) => existsSync(place));
    if (found === undefined) {
      throw new GalleyError(
        'not-found',
        {
          en: `The font file ${name} is missing. Install Galley again, or run npm install in its folder.`,
          zh: `缺少字体文件 ${name}。请重新安装 Galley，或在其文件夹中运行 npm install。`,
        },
        { places },
      );
    }
    return { ...face, path: found };
  });
}
