import { useWords } from '#renderer/ui/words.tsx';
import settings from '../settings.module.css';
import { Cadences } from './cadences.tsx';
import { Pillars } from './pillars.tsx';
import { WarningRules } from './warning-rules.tsx';

/** What the plan is measured by: posts a week, shares of the pillars, and what the calendar warns of. */
export function GoalsPage() {
  const { t } = useWords();
  return (
    <>
      <p className={settings.lead}>{t('insight.goals-lead')}</p>
      <Cadences />
      <Pillars />
      <WarningRules />
    </>
  );
}
