import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { cancelled } from '#shared/contract/failure.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { newId } from '#shared/domain/id.ts';

/** Streams what a browser sends to disk, never whole into memory; a cut stream leaves nothing. */
export async function receiveUpload(
  folder: string,
  name: string,
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<{ uploadId: string }> {
  const uploadId = newId();
  const own = join(folder, uploadId);
  await mkdir(own, { recursive: true });
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
  const path = join(own, safeFileName(stem, extension));
  const output = createWriteStream(path, { flags: 'wx' });
  const ended = finished(output);
  ended.catch(() => {});
  try {
    for await (const chunk of stream) {
      if (signal.aborted) throw cancelled();
      if (!output.write(chunk)) await Promise.race([once(output, 'drain'), ended]);
    }
    if (signal.aborted) throw cancelled();
    output.end();
    await ended;
    return { uploadId };
  } catch (error) {
    output.destroy();
    await rm(own, { recursive: true, force: true });
    throw error;
  }
}

/** Uploads that no import asks for any more: another studio may be using the younger ones. Milliseconds. */
const forgottenAfter = 24 * 3600 * 1000;

export async function removeForgottenUploads(folder: string, now: Date): Promise<void> {
  const left = await readdir(folder).catch(() => []);
  await Promise.all(
    left.map(async (name) => {
      const path = join(folder, name);
      const status = await stat(path).catch(() => null);
      if (status && now.getTime() - status.mtimeMs > forgottenAfter)
        await rm(path, { force: true, recursive: true });
    }),
  );
}
