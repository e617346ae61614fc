import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Finding } from '#shared/platforms/finding.ts';
import type { TargetMeasure } from '../session/measure.ts';
import classes from './inspector.module.css';

const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle };

/** Several pictures with the same fault are one line with a count. */
function together(findings: readonly Finding[]): { finding: Finding; times: number }[] {
  const groups = new Map<string, { finding: Finding; times: number }>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.field ?? ''} ${finding.message.en}`;
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { finding, times: 1 });
  }
  return [...groups.values()];
}

/** What the platforms would object to, by target; a click goes to the place. */
export function Findings({
  measures,
  selected,
  onGo,
}: {
  measures: ReadonlyMap<string, TargetMeasure>;
  selected: string | null;
  onGo(format: string, finding: Finding): void;
}) {
  const { t, say } = useWords();
  const words = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  const groups = [...measures].filter(([format]) => selected === null || selected === format);
  const found = groups.filter(([, { findings }]) => findings.length > 0);
  if (found.length === 0) {
    return (
      <p className={classes['fine']}>
        <IconCircleCheck size={18} stroke={1.5} aria-hidden />
        {measures.size === 0 ? t('composer.noTargetsToCheck') : t('composer.noFindings')}
      </p>
    );
  }
  return (
    <div className={classes['findings']}>
      {found.map(([format, { profile, findings }]) => (
        <section key={format} aria-label={`${say(profile.platformName)} ${say(profile.name)}`}>
          <h3 className={classes['group']}>
            <PlatformBadge format={format} size={16} />
            {say(profile.platformName)} · {say(profile.name)}
          </h3>
          <ul className={classes['list']}>
            {together(findings).map(({ finding, times }) => {
              const Icon = icons[finding.severity];
              return (
                <li
                  key={`${finding.code} ${finding.field ?? ''} ${finding.media ?? ''} ${finding.message.en}`}
                >
                  <button type="button" className={classes['finding']} onClick={() => onGo(format, finding)}>
                    <Icon
                      size={16}
                      stroke={1.5}
                      className={classes[finding.severity] ?? ''}
                      aria-label={words[finding.severity]}
                    />
                    <span>
                      {say(finding.message)}
                      {times > 1 && <b className={classes['times']}> × {times}</b>}
                      {finding.source && (
                        <span className={classes['source']}>
                          {t('composer.source', { source: finding.source })}
                        </span>
                      )}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
