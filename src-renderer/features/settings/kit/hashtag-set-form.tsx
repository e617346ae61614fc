import { ActionIcon, Select, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody } from '#shared/kit/schema.ts';
import styles from './kit.module.css';

type Body = KitBody<'hashtag-set'>;

const split = [',', '，', '、', ' ', '\n', '#'];

function words(values: readonly string[]): string[] {
  const cleaned = values.map((value) => value.trim().replace(/^[#＃]+|[#＃]+$/g, ''));
  return [...new Set(cleaned.filter((value) => value !== ''))];
}

/** The tags of a set, those that a platform has of its own, and the group whose sets take turns. */
export function HashtagSetForm({ body, onChange }: { body: Body; onChange(body: Body): void }) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const own = Object.keys(body.perPlatform);
  const setOwn = (platform: string, tags: string[] | null): void => {
    const { [platform]: _before, ...rest } = body.perPlatform;
    onChange({ ...body, perPlatform: tags === null ? rest : { ...rest, [platform]: tags } });
  };
  return (
    <>
      <TagsInput
        label={t('kit.tags')}
        description={t('kit.tags-hint')}
        splitChars={split}
        acceptValueOnBlur
        value={body.tags}
        onChange={(tags) => onChange({ ...body, tags: words(tags) })}
      />
      <TextInput
        label={t('kit.group')}
        description={t('kit.group-hint')}
        value={body.group}
        maxLength={100}
        onChange={(event) => onChange({ ...body, group: event.currentTarget.value })}
      />
      {own.map((platformId) => {
        const platform = pack?.platforms.find(({ id }) => id === platformId);
        const name = platform ? say(platform.name) : platformId;
        return (
          <div key={platformId} className={styles.own}>
            <PlatformBadge format={platformId} size={18} />
            <TagsInput
              className={styles.grow ?? ''}
              aria-label={t('kit.tags-of', { platform: name })}
              placeholder={t('kit.tags-of', { platform: name })}
              splitChars={split}
              acceptValueOnBlur
              value={body.perPlatform[platformId] ?? []}
              onChange={(tags) => setOwn(platformId, words(tags))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('kit.tags-drop', { platform: name })}
              onClick={() => setOwn(platformId, null)}
            >
              <IconX size={15} stroke={1.5} />
            </ActionIcon>
          </div>
        );
      })}
      <Select
        aria-label={t('kit.tags-own')}
        placeholder={t('kit.tags-own')}
        searchable
        value={null}
        data={(pack?.platforms ?? [])
          .filter(({ id }) => !own.includes(id))
          .map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={(platform) => platform && setOwn(platform, body.tags)}
      />
    </>
  );
}
