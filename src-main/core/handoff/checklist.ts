import type { Bilingual } from '#shared/contract/failure.ts';
import type { PostContent } from '#shared/domain/content.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { PackageFile } from './package-types.ts';

/** The steps of posting by hand on that platform, in order. */
export function checklistFor(
  profile: FormatProfile,
  content: PostContent,
  fields: Readonly<Record<string, string>>,
  files: readonly PackageFile[],
  scheduled: string | null,
): Bilingual[] {
  const name = profile.platformName;
  const steps: Bilingual[] = [
    {
      en: `Open ${name.en} and start a new ${profile.name.en.toLowerCase()}.`,
      zh: `打开${name.zh}，新建“${profile.name.zh}”。`,
    },
  ];
  const captions = files.filter((file) => file.type === 'application/x-subrip');
  const media = files.filter((file) => !file.name.includes('-cover.') && !captions.includes(file));
  const cover = files.find((file) => file.name.includes('-cover.'));
  if (media.length > 0) {
    const names = media.map((file) => file.name).join(', ');
    steps.push({ en: `Upload in this order: ${names}.`, zh: `按此顺序上传：${names}。` });
  }
  if (cover) steps.push({ en: `Set the cover: ${cover.name}.`, zh: `设置封面：${cover.name}。` });
  if (captions.length > 0) {
    const names = captions.map((file) => file.name).join(', ');
    steps.push({
      en: `Add captions where the platform takes them: ${names}.`,
      zh: `如平台支持字幕文件，请添加：${names}。`,
    });
  }
  for (const field of profile.text.fields) {
    if (!fields[field.id]) continue;
    steps.push({
      en: `Paste ${field.id}.txt into “${field.id}”.`,
      zh: `将 ${field.id}.txt 粘贴到“${field.id}”。`,
    });
  }
  if (media.some((file) => file.alt))
    steps.push({ en: 'Add the alt texts from manifest.json.', zh: '从 manifest.json 填写替代文字。' });
  if (content.firstComment && profile.firstComment)
    steps.push({
      en: 'After posting, add first-comment.txt as the first comment.',
      zh: '发布后，将 first-comment.txt 作为首条评论发出。',
    });
  steps.push(
    scheduled
      ? { en: `Post or schedule for ${scheduled}.`, zh: `发布或定时：${scheduled}。` }
      : { en: 'Check the platform’s own preview, then post.', zh: '核对平台自带预览后发布。' },
  );
  return steps;
}
