import { ActionIcon, Button, Combobox, TextInput, Tooltip, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PostRow } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from '../campaigns.module.css';
import pageStyles from './page.module.css';

/** Posts that a search offers. */
const offered = 8;

/** Finds a post of the workspace and takes it into the campaign. */
function AssignPost({ campaign, has }: { campaign: string; has: ReadonlySet<string> }) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 120);
  const box = useCombobox();
  const found = useCall('posts.list', asked === '' ? null : { search: asked, limit: offered + has.size });
  const options =
    asked === '' ? [] : (found.data?.items ?? []).filter(({ id }) => !has.has(id)).slice(0, offered);
  const nameOf = (post: PostSummary): string => post.title || post.excerpt || t('ui.untitled');
  const take = async (id: string): Promise<void> => {
    const post = options.find((each) => each.id === id);
    if (!post) return;
    setSearch('');
    box.closeDropdown();
    await call('plan.change', { ids: [id], change: { campaign } });
    notifyUndo(
      t('campaigns.assigned', { title: nameOf(post), campaign }),
      async () => void (await call('plan.change', { ids: [id], change: { campaign: post.campaign } })),
    );
  };
  return (
    <Combobox store={box} onOptionSubmit={(id) => void take(id).catch(notifyFailure)}>
      <Combobox.Target>
        <TextInput
          size="xs"
          className={styles.rest ?? ''}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('campaigns.assign')}
          placeholder={t('campaigns.assign')}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options>
          {options.length === 0 && <Combobox.Empty>{t('campaigns.none-found')}</Combobox.Empty>}
          {options.map((post) => (
            <Combobox.Option key={post.id} value={post.id}>
              {nameOf(post)}
              {post.campaign !== '' && <span className={styles.dim}> {post.campaign}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The posts of a campaign by time, with what adds to them. */
export function CampaignPosts({ campaign, posts }: { campaign: string; posts: readonly PostSummary[] }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [now] = useState(() => new Date().toISOString());
  const create = async (): Promise<void> => {
    const post = await call('posts.create', { change: { campaign, status: 'draft' }, undoable: true });
    navigate(`/posts/${post.id}`);
  };
  const release = async (post: PostSummary): Promise<void> => {
    await call('plan.change', { ids: [post.id], change: { campaign: '' } });
    notifyUndo(
      t('campaigns.released', { title: post.title || post.excerpt || t('ui.untitled') }),
      async () => void (await call('plan.change', { ids: [post.id], change: { campaign } })),
    );
  };
  return (
    <>
      <div className={pageStyles.line}>
        <AssignPost campaign={campaign} has={new Set(posts.map(({ id }) => id))} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.75} />}
          onClick={() => void create().catch(notifyFailure)}
        >
          {t('campaigns.new-post')}
        </Button>
      </div>
      {posts.length === 0 ? (
        <p className={styles.hint}>{t('campaigns.posts-empty')}</p>
      ) : (
        <ul className={styles.plain} aria-label={t('campaigns.posts')}>
          {posts.map((post) => (
            <li key={post.id} className={pageStyles.postLine}>
              <Link href={`/posts/${post.id}`} className={pageStyles.post}>
                <PostRow
                  post={post}
                  late={post.dueAt !== null && post.dueAt < now && post.status !== 'published'}
                />
              </Link>
              <Tooltip label={t('campaigns.release')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={`${t('campaigns.release')}: ${post.title || post.excerpt}`}
                  onClick={() => void release(post).catch(notifyFailure)}
                >
                  <IconX size={14} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
