import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import type { IdentifiedFile, IdentifyFile } from '#main/ports/image-engine.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import {
  emptyFile,
  notAFile,
  plainText,
  playlist,
  type Refusal,
  refusedTypes,
  unknownContent,
} from './refusals.ts';
import { classifyText } from './text-content.ts';

/** Enough for the prolog of an SVG written by a drawing program, with its licence comment. */
const headBytes = 16_384;

/** Pictures the engine decodes. APNG is read as its first frame, HEIF sequences as their cover. */
const readablePictures: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heif',
};

/** A name fit for a message: without the folder and without characters that reorder or hide text. */
export function shownName(path: string): string {
  return basename(path).replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** The sentence for a file that cannot be used: name, reason, hint. */
export function unreadable(path: string, refusal: Refusal, detail?: unknown): GalleyError {
  const name = shownName(path);
  return new GalleyError(
    'unreadable-file',
    {
      en: `“${name}” ${refusal.reason.en}. ${refusal.hint.en}`,
      zh: `“${name}”${refusal.reason.zh}。${refusal.hint.zh}`,
    },
    detail,
  );
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function signatureOf(path: string): Promise<{ ext: string; mime: string } | undefined> {
  try {
    return await fileTypeFromFile(path);
  } catch {
    // A file that ends inside its own header: no signature, the caller names it as damaged.
    return undefined;
  }
}

function fromSignature(path: string, signature: { ext: string; mime: string }): IdentifiedFile {
  const type = signature.mime.split(';', 1)[0] ?? signature.mime;
  const refused = refusedTypes[type];
  if (refused) throw unreadable(path, refused);
  const pictureExtension = readablePictures[type];
  if (pictureExtension !== undefined) return { kind: 'image', type, extension: pictureExtension };
  if (type.startsWith('video/') || type === 'application/vnd.ms-asf' || type === 'application/mxf') {
    return { kind: 'video', type, extension: signature.ext };
  }
  if (type.startsWith('audio/')) return { kind: 'audio', type, extension: signature.ext };
  // Ogg without a codec the signature knows, RealMedia: the prober decides what is inside.
  if (type === 'application/ogg') return { kind: 'video', type, extension: signature.ext };
  throw unreadable(path, unknownContent, { type });
}

/** See {@link IdentifyFile}. Reads at most a few kilobytes; never opens a device or a pipe. */
export const identifyFile: IdentifyFile = async (path) => {
  const status = await stat(path).catch((error: unknown) => {
    const missing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    if (!missing) throw error;
    const name = shownName(path);
    throw new GalleyError('not-found', {
      en: `There is no file “${name}”. Check the name and the folder.`,
      zh: `找不到文件“${name}”。请检查名称和所在文件夹。`,
    });
  });
  if (!status.isFile()) throw unreadable(path, notAFile);
  if (status.size === 0) throw unreadable(path, emptyFile);

  const signature = await signatureOf(path);
  const isXml = signature?.mime === 'application/xml' || signature?.mime === 'image/svg+xml';
  if (signature !== undefined && !isXml) return fromSignature(path, signature);
  switch (classifyText(await readHead(path))) {
    case 'svg':
      return { kind: 'image', type: 'image/svg+xml', extension: 'svg' };
    case 'playlist':
      throw unreadable(path, playlist);
    case 'text':
      throw unreadable(path, plainText);
    case 'binary':
      throw unreadable(path, unknownContent);
  }
};
