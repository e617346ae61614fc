import { Button, FileButton, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { offeredPlatforms, packFor } from '#shared/platforms/own-rules.ts';
import { readRuleFile, type RuleFile } from '#shared/platforms/rule-exchange.ts';
import { Browse } from './browse.tsx';
import { ChangesList } from './changes-list.tsx';
import { Compare } from './compare.tsx';
import { downloadRules, keptRules } from './export-rules.ts';
import { ImportDialog } from './import-dialog.tsx';
import { OwnPlatforms } from './own-platforms.tsx';
import styles from './rules.module.css';

const workspaceScope = '*';
type Page = 'browse' | 'compare' | 'changes' | 'platforms';

/** Every limit Galley checks against: where it was read, what was set here instead, and platforms of one's own. */
export function RulesPage() {
  const { t, locale } = useWords();
  const pack = useRulePack();
  const accounts = useKit('account');
  const kept = useKit('rule-change');
  const platforms = useKit('platform');
  const workspace = useCall('workspace.current', {}, ['workspace.changed']);
  const [page, setPage] = useState<Page>('browse');
  const [scope, setScope] = useState(workspaceScope);
  const [file, setFile] = useState<RuleFile | null>(null);
  const [refused, setRefused] = useState<GalleyError | null>(null);
  const account = accounts?.find(({ id }) => id === scope);
  const accountId = account?.id ?? null;
  const rules = useMemo(() => (pack ? packFor(pack, accountId) : undefined), [pack, accountId]);
  if (!pack || !rules || !accounts || !kept || !platforms) return <Skeleton height={320} />;
  const offered = offeredPlatforms(pack);
  const facts = offered.reduce((sum, { formats }) => sum + formats.length, 0);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(pack.generated),
  );
  const open = async (chosen: File | null): Promise<void> => {
    if (!chosen) return;
    try {
      setRefused(null);
      setFile(readRuleFile(await chosen.text()));
    } catch (error) {
      if (!(error instanceof GalleyError)) throw error;
      setRefused(error);
    }
  };
  const scopeName = account?.name ?? t('rules.workspace');
  return (
    <div className={styles.page}>
      <p className={styles.lead}>
        {t('rules.lead', {
          platforms: offered.length,
          formats: facts,
          date,
        })}
      </p>
      <div className={styles.head}>
        <SegmentedControl
          aria-label={t('rules.pages')}
          value={page}
          data={[
            { value: 'browse', label: t('rules.browse') },
            { value: 'compare', label: t('rules.compare') },
            { value: 'changes', label: t('rules.changes-tab', { count: kept.length }) },
            { value: 'platforms', label: t('rules.platforms-tab', { count: platforms.length }) },
          ]}
          onChange={(value) => setPage(value as Page)}
        />
        {(page === 'browse' || page === 'compare') && (
          <Select
            aria-label={t('rules.scope')}
            w={160}
            value={account ? scope : workspaceScope}
            data={[
              { value: workspaceScope, label: t('rules.workspace') },
              ...accounts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => value !== null && setScope(value)}
          />
        )}
        <span className={styles.space} />
        <FileButton accept=".json,application/json" onChange={(chosen) => void open(chosen)}>
          {(props) => (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconUpload size={14} stroke={1.5} />}
              onClick={props.onClick}
            >
              {t('rules.import')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} stroke={1.5} />}
          disabled={kept.length === 0 && platforms.length === 0}
          onClick={() => downloadRules(workspace.data?.name ?? '', platforms, kept, accounts)}
        >
          {t('rules.export')}
        </Button>
      </div>
      {refused && <FailureNote error={refused} />}
      {page === 'browse' && (
        <Browse
          key={account?.id ?? ''}
          pack={rules}
          kept={kept}
          accountId={accountId}
          scopeName={scopeName}
          onlyPlatform={account?.body.platform ?? null}
        />
      )}
      {page === 'compare' && <Compare pack={rules} />}
      {page === 'changes' && <ChangesList pack={pack} kept={kept} accounts={accounts} />}
      {page === 'platforms' && <OwnPlatforms pack={pack} platforms={platforms} />}
      {file && (
        <ImportDialog
          file={file}
          kept={keptRules(pack, platforms, kept, accounts)}
          onClose={() => setFile(null)}
        />
      )}
    </div>
  );
}
