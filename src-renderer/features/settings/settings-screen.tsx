import { Link } from 'wouter';
import { useWords } from '#renderer/ui/words.tsx';
import { AboutPage } from './about-page.tsx';
import { AccountsPage } from './accounts/accounts-page.tsx';
import { AppearancePage } from './appearance-page.tsx';
import { BrandPage } from './brand/brand-page.tsx';
import { ChecksPage } from './checks/checks-page.tsx';
import { ConnectionsPage } from './connections-page.tsx';
import { DatesPage } from './dates/dates-page.tsx';
import { EnginesPage } from './engines-page.tsx';
import { GoalsPage } from './goals/goals-page.tsx';
import { KitPage } from './kit/kit-page.tsx';
import { RemindersPage } from './reminders-page.tsx';
import { RulesPage } from './rules/rules-page.tsx';
import styles from './settings.module.css';
import { TeamPage } from './team/team-page.tsx';
import { SlotsPage } from './slots/slots-page.tsx';
import { WordListsPage } from './words/words-page.tsx';
import { WorkspacePage } from './workspace-page.tsx';

/** Each page explains itself; every change applies at once. */
export default function SettingsScreen({ params }: { params: Record<string, string | undefined> }) {
  const { t } = useWords();
  const pages = [
    { id: 'appearance', word: t('settings.appearance'), page: AppearancePage },
    { id: 'reminders', word: t('reminders.title'), page: RemindersPage },
    { id: 'workspace', word: t('settings.workspace'), page: WorkspacePage },
    { id: 'team', word: t('team.title'), page: TeamPage },
    { id: 'brand', word: t('settings.brand'), page: BrandPage },
    { id: 'kit', word: t('settings.kit'), page: KitPage },
    { id: 'dates', word: t('dates.title'), page: DatesPage },
    { id: 'engines', word: t('settings.engines'), page: EnginesPage },
    { id: 'accounts', word: t('accounts.accounts'), page: AccountsPage, isWide: true },
    { id: 'slots', word: t('timing.slots'), page: SlotsPage, isWide: true },
    { id: 'goals', word: t('insight.goals'), page: GoalsPage },
    { id: 'rules', word: t('settings.rules'), page: RulesPage, isWide: true },
    { id: 'words', word: t('word-lists.title'), page: WordListsPage, isWide: true },
    { id: 'checks', word: t('checks.title'), page: ChecksPage },
    { id: 'connections', word: t('settings.connections'), page: ConnectionsPage },
    { id: 'about', word: t('settings.about'), page: AboutPage },
  ];
  const here = pages.find(({ id }) => id === params['page']) ?? pages[0];
  if (!here) return null;
  const Page = here.page;
  return (
    <div className={styles.screen}>
      <nav className={styles.pages} aria-label={t('settings.pages')}>
        {pages.map(({ id, word }) => (
          <Link
            key={id}
            href={`/settings/${id}`}
            className={styles.link}
            data-here={id === here.id}
            {...(id === here.id ? { 'aria-current': 'page' as const } : {})}
          >
            {word}
          </Link>
        ))}
      </nav>
      <div className={styles.page} key={here.id}>
        <div className={styles.content} data-wide={'isWide' in here}>
          <h2 className={styles.title}>{here.word}</h2>
          <Page />
        </div>
      </div>
    </div>
  );
}
