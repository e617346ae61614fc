import {
  Autocomplete,
  Button,
  ColorInput,
  NumberInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useTeam } from '#renderer/ui/comments/use-team.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostStatus } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import styles from '../campaigns.module.css';
import pageStyles from './page.module.css';
import { KeptBanner, SavedWord } from '../kept-banner.tsx';
import { StatusBar } from '../status-bar.tsx';
import { useCampaignWords, useToday } from '../use-campaign-words.ts';
import { useKept } from '../use-kept.ts';
import { usePlanUndo } from '../use-plan-undo.ts';
import { CampaignPosts } from './campaign-posts.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { StepsBox } from './steps.tsx';

const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'SGD', 'CHF'];
const hex = /^#[0-9a-f]{6}$/;

/** Everything about one campaign, changed in place. */
export function CampaignPage({ item }: { item: KitItem<'campaign'> }) {
  const { t, language, locale } = useWords();
  const [, navigate] = useLocation();
  const kept = useKept(item);
  const { body, change } = kept;
  const words = useCampaignWords();
  const today = useToday();
  const team = useTeam();
  const others = useKit('campaign') ?? [];
  const [draftName, setDraftName] = useState<string | null>(null);
  const [reading, setReading] = useState(item.body.brief !== '');
  const facts = useCall('campaigns.facts', { name: item.name }, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'post' || kind === 'kit',
    quiet: 100,
  });
  const posts = facts.data?.posts ?? [];
  const results = facts.data?.results;
  const byStatus: Partial<Record<PostStatus, number>> = {};
  for (const { status } of posts) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const number = new Intl.NumberFormat(locale);
  const taken = others.some(({ id, name }) => id !== item.id && name === (draftName ?? '').trim());
  const nameProblem =
    draftName === null
      ? null
      : draftName.trim() === ''
        ? t('campaigns.name-needed')
        : taken
          ? t('campaigns.name-taken')
          : null;

  const back: Action = { id: 'campaigns.all', icon: IconArrowLeft, run: () => navigate('/campaigns') };
  const trash: Action = {
    id: 'campaigns.trash-campaign',
    icon: IconTrash,
    run: async () => {
      await kept.flush();
      await call('plan.trashKit', { ids: [item.id], trashed: true });
      navigate('/campaigns');
      notifyUndo(
        t('campaigns.trashed', { name: item.name }),
        async () => void (await call('plan.trashKit', { ids: [item.id], trashed: false })),
      );
    },
  };
  useActions([back, trash, ...usePlanUndo(kept.flush)]);
  const calendarLocale = language === 'zh' ? 'zh-cn' : 'en';

  return (
    <div className={screenStyles.screen}>
      <Slot name="topbar-actions">
        <IconAction action={trash} />
      </Slot>
      <Slot name="status-left">
        <SavedWord state={kept.state} />
      </Slot>
      <KeptBanner kept={kept} />
      <div className={styles.scroll}>
        <div className={pageStyles.page}>
          <header className={pageStyles.pageHead}>
            <IconAction action={back} />
            <span className={styles.dot} style={{ background: body.hue ?? 'var(--g-note)' }} />
            <TextInput
              className={styles.rest ?? ''}
              classNames={{ input: pageStyles.bigName ?? '' }}
              variant="unstyled"
              aria-label={t('campaigns.name')}
              maxLength={200}
              value={draftName ?? kept.name}
              error={nameProblem}
              onChange={(event) => setDraftName(event.currentTarget.value)}
              onBlur={() => {
                // The posts follow the name: only a whole one of its own is stored.
                const next = draftName?.trim();
                if (next && nameProblem === null && next !== kept.name) kept.rename(next);
                setDraftName(null);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
                else if (event.key === 'Escape') setDraftName(null);
              }}
            />
            <span className={pageStyles.headFacts}>
              <span>{words.dates(body)}</span>
              <span className={styles.dim}>{words.phase(body, today)}</span>
            </span>
          </header>
          <div className={pageStyles.columns}>
            <div className={pageStyles.mainColumn}>
              <Textarea
                label={t('campaigns.goal')}
                placeholder={t('campaigns.goal-hint')}
                autosize
                minRows={2}
                maxRows={8}
                maxLength={2000}
                value={body.goal}
                onChange={(event) => change({ goal: event.currentTarget.value })}
              />
              <section aria-label={t('campaigns.brief')}>
                <div className={pageStyles.sectionHead}>
                  <h2 className={pageStyles.heading}>{t('campaigns.brief')}</h2>
                  <SegmentedControl
                    size="xs"
                    aria-label={t('campaigns.brief')}
                    value={reading ? 'read' : 'write'}
                    onChange={(value) => setReading(value === 'read')}
                    data={[
                      { value: 'write', label: t('campaigns.write') },
                      { value: 'read', label: t('campaigns.read') },
                    ]}
                  />
                </div>
                {reading && body.brief.trim() !== '' ? (
                  <MarkdownView text={body.brief} />
                ) : (
                  <Textarea
                    aria-label={t('campaigns.brief')}
                    placeholder={t('campaigns.brief-hint')}
                    autosize
                    minRows={6}
                    maxRows={24}
                    maxLength={50_000}
                    value={body.brief}
                    onChange={(event) => change({ brief: event.currentTarget.value })}
                  />
                )}
              </section>
              <section aria-label={t('campaigns.posts')}>
                <div className={pageStyles.sectionHead}>
                  <h2 className={pageStyles.heading}>
                    {t('campaigns.posts')} <span className={styles.dim}>{number.format(posts.length)}</span>
                  </h2>
                  <span className={styles.barPlace}>
                    <StatusBar byStatus={byStatus} />
                  </span>
                </div>
                {facts.failure && <FailureNote error={facts.failure} onRetry={facts.reload} />}
                <CampaignPosts campaign={item.name} posts={posts} />
              </section>
              <section aria-label={t('campaigns.results')}>
                <h2 className={pageStyles.heading}>{t('campaigns.results')}</h2>
                {results ? (
                  <dl className={pageStyles.facts}>
                    <div>
                      <dt>{t('campaigns.reach')}</dt>
                      <dd>{number.format(results.reach)}</dd>
                    </div>
                    <div>
                      <dt>{t('campaigns.engagements')}</dt>
                      <dd>{number.format(results.engagements)}</dd>
                    </div>
                    <div>
                      <dt>{t('campaigns.results-of')}</dt>
                      <dd>{number.format(results.posts)}</dd>
                    </div>
                  </dl>
                ) : (
                  <p className={styles.hint}>{t('campaigns.no-results')}</p>
                )}
                <Textarea
                  aria-label={t('campaigns.results-words')}
                  placeholder={t('campaigns.results-words')}
                  autosize
                  minRows={2}
                  maxRows={16}
                  maxLength={50_000}
                  value={body.results}
                  onChange={(event) => change({ results: event.currentTarget.value })}
                />
              </section>
            </div>
            <aside className={pageStyles.sideColumn} aria-label={t('campaigns.details')}>
              <div className={pageStyles.pair}>
                <DateInput
                  size="xs"
                  label={t('campaigns.from')}
                  placeholder="—"
                  clearable
                  locale={calendarLocale}
                  valueFormat="YYYY-MM-DD"
                  value={body.from}
                  onChange={(from) =>
                    change({ from, ...(from && body.to && body.to < from ? { to: from } : {}) })
                  }
                />
                <DateInput
                  size="xs"
                  label={t('campaigns.to')}
                  placeholder="—"
                  clearable
                  locale={calendarLocale}
                  valueFormat="YYYY-MM-DD"
                  value={body.to}
                  {...(body.from ? { minDate: body.from } : {})}
                  onChange={(to) => change({ to })}
                />
              </div>
              <div className={pageStyles.pair}>
                <NumberInput
                  label={t('campaigns.budget')}
                  placeholder="—"
                  min={0}
                  thousandSeparator=","
                  hideControls
                  value={body.budget?.amount ?? ''}
                  onChange={(value) =>
                    change({
                      budget:
                        value === ''
                          ? null
                          : {
                              amount: Number(value),
                              currency: body.budget?.currency ?? (language === 'zh' ? 'CNY' : 'USD'),
                            },
                    })
                  }
                />
                <Select
                  label={t('campaigns.currency')}
                  data={[...new Set([...currencies, body.budget?.currency ?? 'CNY'])]}
                  disabled={body.budget === null}
                  allowDeselect={false}
                  value={body.budget?.currency ?? (language === 'zh' ? 'CNY' : 'USD')}
                  onChange={(currency) =>
                    currency && body.budget && change({ budget: { ...body.budget, currency } })
                  }
                />
              </div>
              <Autocomplete
                size="xs"
                label={t('campaigns.owner')}
                placeholder="—"
                maxLength={200}
                data={[...new Set(team.members.map(({ name }) => name))]}
                value={body.owner}
                onChange={(owner) => change({ owner })}
              />
              <Textarea
                label={t('campaigns.audience')}
                placeholder={t('campaigns.audience-hint')}
                autosize
                minRows={2}
                maxRows={8}
                maxLength={2000}
                value={body.audience}
                onChange={(event) => change({ audience: event.currentTarget.value })}
              />
              <ColorInput
                size="xs"
                label={t('campaigns.hue')}
                placeholder="—"
                format="hex"
                eyeDropperButtonProps={{ 'aria-label': t('campaigns.eyedropper') }}
                value={body.hue ?? ''}
                onChange={(hue) => {
                  const plain = hue.toLowerCase();
                  if (plain === '' || hex.test(plain)) change({ hue: plain || null });
                }}
              />
              <section aria-label={t('campaigns.checklist')}>
                <h2 className={pageStyles.heading}>{t('campaigns.checklist')}</h2>
                <StepsBox
                  name={kept.name}
                  steps={body.checklist}
                  onChange={(checklist) => change({ checklist })}
                />
              </section>
              <Button variant="default" size="xs" component="a" href="#/calendar">
                {t('campaigns.to-calendar')}
              </Button>
            </aside>
          </div>
        </div>
      </div>
    </div>
  );
}
