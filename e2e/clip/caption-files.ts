import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio } from '../drivers/studio.ts';
import { importThroughLibrary } from './numbered-clip.ts';

/** What the spec reads of a saved clip. */
export interface SavedTrack {
  name: string;
  language: string;
  burn: boolean;
  hidden?: boolean;
  cues: { from: number; to: number; text: string }[];
  style: { fontFamily: string; capitals: boolean; highlight: string; position: number; lines: number };
}

function clock(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ];
  return `${parts.map(two).join(':')},${String(whole % 1000).padStart(3, '0')}`;
}

/** A SubRip file of texts that follow each other from 0.4 s on, each `length` seconds. */
export function writeSrtFile(
  folder: string,
  name: string,
  texts: readonly string[],
  length: number,
  encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text),
): string {
  const file = join(folder, name);
  const blocks = texts.map((text, at) => {
    const from = 0.4 + at * length;
    return `${at + 1}\n${clock(from)} --> ${clock(from + length)}\n${text}\n`;
  });
  writeFileSync(file, encode(blocks.join('\n')));
  return file;
}

/** Makes a clip of a file and opens it with its captions in the inspector. */
export async function openCaptions(page: Page, studioUrl: string, file: string): Promise<string> {
  const address = (path: string): string => new URL(path, studioUrl).href;
  const assets = await importThroughLibrary(page, address, [file]);
  const asset = assets.get(file.split('/').at(-1) ?? '');
  const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId: asset?.id });
  await page.goto(address(`/#/clips/${clip.id}`));
  await page.getByRole('tab', { name: 'Captions' }).click();
  return clip.id;
}

/** Brings a caption file in through the panel's own button. */
export async function importCaptions(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import captions' }).click();
  await (await chooser).setFiles([file]);
  await page.getByRole('region', { name: 'What was imported' }).waitFor();
}

/** The caption tracks as they are stored now. */
export async function savedTracks(page: Page, clipId: string): Promise<SavedTrack[]> {
  const record = await callStudio<{ edit: { body: { captions?: SavedTrack[] } } }>(page, 'clips.get', {
    id: clipId,
  });
  return record.edit.body.captions ?? [];
}
