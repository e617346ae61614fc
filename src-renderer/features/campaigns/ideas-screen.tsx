import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconBulb, IconCalendarPlus, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { carry } from '#renderer/ui/carry/carry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './campaigns.module.css';
import type { IdeaTools } from './ideas/idea-card.tsx';
import { columnOf, type Grouping, groupings, ideaColumns, matches } from './ideas/idea-columns.ts';
import { IdeaLane } from './ideas/idea-lane.tsx';
import ideaStyles from './ideas/ideas.module.css';
import { PlanIdea } from './ideas/plan-idea.tsx';
import { takeDrop } from './ideas/take-drop.ts';
import { useIdeas } from './ideas/use-ideas.ts';
import { PlanBar } from './plan-bar.tsx';
import { usePlanUndo } from './use-plan-undo.ts';

const groupingKey = 'galley.ideas.grouping';

function rememberedGrouping(): Grouping {
  const kept = localStorage.getItem(groupingKey);
  return groupings.find((each) => each === kept) ?? 'pillar';
}

/** What a new idea of a column is sorted by. */
function placed(by: Grouping, value: string): { pillar?: string; campaign?: string; labels?: string[] } {
  if (value === '') return {};
  return by === 'label' ? { labels: [value] } : { [by]: value };
}

/** The ideas as cards in columns: captured, sorted, and made into drafts or put on the calendar. */
export default function IdeasScreen() {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const [by, setBy] = useState(rememberedGrouping);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const [chosen, setChosen] = useState<string | null>(null);
  const [planning, setPlanning] = useState<PostSummary | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState<string | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const pillars = useKit('pillar') ?? [];
  const campaigns = useKit('campaign') ?? [];
  const store = useIdeas();
  const kept = by === 'pillar' ? pillars : campaigns;
  const known = by === 'label' ? added : kept.map(({ name }) => name);
  const shown = wanted === '' ? store.ideas : store.ideas.filter((idea) => matches(idea, wanted));
  const columns = ideaColumns(shown, by, known);
  const none = {
    pillar: t('campaigns.no-pillar'),
    campaign: t('campaigns.no-campaign'),
    label: t('campaigns.no-label'),
  };
  const nameOf = (value: string): string => value || none[by];
  const meant = (): PostSummary | undefined => shown.find(({ id }) => id === chosen);
  const firstId = meant()?.id ?? columns.find(({ ideas }) => ideas.length > 0)?.ideas[0]?.id;
  const some = (): boolean => meant() !== undefined;

  const moveBy = (step: number): void => {
    const idea = meant();
    if (!idea) return;
    const at = columns.findIndex(({ value }) => value === columnOf(idea, by));
    const next = columns[at + step];
    if (next) store.move(idea, by, next.value, nameOf(next.value));
  };
  const open: Action = {
    id: 'campaigns.open-idea',
    icon: IconPencil,
    enabled: some,
    run: () => {
      const idea = meant();
      if (idea) navigate(`/posts/${idea.id}`);
    },
  };
  const draft: Action = {
    id: 'campaigns.make-draft',
    icon: IconPencil,
    enabled: some,
    run: async () => {
      const idea = meant();
      if (idea) navigate(await store.makeDraft(idea));
    },
  };
  const plan: Action = {
    id: 'campaigns.plan-idea',
    icon: IconCalendarPlus,
    enabled: some,
    run: () => setPlanning(meant() ?? null),
  };
  const trash: Action = {
    id: 'campaigns.trash-idea',
    icon: IconTrash,
    keys: ['Delete', 'Backspace'],
    enabled: some,
    run: () => {
      const idea = meant();
      if (idea) store.trash(idea);
    },
  };
  const capture: Action = {
    id: 'campaigns.new-idea',
    icon: IconPlus,
    keys: ['n'],
    run: () => board.current?.querySelector<HTMLInputElement>('[data-capture]')?.focus(),
  };
  const toLeft: Action = {
    id: 'campaigns.column-before',
    keys: ['alt+ArrowLeft'],
    enabled: some,
    run: () => moveBy(-1),
  };
  const toRight: Action = {
    id: 'campaigns.column-after',
    keys: ['alt+ArrowRight'],
    enabled: some,
    run: () => moveBy(1),
  };
  useActions([capture, open, draft, plan, trash, toLeft, toRight, ...usePlanUndo()]);

  const tools: IdeaTools = {
    choose: (idea) => setChosen(idea.id),
    open: (idea) => navigate(`/posts/${idea.id}`),
    makeDraft: (idea) => void store.makeDraft(idea).then(navigate, notifyFailure),
    plan: setPlanning,
    grab: (event, idea) => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      carry(event.nativeEvent, {
        element: event.currentTarget,
        title: store.nameOf(idea),
        drop: (value) => {
          if (value !== columnOf(idea, by)) store.move(idea, by, value, nameOf(value));
        },
      });
    },
    take: (event, idea) => store.addTo(idea, takeDrop(event)),
  };
  const go = (event: KeyboardEvent): void => {
    const idea = meant();
    if (event.altKey || !idea || !(event.target as Element).matches('[data-idea]')) return;
    const at = columns.findIndex(({ value }) => value === columnOf(idea, by));
    const row = columns[at]?.ideas.findIndex(({ id }) => id === idea.id) ?? 0;
    const across = (step: number): PostSummary | undefined => {
      const way = step < 0 ? columns.slice(0, at).reverse() : columns.slice(at + 1);
      const { ideas } = way.find(({ ideas: list }) => list.length > 0) ?? { ideas: [] };
      return ideas[Math.min(row, ideas.length - 1)];
    };
    const next: Record<string, () => PostSummary | undefined> = {
      ArrowDown: () => columns[at]?.ideas[row + 1],
      ArrowUp: () => columns[at]?.ideas[row - 1],
      ArrowLeft: () => across(-1),
      ArrowRight: () => across(1),
    };
    const step = next[event.key];
    if (!step) return;
    event.preventDefault();
    const found = step();
    if (found) board.current?.querySelector<HTMLElement>(`[data-idea="${found.id}"]`)?.focus();
  };
  const addColumn = async (name: string): Promise<void> => {
    setAdding(null);
    if (name === '') return;
    if (by === 'label') setAdded([...added, name]);
    else if (by === 'pillar')
      await call('plan.saveKit', { kind: 'pillar', name, body: { share: 0, hue: null, description: '' } });
    else {
      const { blankCampaign } = await import('./templates.ts');
      await call('plan.saveKit', { kind: 'campaign', name, body: blankCampaign() });
    }
  };
  const empty = store.known && store.total === 0;

  return (
    <div className={screenStyles.screen}>
      <Slot name="status-left">
        <span>{t('campaigns.idea-count', { count: new Intl.NumberFormat(locale).format(store.total) })}</span>
      </Slot>
      <PlanBar here="/ideas">
        <TextInput
          className={styles.search ?? ''}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('campaigns.search-ideas')}
          placeholder={t('campaigns.search-ideas')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
          }}
        />
        <span className={styles.rest} />
        <SegmentedControl
          aria-label={t('campaigns.columns-by')}
          value={by}
          onChange={(value) => {
            const next = groupings.find((each) => each === value) ?? 'pillar';
            localStorage.setItem(groupingKey, next);
            setBy(next);
          }}
          data={[
            { value: 'pillar', label: t('campaigns.by-pillar') },
            { value: 'campaign', label: t('campaigns.by-campaign') },
            { value: 'label', label: t('campaigns.by-label') },
          ]}
        />
        {adding === null ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} stroke={1.5} />}
            onClick={() => setAdding('')}
          >
            {t('campaigns.add-column')}
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              addColumn(adding.trim()).catch(notifyFailure);
            }}
          >
            <TextInput
              autoFocus
              aria-label={t('campaigns.column-name')}
              placeholder={t('campaigns.column-name')}
              maxLength={by === 'label' ? 60 : 200}
              value={adding}
              onChange={(event) => setAdding(event.currentTarget.value)}
              onBlur={() => setAdding(null)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setAdding(null);
              }}
            />
          </form>
        )}
      </PlanBar>
      {store.failure && (
        <div className={screenStyles.failure}>
          <FailureNote error={store.failure} onRetry={store.reload} />
        </div>
      )}
      {empty && (
        <EmptyState icon={IconBulb} title={t('campaigns.ideas-empty')} body={t('campaigns.ideas-empty-body')}>
          <FirstIdea onCapture={(title) => store.create({ title })} />
        </EmptyState>
      )}
      {store.known && !empty && (
        <ContextMenu actions={[open, draft, plan, null, toLeft, toRight, null, trash]}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it are buttons; arrows go between them */}
          <div className={ideaStyles.board} ref={board} onKeyDown={go}>
            {columns.map((column) => (
              <IdeaLane
                key={`${by} ${column.value}`}
                column={column}
                name={nameOf(column.value)}
                hue={
                  by === 'label' ? null : (kept.find(({ name }) => name === column.value)?.body.hue ?? null)
                }
                by={by}
                firstId={firstId}
                tools={tools}
                onCapture={(title) => store.create({ title, ...placed(by, column.value) })}
                onTake={(event) => store.createFrom(takeDrop(event), placed(by, column.value))}
              />
            ))}
          </div>
        </ContextMenu>
      )}
      {planning && <PlanIdea idea={planning} onClose={() => setPlanning(null)} />}
    </div>
  );
}

/** The line with which an empty board begins. */
function FirstIdea({ onCapture }: { onCapture(title: string): void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <form
      className={styles.first}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onCapture(text.trim());
      }}
    >
      <TextInput
        className={styles.search ?? ''}
        autoFocus
        aria-label={t('campaigns.first-idea')}
        placeholder={t('campaigns.first-idea')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('campaigns.keep-idea')}
      </Button>
    </form>
  );
}
