import { Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconTrash, IconWriting } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useMemo, useRef } from 'react';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Action } from '#renderer/commands/action.ts';
import { type Target, targetKey } from '#shared/domain/post.ts';
import { ownFields } from '#shared/domain/variant-fields.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { useAccounts } from '../previews/accounts.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import type { TargetMeasure } from '../session/measure.ts';
import type { PostSession } from '../session/post-session.ts';
import { LiveCount } from './count-text.tsx';
import classes from './targets.module.css';

type Severity = Finding['severity'];

/** Findings stay the same list while nothing new is found, and every row asks for every key. */
const known = new WeakMap<readonly Finding[], Severity | null>();

/** How bad the worst finding is, for the dot. */
function worst(measure: TargetMeasure | undefined): Severity | null {
  if (!measure) return null;
  const { findings } = measure;
  const before = known.get(findings);
  if (before !== undefined) return before;
  const found =
    (['error', 'warning', 'note'] as const).find((severity) =>
      findings.some((finding) => finding.severity === severity),
    ) ?? null;
  known.set(findings, found);
  return found;
}

function RowDot({ live, target }: { live: LiveMeasures; target: string }) {
  const { t } = useWords();
  const dot = useMeasured(live, (measures) => worst(measures.get(target)));
  const words = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  return dot && <span className={classes['dot']} data-severity={dot} role="img" aria-label={words[dot]} />;
}

const Row = memo(function Row({
  target,
  live,
  chosen,
  index,
  session,
  handle,
  onSelect,
  onRemove,
}: {
  target: Target;
  live: LiveMeasures;
  chosen: boolean;
  index: number;
  session: PostSession;
  /** Account that it is posted from; '' where none was named. */
  handle: string;
  onSelect(key: string): void;
  onRemove(key: string): void;
}) {
  const { t, say } = useWords();
  const key = targetKey(target);
  const onChoose = (): void => onSelect(key);
  const actions: (Action | null)[] = [
    {
      id: 'composer.inheritAll',
      icon: IconArrowBackUp,
      enabled: () => ownFields(target).length > 0,
      run: () => {
        notifyUndo(t('composer.inheritsAgain'), session.edit({ targets: new Map([[key, {}]]) }));
      },
    },
    null,
    { id: 'composer.removeTarget', icon: IconTrash, keys: ['Delete'], run: () => onRemove(key) },
  ];
  const profile = live.profile(key);
  const own = ownFields(target).length;
  return (
    <ContextMenu actions={actions} onOpen={onChoose}>
      <div
        className={classes['row']}
        role="option"
        aria-selected={chosen}
        tabIndex={chosen ? 0 : -1}
        data-format={target.format}
        data-target={key}
        onClick={onChoose}
        draggable
        onDragStart={(event) => event.dataTransfer.setData('application/x-galley-target', key)}
      >
        <span className={classes['badge']} aria-hidden>
          <PlatformBadge format={target.format} size={20} />
        </span>
        <span className={classes['names']}>
          <span className={classes['line']}>
            <span className={classes['platform']}>{say(profile.platformName)}</span>
            {index < 9 && <kbd className={classes['key']}>{index + 1}</kbd>}
            {own > 0 && (
              <Tooltip label={t('composer.ownFields', { count: own })}>
                <IconWriting
                  size={14}
                  stroke={1.5}
                  role="img"
                  aria-label={t('composer.ownFields', { count: own })}
                />
              </Tooltip>
            )}
            <RowDot live={live} target={key} />
          </span>
          <span className={classes['line']}>
            <span className={classes['format']}>
              {say(profile.name)}
              {handle !== '' && ` · ${handle}`}
            </span>
            <LiveCount live={live} target={key} />
          </span>
        </span>
      </div>
    </ContextMenu>
  );
});

/** The targets of a post under its base text: counters, findings and own words at a glance, all by keyboard. */
export const TargetList = memo(function TargetList({
  session,
  targets,
  live,
  selected,
  onSelect,
}: {
  session: PostSession;
  targets: readonly Target[];
  live: LiveMeasures;
  selected: string | null;
  onSelect(key: string | null): void;
}) {
  const { t, say } = useWords();
  const accounts = useAccounts();
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => [null, ...targets.map(targetKey)], [targets]);

  const handleOf = ({ accountId }: Target): string => {
    const account = accountId === null ? undefined : accounts.get(accountId);
    return account ? account.body.handle || account.name : '';
  };

  const focusRow = useCallback(
    (key: string | null): void => {
      onSelect(key);
      list.current?.querySelector<HTMLElement>(`[data-target="${key ?? ''}"]`)?.focus();
    },
    [onSelect],
  );
  const remove = useCallback(
    (key: string): void => {
      const at = order.indexOf(key);
      const { platformName, name } = live.profile(key);
      const undo = session.removeTargets([key]);
      focusRow(order[at + 1] ?? order[at - 1] ?? null);
      notifyUndo(t('composer.targetRemoved', { name: `${say(platformName)} ${say(name)}` }), undo);
    },
    [order, session, focusRow, live, say, t],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = order.indexOf(selected);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && event.altKey && selected !== null) session.moveTarget(selected, at - 1 + step);
    else if (step !== 0) focusRow(order[Math.max(0, Math.min(order.length - 1, at + step))] ?? null);
    else if (event.key === 'Home') focusRow(null);
    else if (event.key === 'End') focusRow(order.at(-1) ?? null);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && selected !== null) remove(selected);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={classes['list']}
      role="listbox"
      aria-label={t('composer.targets')}
      ref={list}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('application/x-galley-target')) event.preventDefault();
      }}
      onDrop={(event) => {
        const key = event.dataTransfer.getData('application/x-galley-target');
        if (!key) return;
        event.preventDefault();
        const row =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-target]') : null;
        const over = targets.findIndex((target) => targetKey(target) === row?.dataset['target']);
        session.moveTarget(key, over < 0 ? 0 : over);
      }}
    >
      <div
        className={classes['row']}
        role="option"
        aria-selected={selected === null}
        tabIndex={selected === null ? 0 : -1}
        data-target=""
        onClick={() => onSelect(null)}
      >
        <span className={classes['baseMark']} aria-hidden>
          <IconPencil size={14} stroke={1.5} />
        </span>
        <span className={classes['names']}>
          <span className={classes['platform']}>{t('composer.baseText')}</span>
          <span className={classes['format']}>{t('composer.baseHint')}</span>
        </span>
      </div>
      {targets.map((target, index) => (
        <Row
          key={targetKey(target)}
          target={target}
          handle={handleOf(target)}
          index={index}
          live={live}
          chosen={selected === targetKey(target)}
          session={session}
          onSelect={onSelect}
          onRemove={remove}
        />
      ))}
    </div>
  );
});
