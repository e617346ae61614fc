import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type Post, targetKey } from '#shared/domain/post.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import { useAccounts } from '../previews/accounts.ts';
import classes from './handoff.module.css';

/** Which targets the package is for; all of them unless some are left out. */
export function ChooseTargets({
  post,
  live,
  onMake,
  onClose,
}: {
  post: Post;
  live: LiveMeasures;
  /** Keys of targets. */
  onMake(keys: string[]): void;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const measures = useMeasured(live, (all) => all);
  const accounts = useAccounts();
  const keys = post.targets.map(targetKey);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = keys.filter((key) => !left.has(key));
  const toggle = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onMake(chosen);
      }}
    >
      <div className={classes['choose']}>
        <Checkbox
          size="xs"
          label={t('handoff.allTargets')}
          checked={chosen.length === keys.length}
          indeterminate={chosen.length > 0 && chosen.length < keys.length}
          onChange={() => setLeft(new Set(chosen.length === keys.length ? keys : []))}
        />
        <ul className={classes['choices']} aria-label={t('composer.targets')}>
          {post.targets.map((target) => {
            const key = targetKey(target);
            const profile = live.profile(key);
            const handle = target.accountId === null ? null : accounts.get(target.accountId)?.body.handle;
            const name = `${say(profile.platformName)} · ${say(profile.name)}${handle ? ` · ${handle}` : ''}`;
            const findings = measures.get(key)?.findings ?? [];
            const errors = findings.filter((finding) => finding.severity === 'error').length;
            return (
              <li key={key}>
                <label className={classes['choice']}>
                  <Checkbox
                    size="xs"
                    checked={!left.has(key)}
                    onChange={() => toggle(key)}
                    aria-label={name}
                  />
                  <PlatformBadge format={target.format} size={18} />
                  <span className={classes['targetName']}>{name}</span>
                  {findings.length > 0 && (
                    <span className={classes['faults']} data-bad={errors > 0}>
                      {errors > 0
                        ? t('handoff.errors', { count: errors })
                        : t('handoff.hints', { count: findings.length })}
                    </span>
                  )}
                </label>
              </li>
            );
          })}
        </ul>
      </div>
      <footer className={classes['footer']}>
        <span className={classes['dir']} />
        <Button variant="default" onClick={onClose}>
          {t('composer.cancel')}
        </Button>
        <Button type="submit" disabled={chosen.length === 0} data-autofocus>
          {t('handoff.make', { count: chosen.length })}
        </Button>
      </footer>
    </form>
  );
}
