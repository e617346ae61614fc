import { ActionIcon, Button, Popover, Select, TextInput, Tooltip } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { LinkExample } from '#renderer/ui/kit-parts.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { contentOf } from '#shared/domain/content-of.ts';
import { type Post, type Target, targetKey } from '#shared/domain/post.ts';
import { linkTags, tagLink } from '#shared/kit/link-tags.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './kit.module.css';

const fields = ['source', 'medium', 'campaign', 'term', 'content'] as const;

const usual: KitBody<'utm'> = {
  source: '{platform}',
  medium: 'social',
  campaign: '{campaign}',
  term: '',
  content: '',
};

/** Builds the tags of a link from a template, for this target or for each of them by itself. */
export function LinkTagger({
  session,
  post,
  target,
}: {
  session: PostSession;
  post: Post;
  /** null on the base text: then every target gets a link of its own. */
  target: Target | null;
}) {
  const { t } = useWords();
  const templates = useKit('utm') ?? [];
  const accounts = useKit('account') ?? [];
  const id = useId();
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState(usual);
  const taggedFor = (each: Target | null): string => {
    const [platform = '', format = ''] = (each?.format ?? '').split('/');
    const account = accounts.find(({ id }) => id === each?.accountId)?.body.handle ?? '';
    const date = (each?.schedule ?? post.schedule)?.local.slice(0, 10) ?? '';
    const context = { platform, format, account, campaign: post.campaign, title: post.title, date };
    return tagLink(contentOf(post, each).link, linkTags(values, context));
  };
  const open = target === null ? post.targets.filter(({ status }) => status !== 'published') : [target];
  const example = open[0] ?? target;
  const link = contentOf(post, target).link;
  const usable = URL.canParse(link.trim());
  const apply = (): void => {
    const undos = open.map((each) => {
      const key = targetKey(each);
      const before = each.overrides.link;
      session.setParts(key, { link: taggedFor(each) });
      return () =>
        before === undefined ? void session.revert(key, 'link') : session.setParts(key, { link: before });
    });
    if (chosen) call('kit.used', { id: chosen }).catch(notifyFailure);
    setOpened(false);
    notifyUndo(t('kit.links-tagged', { count: open.length }), () => {
      for (const undo of undos.toReversed()) undo();
    });
  };
  return (
    <Popover
      id={id}
      opened={opened}
      onChange={setOpened}
      width={360}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={t('kit.tag-link')}>
          <ActionIcon
            id={id}
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('kit.tag-link')}
            onClick={() => setOpened(!opened)}
          >
            <IconTags size={15} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes['tagger']}
          onSubmit={(event) => {
            event.preventDefault();
            if (usable && open.length > 0) apply();
          }}
        >
          {templates.length > 0 && (
            <Select
              size="xs"
              label={t('kit.utm')}
              placeholder={t('kit.choose-template')}
              value={chosen}
              data={templates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setChosen(id);
                const template = templates.find((each) => each.id === id);
                if (template) setValues(template.body);
              }}
            />
          )}
          {fields.map((field) => (
            <TextInput
              key={field}
              size="xs"
              label={`utm_${field}`}
              value={values[field]}
              onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
            />
          ))}
          <LinkExample>{usable ? taggedFor(example) : t('kit.link-first')}</LinkExample>
          <div className={classes['buttons']}>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() =>
                void call('kit.save', { kind: 'utm', name: values.campaign || 'UTM', body: values }).then(
                  (item) => setChosen(item.id),
                  notifyFailure,
                )
              }
            >
              {t('kit.save-utm')}
            </Button>
            <Button size="xs" type="submit" disabled={!usable || open.length === 0}>
              {target === null ? t('kit.tag-all', { count: open.length }) : t('kit.tag-one')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
