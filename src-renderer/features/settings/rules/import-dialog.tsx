import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import {
  compareRules,
  type ImportRow,
  type ImportState,
  isImportable,
  type KeptRules,
  type RuleFile,
} from '#shared/platforms/rule-exchange.ts';
import { measureOf, placeText, valueText } from './fact-text.ts';
import rowStyles from './import-dialog.module.css';
import styles from './rules.module.css';

/** Keeps the chosen rows; answers what undoes it. */
async function takeOver(rows: readonly ImportRow[]): Promise<() => Promise<void>> {
  const undos: (() => Promise<void>)[] = [];
  for (const { entry, name, replaces } of rows) {
    const at = replaces === null ? {} : { id: replaces };
    if (entry.kind === 'platform' && entry.platform !== null) {
      const kind = 'platform';
      const { platform, mine } = entry;
      const saved = await call('kit.save', { kind, name: platform.name.en, body: { platform }, ...at });
      undos.push(async () => {
        if (replaces === null) await call('kit.trash', { ids: [saved.id], trashed: true });
        else await call('kit.save', { kind, id: replaces, name: saved.name, body: { platform: mine } });
      });
    } else if (entry.kind === 'change') {
      const kind = 'rule-change';
      const { change, mine } = entry;
      const saved = await call('kit.save', { kind, name: name.slice(0, 200), body: change, ...at });
      undos.push(async () => {
        if (mine === null) await call('kit.trash', { ids: [saved.id], trashed: true });
        else await call('kit.save', { kind, id: saved.id, name: saved.name, body: mine });
      });
    }
  }
  return async () => {
    for (const undo of undos) await undo();
  };
}

function Row({
  row,
  chosen,
  onChoose,
}: {
  row: ImportRow;
  chosen: boolean;
  onChoose(chosen: boolean): void;
}) {
  const words = useWords();
  const { t, say } = words;
  const states: Record<ImportState, string> = {
    new: t('rules.import-new'),
    same: t('rules.import-same'),
    differs: t('rules.import-differs'),
    stale: t('rules.import-stale'),
    mismatch: t('rules.import-mismatch'),
    taken: t('rules.import-taken'),
    broken: t('rules.import-broken'),
    'no-account': t('rules.import-no-account'),
  };
  const { entry } = row;
  const title =
    entry.kind === 'platform'
      ? entry.platform
        ? say(entry.platform.name)
        : t('rules.import-unreadable')
      : placeText(entry.change.path, words);
  const measure = entry.kind === 'change' ? measureOf(entry.change.path) : 'plain';
  return (
    <li className={rowStyles.row} data-state={row.state}>
      <Checkbox
        aria-label={title}
        checked={chosen}
        disabled={!isImportable(row)}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span className={rowStyles.name}>
        {entry.kind === 'change' ? (
          <span className={styles.who}>
            <PlatformBadge format={entry.change.platform} size={13} />
            <code className={styles.code}>{`${entry.change.platform}/${entry.change.format}`}</code>
            {entry.account && <span className={styles.dim}>{entry.account.name}</span>}
          </span>
        ) : (
          <span className={styles.dim}>{t('rules.own-platform')}</span>
        )}
        <span>{title}</span>
        {entry.kind === 'change' && entry.change.note !== '' && (
          <span className={styles.dim}>{entry.change.note}</span>
        )}
      </span>
      <span className={rowStyles.values}>
        {entry.kind === 'change' && (
          <>
            {entry.mine && (
              <span className={styles.was}>
                {t('rules.here', { value: valueText(entry.mine.value, measure, words) })}
              </span>
            )}
            <span className={styles.value}>{valueText(entry.change.value, measure, words)}</span>
          </>
        )}
      </span>
      <span className={rowStyles.state}>
        {states[row.state]}
        {row.reason && <span className={styles.dim}>{say(row.reason)}</span>}
      </span>
    </li>
  );
}

/** Shows what a file would change before anything is changed; conflicts stay as they are until they are chosen. */
export function ImportDialog({ file, kept, onClose }: { file: RuleFile; kept: KeptRules; onClose(): void }) {
  const { t } = useWords();
  const [rows] = useState(() => compareRules(file, kept));
  const [chosen, setChosen] = useState(
    () => new Set(rows.flatMap((row, index) => (row.state === 'new' ? [index] : []))),
  );
  const [busy, setBusy] = useState(false);
  const conflicts = rows.filter(({ state }) => state === 'differs').length;
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      const undo = await takeOver(rows.filter((_, index) => chosen.has(index)));
      notifyUndo(t('rules.imported', { count: chosen.size }), undo);
      onClose();
    } catch (error) {
      setBusy(false);
      notifyFailure(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('rules.import-title', { name: file.name })} size={820}>
      <p className={styles.lead}>
        {rows.length === 0
          ? t('rules.import-empty')
          : t('rules.import-lead', { count: rows.length, conflicts })}
      </p>
      <ul className={rowStyles.list} aria-label={t('rules.import-entries')}>
        {rows.map((row, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one file never move
            key={index}
            row={row}
            chosen={chosen.has(index)}
            onChoose={(isChosen) => {
              const next = new Set(chosen);
              if (isChosen) next.add(index);
              else next.delete(index);
              setChosen(next);
            }}
          />
        ))}
      </ul>
      <div className={styles.buttons}>
        {conflicts > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              setChosen(new Set(rows.flatMap((row, index) => (isImportable(row) ? [index] : []))))
            }
          >
            {t('rules.import-replace-all')}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={onClose}>
          {t('rules.cancel')}
        </Button>
        <Button
          size="xs"
          loading={busy}
          onClick={() => {
            if (chosen.size > 0) void apply();
            else {
              notify(t('rules.import-nothing'));
              onClose();
            }
          }}
        >
          {t('rules.import-apply', { count: chosen.size })}
        </Button>
      </div>
    </Modal>
  );
}
