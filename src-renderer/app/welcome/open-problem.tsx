import { Button, Modal } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyLasting } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import {
  closeOpenProblem,
  keepOpenProblem,
  openWorkspaceAt,
  type OpenProblem,
  useOpenProblem,
} from './open-workspace.ts';

function isDamage(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'damaged' in detail && detail.damaged === true;
}

/** Why the folder did not open, with the one step that helps: try again, or put the newest good backup in place. */
function Problem({ problem }: { problem: OpenProblem }) {
  const { t, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const { path, failure } = problem;

  const recover = async (): Promise<void> => {
    setBusy(true);
    try {
      const { backupMadeAt, quarantine } = await call('workspace.recover', { path });
      closeOpenProblem();
      const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
      const time = made.format(new Date(backupMadeAt));
      notifyLasting(
        quarantine === null ? t('app.recovered', { time }) : t('app.recovered-aside', { time, quarantine }),
      );
    } catch (error) {
      keepOpenProblem(path, error);
    } finally {
      setBusy(false);
    }
  };

  if (!isDamage(failure.detail))
    return <FailureNote error={failure} onRetry={() => void openWorkspaceAt(path)} />;
  return (
    <FailureNote error={failure}>
      <Button
        size="compact-sm"
        loading={busy}
        leftSection={<IconRestore size={15} stroke={1.5} />}
        onClick={() => void recover()}
      >
        {t('app.recover')}
      </Button>
    </FailureNote>
  );
}

/** The problem in place, on the first page or in a form. */
export function OpenProblemNote() {
  const problem = useOpenProblem();
  return problem && <Problem problem={problem} key={problem.path} />;
}

/** The problem while another workspace stays open behind it. */
export function OpenProblemDialog() {
  const { t } = useWords();
  const problem = useOpenProblem();
  return (
    <Modal opened={problem !== null} onClose={closeOpenProblem} title={t('app.open-problem')} size="lg">
      {problem && <Problem problem={problem} key={problem.path} />}
    </Modal>
  );
}
