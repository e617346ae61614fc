import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writeCube } from '#shared/clip/cube.ts';
import { clipFormat } from '#shared/clip/document.ts';
import { assetsOfEdit, designsOfEdit } from '#shared/clip/edit/layout.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { readCubeFile } from '../luts/luts.ts';
import type { EditWorld, SourceFacts, WorldDesign } from '../renders/edit-world.ts';
import { assetFileBeside, type MediaReaders, readJsonFile } from './post-file.ts';

/** An edit list as people write it, or as the studio saves it. @throws GalleyError saying where it does not fit */
export async function readEditFile(path: string): Promise<ClipEdit> {
  const saved = await readJsonFile(path);
  if (typeof saved === 'object' && saved !== null && 'kind' in saved)
    return readDocument(clipFormat, saved).body;
  const parsed = clipEditSchema.safeParse(saved);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 3);
  const places = issues.map((issue) => `${issue.path.join('.') || 'edit'}: ${issue.message}`).join('; ');
  throw new GalleyError('unreadable-file', {
    en: `“${basename(path)}” is no edit list: ${places}. “galley clip schema” prints what it may hold.`,
    zh: `“${basename(path)}”不是有效的剪辑文件：${places}。可用“galley clip schema”查看格式。`,
  });
}

async function factsOfFile(readers: MediaReaders, path: string): Promise<SourceFacts> {
  if (!(await stat(path).catch(() => null))?.isFile()) {
    throw new GalleyError('not-found', {
      en: `There is no file “${path}”, which the edit list names.`,
      zh: `找不到剪辑文件中指定的“${path}”。`,
    });
  }
  const { kind } = await readers.identify(path);
  const name = basename(path);
  if (kind === 'image') {
    const { width, height } = await readers.images.inspect(path);
    return { kind, name, width, height, duration: 0, fps: null, hasAudio: false };
  }
  const { video, audio, duration } = await readers.clips.probe(path);
  const { width = 0, height = 0, fps = null } = video ?? {};
  return { kind, name, width, height, duration, fps, hasAudio: audio !== null };
}

const gone = (id: string): GalleyError =>
  new GalleyError('not-found', { en: `The edit list names no “${id}”.`, zh: `剪辑文件中没有“${id}”。` });

/**
 * The sources of an edit file: paths relative to it. All are looked at here, so that a wrong one is told before
 * anything is rendered. @param folder of the work, for look-up tables in plain form
 */
export async function worldBeside(
  readers: MediaReaders,
  edit: ClipEdit,
  editPath: string,
  folder: string,
): Promise<EditWorld> {
  const place = (source: string): string => resolve(dirname(editPath), source);
  const facts = new Map<string, SourceFacts>();
  for (const source of assetsOfEdit(edit)) facts.set(source, await factsOfFile(readers, place(source)));
  const designs = new Map<string, WorldDesign>();
  for (const id of designsOfEdit(edit)) {
    const path = place(id);
    const { body } = readDocument(designFormat, await readJsonFile(path));
    designs.set(id, { body, key: path, assetFile: assetFileBeside(path) });
  }
  const luts = new Map<string, string>();
  for (const lut of new Set(edit.segments.flatMap(({ picture }) => picture?.lut ?? []))) {
    const path = join(folder, `table-${luts.size}.cube`);
    await writeFile(path, writeCube(await readCubeFile(place(lut))));
    luts.set(lut, path);
  }
  return {
    facts: (source) => facts.get(source) ?? null,
    fileOf: place,
    design(id) {
      const found = designs.get(id);
      if (!found) throw gone(id);
      return found;
    },
    look: {},
    lutFile(id) {
      const found = luts.get(id);
      if (found === undefined) throw gone(id);
      return found;
    },
    kept: null,
  };
}
