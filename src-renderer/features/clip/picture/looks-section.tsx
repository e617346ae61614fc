import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconPalette, IconPlus, IconTrash } from '@tabler/icons-react';
import { useCallback } from 'react';
import { call, currentTransport, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { LookSlider, useLookNames } from '#renderer/ui/looks/look-slider.tsx';
import { PresetGrid } from '#renderer/ui/looks/preset-grid.tsx';
import { signedLooks, tidyLooks } from '#renderer/ui/looks/tidy-looks.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Segment } from '#shared/clip/edit/segment.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { useClipEditor } from '../session/editor.tsx';
import styles from './picture.module.css';
import { shared, useSegmentChanges, withPicture } from './use-chosen.ts';

/** The picture that presets are tried on, by its address. */
function sampleOf(segment: Segment | undefined): string | null {
  if (!segment || segment.kind === 'colour') return null;
  return segment.kind === 'design' ? `design/${segment.design}` : `thumb/${segment.source}`;
}

/** The table of colours that comes after the sliders; tables are kept in the workspace. */
function TableMenu({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { picture } = useSegmentChanges(segments);
  const tables = useCall('luts.list', {}, ['records.changed']);
  const chosen = shared(segments, (one) => one.picture?.lut ?? null);
  const name = tables.data?.find((table) => table.id === chosen)?.name;
  const bring = async (): Promise<void> => {
    try {
      const [file] = await pickFiles('.cube');
      if (!file) return;
      const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
      const table = await runJob('luts.import', { source, name: file.name });
      picture({ lut: table.id });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          fullWidth
          disabled={disabled}
          leftSection={<IconPalette size={14} stroke={1.5} />}
        >
          {chosen === null ? t('clip-picture.lut') : (name ?? t('clip-picture.lut-gone'))}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => picture({ lut: null })} disabled={chosen === null}>
          {t('clip-picture.lut-none')}
        </Menu.Item>
        {tables.data?.map((table) => (
          <Menu.Item
            key={table.id}
            aria-checked={table.id === chosen}
            onClick={() => picture({ lut: table.id })}
            rightSection={
              <ActionIcon
                component="span"
                variant="subtle"
                color="gray"
                size="sm"
                role="button"
                aria-label={t('clip-picture.lut-remove', { name: table.name })}
                onClick={(event) => {
                  event.stopPropagation();
                  call('luts.remove', { id: table.id }).catch(notifyFailure);
                }}
              >
                <IconTrash size={14} stroke={1.5} />
              </ActionIcon>
            }
          >
            {table.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => void bring()}>
          {t('clip-picture.lut-bring')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Presets, sliders and tables of colours: the looks of photos, for recordings. */
export function LooksSection({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const names = useLookNames();
  const { change } = useClipEditor();
  const { ids, segment: changeEach } = useSegmentChanges(segments);
  const looks: Adjustments = segments[0]?.picture?.adjustments ?? {};
  const set = (next: Partial<Adjustments>, gesture?: string): void =>
    changeEach((one) => {
      const tidy = tidyLooks({ ...one.picture?.adjustments, ...next } as Adjustments);
      return withPicture(one, { adjustments: tidy });
    }, gesture);
  const key = ids.join();
  const choose = useCallback(
    (preset: string | undefined) =>
      change((edit) => ({
        ...edit,
        segments: edit.segments.map((one) =>
          key.split(',').includes(one.id)
            ? withPicture(one, {
                adjustments: tidyLooks({
                  ...one.picture?.adjustments,
                  preset,
                  presetStrength: undefined,
                } as Adjustments),
              })
            : one,
        ),
      })),
    [change, key],
  );
  const hasLooks = segments.some((one) => one.picture?.adjustments);
  return (
    <Panel
      title={t('clip-picture.looks')}
      remember="clip.picture.looks"
      actions={
        <div className={styles.actions}>
          <Tooltip label={t('clip-picture.looks-everywhere')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('clip-picture.looks-everywhere')}
              disabled={disabled}
              onClick={() =>
                change((edit) => ({
                  ...edit,
                  segments: edit.segments.map((one) =>
                    withPicture(one, {
                      adjustments: segments[0]?.picture?.adjustments,
                      lut: segments[0]?.picture?.lut,
                    }),
                  ),
                }))
              }
            >
              <IconCopy size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('clip-picture.reset')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('clip-picture.looks-reset')}
              disabled={disabled || !hasLooks}
              onClick={() => changeEach((one) => withPicture(one, { adjustments: undefined }))}
            >
              <IconArrowBackUp size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </div>
      }
    >
      <PresetGrid path={sampleOf(segments[0])} chosen={looks.preset} disabled={disabled} onChoose={choose} />
      {looks.preset !== undefined && (
        <LookSlider
          name={names.strength}
          neutral={100}
          disabled={disabled}
          value={looks.presetStrength ?? 100}
          onChange={(presetStrength) => set({ presetStrength }, 'strength')}
        />
      )}
      <div>
        {signedLooks.map((look) => (
          <LookSlider
            key={look}
            name={names[look]}
            signed
            disabled={disabled}
            value={looks[look] ?? 0}
            onChange={(value) => set({ [look]: value }, look)}
          />
        ))}
      </div>
      <TableMenu segments={segments} disabled={disabled} />
    </Panel>
  );
}
