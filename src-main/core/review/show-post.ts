import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Attachment, Post, Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { composeFields, firstCommentField } from '#shared/platforms/compose.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import { targetProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { ReviewLanguage, ReviewMedia, ReviewPost, ReviewTarget } from '#shared/review/package.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { shownNow } from '../team/shown-looks.ts';

const locales: Record<ReviewLanguage, string> = { en: 'en-GB', zh: 'zh-CN' };

const words = {
  title: { en: 'Title', zh: '标题' },
  body: { en: 'Text', zh: '正文' },
  link: { en: 'Link', zh: '链接' },
  tags: { en: 'Tags', zh: '标签' },
  comment: { en: 'First comment', zh: '首条评论' },
  untitled: { en: 'Untitled post', zh: '未命名帖子' },
  advertising: { en: 'Advertisement', zh: '广告' },
  synthetic: { en: 'Contains machine-made content', zh: '含机器生成内容' },
};

/** Day, and hour with zone and its distance from UTC, in words. */
export function timeWords(schedule: Schedule, language: ReviewLanguage): { day: string; time: string } {
  const wall = new Date(`${schedule.local}:00Z`);
  const day = new Intl.DateTimeFormat(locales[language], {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const offset = new Intl.DateTimeFormat('en', { timeZone: schedule.zone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date(dueInstant(schedule)))
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC');
  return {
    day: day.format(wall),
    time: `${schedule.local.slice(11)} · ${schedule.zone}${offset && schedule.zone !== 'UTC' ? ` (${offset})` : ''}`,
  };
}

function accountName(repositories: Repositories, id: string | null): string {
  const item = id === null ? null : repositories.kit.get(id);
  return item ? (item as KitItem<'account'>).body.handle || item.name : '';
}

function fieldWord(profile: FormatProfile, id: string, language: ReviewLanguage): string {
  if (id === firstCommentField) return words.comment[language];
  const field = profile.text.fields.find((each) => each.id === id);
  if (field && field.role !== 'other') return words[field.role][language];
  return id === 'tags' ? words.tags[language] : id;
}

/** The texts of a target as they are pasted; a thread part by part. */
function textsOf(
  profile: FormatProfile,
  post: Post,
  target: Target,
  language: ReviewLanguage,
): ReviewTarget['texts'] {
  const composed = composeFields(profile, contentOf(post, target), target.overrides.thread ?? null);
  return Object.entries(composed.fields).flatMap(([id, text]) => {
    if (text === '') return [];
    const name = fieldWord(profile, id, language);
    const isBody = profile.text.fields.some((field) => field.id === id && field.role === 'body');
    if (!isBody || !composed.thread) return [{ name, text }];
    const { length } = composed.thread;
    return composed.thread.map((part, index) => ({ name: `${name} ${index + 1}/${length}`, text: part }));
  });
}

/** The post's own words, for one that has no platform yet. */
function plainTexts(post: Post, language: ReviewLanguage): ReviewTarget['texts'] {
  const { body, link, hashtags } = post;
  const tags = hashtags.map((tag) => `#${tag}`).join(' ');
  return [
    { name: words.body[language], text: body },
    { name: words.link[language], text: link },
    { name: words.tags[language], text: tags },
  ].filter(({ text }) => text !== '');
}

/** One post as the package shows it: every picture once, each target with what it takes of them. */
export async function showPost(
  post: Post,
  parts: {
    repositories: Repositories;
    pack: RulePack;
    language: ReviewLanguage;
    show: (attachment: Attachment) => Promise<(ReviewMedia & { looks: string })[]>;
  },
): Promise<ReviewPost> {
  const { repositories, pack, language, show } = parts;
  // Before its pictures are made: a design that is edited meanwhile has changed since.
  const shown = shownNow(repositories, post);
  const media: (ReviewMedia & { looks: string })[] = [];
  const numbersOf = async (attachments: readonly Attachment[]): Promise<number[]> => {
    const numbers: number[] = [];
    for (const attachment of attachments) {
      for (const picture of await show(attachment)) {
        let at = media.findIndex(({ looks }) => looks === picture.looks);
        if (at < 0) {
          // A target that crops a picture otherwise shows another picture.
          const taken = media.filter(
            ({ key }) => key === picture.key || key.startsWith(`${picture.key}~`),
          ).length;
          media.push(taken === 0 ? picture : { ...picture, key: `${picture.key}~${taken + 1}` });
          at = media.length - 1;
        }
        numbers.push(at + 1);
      }
    }
    return numbers;
  };
  const own = await numbersOf(post.attachments);
  const targets: (ReviewTarget & { numbers: number[] })[] = [];
  for (const target of post.targets) {
    const rules = packFor(pack, target.accountId);
    const profile = targetProfile(rules, target.format);
    targets.push({
      platform: profile.platformName[language],
      format: profile.name[language],
      account: accountName(repositories, target.accountId),
      time: target.schedule ? Object.values(timeWords(target.schedule, language)).join(' ') : '',
      texts: textsOf(profile, post, target, language),
      pictures: null,
      numbers: await numbersOf(attachmentsOf(post, target)),
    });
  }
  const all = media.map((_, index) => index + 1).join();
  const when = post.schedule ? timeWords(post.schedule, language) : { day: '', time: '' };
  const title =
    post.title || post.body.replaceAll(/\s+/g, ' ').trim().slice(0, 80) || words.untitled[language];
  return {
    id: post.id,
    title,
    ...when,
    shown,
    notes: (['advertising', 'synthetic'] as const)
      .filter((note) => post.disclosure[note])
      .map((note) => words[note][language]),
    media: media.map(({ looks: _looks, ...picture }) => picture),
    targets:
      targets.length === 0
        ? [
            {
              ...{ platform: words.body[language], format: '', account: '', time: '' },
              ...{ texts: plainTexts(post, language), pictures: own.join() === all ? null : own },
            },
          ]
        : targets.map(({ numbers, ...target }) => ({
            ...target,
            pictures: numbers.join() === all ? null : numbers,
          })),
  };
}
