import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { firstCommentField } from '#shared/platforms/compose.ts';
import {
  type PostizChannel,
  postizChannelsSchema,
  postizDraftsSchema,
  type PostizUpload,
  postizUploadSchema,
} from '#shared/handoff/postiz-api.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { WebAnswer, WebClient, WebRequest } from '#main/ports/web-client.ts';
import type { PostizStore, Session } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';
import type { WrittenTarget } from './write-package.ts';

/**
 * Postiz's public API v1 (docs.postiz.com/public-api, read 2026-11): the key stands in `Authorization` as it is; a
 * post of type `draft` is never published by the server itself. Hosted servers answer under `/public/v1`, self-hosted
 * ones behind their usual proxy under `/api/public/v1`.
 */
const roots = ['public/v1', 'api/public/v1'];

/** Postiz's names of platforms where ours differ; several of theirs post to one of ours. */
const platforms: Record<string, string> = {
  'linkedin-page': 'linkedin',
  'instagram-standalone': 'instagram',
};

function notConfigured(): GalleyError {
  return new GalleyError('unavailable', {
    en: 'Postiz is off. Enter the address of your server and its key first.',
    zh: 'Postiz 未启用。请先填写服务器地址和密钥。',
  });
}

function unexpected(status: number): GalleyError {
  const refused = status === 401 || status === 403;
  return new GalleyError(
    'unavailable',
    refused
      ? {
          en: 'Postiz refused the key. Make a new one in its settings.',
          zh: 'Postiz 拒绝了密钥。请在其设置中重新生成。',
        }
      : {
          en: `Postiz answered in an unexpected way (${status}). Check the address and the version of the server.`,
          zh: `Postiz 的响应异常（${status}）。请检查服务器地址与版本。`,
        },
    { status },
  );
}

/** @throws GalleyError `unavailable` while it is off */
export function requirePostiz(store: PostizStore): { server: string; key: string } {
  const settings = store.read();
  if (settings.server === '' || settings.key === '') throw notConfigured();
  return settings;
}

/** Asks the API under either root; the first that knows the path answers. */
async function ask(
  web: WebClient,
  store: PostizStore,
  path: string,
  request: Pick<WebRequest, 'method' | 'body' | 'signal'>,
): Promise<WebAnswer> {
  const { server, key } = requirePostiz(store);
  const base = server.replace(/\/+$/, '');
  const whole = roots.some((root) => base.endsWith(`/${root}`));
  let last: WebAnswer = { status: 404, json: null };
  for (const root of whole ? [''] : roots) {
    const url = [base, root, path].filter(Boolean).join('/');
    last = await web({ ...request, url, headers: { authorization: key } });
    if (last.status !== 404) break;
  }
  if (last.status < 200 || last.status > 299) throw unexpected(last.status);
  return last;
}

/** What a schema of zod makes of an answer. */
function parsed<T>(
  schema: { safeParse(json: unknown): { success: true; data: T } | { success: false } },
  answer: WebAnswer,
): T {
  const value = schema.safeParse(answer.json);
  if (!value.success) throw unexpected(answer.status);
  return value.data;
}

export function postizSettings(store: PostizStore): CallOutput<'postiz.settings'> {
  const { server, key } = store.read();
  return { server, hasKey: key !== '' };
}

/** An empty address turns it off and forgets the key; an absent key stays as it is. */
export function configurePostiz(
  store: PostizStore,
  { server, key }: ParsedInput<'postiz.configure'>,
): CallOutput<'postiz.configure'> {
  store.write(server === '' ? { server: '', key: '' } : { server, key: key ?? store.read().key });
  return postizSettings(store);
}

async function channelsOf(web: WebClient, store: PostizStore): Promise<PostizChannel[]> {
  const channels = parsed(postizChannelsSchema, await ask(web, store, 'integrations', { method: 'GET' }));
  return channels.filter((channel) => channel.disabled !== true);
}

export async function postizChannels(
  web: WebClient,
  store: PostizStore,
): Promise<CallOutput<'postiz.channels'>> {
  const channels = await channelsOf(web, store);
  return channels.map(({ id, name, identifier }) => ({
    id,
    name,
    platform: platforms[identifier] ?? identifier,
  }));
}

/** Uploads the files of each target's package and makes one draft a channel; nothing is published by this. */
export async function draftInPostiz(
  parts: {
    web: WebClient;
    store: PostizStore;
    session: Session;
    /** The targets with their media in the platform's form. */
    written: readonly WrittenTarget[];
    now: Date;
  },
  { postId, channels }: ParsedInput<'postiz.draft'>,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<CallOutput<'postiz.draft'>> {
  const { web, store, session, written } = parts;
  const post = requirePost(session.repositories, postId);
  const known = await channelsOf(web, store);
  const files = written.reduce((sum, target) => sum + target.files.length, 0);
  let done = 0;
  const report = (): void =>
    job.progress(done, files + channels.length, { en: 'Sending to Postiz', zh: '正在发送到 Postiz' });
  report();
  const drafts: CallOutput<'postiz.draft'>['drafts'] = [];
  for (const { targetId, channelId } of channels) {
    const target = post.targets.find((each) => each.id === targetId);
    const made = written.find((each) => each.targetId === targetId);
    const channel = known.find((each) => each.id === channelId);
    if (!target || !made || !channel) {
      throw new GalleyError('invalid-input', {
        en: 'A platform version or channel is no longer there. Choose again.',
        zh: '某个平台版本或频道已不存在。请重新选择。',
      });
    }
    const uploaded: PostizUpload[] = [];
    for (const file of made.files) {
      done += 1;
      // Captions and covers have no place in the API.
      if (!/^(image|video)\//.test(file.type) || file.name.includes('-cover.')) continue;
      const body = { kind: 'file', path: file.path, name: file.name, type: file.type } as const;
      uploaded.push(
        parsed(
          postizUploadSchema,
          await ask(web, store, 'upload', { method: 'POST', body, signal: job.signal }),
        ),
      );
      report();
    }
    const comment = made.fields[firstCommentField] ?? '';
    const texts = [...(made.thread ?? [made.paste]), ...(comment === '' ? [] : [comment])];
    const due = target.schedule ?? post.schedule;
    const value = {
      type: 'draft',
      date: due ? dueInstant(due) : parts.now.toISOString(),
      shortLink: false,
      tags: [],
      posts: [
        {
          integration: { id: channelId },
          value: texts.map((text, index) => ({ content: text, image: index === 0 ? uploaded : [] })),
          settings: { __type: channel.identifier },
        },
      ],
    };
    const [draft] = parsed(
      postizDraftsSchema,
      await ask(web, store, 'posts', { method: 'POST', body: { kind: 'json', value }, signal: job.signal }),
    );
    if (draft) drafts.push({ targetId, draftId: draft.postId });
    done += 1;
    report();
  }
  return { drafts };
}
