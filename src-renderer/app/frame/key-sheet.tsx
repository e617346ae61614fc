import { Kbd, Modal } from '@mantine/core';
import type { Action } from '#renderer/commands/action.ts';
import { useAllActions } from '#renderer/commands/registry.ts';
import { actionWord, keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './key-sheet.module.css';
import { closeOverlay, useOverlay } from './overlays.ts';

function KeyList({ title, actions }: { title: string; actions: readonly Action[] }) {
  const words = useWords();
  if (actions.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {actions.map((action) => (
          <div className={styles.row} key={action.id}>
            <dt>{actionWord(action, words)}</dt>
            <dd>
              {action.keys?.map((key) => (
                <Kbd key={key} size="xs">
                  {keyWord(key)}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of this screen, then those that work everywhere. */
export function KeySheet() {
  const { t } = useWords();
  const overlay = useOverlay();
  const withKeys = useAllActions().filter((action) => (action.keys?.length ?? 0) > 0);
  const everywhere = withKeys.filter((action) => action.id.startsWith('app.'));
  const here = withKeys.filter((action) => !action.id.startsWith('app.'));
  return (
    <Modal opened={overlay === 'keys'} onClose={closeOverlay} title={t('app.keys')} size="lg">
      <div className={styles.sheet}>
        <KeyList title={t('app.keys-here')} actions={here} />
        <KeyList title={t('app.keys-everywhere')} actions={everywhere} />
      </div>
    </Modal>
  );
}
