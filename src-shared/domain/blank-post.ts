import type { Post, PostSummary, Target } from './post.ts';

/** A post with nothing in it, as it is before its first change. */
export function blankPost(id: string, now: string): Post {
  return {
    id,
    revision: 1,
    title: '',
    body: '',
    document: null,
    hashtags: [],
    link: '',
    firstComment: '',
    disclosure: { advertising: false, synthetic: false },
    sources: '',
    status: 'idea',
    attachments: [],
    targets: [],
    schedule: null,
    campaign: '',
    pillar: '',
    owner: '',
    labels: [],
    notes: '',
    brief: '',
    checklist: [],
    series: null,
    origin: '',
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
}

/** A target that takes everything from its post. */
export function blankTarget(id: string, format: string, accountId: string | null = null): Target {
  return {
    id,
    format,
    accountId,
    overrides: {},
    schedule: null,
    status: 'planned',
    publishedAt: null,
    publishedUrl: null,
  };
}

/** The row of a post with nothing in it. */
export function blankSummary(id: string): PostSummary {
  return {
    id,
    revision: 1,
    title: '',
    excerpt: '',
    status: 'draft',
    formats: [],
    schedule: null,
    dueAt: null,
    thumbnail: null,
    campaign: '',
    pillar: '',
    owner: '',
    labels: [],
    accountIds: [],
    seriesId: null,
    updatedAt: '',
    trashedAt: null,
  };
}
