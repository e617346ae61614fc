import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Post } from '#shared/domain/post.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
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
  onMake(formats: string[]): void;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const measures = useMeasured(live, (all) => all);
  const formats = post.targets.map((target) => target.format);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = formats.filter((format) => !left.has(format));
  const toggle = (format: string): void => {
    const next = new Set(left);
    if (!next.delete(format)) next.add(format);
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
          checked={chosen.length === formats.length}
          indeterminate={chosen.length > 0 && chosen.length < formats.length}
          onChange={() => setLeft(new Set(chosen.length === formats.length ? formats : []))}
        />
        <ul className={classes['choices']} aria-label={t('composer.targets')}>
          {formats.map((format) => {
            const profile = live.profile(format);
            const findings = measures.get(format)?.findings ?? [];
            const errors = findings.filter((finding) => finding.severity === 'error').length;
            return (
              <li key={format}>
                <label className={classes['choice']}>
                  <Checkbox
                    size="xs"
                    checked={!left.has(format)}
                    onChange={() => toggle(format)}
                    aria-label={`${say(profile.platformName)} ${say(profile.name)}`}
                  />
                  <PlatformBadge format={format} size={18} />
                  <span className={classes['targetName']}>
                    {say(profile.platformName)} · {say(profile.name)}
                  </span>
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
