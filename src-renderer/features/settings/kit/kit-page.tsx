import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconBookmark, IconChecklist, IconHash, IconLink, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { LinkExample } from '#renderer/ui/kit-parts.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { linkTags, tagLink } from '#shared/kit/link-tags.ts';
import { ChecklistForm } from './checklist-form.tsx';
import { HashtagSetForm } from './hashtag-set-form.tsx';
import styles from './kit.module.css';
import { KitShelf, type ShelfKind } from './kit-shelf.tsx';

const utmFields = ['source', 'medium', 'campaign', 'term', 'content'] as const;

const shelves = ['snippet', 'hashtag-set', 'utm', 'post-template', 'checklist'];

/**
 * What posts are made of again and again: snippets, hashtag sets, tags of links, whole posts as templates, and the
 * steps that they are made in. `?shelf=` names the shelf that is open at first.
 */
export function KitPage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const [tab, setTab] = useState(() => shelves.find((each) => each === search.get('shelf')) ?? 'snippet');
  const snippets: ShelfKind<'snippet'> = {
    kind: 'snippet',
    blank: { name: t('kit.snippet-new'), body: { text: '', shortcut: '' } },
    empty: { icon: IconBookmark, title: t('kit.snippet-empty'), body: t('kit.snippet-empty-body') },
    add: t('kit.snippet-add'),
    about: ({ body }) => body.text.replace(/\s+/g, ' ').slice(0, 120),
    form: (body, onChange) => (
      <>
        <TextInput
          label={t('kit.shortcut')}
          description={t('kit.shortcut-hint')}
          value={body.shortcut}
          maxLength={40}
          onChange={(event) => onChange({ ...body, shortcut: event.currentTarget.value.replace(/\s+/g, '') })}
        />
        <Textarea
          label={t('kit.text')}
          description={t('kit.text-hint')}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={20_000}
          value={body.text}
          onChange={(event) => onChange({ ...body, text: event.currentTarget.value })}
        />
      </>
    ),
  };
  const sets: ShelfKind<'hashtag-set'> = {
    kind: 'hashtag-set',
    blank: { name: t('kit.set-new'), body: { tags: [], perPlatform: {}, group: '' } },
    empty: { icon: IconHash, title: t('kit.set-empty'), body: t('kit.set-empty-body') },
    add: t('kit.set-add'),
    about: ({ body }) =>
      [body.group, body.tags.map((tag) => `#${tag}`).join(' ')].filter(Boolean).join(' · '),
    form: (body, onChange) => <HashtagSetForm body={body} onChange={onChange} />,
  };
  const links: ShelfKind<'utm'> = {
    kind: 'utm',
    blank: {
      name: t('kit.utm-new'),
      body: { source: '{platform}', medium: 'social', campaign: '{campaign}', term: '', content: '{format}' },
    },
    empty: { icon: IconLink, title: t('kit.utm-empty'), body: t('kit.utm-empty-body') },
    add: t('kit.utm-add'),
    about: ({ body }) =>
      utmFields
        .map((field) => body[field])
        .filter(Boolean)
        .join(' / '),
    form: (body, onChange) => (
      <>
        <div className={styles.grid}>
          {utmFields.map((field) => (
            <TextInput
              key={field}
              label={`utm_${field}`}
              value={body[field]}
              maxLength={200}
              onChange={(event) => onChange({ ...body, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        <p className={styles.hint}>{t('kit.utm-hint')}</p>
        <LinkExample>
          {tagLink(
            'https://example.com/',
            linkTags(body, {
              ...{ platform: 'weibo', format: 'post', account: '@galley', campaign: t('kit.utm-example') },
              ...{ title: '', date: '2026-12-01' },
            }),
          )}
        </LinkExample>
      </>
    ),
  };
  const templates: ShelfKind<'post-template'> = {
    kind: 'post-template',
    blank: { name: t('kit.template-new'), body: { description: '', change: {} } },
    empty: { icon: IconTemplate, title: t('kit.template-empty'), body: t('kit.template-empty-body') },
    add: t('kit.template-add'),
    about: ({ body }) =>
      body.description ||
      (body.change.body ?? '').replace(/\s+/g, ' ').slice(0, 120) ||
      t('kit.template-blank'),
    form: (body, onChange) => (
      <>
        <TextInput
          label={t('kit.description')}
          value={body.description}
          maxLength={500}
          onChange={(event) => onChange({ ...body, description: event.currentTarget.value })}
        />
        <TextInput
          label={t('kit.template-title')}
          value={body.change.title ?? ''}
          onChange={(event) =>
            onChange({ ...body, change: { ...body.change, title: event.currentTarget.value } })
          }
        />
        <Textarea
          label={t('kit.text')}
          description={t('kit.template-hint')}
          autosize
          minRows={4}
          maxRows={16}
          value={body.change.body ?? ''}
          onChange={(event) =>
            // The editor starts from the words again.
            onChange({ ...body, change: { ...body.change, body: event.currentTarget.value, document: null } })
          }
        />
      </>
    ),
  };
  const checklists: ShelfKind<'checklist'> = {
    kind: 'checklist',
    blank: { name: t('kit.list-new'), body: { items: [] } },
    empty: { icon: IconChecklist, title: t('kit.list-empty'), body: t('kit.list-empty-body') },
    add: t('kit.list-add'),
    about: ({ body }) => body.items.join(' · ').slice(0, 120) || t('kit.list-blank'),
    form: (body, onChange) => <ChecklistForm body={body} onChange={onChange} />,
  };
  return (
    <>
      <p className={styles.lead}>{t('kit.lead')}</p>
      <SegmentedControl
        aria-label={t('kit.kind')}
        value={tab}
        onChange={setTab}
        data={[
          { value: 'snippet', label: t('kit.snippets') },
          { value: 'hashtag-set', label: t('kit.sets') },
          { value: 'utm', label: t('kit.utm') },
          { value: 'post-template', label: t('kit.templates') },
          { value: 'checklist', label: t('kit.lists') },
        ]}
      />
      <div className={styles.shelf}>
        {tab === 'snippet' && <KitShelf shelf={snippets} />}
        {tab === 'hashtag-set' && <KitShelf shelf={sets} />}
        {tab === 'utm' && <KitShelf shelf={links} />}
        {tab === 'post-template' && <KitShelf shelf={templates} />}
        {tab === 'checklist' && <KitShelf shelf={checklists} />}
      </div>
    </>
  );
}
