import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { weekdayOf } from '#shared/domain/calendar-days.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { plainParts, ruleOf } from '#shared/plan/recurrence-parts.ts';
import { ruleInWords } from '#shared/plan/recurrence-words.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { RuleForm } from './rule-form.tsx';
import { RulePreview } from './rule-preview.tsx';
import styles from './timing.module.css';

/** Lets a post come again. */
export function RepeatDialog({ entry, onClose }: { entry: PlanEntry; onClose(): void }) {
  const { t, say } = useWords();
  const { weekStart, changes } = usePlanTools();
  const post = useCall('posts.get', { id: entry.id }).data;
  const schedule = post?.schedule ?? entry.schedule;
  const [rule, setRule] = useState(() =>
    ruleOf({ ...plainParts, weekdays: entry.schedule ? [weekdayOf(entry.schedule.local.slice(0, 10))] : [] }),
  );
  const title = entry.title || entry.excerpt || t('ui.untitled');
  const make = (): void => {
    if (!schedule) return;
    onClose();
    const words = say(ruleInWords(rule, schedule.local));
    void changes.run(
      () => call('series.make', { postId: entry.id, rule }),
      t('timing.made-series', { title, words }),
    );
  };
  return (
    <Modal opened onClose={onClose} size={760} title={t('timing.repeat-title', { title })}>
      {schedule ? (
        <div className={styles.columns}>
          <RuleForm rule={rule} start={schedule.local} weekStart={weekStart} onChange={setRule} />
          <RulePreview rule={rule} start={schedule.local} zone={schedule.zone} />
        </div>
      ) : (
        <p className={styles.hint}>{t('timing.needs-time')}</p>
      )}
      <div className={styles.foot}>
        <Button variant="default" onClick={onClose}>
          {t('timing.cancel')}
        </Button>
        <Button disabled={!schedule} onClick={make}>
          {t('timing.make-series')}
        </Button>
      </div>
    </Modal>
  );
}
