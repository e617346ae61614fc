import { Button, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconFlag, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody } from '#shared/kit/schema.ts';
import styles from './campaigns.module.css';
import { PlanBar } from './plan-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { blankCampaign, campaignFrom, type CampaignTemplate, campaignTemplates } from './templates.ts';
import { useCampaignWords, useToday } from './use-campaign-words.ts';
import { usePlanUndo } from './use-plan-undo.ts';

interface Row {
  name: string;
  /** null: only posts name it. */
  id: string | null;
  body: KitBody<'campaign'>;
}

/** What is running and what comes first, then what is open, then what is over. */
function order(today: string | null) {
  const rank = ({ body }: Row): string => {
    const over = today !== null && body.to !== null && body.to < today;
    return `${over ? 2 : body.from === null ? 1 : 0} ${body.from ?? ''}`;
  };
  return (one: Row, other: Row): number =>
    rank(one).localeCompare(rank(other)) || one.name.localeCompare(other.name);
}

/** All campaigns: when, how far their posts are, what they may cost. */
export default function CampaignsScreen() {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const words = useCampaignWords();
  const today = useToday();
  const campaigns = useKit('campaign');
  const counts = useCall('campaigns.counts', {}, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'post',
    quiet: 100,
  });
  const [search, setSearch] = useState('');
  const [meant, setMeant] = useState<Row | null>(null);
  const kept: Row[] = (campaigns ?? []).map(({ id, name, body }) => ({ id, name, body }));
  const named: Row[] = (counts.data ?? [])
    .filter(({ campaign }) => !kept.some(({ name }) => name === campaign))
    .map(({ campaign }) => ({ name: campaign, id: null, body: blankCampaign() }));
  const wanted = search.trim().toLowerCase();
  const rows = [...kept, ...named]
    .filter(({ name, body }) => `${name} ${body.goal} ${body.owner}`.toLowerCase().includes(wanted))
    .sort(order(today));

  const make = async (name: string, body: KitBody<'campaign'>): Promise<void> => {
    const { item } = await call('plan.saveKit', { kind: 'campaign', name, body });
    navigate(`/campaigns/${item.id}`);
  };
  const templates: Record<
    CampaignTemplate,
    { name: string; about: string; body: () => KitBody<'campaign'> }
  > = {
    blank: {
      name: t('campaigns.template-blank'),
      about: t('campaigns.template-blank-about'),
      body: blankCampaign,
    },
    launch: {
      name: t('campaigns.template-launch'),
      about: t('campaigns.template-launch-about'),
      body: () =>
        campaignFrom({
          goal: t('campaigns.launch-goal'),
          brief: t('campaigns.launch-brief'),
          checklist: t('campaigns.launch-checklist'),
        }),
    },
    festival: {
      name: t('campaigns.template-festival'),
      about: t('campaigns.template-festival-about'),
      body: () =>
        campaignFrom({
          goal: t('campaigns.festival-goal'),
          brief: t('campaigns.festival-brief'),
          checklist: t('campaigns.festival-checklist'),
        }),
    },
    'always-on': {
      name: t('campaigns.template-always'),
      about: t('campaigns.template-always-about'),
      body: () =>
        campaignFrom({
          goal: t('campaigns.always-goal'),
          brief: t('campaigns.always-brief'),
          checklist: t('campaigns.always-checklist'),
        }),
    },
  };
  const makeFrom = (template: CampaignTemplate): Promise<void> => {
    const { name, body } = templates[template];
    return make(template === 'blank' ? t('campaigns.untitled-campaign') : name, body());
  };
  const open = (row: Row): void =>
    row.id === null ? void make(row.name, row.body).catch(notifyFailure) : navigate(`/campaigns/${row.id}`);
  const create: Action = {
    id: 'campaigns.new-campaign',
    icon: IconPlus,
    keys: ['n'],
    run: () => makeFrom('blank'),
  };
  const trash: Action = {
    id: 'campaigns.trash-campaign',
    icon: IconTrash,
    enabled: () => meant !== null && meant.id !== null,
    run: async () => {
      const id = meant?.id;
      if (!id) return;
      await call('plan.trashKit', { ids: [id], trashed: true });
      notifyUndo(
        t('campaigns.trashed', { name: meant.name }),
        async () => void (await call('plan.trashKit', { ids: [id], trashed: false })),
      );
    },
  };
  useActions([create, trash, ...usePlanUndo()]);
  const newMenu = (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          leftSection={<IconPlus size={16} stroke={1.75} />}
          rightSection={<IconChevronDown size={14} stroke={1.75} />}
        >
          {t('campaigns.new-campaign')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {campaignTemplates.map((template) => (
          <Menu.Item key={template} onClick={() => void makeFrom(template).catch(notifyFailure)}>
            <span className={styles.choice}>
              {templates[template].name}
              <span className={styles.dim}>{templates[template].about}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  const empty = campaigns !== undefined && counts.data !== undefined && kept.length + named.length === 0;
  return (
    <div className={screenStyles.screen}>
      <Slot name="status-left">
        <span>{t('campaigns.count', { count: new Intl.NumberFormat(locale).format(rows.length) })}</span>
      </Slot>
      <PlanBar here="/campaigns">
        <TextInput
          className={styles.search ?? ''}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('campaigns.search-campaigns')}
          placeholder={t('campaigns.search-campaigns')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className={styles.rest} />
        {!empty && newMenu}
      </PlanBar>
      {empty ? (
        <EmptyState icon={IconFlag} title={t('campaigns.empty')} body={t('campaigns.empty-body')}>
          {newMenu}
        </EmptyState>
      ) : (
        <ContextMenu actions={[trash]}>
          <div className={styles.scroll}>
            <ul className={styles.rows} aria-label={t('campaigns.campaigns')}>
              {rows.map((row) => {
                const count = counts.data?.find(({ campaign }) => campaign === row.name);
                return (
                  <li key={row.id ?? `named ${row.name}`} onContextMenu={() => setMeant(row)}>
                    <Link
                      href={row.id === null ? '/campaigns' : `/campaigns/${row.id}`}
                      className={styles.row}
                      onClick={(event) => {
                        if (row.id !== null) return;
                        event.preventDefault();
                        open(row);
                      }}
                    >
                      <span className={styles.dot} style={{ background: row.body.hue ?? 'var(--g-note)' }} />
                      <span className={styles.main}>
                        <span className={styles.name}>{row.name}</span>
                        <span className={styles.goal}>
                          {row.id === null ? t('campaigns.named-only') : row.body.goal.split('\n')[0]}
                        </span>
                      </span>
                      <span className={styles.when}>
                        {words.dates(row.body)}
                        <span className={styles.dim}>{words.phase(row.body, today)}</span>
                      </span>
                      <span className={styles.progress}>
                        <StatusBar byStatus={count?.byStatus ?? {}} />
                        {count && (
                          <span className={styles.dim}>
                            {t('campaigns.published-of', {
                              published: count.byStatus.published ?? 0,
                              total: count.total,
                            })}
                          </span>
                        )}
                      </span>
                      <span className={styles.money}>{words.budget(row.body.budget)}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
            {rows.length === 0 && campaigns && <p className={styles.none}>{t('campaigns.none-found')}</p>}
          </div>
        </ContextMenu>
      )}
    </div>
  );
}
