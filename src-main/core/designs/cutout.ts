import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requireAsset } from '../assets/assets.ts';
import { registerAssets } from '../assets/register.ts';
import { type IntakeTools, takeFile } from '../library/intake.ts';

const stages = {
  cutting: { en: 'Taking the background away', zh: '正在去除背景' },
  importing: { en: 'Adding to the library', zh: '正在加入素材库' },
};

/** “Mug.jpg” cut out is “Mug cut out.png”; a Chinese name gets the Chinese word. */
export function cutoutName(name: string): string {
  const stem = name.replace(/\.[^.]+$/, '');
  return /\p{Script=Han}/u.test(stem) ? `${stem} 抠图.png` : `${stem} cut out.png`;
}

/**
 * Takes the background of a library picture away; the result is a new picture of the library, with the tags,
 * source and licence of the first. Nothing is left when it is cancelled.
 */
export async function cutOutAsset(
  context: RecordContext,
  tools: IntakeTools,
  { assetId, ...options }: ParsedInput<'images.cutout'>,
  job: JobContext,
): Promise<CallOutput<'images.cutout'>> {
  const session = context.holder.current();
  const asset = requireAsset(session.repositories, assetId);
  if (asset.kind !== 'image') {
    throw new GalleyError('invalid-input', {
      en: `“${asset.name}” is not a picture. Choose a picture to take its background away.`,
      zh: `“${asset.name}”不是图片。请选择一张图片来去除背景。`,
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'galley-cutout-'));
  try {
    const out = join(folder, 'cutout.png');
    const onProgress = (share: number): void => job.progress(Math.round(share * 900), 1000, stages.cutting);
    await tools.images.cutOut({ in: session.assetPath(asset), out, ...options, onProgress }, job.signal);
    job.progress(920, 1000, stages.importing);
    const taken = await takeFile(session, tools, out, { signal: job.signal, onBytes: () => undefined });
    const { tags, source, licence, alt } = asset;
    const facts = { ...taken, name: cutoutName(asset.name), tags, source, licence, alt };
    const [registered] = registerAssets(context, [facts]);
    if (!registered) throw new Error('the picture was not registered');
    return registered.asset;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
