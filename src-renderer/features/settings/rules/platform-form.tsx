import { ActionIcon, Button, ColorInput, Modal, Tabs, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { parsePlatform, type Platform } from '#shared/platforms/rule-pack.ts';
import { FormatForm } from './format-form.tsx';
import { blankFormat, completed, lettersOf } from '#shared/platforms/platform-draft.ts';
import formStyles from './form.module.css';
import styles from './rules.module.css';

/** Makes or changes a platform of one's own; what is left empty is filled from the rest. */
export function PlatformForm({
  start,
  kept,
  taken,
  onClose,
}: {
  start: Platform;
  /** The kept platform that is being changed; null for a new one. */
  kept: KitItem<'platform'> | null;
  taken: ReadonlySet<string>;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const [draft, setDraft] = useState(start);
  const [tab, setTab] = useState('0');
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const change = (part: Partial<Platform>): void => setDraft((before) => ({ ...before, ...part }));
  const isNamed = draft.name.en.trim() !== '' || draft.name.zh.trim() !== '';
  const save = async (): Promise<void> => {
    try {
      const platform = parsePlatform(completed(draft, taken));
      const at = kept ? { id: kept.id, revision: kept.revision } : {};
      const name = platform.name.en.slice(0, 200);
      const saved = await call('kit.save', { kind: 'platform', name, body: { platform }, ...at });
      notifyUndo(t('rules.platform-saved', { name: say(platform.name) }), async () => {
        if (kept) await call('kit.save', { kind: 'platform', id: kept.id, name: kept.name, body: kept.body });
        else await call('kit.trash', { ids: [saved.id], trashed: true });
      });
      onClose();
    } catch (error) {
      setFailure(asGalleyError(error));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={kept ? t('rules.change-platform') : t('rules.new-platform')}
      size={860}
    >
      <form
        className={formStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={formStyles.columns}>
          <TextInput
            label={t('rules.name-en')}
            data-autofocus
            maxLength={80}
            value={draft.name.en}
            onChange={(event) => change({ name: { ...draft.name, en: event.currentTarget.value } })}
          />
          <TextInput
            label={t('rules.name-zh')}
            maxLength={80}
            value={draft.name.zh}
            onChange={(event) => change({ name: { ...draft.name, zh: event.currentTarget.value } })}
          />
          <TextInput
            label={t('rules.letters')}
            maxLength={2}
            placeholder={lettersOf(draft.name.en || draft.name.zh)}
            value={draft.badge.letters}
            onChange={(event) => change({ badge: { ...draft.badge, letters: event.currentTarget.value } })}
          />
          <ColorInput
            label={t('rules.hue')}
            size="xs"
            format="hex"
            value={draft.badge.hue}
            eyeDropperButtonProps={{ 'aria-label': t('rules.eyedropper') }}
            onChange={(hue) => change({ badge: { ...draft.badge, hue: hue.toLowerCase() } })}
          />
          <TextInput
            label={t('rules.publish-page')}
            placeholder="https://"
            value={draft.galley?.publish ?? ''}
            onChange={(event) => {
              const publish = event.currentTarget.value.trim();
              change({ galley: publish === '' ? {} : { publish } });
            }}
          />
        </div>
        <Tabs value={tab} onChange={(next) => next !== null && setTab(next)} keepMounted={false}>
          <div className={formStyles.tabs}>
            <Tabs.List aria-label={t('rules.formats')}>
              {draft.formats.map((format, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: formats keep their places while they are edited
                <Tabs.Tab key={at} value={String(at)}>
                  {say(format.name) || t('rules.new-format')}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <ActionIcon
              className={formStyles.tabAction ?? ''}
              aria-label={t('rules.add-format')}
              title={t('rules.add-format')}
              onClick={() => {
                change({ formats: [...draft.formats, blankFormat('', 'image')] });
                setTab(String(draft.formats.length));
              }}
            >
              <IconPlus size={14} stroke={1.5} />
            </ActionIcon>
            {draft.formats.length > 1 && (
              <ActionIcon
                className={formStyles.tabAction ?? ''}
                aria-label={t('rules.remove-format')}
                title={t('rules.remove-format')}
                onClick={() => {
                  change({ formats: draft.formats.filter((_, at) => String(at) !== tab) });
                  setTab('0');
                }}
              >
                <IconTrash size={14} stroke={1.5} />
              </ActionIcon>
            )}
          </div>
          {draft.formats.map((format, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: formats keep their places while they are edited
            <Tabs.Panel key={at} value={String(at)} pt="sm">
              <FormatForm
                format={format}
                onChange={(next) =>
                  setDraft((before) => ({ ...before, formats: before.formats.with(at, next) }))
                }
              />
            </Tabs.Panel>
          ))}
        </Tabs>
        {failure && <FailureNote error={failure} />}
        <div className={styles.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('rules.cancel')}
          </Button>
          <Button type="submit" size="xs" disabled={!isNamed}>
            {t('rules.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
