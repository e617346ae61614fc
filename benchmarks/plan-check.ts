import { join } from 'node:path';
import type { PostContent } from '#shared/domain/content.ts';
import { newId } from '#shared/domain/id.ts';
import { blankPost, blankTarget } from '#shared/domain/blank-post.ts';
import type { Post } from '#shared/domain/post.ts';
import { composeFields } from '#shared/platforms/compose.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { checkPlan } from '#main/core/checks/check-plan.ts';
import { createContentRules } from '#main/core/checks/content-rules.ts';
import { loadWordLists } from '#main/core/checks/load-lists.ts';
import { loadRulePack } from '#main/core/load-pack.ts';
import { createPictures } from '#main/core/pictures.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { createImageEngine } from '#main/media/images/engine.ts';
import { createTestWorkspace } from '#main/db/test-workspace.ts';
import { inFolder } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';

const counts = { posts: 1000, pairs: 5 };
const formats = [
  'weibo/post',
  'xiaohongshu/image',
  'douyin/video',
  'wechat-article/article',
  'x/post',
  'instagram/feed',
  'linkedin/post',
  'threads/post',
];
const sentences = [
  '春茶上市了，我们在山上待了三天，第一次看到这样的云海。',
  '这款杯子用本地的陶土烧成，手感温润，容量 240 毫升。',
  '最近天气转凉，记得多喝热水，早点休息。',
  'A small batch of tea from our own valley, picked by hand before the rain.',
  '据统计，超过 60% 的人每天喝茶，国家级非物质文化遗产传承人亲手制作。',
  'Write to us at https://galley.app/tea and tell us which cup is yours.',
];

function postOf(number: number): Post {
  const targets = formats.map((format) => blankTarget(newId(), format));
  // No two posts share a line: what is remembered of one must not help the next.
  const body = Array.from(
    { length: 12 },
    (_, at) => `${sentences[(number + at) % sentences.length]} ${number}-${at}`,
  ).join('\n\n');
  const now = new Date(2026, 0, 1).toISOString();
  return {
    ...blankPost(newId(), now),
    title: `第 ${number} 篇 Tea`,
    body,
    hashtags: ['茶', 'tea'],
    link: 'https://galley.app/tea',
    status: 'draft',
    targets,
    schedule: { local: `2027-01-${String((number % 28) + 1).padStart(2, '0')}T09:30`, zone: 'Asia/Shanghai' },
  };
}

/**
 * The whole plan against all rules and lists, from the database to the kept result; beside it only what any check
 * must do at least: composing the words of every target and one search over them for each shipped list.
 */
export const planCheck: Measurement = {
  name: 'plan-check',
  measure: (say) =>
    inFolder(async () => {
      const resources = join(projectRoot, 'resources');
      const pack = await loadRulePack(join(resources, 'platforms'));
      const rules = createContentRules(() => loadWordLists(join(resources, 'word-lists')));
      const lists = await rules.shippedLists();
      const studio = createTestWorkspace();
      try {
        const session = studio.session();
        const posts = Array.from({ length: counts.posts }, (_, number) => postOf(number));
        session.repositories.posts.insertMany(posts);
        const content = await rules.of(session);
        const pictures = createPictures(createImageEngine());
        const searches = lists.map(
          ({ list }) =>
            new RegExp(
              list.entries
                .map(({ word, pattern }) => (pattern ? word : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
                .join('|') || '(?!)',
              'giu',
            ),
        );
        const line = await compare(
          {
            name: `check ${counts.posts} posts × ${formats.length} targets (beside bare searches)`,
            target: null,
            pairs: counts.pairs,
            inProcess: true,
            ours: () =>
              timed(() => checkPlan({ pack, content, pictures, session, now: new Date().toISOString() })),
            peer: () =>
              timed(async () => {
                for (const post of posts) {
                  const words: PostContent = { ...post };
                  for (const { format } of post.targets) {
                    const { paste } = composeFields(formatProfile(pack, format), words);
                    for (const search of searches) paste.match(search);
                  }
                }
              }),
          },
          say,
        );
        return [line];
      } finally {
        studio.remove();
      }
    }),
};
