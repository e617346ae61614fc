import { Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconTrash, IconWriting } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useMemo, useRef } from 'react';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Action } from '#renderer/commands/action.ts';
import type { Target } from '#shared/domain/post.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import type { TargetMeasure } from '../session/measure.ts';
import { ownFields } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { CountText } from './count-text.tsx';
import classes from './targets.module.css';

/** How bad the worst finding is, for the dot. */
function worst(measure: TargetMeasure | undefined): 'error' | 'warning' | 'note' | null {
  const severities = new Set(measure?.findings.map((finding) => finding.severity));
  return severities.has('error')
    ? 'error'
    : severities.has('warning')
      ? 'warning'
      : severities.has('note')
        ? 'note'
        : null;
}

function RowDot({ live, format }: { live: LiveMeasures; format: string }) {
  const { t } = useWords();
  const dot = useMeasured(live, (measures) => worst(measures.get(format)));
  const words = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  return dot && <span className={classes['dot']} data-severity={dot} role="img" aria-label={words[dot]} />;
}

function RowCount({ live, format }: { live: LiveMeasures; format: string }) {
  const tightest = useMeasured(live, (measures) => measures.get(format)?.tightest ?? null);
  return tightest && <CountText measure={tightest} />;
}

const Row = memo(function Row({
  target,
  live,
  chosen,
  index,
  session,
  onSelect,
  onRemove,
}: {
  target: Target;
  live: LiveMeasures;
  chosen: boolean;
  index: number;
  session: PostSession;
  onSelect(format: string): void;
  onRemove(format: string): void;
}) {
  const { t, say } = useWords();
  const onChoose = (): void => onSelect(target.format);
  const actions: (Action | null)[] = [
    {
      id: 'composer.inheritAll',
      icon: IconArrowBackUp,
      enabled: () => ownFields(target).length > 0,
      run: () => {
        const undos = ownFields(target).map((field) => session.revert(target.format, field));
        notifyUndo(t('composer.inheritsAgain'), () => {
          for (const undo of undos.toReversed()) undo();
        });
      },
    },
    null,
    { id: 'composer.removeTarget', icon: IconTrash, keys: ['Delete'], run: () => onRemove(target.format) },
  ];
  const profile = live.profile(target.format);
  const own = ownFields(target).length;
  return (
    <ContextMenu actions={actions} onOpen={onChoose}>
      <div
        className={classes['row']}
        role="option"
        aria-selected={chosen}
        tabIndex={chosen ? 0 : -1}
        data-format={target.format}
        onClick={onChoose}
        draggable
        onDragStart={(event) => event.dataTransfer.setData('application/x-galley-target', target.format)}
      >
        <span className={classes['badge']} aria-hidden>
          <PlatformBadge format={target.format} size={20} />
        </span>
        <span className={classes['names']}>
          <span className={classes['platform']}>{say(profile.platformName)}</span>
          <span className={classes['format']}>{say(profile.name)}</span>
        </span>
        <span className={classes['state']}>
          <span className={classes['marks']}>
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
            <RowDot live={live} format={target.format} />
            {index < 9 && <kbd className={classes['key']}>{index + 1}</kbd>}
          </span>
          <RowCount live={live} format={target.format} />
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
  onSelect(format: string | null): void;
}) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => [null, ...targets.map((target) => target.format)], [targets]);

  const focusRow = useCallback(
    (format: string | null): void => {
      onSelect(format);
      list.current?.querySelector<HTMLElement>(`[data-format="${format ?? ''}"]`)?.focus();
    },
    [onSelect],
  );
  const remove = useCallback(
    (format: string): void => {
      const at = order.indexOf(format);
      const undo = session.removeTarget(format);
      focusRow(order[at + 1] ?? order[at - 1] ?? null);
      const [platformId, formatId] = format.split('/');
      const platform = pack?.platforms.find((each) => each.id === platformId);
      const of = platform?.formats.find((each) => each.id === formatId);
      const name = platform && of ? `${say(platform.name)} ${say(of.name)}` : format;
      notifyUndo(t('composer.targetRemoved', { name }), undo);
    },
    [order, session, focusRow, pack, say, t],
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
        const format = event.dataTransfer.getData('application/x-galley-target');
        if (!format) return;
        event.preventDefault();
        const row =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-format]') : null;
        const over = targets.findIndex((target) => target.format === row?.dataset['format']);
        session.moveTarget(format, over < 0 ? 0 : over);
      }}
    >
      <div
        className={classes['row']}
        role="option"
        aria-selected={selected === null}
        tabIndex={selected === null ? 0 : -1}
        data-format=""
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
          key={target.format}
          target={target}
          index={index}
          live={live}
          chosen={selected === target.format}
          session={session}
          onSelect={onSelect}
          onRemove={remove}
        />
      ))}
    </div>
  );
});
