import { IconDownload, IconSend } from '@tabler/icons-react';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { newId } from '#shared/domain/id.ts';
import type { ActionContext } from './context.ts';

/** Saving, exporting, and putting the design into a post. */
export function fileActions({ editor, t, navigate, openExport }: ActionContext) {
  const { saving } = editor;
  return {
    use: {
      id: 'design.use-in-post',
      icon: IconSend,
      run: async () => {
        await saving.flush();
        const { name } = saving.snapshot();
        const attachment = { id: newId(), kind: 'design' as const, refId: editor.id, alt: '', crop: null };
        const post = await call('posts.create', {
          change: { title: name, attachments: [{ ...attachment, trim: null, coverAt: null }] },
        });
        navigate(`/posts/${post.id}`);
      },
    },
    exportImage: { id: 'design.export', icon: IconDownload, keys: ['mod+E'], run: openExport },
    save: {
      id: 'design.save',
      keys: ['mod+S'],
      run: async () => {
        await saving.flush();
        if (saving.snapshot().state === 'saved') notify(t('design.saved'));
      },
    },
  } satisfies Record<string, Action>;
}
