import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { coverOfPart } from '#shared/clip/edit/simple.ts';
import { newId } from '#shared/domain/id.ts';
import { useClipEditor } from './session/editor.tsx';
import type { Range } from './session/range.ts';

/** Makes a new post with the clip: of a mere cut the part of the recording, of anything more the clip as it is rendered. */
export function usePostOfClip(part: Range | null): () => void {
  const { session } = useClipEditor();
  const [, navigate] = useLocation();
  const make = async (): Promise<void> => {
    await session.flush();
    const { record, edit } = session.now();
    const attachment = { id: newId(), kind: 'clip' as const, refId: record.id, alt: '', crop: null };
    const coverAt = part ? coverOfPart(edit) : null;
    const post = await call('posts.create', {
      change: { attachments: [{ ...attachment, trim: part, coverAt }] },
    });
    navigate(`/posts/${post.id}`);
  };
  return () => void make().catch(notifyFailure);
}
