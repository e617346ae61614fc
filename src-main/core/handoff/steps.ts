import type { Bilingual } from '#shared/contract/failure.ts';
import type { HandoffStep } from '#shared/contract/handoff.ts';
import type { PostContent } from '#shared/domain/content.ts';
import type { Disclosure } from '#shared/domain/post.ts';
import { firstCommentField } from '#shared/platforms/compose.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import type { PackageFile } from './package-types.ts';

const roleNames: Record<Exclude<TextField['role'], 'other'>, Bilingual> = {
  title: { en: 'title', zh: '标题' },
  body: { en: 'text', zh: '正文' },
  comment: { en: 'comment', zh: '评论' },
  link: { en: 'link', zh: '链接' },
};

/** What a field of the platform's form is called in a step. */
function fieldName(field: TextField): Bilingual {
  if (field.role !== 'other') return roleNames[field.role];
  return field.id === 'tags' ? { en: 'tags', zh: '标签' } : { en: `“${field.id}”`, zh: `“${field.id}”` };
}

/** Order in which forms ask: the title, the text, tags and the rest, the link. */
const roleOrder: TextField['role'][] = ['title', 'body', 'other', 'link', 'comment'];

/** The article with its look and pictures, as one file. */
export const articleFile = 'article.html';

/** Name of the file that holds one part of a thread. @param part from 0 */
export function partFile(part: number, parts: number): string {
  const width = String(parts).length;
  return `thread-${String(part + 1).padStart(width, '0')}-of-${parts}.txt`;
}

/** The steps of posting by hand on that platform, in order, each with what it needs. */
export function stepsFor(
  profile: FormatProfile,
  target: {
    content: PostContent;
    fields: Readonly<Record<string, string>>;
    thread: readonly string[] | null;
    files: readonly PackageFile[];
    /** In words; null where it has no time. */
    scheduled: string | null;
    /** In words; null where none was named. */
    account: string | null;
    disclosure: Disclosure;
  },
): HandoffStep[] {
  const { fields, files, thread } = target;
  const platform = profile.platformName;
  const steps: HandoffStep[] = [];
  const add = (
    kind: HandoffStep['kind'],
    id: string,
    en: string,
    zh: string,
    rest: Partial<Pick<HandoffStep, 'text' | 'files'>> = {},
  ): void => {
    steps.push({ id, kind, message: { en, zh }, text: rest.text ?? null, files: rest.files ?? [] });
  };
  const as =
    target.account === null
      ? { en: '', zh: '' }
      : { en: ` as ${target.account}`, zh: `（${target.account}）` };
  add(
    'open',
    'open',
    `Open ${platform.en}${as.en} and start a new ${profile.name.en.toLowerCase()}.`,
    `打开${platform.zh}${as.zh}，新建“${profile.name.zh}”。`,
  );
  const captions = files.filter((file) => file.type === 'application/x-subrip');
  const covers = files.filter((file) => file.name.includes('-cover.'));
  const media = files.filter((file) => /^(image|video)\//.test(file.type) && !covers.includes(file));
  const names = (list: readonly PackageFile[]): string[] => list.map(({ name }) => name);
  if (media.length > 0) {
    const order = names(media).join(', ');
    add('upload', 'upload', `Upload in this order: ${order}.`, `按此顺序上传：${order}。`, {
      files: names(media),
    });
  }
  for (const [index, cover] of covers.entries())
    add('upload', `cover-${index}`, `Set the cover: ${cover.name}.`, `设置封面：${cover.name}。`, {
      files: [cover.name],
    });
  if (captions.length > 0) {
    const list = names(captions).join(', ');
    add(
      'upload',
      'captions',
      `Add captions where the platform takes them: ${list}.`,
      `如平台支持字幕文件，请添加：${list}。`,
      { files: names(captions) },
    );
  }
  const ordered = profile.text.fields.toSorted(
    (one, other) => roleOrder.indexOf(one.role) - roleOrder.indexOf(other.role),
  );
  for (const field of ordered) {
    const text = fields[field.id];
    if (!text) continue;
    const name = fieldName(field);
    if (field.role === 'body' && files.some((file) => file.name === articleFile)) {
      add(
        'upload',
        'article',
        `Open ${articleFile} in a browser, copy all of it and paste it into the editor; or use “Copy for WeChat” in the article studio.`,
        `用浏览器打开 ${articleFile}，全选复制后粘贴到编辑器；也可在文章工作室中点击“复制到公众号”。`,
        { files: [articleFile] },
      );
      continue;
    }
    if (thread && field.role === 'body') {
      for (const [part, words] of thread.entries()) {
        const file = partFile(part, thread.length);
        add(
          'paste',
          `part-${part + 1}`,
          `Paste part ${part + 1} of ${thread.length} of the thread (${file}).`,
          `粘贴串文第 ${part + 1}/${thread.length} 条（${file}）。`,
          { text: words },
        );
      }
    } else {
      add(
        'paste',
        `field-${field.id}`,
        `Paste the ${name.en} (${field.id}.txt).`,
        `粘贴${name.zh}（${field.id}.txt）。`,
        { text },
      );
    }
  }
  for (const file of media.filter(({ alt }) => alt !== '')) {
    add('paste', `alt-${file.name}`, `Set the alt text of ${file.name}.`, `为 ${file.name} 填写替代文字。`, {
      text: file.alt,
    });
  }
  if (target.disclosure.advertising)
    add(
      'tick',
      'advertising',
      'Mark it as an advertisement or paid partnership.',
      '勾选“广告/付费合作”声明。',
    );
  if (target.disclosure.synthetic)
    add('tick', 'synthetic', 'Mark it as made with AI.', '勾选“内容由 AI 生成”声明。');
  add(
    'publish',
    'publish',
    target.scheduled
      ? `Post or schedule for ${target.scheduled}.`
      : 'Check the platform’s own preview, then post.',
    target.scheduled ? `发布或定时：${target.scheduled}。` : '核对平台自带预览后发布。',
  );
  const comment = fields[firstCommentField];
  if (comment) {
    add(
      'paste',
      'first-comment',
      'After posting, add the first comment (first-comment.txt).',
      '发布后，发出首条评论（first-comment.txt）。',
      { text: comment },
    );
  }
  return steps;
}
