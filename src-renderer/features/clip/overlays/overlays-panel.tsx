import { Button, Menu } from '@mantine/core';
import { IconPhoto, IconPlus, IconSticker2 } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type CardKind, cardKinds } from '#shared/clip/cards/card-designs.ts';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Overlay } from '#shared/clip/edit/schema.ts';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';
import { designOverlay, imageOverlay, makeCard, spanOf } from './add-overlays.ts';
import { CoverSection } from './cover-section.tsx';
import { OverlayFields } from './overlay-fields.tsx';
import { OverlayList } from './overlay-list.tsx';
import { useFramePixels } from './use-frame-pixels.ts';

const none: readonly Overlay[] = [];

/** Cards, logos and stickers over the picture, and the cover of the clip. */
export function OverlaysPanel() {
  const { t } = useWords();
  const { change, selection, player, duration } = useClipEditor();
  const overlays = useClip((snapshot) => snapshot.edit.overlays ?? none);
  const readOnly = useClip((snapshot) => snapshot.record.readOnly);
  const chosen = useClipSelection();
  const frame = useFramePixels();
  const brand = useCall('brand.get', {}, ['records.changed']);
  const [picking, setPicking] = useState(false);
  const [busy, setBusy] = useState(false);
  const logo = brand.data?.logos[0];
  const names: Record<CardKind, string> = {
    title: t('clip-overlays.title'),
    'lower-third': t('clip-overlays.lower-third'),
    'end-card': t('clip-overlays.end-card'),
  };
  const words: Record<CardKind, { main: string; second: string }> = {
    title: { main: t('clip-overlays.title-main'), second: t('clip-overlays.title-second') },
    'lower-third': { main: t('clip-overlays.lower-main'), second: t('clip-overlays.lower-second') },
    'end-card': { main: t('clip-overlays.end-main'), second: t('clip-overlays.end-second') },
  };
  const add = async (making: () => Promise<Overlay[]>): Promise<void> => {
    setBusy(true);
    try {
      const made = await making();
      change((edit) => addBeside(edit, 'overlays', made));
      selection.set({ kind: 'overlay', ids: made.map((overlay) => overlay.id) });
      const [first] = made;
      // To where it is fully there, not to the first frame of its coming.
      if (first) player.seek(first.from + (first.enter?.seconds ?? 0));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const span = (role: NonNullable<Overlay['role']>) => spanOf(role, player.now().time, duration());
  const disabled = readOnly || duration() === 0;
  const one = overlays.filter((overlay) => chosen?.kind === 'overlay' && chosen.ids.includes(overlay.id));
  return (
    <>
      <Panel
        title={t('clip-overlays.overlays')}
        actions={
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                loading={busy}
                disabled={disabled}
                leftSection={<IconPlus size={14} stroke={1.5} />}
              >
                {t('clip-overlays.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {cardKinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  onClick={() =>
                    void add(async () => [await makeCard(kind, frame, names[kind], words[kind], span(kind))])
                  }
                >
                  {names[kind]}
                </Menu.Item>
              ))}
              <Menu.Item
                disabled={logo === undefined}
                onClick={() =>
                  logo !== undefined &&
                  void add(async () => [
                    imageOverlay(
                      await call('assets.get', { id: logo }),
                      frame,
                      'watermark',
                      span('watermark'),
                    ),
                  ])
                }
              >
                {t('clip-overlays.watermark')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPhoto size={14} stroke={1.5} />} onClick={() => setPicking(true)}>
                {t('clip-overlays.choose')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        }
      >
        {overlays.length === 0 ? (
          <EmptyState
            icon={IconSticker2}
            title={t('clip-overlays.none')}
            body={t('clip-overlays.none-body')}
          />
        ) : (
          <OverlayList overlays={overlays} disabled={readOnly} />
        )}
      </Panel>
      {one.length > 0 && <OverlayFields overlays={one} disabled={readOnly} />}
      <CoverSection disabled={readOnly} />
      <MediaPicker
        opened={picking}
        title={t('clip-overlays.choose')}
        shelves={['design', 'asset']}
        kinds={['image']}
        confirm={(count) => t('clip-overlays.take', { count })}
        onClose={() => setPicking(false)}
        onPick={(items) =>
          void add(() =>
            Promise.all(
              items.map(async (item) =>
                item.asset
                  ? imageOverlay(item.asset, frame, 'sticker', span('sticker'))
                  : designOverlay(await call('designs.get', { id: item.id }), frame, span('sticker')),
              ),
            ),
          )
        }
      />
    </>
  );
}
