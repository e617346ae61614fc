import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowsDiff, IconChevronDown, IconWand } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useState } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import type { Action } from '#renderer/commands/action.ts';
import { actionWord, isEnabled } from '#renderer/ui/action-words.ts';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { canThread } from '#shared/adapt/actions.ts';
import { type Post, type Target, targetKey } from '#shared/domain/post.ts';
import { ownFields } from '#shared/domain/variant-fields.ts';
import { useAccounts } from '../previews/accounts.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { AdaptDialog } from './adapt-dialog.tsx';
import classes from './adapt.module.css';
import { CompareDialog } from './compare-dialog.tsx';
import { accept, type Adaptation, propose, type Proposal } from './propose.ts';

/** What the menu offers, in groups; those of the platform's rules are for targets only. */
const groups: readonly { ofTarget: boolean; entries: readonly (readonly [string, Adaptation])[] }[] = [
  {
    ofTarget: true,
    entries: [
      ['adapt.fit', { id: 'fit' }],
      ['adapt.shorten', { id: 'shorten', mark: true }],
      ['adapt.shortenPlain', { id: 'shorten', mark: false }],
      ['adapt.linkToComment', { id: 'link-to-comment' }],
      ['adapt.toThread', { id: 'thread', thread: { numbering: 'slash', place: 'end' } }],
    ],
  },
  {
    ofTarget: true,
    entries: [
      ['adapt.tagsSyntax', { id: 'tags-syntax' }],
      ['adapt.tagsToText', { id: 'tags-to-text' }],
      ['adapt.tagsToField', { id: 'tags-to-field' }],
      ['adapt.tagsLimit', { id: 'tags-limit' }],
    ],
  },
  {
    ofTarget: false,
    entries: [
      ['adapt.emojiNone', { id: 'emoji', keep: 'none' }],
      ['adapt.emojiEnds', { id: 'emoji', keep: 'line-ends' }],
      ['adapt.lettersHalf', { id: 'letters', width: 'half' }],
      ['adapt.lettersFull', { id: 'letters', width: 'full' }],
      ['adapt.spacesIn', { id: 'spaces', wanted: true }],
      ['adapt.spacesOut', { id: 'spaces', wanted: false }],
      ['adapt.punctuationZh', { id: 'punctuation', language: 'zh' }],
      ['adapt.punctuationEn', { id: 'punctuation', language: 'en' }],
      ['adapt.quotesCurly', { id: 'quotes', style: 'curly' }],
      ['adapt.quotesCorner', { id: 'quotes', style: 'corner' }],
      ['adapt.quotesStraight', { id: 'quotes', style: 'straight' }],
    ],
  },
  {
    ofTarget: false,
    entries: [
      ['adapt.toSimplified', { id: 'chinese', variant: 'zh-CN' }],
      ['adapt.toTaiwan', { id: 'chinese', variant: 'zh-TW' }],
      ['adapt.toHongKong', { id: 'chinese', variant: 'zh-HK' }],
    ],
  },
];

