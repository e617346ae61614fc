import { Button, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { partsOfKey } from '#shared/domain/post.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { type Confidence, type RulePack, sourceKeys } from '#shared/platforms/rule-pack.ts';
import type { TargetMeasure } from '../session/measure.ts';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import classes from './findings.module.css';
import { isFixedTogether } from './mend.ts';

const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle };

/** Names of the platforms, at most so many before they become a number. */
const mostBadges = 5;

interface Source {
  name: string;
  url: string | null;
  date: string | null;
}

/** The pack's sources by their keys; what a word list names stands as it is. */
function sourcesOf(pack: RulePack | undefined, source: string): Source[] {
  const known = sourceKeys(source).flatMap((key) => {
    const entry = pack?.sources[key];
    return entry ? [{ name: key, url: entry.url, date: entry.date ?? null }] : [];
  });
  return known.length > 0 ? known : [{ name: source, url: null, date: null }];
}

const Explanation = memo(function Explanation({ finding, id }: { finding: Finding; id: string }) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const trust: Record<Confidence, string> = {
    user: t('checks.trust-user'),
    official: t('checks.trust-official'),
    'official-quoted': t('checks.trust-quoted'),
    'ui-observed': t('checks.trust-seen'),
    'tool-code': t('checks.trust-tool'),
    vendor: t('checks.trust-vendor'),
    remembered: t('checks.trust-remembered'),
  };
  const { why, source, confidence } = finding;
  return (
    <div className={classes['why']} id={id}>
      {why && <p>{say(why)}</p>}
      {!why && !source && <p>{t('checks.no-source')}</p>}
      {source !== undefined &&
        sourcesOf(pack, source).map(({ name, url, date }) => (
          <p key={name} className={classes['source']}>
            {url?.startsWith('https://') ? (
              <a href={url} target="_blank" rel="noreferrer">
                {new URL(url).hostname}
              </a>
            ) : (
              <span>{name}</span>
            )}
            {date !== null && <time dateTime={date}>{date}</time>}
          </p>
        ))}
      {confidence !== undefined && <p className={classes['source']}>{trust[confidence]}</p>}
    </div>
  );
});

function Line({
  group,
  onGo,
  onFix,
}: {
  group: FindingGroup;
  onGo(key: string, finding: Finding): void;
  onFix(group: FindingGroup): void;
}) {
  const { t, say } = useWords();
  const [open, setOpen] = useState(false);
  const { finding, places, times, id } = group;
  const first = places[0];
  const keys = [...new Set(places.map(({ key }) => key))];
  const panel = `why-${id.replace(/\W+/g, '-')}`;
  return (
    <li className={classes['line']}>
      <UnstyledButton className={classes['message']} onClick={() => first && onGo(first.key, first.finding)}>
        {say(finding.message)}
        {times > 1 && <b className={classes['times']}> × {times}</b>}
      </UnstyledButton>
      <div className={classes['foot']}>
        <span
          className={classes['targets']}
          role="img"
          aria-label={t('checks.in-targets', { count: keys.length })}
        >
          {keys.slice(0, mostBadges).map((key) => (
            <PlatformBadge key={key} format={partsOfKey(key).format} size={16} />
          ))}
          {keys.length > mostBadges && <small>+{keys.length - mostBadges}</small>}
        </span>
        <UnstyledButton
          className={classes['more']}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen((now) => !now)}
        >
          <IconChevronRight size={14} stroke={1.5} aria-hidden data-open={open} />
          {t('checks.why')}
        </UnstyledButton>
        {finding.fix && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes['fix'] ?? ''}
            onClick={() => onFix(group)}
          >
            {say(finding.fix.label)}
          </Button>
        )}
      </div>
      {open && <Explanation finding={finding} id={panel} />}
    </li>
  );
}

/** What stands against the post, the gravest first; a click goes to the place, a button mends it. */
export function Findings({
  measures,
  selected,
  onGo,
  onFix,
  onFixAll,
}: {
  measures: ReadonlyMap<string, TargetMeasure>;
  selected: string | null;
  onGo(key: string, finding: Finding): void;
  onFix(group: FindingGroup): void;
  onFixAll(groups: readonly FindingGroup[]): void;
}) {
  const { t } = useWords();
  const groups = useMemo(() => groupFindings(measures, selected), [measures, selected]);
  if (groups.length === 0) {
    return (
      <p className={classes['fine']}>
        <IconCircleCheck size={18} stroke={1.5} aria-hidden />
        {measures.size === 0 ? t('composer.noTargetsToCheck') : t('composer.noFindings')}
      </p>
    );
  }
  const names = {
    error: t('checks.errors'),
    warning: t('checks.warnings'),
    note: t('checks.notes'),
  };
  const together = groups.filter(({ finding }) => isFixedTogether(finding));
  return (
    <div className={classes['findings']}>
      {together.length > 1 && (
        <div className={classes['all']}>
          <span>{t('checks.can-fix', { count: together.length })}</span>
          <Button size="compact-sm" variant="light" onClick={() => onFixAll(together)}>
            {t('checks.fix-all')}
          </Button>
        </div>
      )}
      {(['error', 'warning', 'note'] as const).map((severity) => {
        const of = groups.filter(({ finding }) => finding.severity === severity);
        if (of.length === 0) return null;
        const Icon = icons[severity];
        return (
          <section key={severity} aria-label={names[severity]}>
            <h3 className={classes['group']} data-severity={severity}>
              <Icon size={16} stroke={1.5} aria-hidden />
              {names[severity]}
              <small>{of.length}</small>
            </h3>
            <ul className={classes['list']}>
              {of.map((group) => (
                <Line key={group.id} group={group} onGo={onGo} onFix={onFix} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
