import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconPhoto, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { newId } from '#shared/domain/id.ts';
import type { Attachment } from '#shared/domain/post.ts';
import { durationText } from './duration.ts';
import classes from './picker.module.css';

type Kind = Attachment['kind'];

interface Item {
  kind: Kind;
  refId: string;
  name: string;
  thumb: string;
  duration: number;
  alt: string;
}

/** Items of one kind that match the search, newest first as the library has them. */
function useItems(kind: Kind, search: string) {
  const query = search === '' ? {} : { search };
  const assets = useCall('assets.list', kind === 'asset' ? query : null, ['records.changed']);
  const designs = useCall('designs.list', kind === 'design' ? query : null, ['records.changed']);
  const clips = useCall('clips.list', kind === 'clip' ? query : null, ['records.changed']);
  const state = { asset: assets, design: designs, clip: clips }[kind];
  const items = useMemo((): Item[] => {
    if (kind === 'design') {
      const list = designs.data?.items ?? [];
      return list.map(({ id, name, thumbnail }) => ({
        kind,
        refId: id,
        name,
        thumb: thumbnail,
        duration: 0,
        alt: '',
      }));
    }
    if (kind === 'clip') {
      const list = clips.data?.items ?? [];
      return list.map(({ id, name, thumbnail, duration }) => ({
        kind,
        refId: id,
        name,
        thumb: thumbnail,
        duration,
        alt: '',
      }));
    }
    const list = assets.data?.items.filter((asset) => asset.kind !== 'audio') ?? [];
    return list.map(({ id, name, duration, alt }) => ({
      kind,
      refId: id,
      name,
      thumb: `thumb/${id}`,
      duration,
      alt,
    }));
  }, [kind, assets.data, designs.data, clips.data]);
  return { items, loaded: state.data !== undefined, failure: state.failure, reload: state.reload };
}

/** Chooses assets, designs and clips to attach; several at once, in the order in which they were chosen. */
export function LibraryPicker({
  opened,
  onClose,
  onAttach,
  onBrowse,
}: {
  opened: boolean;
  onClose(): void;
  onAttach(attachments: Attachment[]): void;
  /** Files from this computer instead. */
  onBrowse(): void;
}) {
  const { t } = useWords();
  const [kind, setKind] = useState<Kind>('asset');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Item[]>([]);
  const { items, loaded, failure, reload } = useItems(kind, search.trim());
  const toggle = (item: Item): void => {
    const rest = chosen.filter((each) => each.refId !== item.refId);
    setChosen(rest.length < chosen.length ? rest : [...chosen, item]);
  };
  const close = (): void => {
    setChosen([]);
    onClose();
  };
  const attach = (): void => {
    const attachments = chosen.map(
      (item): Attachment => ({
        id: newId(),
        kind: item.kind,
        refId: item.refId,
        alt: item.alt,
        crop: null,
        trim: null,
        coverAt: null,
      }),
    );
    onAttach(attachments);
    close();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('composer.pickerTitle')} size={760}>
      <div className={classes['bar']}>
        <SegmentedControl
          value={kind}
          onChange={setKind}
          data={[
            { value: 'asset', label: t('composer.pickerAssets') },
            { value: 'design', label: t('composer.pickerDesigns') },
            { value: 'clip', label: t('composer.pickerClips') },
          ]}
        />
        <TextInput
          className={classes['search'] ?? ''}
          placeholder={t('composer.pickerSearch')}
          aria-label={t('composer.pickerSearch')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div className={classes['body']}>
        {failure && <FailureNote error={failure} onRetry={reload} />}
        {loaded && items.length === 0 && (
          <EmptyState
            icon={IconPhoto}
            title={t('composer.pickerEmpty')}
            body={t('composer.pickerEmptyBody')}
          />
        )}
        <ul className={classes['grid']}>
          {items.map((item) => {
            const at = chosen.findIndex((each) => each.refId === item.refId);
            return (
              <li key={item.refId}>
                <button
                  type="button"
                  className={classes['item']}
                  aria-pressed={at >= 0}
                  aria-label={item.name}
                  onClick={() => toggle(item)}
                  onDoubleClick={attach}
                >
                  <span className={classes['picture']}>
                    <Thumb path={item.thumb} alt="" />
                    {item.duration > 0 && (
                      <span className={classes['duration']}>{durationText(item.duration)}</span>
                    )}
                    {at >= 0 && (
                      <span className={classes['order']}>
                        {chosen.length > 1 ? at + 1 : <IconCheck size={14} />}
                      </span>
                    )}
                  </span>
                  <span className={classes['name']}>{item.name}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <footer className={classes['footer']}>
        <Button variant="default" onClick={onBrowse}>
          {t('composer.pickerBrowse')}
        </Button>
        <span className={classes['space']} />
        <Button variant="default" onClick={close}>
          {t('composer.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={attach}>
          {t('composer.pickerAttach', { count: chosen.length })}
        </Button>
      </footer>
    </Modal>
  );
}