/** Whose words these are, and what can be done to make them fit: every change is shown first. */
export const TargetBar = memo(function TargetBar({
  session,
  live,
  post,
  target,
}: {
  session: PostSession;
  live: LiveMeasures;
  post: Post;
  target: Target | null;
}) {
  const words = useWords();
  const { t, say } = words;
  const accounts = useAccounts();
  const key = target ? targetKey(target) : null;
  const profile = key === null ? null : live.profile(key);
  const [proposed, setProposed] = useState<{ title: string; proposals: Proposal[] } | null>(null);
  const [comparing, setComparing] = useState(false);

  const offer = useCallback(
    async (title: string, keys: readonly (string | null)[], adaptation: Adaptation): Promise<void> => {
      const proposals = await propose(session, live, keys, adaptation);
      if (proposals.length === 0) notify(t('adapt.nothingToDo'));
      else setProposed({ title, proposals });
    },
    [session, live, t],
  );
  const actions = useMemo(() => {
    const of = ([id, adaptation]: readonly [string, Adaptation], ofTarget: boolean): Action => {
      const action: Action = {
        id,
        enabled: () =>
          (!ofTarget || profile !== null) &&
          (adaptation.id !== 'thread' || (profile !== null && canThread(profile))) &&
          (adaptation.id !== 'link-to-comment' || profile?.firstComment === true),
        run: () => offer(actionWord(action, words), [key], adaptation),
      };
      return action;
    };
    const menu = groups.map(({ entries, ofTarget }) => entries.map((entry) => of(entry, ofTarget)));
    const all: Action = {
      id: 'adapt.fitAll',
      icon: IconWand,
      enabled: () => session.snapshot().post.targets.length > 0,
      run: () => offer(t('adapt.fitAll'), session.snapshot().post.targets.map(targetKey), { id: 'fit' }),
    };
    const compare: Action = {
      id: 'adapt.compare',
      icon: IconArrowsDiff,
      enabled: () => key !== null,
      run: () => setComparing(true),
    };
    return { menu, all, compare };
  }, [key, profile, offer, session, words, t]);
  useActions([...actions.menu.flat(), actions.all, actions.compare]);

  const own = target ? ownFields(target).length : 0;
  const account = target?.accountId ? accounts.get(target.accountId) : undefined;
  const apply = (): void => {
    if (!proposed) return;
    setProposed(null);
    notifyUndo(t('adapt.applied', { title: proposed.title }), accept(session, proposed.proposals));
  };
  return (
    <div className={classes['room']}>
      <div className={classes['bar']}>
        {profile ? (
          <>
            <PlatformBadge format={profile.id} size={16} />
            <span className={classes['barName']}>
              {say(profile.platformName)} · {say(profile.name)}
              {account && (
                <span className={classes['barHandle']}> {account.body.handle || account.name}</span>
              )}
            </span>
          </>
        ) : (
          <span className={classes['barName']}>{t('composer.baseText')}</span>
        )}
        <span className={classes['space']} />
        {own > 0 && key !== null && (
          <>
            <Button
              className={classes['barTool'] ?? ''}
              variant="subtle"
              color="gray"
              size="compact-xs"
              title={t('adapt.compare')}
              leftSection={<IconArrowsDiff size={14} stroke={1.5} />}
              onClick={() => runAction(actions.compare)}
            >
              <span className={classes['barWord']}>{t('adapt.compare')}</span>
            </Button>
            <Button
              className={classes['barTool'] ?? ''}
              variant="subtle"
              color="gray"
              size="compact-xs"
              title={t('adapt.inheritAll')}
              leftSection={<IconArrowBackUp size={14} stroke={1.5} />}
              onClick={() =>
                notifyUndo(t('composer.inheritsAgain'), session.edit({ targets: new Map([[key, {}]]) }))
              }
            >
              <span className={classes['barWord']}>{t('adapt.inheritAll')}</span>
            </Button>
          </>
        )}
        {key === null && post.targets.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconWand size={14} stroke={1.5} />}
            onClick={() => runAction(actions.all)}
          >
            {t('adapt.fitAll')}
          </Button>
        )}
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconWand size={14} stroke={1.5} />}
              rightSection={<IconChevronDown size={12} stroke={1.5} />}
            >
              {t('adapt.menu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
            {actions.menu.map((group, index) => {
              const entries = group.filter((action) => isEnabled(action));
              return (
                entries.length > 0 && (
                  <div key={group[0]?.id} role="group">
                    {index > 0 && key !== null && <Menu.Divider />}
                    {entries.map((action) => (
                      <Menu.Item key={action.id} onClick={() => runAction(action)}>
                        {actionWord(action, words)}
                      </Menu.Item>
                    ))}
                  </div>
                )
              );
            })}
          </Menu.Dropdown>
        </Menu>
        {proposed && (
          <AdaptDialog
            title={proposed.title}
            proposals={proposed.proposals}
            live={live}
            onApply={apply}
            onClose={() => setProposed(null)}
          />
        )}
        {comparing && target && (
          <CompareDialog
            session={session}
            post={session.snapshot().post}
            target={targetOf(session.snapshot().post, key) ?? target}
            live={live}
            onClose={() => setComparing(false)}
          />
        )}
      </div>
    </div>
  );
});
