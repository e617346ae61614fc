import { Button, Modal, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconLeaf } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { EvergreenPost } from './evergreen-post.tsx';
import styles from './timing.module.css';
import { useMeant } from './use-meant.ts';

type List = KitItem<'evergreen'>;

/** Days that a post rests where nothing else was chosen. */
const usualRest = 60;

function EvergreenList({ list }: { list: List }) {
  const { t } = useWords();
  const { changes, today } = usePlanTools();
  const accounts = useKit('account');
  const meant = useMeant();
  const [open, setOpen] = useState<string | null>(null);
  const [count, setCount] = useState(4);
  const [name, setName] = useState(list.name);
  const known = useCall('evergreen.next', { id: list.id }, ['records.changed'], { quiet: 100 });
  const { body } = list;
  const save = async (part: Partial<KitBody<'evergreen'>>, called = list.name): Promise<void> => {
    await call('plan.saveKit', { kind: 'evergreen', id: list.id, name: called, body: { ...body, ...part } });
  };
  const fresh = [...new Set(meant.map(({ id }) => id))].filter((id) => !body.postIds.includes(id));
  const plan = async (): Promise<void> => {
    const { planned } = await call('evergreen.plan', { id: list.id, count });
    if (planned.length === 0) notify(t('timing.evergreen-none-rested'));
    else await changes.run(() => Promise.resolve(), t('timing.evergreen-planned', { count: planned.length }));
  };
  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <TextInput
          className={styles.wide ?? ''}
          label={t('timing.evergreen-name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => name.trim() && name !== list.name && void save({}, name.trim()).catch(notifyFailure)}
        />
        <NumberInput
          className={styles.wide ?? ''}
          label={t('timing.evergreen-cool')}
          min={1}
          max={730}
          suffix={` ${t('timing.evergreen-cool-days')}`}
          value={body.coolDownDays}
          onChange={(value) =>
            Number(value) >= 1 && void save({ coolDownDays: Number(value) }).catch(notifyFailure)
          }
        />
        {(accounts?.length ?? 0) > 0 && (
          <MultiSelect
            size="xs"
            className={styles.wide ?? ''}
            label={t('timing.evergreen-accounts')}
            placeholder={body.accountIds.length === 0 ? t('timing.any-account') : ''}
            data={(accounts ?? []).map((each) => ({ value: each.id, label: each.name }))}
            value={[...body.accountIds]}
            onChange={(accountIds) => void save({ accountIds }).catch(notifyFailure)}
          />
        )}
      </div>
      <div className={styles.posts}>
        {body.postIds.length === 0 && <p className={styles.hint}>{t('timing.evergreen-none-body')}</p>}
        <ul className={styles.list} aria-label={list.name}>
          {known.data?.map((each) => (
            <EvergreenPost
              key={each.postId}
              known={each}
              today={today}
              variants={body.variants[each.postId] ?? []}
              open={open === each.postId}
              onToggle={() => setOpen(open === each.postId ? null : each.postId)}
              onVariants={(variants) =>
                void save({ variants: { ...body.variants, [each.postId]: variants } }).catch(notifyFailure)
              }
              onRemove={() =>
                void changes.run(
                  () => save({ postIds: body.postIds.filter((id) => id !== each.postId) }),
                  t('timing.evergreen-removed', { title: each.title || t('ui.untitled') }),
                )
              }
            />
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        <Button
          className={styles.first ?? ''}
          variant="subtle"
          color="gray"
          onClick={() =>
            void changes.run(
              () => call('plan.trashKit', { ids: [list.id], trashed: true }),
              t('timing.evergreen-trashed', { name: list.name }),
            )
          }
        >
          {t('timing.evergreen-trash')}
        </Button>
        {fresh.length > 0 && (
          <Button
            variant="default"
            onClick={() =>
              void changes.run(
                () => save({ postIds: [...body.postIds, ...fresh] }),
                t('timing.evergreen-added', { count: fresh.length, name: list.name }),
              )
            }
          >
            {t('timing.evergreen-add', { count: fresh.length })}
          </Button>
        )}
        <NumberInput
          className={styles.number ?? ''}
          aria-label={t('timing.evergreen-count')}
          min={1}
          max={100}
          value={count}
          onChange={(value) => Number(value) >= 1 && setCount(Number(value))}
        />
        <Button disabled={body.postIds.length === 0} onClick={() => void plan().catch(notifyFailure)}>
          {t('timing.evergreen-plan')}
        </Button>
      </div>
    </div>
  );
}

/** Lists of posts that are told again: what has rested, in which words it comes, and what was told when. */
export function EvergreenDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const lists = useKit('evergreen');
  const meant = useMeant();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = lists?.find(({ id }) => id === chosen) ?? lists?.[0];
  const ids = [...new Set(meant.map(({ id }) => id))];
  const make = async (): Promise<void> => {
    const body = { postIds: ids, coolDownDays: usualRest, accountIds: [], variants: {}, told: [] };
    const name = t('timing.evergreen-new-name');
    const { item } = await call('plan.saveKit', { kind: 'evergreen', name, body });
    setChosen(item.id);
  };
  const makeButton = (
    <Button variant={list ? 'default' : 'filled'} onClick={() => void make().catch(notifyFailure)}>
      {ids.length === 0
        ? t('timing.evergreen-make-empty')
        : t('timing.evergreen-make', { count: ids.length })}
    </Button>
  );
  return (
    <Modal opened onClose={onClose} size={880} title={t('timing.evergreen-title')}>
      <div className={styles.form}>
        <p className={styles.hint}>{t('timing.evergreen-lead')}</p>
        {lists && !list && (
          <EmptyState
            icon={IconLeaf}
            title={t('timing.evergreen-none')}
            body={t('timing.evergreen-none-body')}
          >
            {makeButton}
          </EmptyState>
        )}
        {list && lists && (
          <>
            <div className={styles.line}>
              <Select
                className={styles.wide ?? ''}
                aria-label={t('timing.evergreen-list')}
                data={lists.map(({ id, name }) => ({ value: id, label: name }))}
                value={list.id}
                onChange={setChosen}
              />
              {makeButton}
            </div>
            <EvergreenList key={list.id} list={list} />
          </>
        )}
      </div>
    </Modal>
  );
}
